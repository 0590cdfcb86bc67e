"""Reading a model's linear part into arrays."""

from __future__ import annotations

from array import array
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.cp_model_pb2 import CpModelProto

from matcher.solver.building import all_kept
from matcher.solver.linear import FREE, Linear

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ortools.sat.cp_model_pb2 import (
        ConstraintProto,
        IntegerVariableProto,
        LinearConstraintProto,
    )
    from ortools.sat.python import cp_model


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
