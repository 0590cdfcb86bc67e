"""
Several rungs in one program: each weighs more than all that can be lost below it.

Whoever has the most of the weighted sum has the most of the first rung, of these the
most of the second, and so on: one proof does for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.expressions import Flat
from matcher.solver.programs import Kept
from matcher.solver.promises import Rung, maximise
from matcher.solver.relaxation import Relaxed, priced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matcher.solver.expressions import Expr
    from matcher.solver.linear import Array, Linear
    from matcher.solver.promises import Goal

_HEAVIEST = 1_000_000
"""The most that a rung may weigh: solvers' tolerances are meant for smaller numbers."""


@dataclass(frozen=True)
class Bundle:
    """
    Rungs that are climbed at once.

    Parameters
    ----------
    rungs
        From the first one on.
    objective
        What is to be made large, by column.
    relaxed
        What a linear program proves of it.
    weight
        Of the first rung.
    below
        The least that the others bring.
    """

    rungs: tuple[Rung, ...]
    objective: Mapping[int, int]
    relaxed: Relaxed
    weight: int
    below: int

    def first(self, bound: int) -> int:
        """Return what a bound of all says of the first rung, made large."""
        return (bound - self.below) // self.weight

    def worth(self, values: Sequence[int]) -> int:
        """Return what a plan has of all."""
        return sum(each * values[column] for column, each in self.objective.items())


def bundle(
    linear: Linear, goals: Iterable[Goal], seconds: float | None
) -> Bundle | None:
    """
    Return as many rungs as can be climbed at once; None if that is only one.

    Parameters
    ----------
    linear
        What all plans keep.
    goals
        The rungs, from the first on.
    seconds
        How long each linear program may take.
    """
    (first, expression), *others = goals
    relaxed = _relaxing(linear, seconds)
    rungs, weight, below = [first], 1, 0
    summed = _weights(linear, first, expression)
    for rung, value in others:
        weights = _weights(linear, rung, value)
        most, least = relaxed(weights), relaxed(-weights)
        if most is None or least is None:
            break
        # All above must weigh more than what this rung can lose.
        more = 1 + most.bound + least.bound
        if more * weight > _HEAVIEST:
            break
        rungs.append(rung)
        weight, below = more * weight, more * below - least.bound
        summed = more * summed + weights
    proof = relaxed(summed) if len(rungs) > 1 else None
    if proof is None:
        return None
    objective = {each: int(summed[each]) for each in np.flatnonzero(summed).tolist()}
    return Bundle(tuple(rungs), objective, proof, weight, below)


def _weights(linear: Linear, rung: Rung, expression: Expr) -> Array:
    """Return what is to be made large for a rung, a weight for each column."""
    flat, weights = Flat.of(expression), np.zeros(len(linear.low), np.int64)
    weights[flat.columns] = flat.coeffs if maximise(rung) else -flat.coeffs
    return weights


def _relaxing(
    linear: Linear, seconds: float | None
) -> Callable[[Array], Relaxed | None]:
    """Return what proves bounds of weighted sums, each search from the last one's."""
    # Many goals have only one rung: nothing is to be solved for them.
    kept = cache(lambda: Kept(linear))
    return lambda weights: priced(
        linear, weights, lambda scaled: kept().maximise(scaled, seconds)
    )
