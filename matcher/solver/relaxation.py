"""
Bounds by linear programming, and what they rule out, proven in whole numbers.

A linear program is solved with floating-point numbers, so its word is not taken for
a bound. Its dual values are: rounded to multiples of a power of two, whatever they
are, they prove a bound by weak duality, which is computed with whole numbers here.
For ``max c x`` with rows ``a_i x <= b_i`` and ``low <= x <= high``, and any prices
``y >= 0``:

    c x <= sum_i y_i b_i + sum_j max(d_j low_j, d_j high_j),  d = c - y a

(A. Neumaier, O. Shcherbina, Math. Program. 99, 2004). The same sum says what each
column costs when it leaves its better bound: ``|d_j|`` for each unit. Where this takes
the bound below a value that is kept, the column can be held at its bound.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.solver.linear import FREE, Array
from matcher.solver.programs import FIRST_ORDER, SIMPLEX, solve_program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.solver.linear import Linear
    from matcher.solver.programs import Outcome

MANY = 200_000
"""From this number of entries on, the first-order method is faster than simplex."""

_MANY_EXACT = 300_000
"""Where all rules are rows: those of free dates, with large coefficients, are slow."""

_ROOM = 2**61


@dataclass(frozen=True)
class Relaxed:
    """
    What a linear program proved of an objective that is to be maximised.

    Parameters
    ----------
    bound
        No point with whole numbers has more.
    ceiling, prices
        The bound and the loss of each column per unit, ``d_j``, as multiples of
        ``1 / scale``.
    scale
        A power of two.
    duals
        The price of each row that proves it; shape (rows,).
    values
        The point that the method ended at, which may break rows a little; None if it
        gave none.
    basis
        Where a similar program may begin.
    """

    bound: int
    ceiling: int
    prices: Array
    scale: int
    duals: Array
    values: Array | None = None
    basis: Any = None

    def held(self, linear: Linear, kept: int) -> tuple[Array, Array]:
        """
        Return narrower bounds of the columns.

        Every point with at least the value ``kept`` is inside them.
        """
        room = self.ceiling - kept * self.scale
        steps = np.where(
            self.prices != 0, room // np.maximum(1, np.abs(self.prices)), FREE
        )
        steps = np.minimum(np.maximum(steps, 0), linear.high - linear.low)
        low = np.where(self.prices > 0, linear.high - steps, linear.low)
        high = np.where(self.prices < 0, linear.low + steps, linear.high)
        return low, high


def relax(
    linear: Linear,
    objective: Mapping[int, int],
    seconds: float | None = None,
    basis: Any = None,  # noqa: ANN401 -- a message of the engine
) -> Relaxed | None:
    """
    Return a proven bound on ``max objective``; None if there is none in time.

    Parameters
    ----------
    linear
        Rows and columns.
    objective
        Coefficient by column.
    seconds
        Time limit.
    basis
        Of a similar program, if there is one.
    """
    weights = np.zeros(len(linear.low), np.int64)
    weights[list(objective)] = list(objective.values())
    solver = SIMPLEX if quick(linear) else FIRST_ORDER

    def solve(scaled: Array) -> Outcome:
        return solve_program(linear, scaled, solver, seconds=seconds, basis=basis)

    return priced(linear, weights, solve)


def unit_of(weights: Array) -> float:
    """Return what weights are divided by: tolerances are meant for numbers near 1."""
    return max(1.0, float(np.abs(weights).max(initial=0)) / 10)


def priced(
    linear: Linear, weights: Array, solve: Callable[[Array], Outcome]
) -> Relaxed | None:
    """
    Return what the prices that a solver finds prove; None if it finds none.

    Parameters
    ----------
    linear
        Rows and columns.
    weights
        What is to be maximised; shape (columns,), whole numbers.
    solve
        Solves the program for weights of a size that suits its tolerances.
    """
    unit = unit_of(weights)
    outcome = solve(weights / unit)
    if outcome.duals is None or not np.isfinite(outcome.duals).all():
        return None
    duals = outcome.duals * unit
    return proven(linear, weights, duals, outcome.values, outcome.basis)


def quick(linear: Linear) -> bool:
    """Return whether the simplex method is the faster one, and takes a moment."""
    return len(linear.columns) <= (_MANY_EXACT if linear.exact else MANY)


def allowed(linear: Linear, duals: Array) -> Array:
    """Return the prices, but none on a side of a row that has no limit."""
    duals = np.where(linear.most == FREE, np.minimum(duals, 0), duals)
    return np.where(linear.least == -FREE, np.maximum(duals, 0), duals)


def proven(
    linear: Linear,
    weights: Array,
    duals: Array,
    values: Array | None = None,
    basis: Any = None,  # noqa: ANN401 -- a message of the engine
) -> Relaxed | None:
    """
    Return the bound that prices prove, whatever they are worth, if any.

    Parameters
    ----------
    linear
        Rows and columns.
    weights
        What is to be maximised; shape (columns,), whole numbers.
    duals
        A price for each row; shape (rows,).
    values, basis
        What goes with them; see :class:`Relaxed`.
    """
    duals = allowed(linear, duals)
    limits = np.where(duals > 0, linear.most, linear.least)
    limits = np.where(duals == 0, 0, limits)
    reach = np.maximum(np.abs(linear.low), np.abs(linear.high)).astype(float)
    weight = np.bincount(
        linear.columns,
        weights=np.abs(linear.coeffs) * np.abs(duals)[linear.rows],
        minlength=len(linear.low),
    )
    largest = float(np.abs(duals * limits).sum())
    largest += float(((weight + np.abs(weights)) * np.maximum(1, reach)).sum())
    bits = math.floor(math.log2(_ROOM / max(1.0, largest)))
    if bits < 0:
        return None
    scale = 2 ** min(bits, 24)
    prices = np.rint(duals * scale).astype(np.int64)
    spent = np.zeros(len(linear.low), np.int64)
    np.add.at(spent, linear.columns, linear.coeffs * prices[linear.rows])
    left = weights.astype(np.int64) * scale - spent
    ceiling = int((prices * limits).sum())
    ceiling += int(np.maximum(left * linear.low, left * linear.high).sum())
    return Relaxed(ceiling // scale, ceiling, left, scale, duals, values, basis)
