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
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ortools.sat.python import cp_model

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
        sums = np.zeros(len(self.least), np.int64)
        np.add.at(sums, self.rows, self.coeffs * values[self.columns])
        return bool(
            (values >= self.low).all()
            and (values <= self.high).all()
            and (sums >= self.least).all()
            and (sums <= self.most).all()
        )

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
        mine = free[self.columns]
        shift = np.bincount(
            self.rows[~mine],
            weights=self.coeffs[~mine] * values[self.columns[~mine]],
            minlength=len(self.least),
        )
        shift = np.rint(shift).astype(np.int64)
        counts = np.bincount(self.rows[mine], minlength=len(self.least))
        kept = counts > 0
        entries = mine & kept[self.rows]
        return Linear(
            self.low[free],
            self.high[free],
            np.concatenate([[0], np.cumsum(counts[kept])]),
            place[self.columns[entries]],
            self.coeffs[entries],
            np.where(self.least > -FREE, self.least - shift, -FREE)[kept],
            np.where(self.most < FREE, self.most - shift, FREE)[kept],
            self.exact,
        )


def linear(model: cp_model.CpModel) -> Linear:
    """Return the linear part of a model; one column for each of its variables."""
    proto = model.proto
    domains = [list(variable.domain) for variable in proto.variables]
    rows = _Rows([each[0] for each in domains], [each[-1] for each in domains])
    rows.exact = all(len(each) == 2 for each in domains)
    for constraint in proto.constraints:
        rows.take(constraint)
    return Linear(
        np.array(rows.low, np.int64),
        np.array(rows.high, np.int64),
        np.array(rows.starts, np.int64),
        np.array(rows.columns, np.int64),
        np.array(rows.coeffs, np.int64),
        np.array(rows.least, np.int64),
        np.array(rows.most, np.int64),
        rows.exact,
    )


class _Rows:
    """The rows of a model while they are being gathered."""

    def __init__(self, low: list[int], high: list[int]) -> None:
        self.low, self.high = low, high
        self.starts = [0]
        self.columns: list[int] = []
        self.coeffs: list[int] = []
        self.least: list[int] = []
        self.most: list[int] = []
        self.exact = True

    def take(self, constraint: Any) -> None:  # noqa: ANN401 -- a message of the engine
        """Add the rows of one constraint."""
        conditions = list(constraint.enforcement_literal)
        unmet = [-each - 1 for each in conditions]
        if constraint.has_linear():
            self._linear(constraint.linear, conditions)
        elif constraint.has_bool_or():
            self._literals([*constraint.bool_or.literals, *unmet], 1, FREE)
        elif constraint.has_bool_and():
            for literal in constraint.bool_and.literals:
                self._literals([literal, *unmet], 1, FREE)
        elif constraint.has_at_most_one() and not conditions:
            self._literals(constraint.at_most_one.literals, -FREE, 1)
        elif constraint.has_exactly_one() and not conditions:
            self._literals(constraint.exactly_one.literals, 1, 1)
        else:
            self.exact = False

    def _row(
        self, columns: Sequence[int], coeffs: Sequence[int], least: int, most: int
    ) -> None:
        if len(set(columns)) < len(columns):
            merged: dict[int, int] = {}
            for column, coeff in zip(columns, coeffs, strict=True):
                merged[column] = merged.get(column, 0) + coeff
            columns, coeffs = list(merged), list(merged.values())
        self.columns += columns
        self.coeffs += coeffs
        self.starts.append(len(self.columns))
        self.least.append(least)
        self.most.append(most)

    def _literals(self, literals: Iterable[int], least: int, most: int) -> None:
        """Add a row about how many literals are true; negative ones are negations."""
        listed = list(literals)
        columns = [each if each >= 0 else -each - 1 for each in listed]
        coeffs = [1 if each >= 0 else -1 for each in listed]
        negated = coeffs.count(-1)
        self._row(
            columns,
            coeffs,
            least - negated if least > -FREE else least,
            most - negated if most < FREE else most,
        )

    def _linear(
        self,
        terms: Any,  # noqa: ANN401 -- ditto
        conditions: Sequence[int],
    ) -> None:
        columns, coeffs = list(terms.vars), list(terms.coeffs)
        domain = list(terms.domain)
        self.exact &= len(domain) == 2
        least, most = domain[0], domain[-1]
        bottom = top = 0
        for column, coeff in zip(columns, coeffs, strict=True):
            ends = coeff * self.low[column], coeff * self.high[column]
            bottom += min(ends)
            top += max(ends)
        least = least if least > bottom else -FREE
        most = most if most < top else FREE
        if not conditions:
            if least > -FREE or most < FREE:
                self._row(columns, coeffs, least, most)
            return
        if most < FREE:
            self._under(conditions, columns, coeffs, top - most, most)
        if least > -FREE:
            turned = [-each for each in coeffs]
            self._under(conditions, columns, turned, least - bottom, -least)

    def _under(
        self,
        conditions: Sequence[int],
        columns: Sequence[int],
        coeffs: Sequence[int],
        give: int,
        most: int,
    ) -> None:
        """Add ``sum <= most``, widened by ``give`` for each condition not met."""
        more = [each if each >= 0 else -each - 1 for each in conditions]
        signs = [give if each >= 0 else -give for each in conditions]
        met = sum(each >= 0 for each in conditions)
        self._row([*columns, *more], [*coeffs, *signs], -FREE, most + give * met)
