"""
Several rungs in one program: each weighs more than all that can be lost below it.

Whoever has the most of the weighted sum has the most of the first rung, of these the
most of the second, and so on: one proof does for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.expressions import terms
from matcher.solver.programs import Kept
from matcher.solver.promises import Rung, maximise
from matcher.solver.relaxation import Relaxed, proven

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    program = _Program(linear, seconds)
    rungs, weight, below = [first], 1, 0
    summed = program.vector(first, expression)
    for rung, value in others:
        vector = program.vector(rung, value)
        most, least = program.relaxed(vector), program.relaxed(-vector)
        if most is None or least is None:
            break
        # All above must weigh more than what this rung can lose.
        more = 1 + most.bound + least.bound
        if more * weight > _HEAVIEST:
            break
        rungs.append(rung)
        weight, below = more * weight, more * below - least.bound
        summed = more * summed + vector
    relaxed = program.relaxed(summed) if len(rungs) > 1 else None
    if relaxed is None:
        return None
    objective = {each: int(summed[each]) for each in np.flatnonzero(summed).tolist()}
    return Bundle(tuple(rungs), objective, relaxed, weight, below)


class _Program:
    """A linear program, and what it proves."""

    def __init__(self, linear: Linear, seconds: float | None) -> None:
        self._linear = linear
        self._seconds = seconds

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self._linear)

    def vector(self, rung: Rung, expression: Expr) -> Array:
        """Return what is to be made large for a rung, a weight for each column."""
        sign = 1 if maximise(rung) else -1
        vector = np.zeros(len(self._linear.low), np.int64)
        for column, coefficient in terms(expression)[0].items():
            vector[column] = sign * coefficient
        return vector

    def relaxed(self, vector: Array) -> Relaxed | None:
        """Return what is proven of a weighted sum, if that is anything."""
        unit = max(1.0, float(np.abs(vector).max(initial=0)) / 10)
        outcome = self._kept.maximise(vector / unit, self._seconds)
        if outcome.duals is None or not np.isfinite(outcome.duals).all():
            return None
        return proven(self._linear, vector, outcome.duals * unit, outcome.values)
