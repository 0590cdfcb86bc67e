"""
Plans without any search: one decision after the other, if the rules allow it.

Columns that only count follow from those that decide: each is the newest column of a
row that is an equation. So what a decision changes is known at once, and a plan from
hundreds of thousands of candidates takes seconds.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.building import all_kept
from matcher.solver.linear import Array, ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.solver.linear import Linear

_AT_ONCE = 25
"""So many columns are looked at together for rows that are full already."""

_LOOK = 2000
"""After so many columns comes the question whether to end."""

_RARE = 0.4
"""How much sooner a group has its turn that has fewer columns."""


class Greedy:
    """
    Plans that grow by one decision after the other.

    Parameters
    ----------
    linear
        Rows and columns.
    deciding
        Which columns decide, the others count; shape (columns,), bool.

    Notes
    -----
    What counts and follows from nothing keeps its value.
    """

    def __init__(self, linear: Linear, deciding: Array) -> None:
        self._linear = linear
        order, starts = linear.by_column
        self._starts = starts
        self._rows, self._coeffs = linear.rows[order], linear.coeffs[order]
        self._newest, signs = _newest(linear, deciding)
        self._follower: list[int] = self._newest.tolist()
        self._sign: list[int] = signs.tolist()
        self._low, self._high = linear.low.tolist(), linear.high.tolist()
        self._least, self._most = linear.least.tolist(), linear.most.tolist()
        self._of = _Entries(starts, self._rows, self._coeffs)

    @all_kept()
    def grown(self, values: Array, order: Array, stopped: Callable[[], bool]) -> Array:
        """
        Return a plan with all that could be added, in an order.

        Parameters
        ----------
        values
            A plan that keeps all rows.
        order
            The columns to raise by one, if that is possible.
        stopped
            Whether to end with what has been added.
        """
        linear = self._linear
        now: list[int] = values.tolist()
        sums = linear.sums(linear.coeffs * values[linear.columns])
        for first in range(0, len(order), _AT_ONCE):
            if first % _LOOK == 0 and stopped():
                break
            for column in self._open(order[first : first + _AT_ONCE], sums):
                self._add(column, now, sums)
        return np.array(now, np.int64)

    def _open(self, columns: Array, sums: Array) -> list[int]:
        """Return the columns that no row rules out as things are."""
        counts = self._starts[columns + 1] - self._starts[columns]
        entries = ranges(self._starts[columns], counts)
        rows = self._rows[entries]
        after = sums[rows] + self._coeffs[entries]
        over = (after > self._linear.most[rows]) | (after < self._linear.least[rows])
        wrong = over & (self._newest[rows] < 0)
        owner = np.repeat(np.arange(len(columns)), counts)
        found: list[int] = columns[
            np.bincount(owner, wrong, minlength=len(columns)) == 0
        ].tolist()
        return found

    def _add(self, column: int, now: list[int], sums: Array) -> None:
        """Raise a column by one with all that follows, if no row forbids it."""
        moves: dict[int, int] = {}
        shifts: dict[int, int] = {}
        waiting: list[tuple[int, int]] = []
        each, by = column, 1
        while True:
            if by:
                if not self._low[each] <= now[each] + by <= self._high[each]:
                    return
                moves[each] = by
                self._shift(each, by, shifts, waiting)
            if not waiting:
                break
            each, row = heappop(waiting)
            # The equation holds again when its newest column has moved.
            by = -shifts[row] * self._sign[row]
        # Equations that hold again have nothing to be looked at.
        changed = {row: shift for row, shift in shifts.items() if shift}
        for row, shift in changed.items():
            if not self._least[row] <= sums[row] + shift <= self._most[row]:
                return
        for each, by in moves.items():
            now[each] += by
        for row, shift in changed.items():
            sums[row] += shift

    def _shift(
        self,
        column: int,
        by: int,
        shifts: dict[int, int],
        waiting: list[tuple[int, int]],
    ) -> None:
        """Note what a column that moves does to its rows, and who must follow."""
        for row, coeff in self._of[column]:
            if row in shifts:
                shifts[row] += coeff * by
                continue
            shifts[row] = coeff * by
            follower = self._follower[row]
            if follower not in (-1, column):
                heappush(waiting, (follower, row))


class _Entries(dict[int, list[tuple[int, int]]]):
    """
    The rows of each column that is looked at, with its coefficients.

    Parameters
    ----------
    starts, rows, coeffs
        All entries, column by column.
    """

    def __init__(self, starts: Array, rows: Array, coeffs: Array) -> None:
        super().__init__()
        self._starts, self._rows, self._coeffs = starts, rows, coeffs

    def __missing__(self, column: int) -> list[tuple[int, int]]:
        mine = slice(self._starts[column], self._starts[column + 1])
        pairs = zip(self._rows[mine].tolist(), self._coeffs[mine].tolist(), strict=True)
        found = self[column] = list(pairs)
        return found


def scarce_first(weights: Array, groups: Array) -> Array:
    """
    Return the columns that are worth something, scarce and weighty groups first.

    Parameters
    ----------
    weights
        What each column is worth; shape (columns,).
    groups
        The group of each column, and -1 for those that are in none.
    """
    inside = groups >= 0
    worth = np.zeros(int(groups.max(initial=0)) + 1)
    np.maximum.at(worth, groups[inside], weights[inside])
    worth /= np.maximum(1, np.bincount(groups[inside], minlength=len(worth))) ** _RARE
    order = np.lexsort((-weights, groups, -worth[np.maximum(0, groups)]))
    found: Array = order[(inside & (weights > 0))[order]]
    return found


def _newest(linear: Linear, deciding: Array) -> tuple[Array, Array]:
    """Return the last counting column of each equation, else -1; its coefficient."""
    equations = linear.least == linear.most
    counts = ~deciding[linear.columns] & equations[linear.rows]
    newest = np.full(len(linear.least), -1)
    np.maximum.at(newest, linear.rows[counts], linear.columns[counts])
    known = np.flatnonzero(counts & (newest[linear.rows] == linear.columns))
    signs = np.zeros(len(newest), np.int64)
    signs[linear.rows[known]] = linear.coeffs[known]
    # Only a whole step of one undoes a whole step of another.
    newest[np.abs(signs) != 1] = -1
    return newest, signs
