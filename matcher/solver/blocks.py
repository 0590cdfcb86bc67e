"""
Bounds from blocks: what is left when the rows that join blocks are given prices.

People of one releasing unit share its cap, and units meet only where they want the
same posts and beds. With a price on each of those few joining rows, every unit is a
small linear program of its own, which the simplex method ends in a moment. Its prices
and those of the joining rows together prove a bound like any prices do, and what the
blocks ask for at these prices says which price is too low and which too high (a
subgradient: M. Held, P. Wolfe, H. Crowder, Math. Program. 6, 1974).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.linear import Array, Linear
from matcher.solver.programs import Kept
from matcher.solver.relaxation import Relaxed, allowed, proven, unit_of
from matcher.solver.wide import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SMALL = 0.1
"""A block is small that has no more than this part of the columns."""

_FALL = 5e-3
"""The part of the bound that a step hopes to save, at first."""

_LEAST_FALL = 1e-4
_SHRUNK = 0.6
_PATIENCE = 3
"""After so many steps that brought little, hope for less."""

_NEW = 0.15
"""The weight of the newest point in the mean of points."""


@dataclass(frozen=True)
class _Block:
    """Columns and rows of a block, and its program."""

    columns: Array
    rows: Array
    program: Kept


class Blocks:
    """
    A piece that falls apart into blocks, with prices on the rows that join them.

    Parameters
    ----------
    linear
        Rows and columns of the piece.
    weights
        What is to be maximised; shape (columns,), whole numbers.
    owners
        The block of each column, and -1 for columns that belong to none.
    relaxed
        A proof to begin with.

    Attributes
    ----------
    relaxed
        The best proof so far. Its values are means of the points that the blocks had:
        they come near the rows that join blocks.
    prices
        The prices of the joining rows at the best proof, and 0 for all others.
    steps
        How often prices were changed.
    """

    def __init__(
        self, linear: Linear, weights: Array, owners: Array, relaxed: Relaxed
    ) -> None:
        self._linear = linear
        self._weights = weights
        self._unit = unit_of(weights)
        self._outside = owners < 0
        within = _owner_of_rows(linear, owners)
        self._joining = np.flatnonzero(within < 0)
        self._free = linear.least[self._joining] == linear.most[self._joining]
        self._blocks = list(_blocks(linear, owners, within))
        self._duals = np.zeros(len(linear.least))
        self.prices = np.where(within < 0, allowed(linear, relaxed.duals), 0)
        self.relaxed = relaxed
        self.steps = 0

    def improve(self, ended: Callable[[], bool], news: Callable[[], None]) -> None:
        """Change prices until that is over, or no longer pays."""
        prices, best, fall, poor = self.prices, np.inf, _FALL, 0
        mean: Array | None = None
        while fall > _LEAST_FALL and not ended():
            bound, point = self._at(prices)
            mean = point if mean is None else mean + _NEW * (point - mean)
            aim = min(best, bound) - fall * max(1.0, abs(min(best, bound)))
            poor = 0 if bound < best - fall / 10 * max(1.0, abs(bound)) else poor + 1
            if bound < best:
                best = bound
                self._prove(prices, mean)
            if poor >= _PATIENCE:
                fall, poor = fall * _SHRUNK, 0
            prices = self._changed(prices, point, bound - aim)
            self.steps += 1
            news()

    def _at(self, prices: Array) -> tuple[float, Array]:
        """Return the bound at these prices, and a point that has it."""
        linear = self._linear
        left = self._left(prices)
        point = np.where(left > 0, linear.high, linear.low).astype(float)
        self._duals = prices.copy()
        for block in self._blocks:
            outcome = block.program.maximise(left[block.columns] / self._unit)
            if outcome.values is None or outcome.duals is None:
                continue
            point[block.columns] = outcome.values
            self._duals[block.rows] = outcome.duals * self._unit
        limits = np.where(prices > 0, linear.most, linear.least)
        paid = float((prices * np.where(prices == 0, 0, limits)).sum())
        return paid + float(left @ point), point

    def _left(self, prices: Array) -> Array:
        """Return what each column is worth when it has paid for the joining rows."""
        linear = self._linear
        paid = np.bincount(
            linear.columns,
            weights=linear.coeffs * prices[linear.rows],
            minlength=len(linear.low),
        )
        left: Array = self._weights - paid
        return left

    def _prove(self, prices: Array, mean: Array) -> None:
        found = proven(self._linear, self._weights, self._duals, mean)
        if found is not None and found.ceiling * self.relaxed.scale < (
            self.relaxed.ceiling * found.scale
        ):
            self.relaxed, self.prices = found, prices

    def _changed(self, prices: Array, point: Array, fall: float) -> Array:
        """Return prices that are higher where the point takes too much, and so on."""
        linear, rows = self._linear, self._joining
        taken = np.bincount(
            linear.rows,
            weights=linear.coeffs * point[linear.columns],
            minlength=len(linear.least),
        )[rows]
        now = prices[rows]
        limits = np.where(
            now > 0, linear.most[rows], np.where(now < 0, linear.least[rows], taken)
        )
        over = np.where(taken > linear.most[rows], taken - linear.most[rows], 0)
        under = np.where(taken < linear.least[rows], taken - linear.least[rows], 0)
        wrong = np.where(now == 0, over + under, taken - limits)
        size = float(wrong @ wrong)
        if size < 1e-9:
            return prices
        changed = prices.copy()
        moved = now + fall / size * wrong
        # A price that would change its side stops between the two.
        crosses = (now * moved < 0) & ~self._free
        changed[rows] = np.where(crosses, 0, moved)
        return allowed(linear, changed)

    def priced(self) -> Array:
        """Return what each column is worth at the prices, as whole numbers."""
        left = np.rint(self._left(self.prices)).astype(np.int64)
        return np.where(self._outside, 0, left)


def owners(linear: Linear, groups: Array) -> Array | None:
    """
    Return the block of each column, if the piece falls apart into small ones.

    Parameters
    ----------
    linear
        Rows and columns.
    groups
        A group's number for each column that decides, and -1 for those that count.
    """
    found = _with_counts(linear, groups)
    sizes = np.bincount(found[found >= 0], minlength=1)
    return None if sizes.max() > _SMALL * len(found) else found


def _blocks(linear: Linear, owners: Array, within: Array) -> Iterator[_Block]:
    """Yield the blocks, each with a program over its rows."""
    rows = np.flatnonzero(within >= 0)
    inner = linear.some(within >= 0)
    nothing = np.zeros(len(owners), np.int64)
    for each in np.unique(within[rows]):
        mine = owners == each
        touched = np.unique(inner.rows_of(mine))
        program = Kept(inner.part(mine, nothing))
        yield _Block(np.flatnonzero(mine), rows[touched], program)


def _owner_of_rows(linear: Linear, owners: Array) -> Array:
    """Return the block that has all columns of a row, or -1."""
    most = np.full(len(linear.least), -1)
    least = np.full(len(linear.least), len(owners))
    np.maximum.at(most, linear.rows, owners[linear.columns])
    np.minimum.at(least, linear.rows, owners[linear.columns])
    return np.where(most == least, most, -1)


def _with_counts(linear: Linear, groups: Array) -> Array:
    """Return groups that have the counting columns too that count only one group."""
    counting = groups < 0
    sets = joined(linear, counting)
    mine, rows = counting[linear.columns], linear.rows
    most = np.full(len(linear.least), -1)
    least = np.full(len(linear.least), len(groups))
    np.maximum.at(most, rows[~mine], groups[linear.columns[~mine]])
    np.minimum.at(least, rows[~mine], groups[linear.columns[~mine]])
    of_joined = sets[linear.columns[mine]]
    first = np.full(len(groups), len(groups))
    last = np.full(len(groups), -1)
    np.minimum.at(first, of_joined, least[rows[mine]])
    np.maximum.at(last, of_joined, most[rows[mine]])
    alone = np.where(first == last, first, -1)
    return np.where(counting, alone[sets], groups)
