"""
The linear part of a model as arrays: what linear programs and integer programs see.

A row is ``least <= sum(coeff * x) <= most``. Rows under conditions become rows with a
large coefficient on the conditions; they hold for whole numbers exactly as the
conditional rows do. What is not linear at all (intervals that must not overlap) is
left out, and ``exact`` says so: then the arrays are a relaxation, which still bounds
every plan.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.cp_model_pb2 import CpModelProto

from matcher.solver.building import all_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ortools.sat.cp_model_pb2 import (
        ConstraintProto,
        IntegerVariableProto,
        LinearConstraintProto,
    )
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


@all_kept()
def linear(model: cp_model.CpModel) -> Linear:
    """Return the linear part of a model; one column for each of its variables."""
    message = read(model)
    rows = _Rows(message.variables)
    for constraint in message.constraints:
        rows.take(constraint)
    return rows.linear()


def read(model: cp_model.CpModel) -> CpModelProto:
    """
    Return the model as a message that is quick to read.

    Each look into the engine's own message costs about a microsecond, and a large
    model needs millions. To write it all out and read it again costs less than a tenth.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.pb"
        if not model.export_to_file(str(file)):
            raise OSError(f"{file} cannot be written")
        message = CpModelProto()
        message.ParseFromString(file.read_bytes())
        return message


def _negated(literals: Iterable[int]) -> list[int]:
    return [-each - 1 for each in literals]


def _numbers(*given: int) -> array[int]:
    """Return an array to append to."""
    return array("q", given)


class _Rows:
    """
    The rows of a model while they are being gathered.

    Parameters
    ----------
    variables
        What becomes columns.
    """

    def __init__(self, variables: Iterable[IntegerVariableProto]) -> None:
        low, high = _numbers(), _numbers()
        self.exact = True
        for each in variables:
            domain = each.domain
            low.append(domain[0])
            high.append(domain[-1])
            self.exact &= len(domain) == 2
        self.low, self.high = np.asarray(low), np.asarray(high)
        self.starts = _numbers(0)
        self.columns = _numbers()
        self.coeffs = _numbers()
        self.least = _numbers()
        self.most = _numbers()

    def linear(self) -> Linear:
        """Return the rows that say anything."""
        every = Linear(
            self.low,
            self.high,
            np.asarray(self.starts),
            np.asarray(self.columns),
            np.asarray(self.coeffs),
            np.asarray(self.least),
            np.asarray(self.most),
            self.exact,
        )
        return every.terse()

    def take(self, constraint: ConstraintProto) -> None:
        """Add the rows of one constraint."""
        conditions = constraint.enforcement_literal
        kind = constraint.WhichOneof("constraint")
        if kind == "linear":
            self._linear(constraint.linear, conditions)
        elif kind == "bool_or":
            literals = [*constraint.bool_or.literals, *_negated(conditions)]
            self._literals(literals, 1, FREE)
        elif kind == "bool_and":
            unmet = _negated(conditions)
            for literal in constraint.bool_and.literals:
                self._literals([literal, *unmet], 1, FREE)
        elif kind == "at_most_one" and not conditions:
            self._literals(list(constraint.at_most_one.literals), -FREE, 1)
        elif kind == "exactly_one" and not conditions:
            self._literals(list(constraint.exactly_one.literals), 1, 1)
        else:
            self.exact = False

    def _merged(
        self, columns: list[int], coeffs: list[int], least: int, most: int
    ) -> None:
        """Add a row in which a column may stand more than once."""
        if len(set(columns)) < len(columns):
            merged: dict[int, int] = {}
            for column, coeff in zip(columns, coeffs, strict=True):
                merged[column] = merged.get(column, 0) + coeff
            columns, coeffs = list(merged), list(merged.values())
        self._row(columns, coeffs, least, most)

    def _row(
        self, columns: list[int], coeffs: list[int], least: int, most: int
    ) -> None:
        self.columns.fromlist(columns)
        self.coeffs.fromlist(coeffs)
        self.starts.append(len(self.columns))
        self.least.append(least)
        self.most.append(most)

    def _literals(self, literals: list[int], least: int, most: int) -> None:
        """Add a row about how many literals are true; negative ones are negations."""
        if min(literals, default=0) >= 0:
            self._merged(literals, [1] * len(literals), least, most)
            return
        columns = [each if each >= 0 else -each - 1 for each in literals]
        coeffs = [1 if each >= 0 else -1 for each in literals]
        negated = coeffs.count(-1)
        self._merged(
            columns,
            coeffs,
            least - negated if least > -FREE else least,
            most - negated if most < FREE else most,
        )

    def _linear(self, terms: LinearConstraintProto, conditions: Sequence[int]) -> None:
        least, most = max(-FREE, terms.domain[0]), min(FREE, terms.domain[-1])
        self.exact &= len(terms.domain) == 2
        columns, coeffs = list(terms.vars), list(terms.coeffs)
        if not conditions:
            self._row(columns, coeffs, least, most)
            return
        bottom, top = self._ends(columns, coeffs)
        if most < top:
            self._under(conditions, columns, coeffs, top - most, most)
        if least > bottom:
            turned = [-each for each in coeffs]
            self._under(conditions, columns, turned, least - bottom, -least)

    def _ends(self, columns: Sequence[int], coeffs: Sequence[int]) -> tuple[int, int]:
        """Return the least and the largest sum that the bounds allow."""
        pairs = np.array(coeffs) * (self.low[columns], self.high[columns])
        return int(pairs.min(axis=0).sum()), int(pairs.max(axis=0).sum())

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
        self._merged([*columns, *more], [*coeffs, *signs], -FREE, most + give * met)
