"""The little algebra that the model needs beside OR-Tools' own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Expr = cp_model.LinearExpr | int
Literal = cp_model.IntVar


def total(terms: Iterable[Expr]) -> Expr:
    """Return the sum of expressions; 0 if there are none."""
    summed = cp_model.LinearExpr.sum(list(terms))
    return cast("cp_model.LinearExpr | int", summed)


def weighted(terms: Iterable[tuple[int, Expr]]) -> Expr:
    """Return the sum of expressions times numbers, without one object for each."""
    pairs = [(number, each) for number, each in terms if number]
    if not pairs:
        return 0
    summed = cp_model.LinearExpr.weighted_sum(
        [each for _, each in pairs], [number for number, _ in pairs]
    )
    return cast("cp_model.LinearExpr | int", summed)


def aim(model: cp_model.CpModel, expression: Expr, *, maximise: bool) -> None:
    """Give the model this objective and no other."""
    model.proto.clear_objective()
    model.proto.clear_floating_point_objective()
    if maximise:
        model.maximize(expression)
    else:
        model.minimize(expression)


def terms(expression: Expr) -> tuple[dict[int, int], int]:
    """Return the coefficients of an expression by variable, and its constant."""
    if isinstance(expression, int):
        return {}, expression
    flat = cp_model.FlatIntExpr(expression)
    pairs = zip(flat.vars, flat.coeffs, strict=True)
    return {variable.index: coeff for variable, coeff in pairs}, int(flat.offset)


@dataclass(frozen=True)
class Flat:
    """
    An expression that is looked at again and again.

    Parameters
    ----------
    columns, coeffs
        Its variables, by index, and their coefficients.
    offset
        Its constant.
    """

    columns: np.ndarray
    coeffs: np.ndarray
    offset: int

    @classmethod
    def of(cls, expression: Expr) -> Flat:
        """Return an expression so."""
        coefficients, offset = terms(expression)
        columns = np.fromiter(coefficients, np.int64, len(coefficients))
        coeffs = np.fromiter(coefficients.values(), np.int64, len(coefficients))
        return cls(columns, coeffs, offset)

    def value(self, values: Sequence[int]) -> int:
        """Return the value for values of the model's variables."""
        return self.offset + int(self.coeffs @ np.asarray(values)[self.columns])


def narrow(variable: Any, low: int, high: int) -> None:  # noqa: ANN401 -- a message
    """Cut the domain of a variable, in the engine's own message, down to two ends."""
    # The engine's own sequences do not count from the end.
    domain = list(variable.domain)
    if domain[0] == low and domain[-1] == high:
        return
    pairs = zip(domain[::2], domain[1::2], strict=True)
    kept = [(max(first, low), min(last, high)) for first, last in pairs]
    variable.domain.clear()
    variable.domain.extend([end for pair in kept if pair[0] <= pair[1] for end in pair])


def evaluate(expression: Expr, values: Sequence[int]) -> int:
    """Return the value of an expression for values of the model's variables."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    pairs = zip(flat.vars, flat.coeffs, strict=True)
    return int(flat.offset + sum(values[var.index] * coeff for var, coeff in pairs))
