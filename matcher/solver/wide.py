"""
Better plans for wide pieces: integer programs over a part at a time.

In a wide piece all rules are linear and no program over the whole of it ends in time.
But with most columns at their values, what is left is small, and branch and bound
ends in a second: a step. Steps free all that may happen at some needs, or for the
people of some releasing units, and of it what the linear program of the whole made
use of.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.linear import Array, Linear
from matcher.solver.programs import BRANCHING, solve_program

if TYPE_CHECKING:
    from collections.abc import Iterator


_SECONDS_OF_STEP = 3.0
_PROMISING = 1e-3
_PROMISING_EACH = 5
"""So many columns for each whole that the linear program gives; the least have less."""
_COLUMNS_OF_STEP = 400
_COLUMNS_OF_BUILDING = 2000
_STEPS_OF_ROUND = 6
_COLUMNS_AT_FIRST = {"need": 5000}
"""A step begins with 400 columns; needs hang together less, so with more of them."""
_MOST_COLUMNS = 20_000


@dataclass(frozen=True)
class Wide:
    """
    A wide piece on one rung.

    Parameters
    ----------
    linear
        Its rows and columns; they say everything.
    weights
        What is to be maximised; shape (columns,), whole numbers.
    groups
        Ways to take the piece apart, by name: a group's number for each column, and
        -1 for columns that only count others; each of shape (columns,).
    hopes
        Value of each column in the linear program; shape (columns,).
    """

    linear: Linear
    weights: Array
    groups: Mapping[str, Array]
    hopes: Array

    def worth(self, values: Array) -> int:
        """Return the value of the objective."""
        return int(self.weights @ values)


class Steps:
    """
    Steps from one plan to better ones.

    Parameters
    ----------
    wide
        The piece.
    values
        A plan of it; shape (columns,).
    seed
        Of the order in which parts are taken.
    """

    def __init__(self, wide: Wide, values: Array, seed: int) -> None:
        self.values = values
        self._wide = wide
        self._random = np.random.default_rng(seed)
        self._counts = _Counts(wide.linear, wide.groups)
        self._promising = _promising(wide)
        most = max(_COLUMNS_OF_STEP, int(self._promising.sum()) // _STEPS_OF_ROUND)
        self._size = {
            name: min(most, _COLUMNS_AT_FIRST.get(name, _COLUMNS_OF_STEP))
            for name in wide.groups
        }

    def improve(
        self, seconds: float, stopped: Callable[[], bool], news: Callable[[int], None]
    ) -> None:
        """Take steps until time is over or a whole round brought nothing."""
        until = time.monotonic() + min(seconds, 1e9)
        idle = 0
        while idle < 2 * len(self._size):
            before = self._wide.worth(self.values)
            for name in self._size:
                if not self._round(name, until, stopped, news):
                    return
            idle = idle + 1 if self._wide.worth(self.values) == before else 0

    def turn(self, wide: Wide) -> None:
        """Look at other weights or hopes of the same piece from now on."""
        self._wide = wide
        self._promising = _promising(wide)

    def build(self, name: str, seconds: float, stopped: Callable[[], bool]) -> None:
        """Take one round of large steps over the groups of one name."""
        self._size[name] = _COLUMNS_OF_BUILDING
        until = time.monotonic() + min(seconds, 1e9)
        self._round(name, until, stopped, lambda _worth: None)

    def _round(
        self,
        name: str,
        until: float,
        stopped: Callable[[], bool],
        news: Callable[[int], None],
    ) -> bool:
        """Take a step for each part; return whether there was time for all."""
        for free in self._parts(name):
            left = until - time.monotonic()
            if left <= 0 or stopped():
                return False
            self._step(name, free, min(left, _SECONDS_OF_STEP))
            news(self._wide.worth(self.values))
        return True

    def _parts(self, name: str) -> Iterator[Array]:
        """Yield which columns are free, so that each group has its turn."""
        groups = self._wide.groups[name]
        able = (groups >= 0) & (self._promising | (self.values > 0))
        sizes = np.bincount(groups[able], minlength=int(groups.max()) + 1)
        order = self._random.permutation(np.flatnonzero(sizes))
        first = 0
        while first < len(order):
            reach = np.cumsum(sizes[order[first:]])
            last = first + max(1, int(np.searchsorted(reach, self._size[name])))
            chosen = np.zeros(len(sizes), bool)
            chosen[order[first:last]] = True
            yield able & chosen[np.maximum(groups, 0)]
            first = last

    def _step(self, name: str, free: Array, seconds: float) -> None:
        """Do the best that the free columns allow, and learn how many are too many."""
        wide = self._wide
        free = free | self._counts.of(free)
        part = wide.linear.part(free, self.values)
        weights = wide.weights[free]
        began = time.monotonic()
        outcome = solve_program(
            part,
            weights.astype(float),
            BRANCHING,
            seconds=seconds,
            whole=True,
            gap=1e-4,
            hint=self.values[free],
        )
        spent = time.monotonic() - began
        if spent < _SECONDS_OF_STEP / 4:
            self._size[name] = min(_MOST_COLUMNS, self._size[name] * 5 // 4)
        elif spent > _SECONDS_OF_STEP * 0.9:
            self._size[name] = self._size[name] // 2 + 1
        if outcome.values is None:
            return
        found = np.rint(outcome.values).astype(np.int64)
        # Rows without a free column are kept as they were.
        if weights @ found >= weights @ self.values[free] and part.holds(found):
            self.values = self.values.copy()
            self.values[free] = found


def _promising(wide: Wide) -> Array:
    """Return which columns the linear program makes most of."""
    free = np.ones(len(wide.hopes), bool)
    for each in wide.groups.values():
        free &= each >= 0
    hopes = np.where(free, wide.hopes, 0.0)
    count = min(len(hopes), int(np.ceil(hopes.sum())) * _PROMISING_EACH)
    least = np.partition(hopes, -count)[-count] if count else 1.0
    found: Array = hopes >= max(least, _PROMISING)
    return found


class _Counts:
    """Which counting columns go with which others."""

    def __init__(self, linear: Linear, groups: Mapping[str, Array]) -> None:
        counting = np.ones(len(linear.low), bool)
        for each in groups.values():
            counting &= each < 0
        self._linear = linear
        self._group = joined(linear, counting)
        self._of_row = np.full(len(linear.least), -1)
        mine = counting[linear.columns]
        self._of_row[linear.rows[mine]] = self._group[linear.columns[mine]]
        self._most = int(self._group.max(initial=-1))

    def of(self, free: Array) -> Array:
        """Return the counting columns in rows with a free column, and all with them."""
        touched = self._of_row[self._linear.rows_of(free)]
        wanted = np.zeros(self._most + 2, bool)
        wanted[touched[touched >= 0]] = True
        found: Array = (self._group >= 0) & wanted[self._group]
        return found


def joined(linear: Linear, some: Array) -> Array:
    """
    Return a number for each set of columns that rows join, and -1 for others.

    Parameters
    ----------
    linear
        The rows.
    some
        The columns to look at; shape (columns,), bool.
    """
    label = np.where(some, np.arange(len(some)), -1)
    mine = some[linear.columns]
    rows, columns = linear.rows[mine], linear.columns[mine]
    while True:
        least = np.full(len(linear.least), len(label))
        np.minimum.at(least, rows, label[columns])
        new = label.copy()
        np.minimum.at(new, columns, least[rows])
        # Labels are columns themselves: follow them to the smallest.
        new[some] = new[new[some]]
        if (new == label).all():
            return label
        label = new
