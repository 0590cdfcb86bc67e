"""The little algebra that the model needs beside OR-Tools' own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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


def evaluate(expression: Expr, values: Sequence[int]) -> int:
    """Return the value of an expression for values of the model's variables."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    pairs = zip(flat.vars, flat.coeffs, strict=True)
    return int(flat.offset + sum(values[var.index] * coeff for var, coeff in pairs))
