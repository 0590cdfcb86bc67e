"""
The linear part of a model as arrays: what linear programs and integer programs see.

A row is ``least <= sum(coeff * x) <= most``. Rows under conditions become rows with a
large coefficient on the conditions; they hold for whole numbers exactly as the
conditional rows do. What is not linear at all (intervals that must not overlap) is
left out, and ``exact`` says so: then the arrays are a relaxation, which still bounds
every plan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = np.ndarray

FREE = 2**62
"""A limit of a row that is none."""


@dataclass(frozen=True)
class Linear:
    """
    Columns with bounds, and rows over them.

    Parameters
    ----------
    low, high
        Bounds of each column; shape (columns,), whole numbers.
    starts
        Where each row begins in the two arrays below; shape (rows + 1,).
    columns, coeffs
        The entries row by row: column and whole-number coefficient.
    least, most
        Limits of each row; ``-FREE`` and ``FREE`` for none.
    exact
        Whether the arrays say everything that the model says.
    """

    low: Array
    high: Array
    starts: Array
    columns: Array
    coeffs: Array
    least: Array
    most: Array
    exact: bool

    @cached_property
    def rows(self) -> Array:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.least)), np.diff(self.starts))

    def holds(self, values: Array) -> bool:
        """Return whether values, one for each column, keep every row and bound."""
        sums = self.sums(self.coeffs * values[self.columns])
        return bool(
            (values >= self.low).all()
            and (values <= self.high).all()
            and (sums >= self.least).all()
            and (sums <= self.most).all()
        )

    def sums(self, entries: Array) -> Array:
        """Return the sum of each row, given a whole number for each entry."""
        # Before the first entry there is nothing.
        reached = np.concatenate([[0], np.cumsum(entries)])
        found: Array = np.diff(reached[self.starts])
        return found

    def with_row(self, terms: Mapping[int, int], least: int, most: int) -> Linear:
        """Return the same with one row more, at the end."""
        ordered = sorted(terms)
        added = len(self.columns) + len(ordered)
        return replace(
            self,
            starts=np.append(self.starts, added),
            columns=np.append(self.columns, np.array(ordered, np.int64)),
            coeffs=np.append(
                self.coeffs, np.array([terms[each] for each in ordered], np.int64)
            ),
            least=np.append(self.least, least),
            most=np.append(self.most, most),
        )

    def within(self, low: Array, high: Array) -> Linear:
        """Return the same with other bounds of the columns."""
        return replace(self, low=low, high=high)

    def terse(self) -> Linear:
        """Return the same without limits and rows that the bounds imply."""
        bottom, top = self.ends()
        least = np.where(self.least > bottom, self.least, -FREE)
        most = np.where(self.most < top, self.most, FREE)
        kept = (least > -FREE) | (most < FREE)
        return replace(self, least=least, most=most).some(kept)

    def ends(self) -> tuple[Array, Array]:
        """Return the least and the most that each row can come to."""
        lows = self.coeffs * self.low[self.columns]
        highs = self.coeffs * self.high[self.columns]
        return self.sums(np.minimum(lows, highs)), self.sums(np.maximum(lows, highs))

    def some(self, kept: Array) -> Linear:
        """Return the same with some of the rows only; shape of bools (rows,)."""
        if kept.all():
            return self
        mine = kept[self.rows]
        return replace(
            self,
            starts=np.append(0, np.cumsum(np.diff(self.starts)[kept])),
            columns=self.columns[mine],
            coeffs=self.coeffs[mine],
            least=self.least[kept],
            most=self.most[kept],
        )

    def part(self, free: Array, values: Array) -> Linear:
        """
        Return the rows over some columns, all others keeping their values.

        Parameters
        ----------
        free
            Which columns stay free; shape (columns,), bool. They are the columns of
            the result, in their order.
        values
            A value for each column; those of free columns are not looked at.
        """
        place = np.cumsum(free) - 1
        kept = np.unique(self.rows_of(free))
        counts = np.diff(self.starts)[kept]
        entries = ranges(self.starts[kept], counts)
        rows = np.repeat(np.arange(len(kept)), counts)
        columns, coeffs = self.columns[entries], self.coeffs[entries]
        mine = free[columns]
        shift = np.zeros(len(kept), np.int64)
        np.add.at(shift, rows[~mine], coeffs[~mine] * values[columns[~mine]])
        left = np.bincount(rows[mine], minlength=len(kept))
        least, most = self.least[kept], self.most[kept]
        return Linear(
            self.low[free],
            self.high[free],
            np.concatenate([[0], np.cumsum(left)]),
            place[columns[mine]],
            coeffs[mine],
            np.where(least > -FREE, least - shift, -FREE),
            np.where(most < FREE, most - shift, FREE),
            self.exact,
        )

    def rows_of(self, wanted: Array) -> Array:
        """Return the row of each entry of some columns; shape of bools (columns,)."""
        chosen = np.flatnonzero(wanted)
        order, starts = self.by_column
        counts = starts[chosen + 1] - starts[chosen]
        rows: Array = self.rows[order[ranges(starts[chosen], counts)]]
        return rows

    @cached_property
    def by_column(self) -> tuple[Array, Array]:
        """The entries in the order of their columns, and where each column begins."""
        order = np.argsort(self.columns, kind="stable")
        counts = np.bincount(self.columns, minlength=len(self.low))
        return order, np.concatenate([[0], np.cumsum(counts)])


def ranges(starts: Array, counts: Array) -> Array:
    """Return the whole numbers of several ranges, one after the other."""
    ends = np.cumsum(counts)
    shift = np.repeat(starts - (ends - counts), counts)
    found: Array = np.arange(int(counts.sum())) + shift
    return found
