"""One step of a goal, as the solver takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from matcher.solver.expressions import Expr, Flat


@dataclass(frozen=True)
class Part:
    """
    One rung to solve.

    Parameters
    ----------
    name
        Step inside the goal; blank if it has one step.
    value
        What to maximise or minimise.
    limit
        A bound that needs no solver: no plan at all is better.
    """

    name: str
    value: Expr
    limit: int

    @cached_property
    def flat(self) -> Flat:
        """The value as its variables and coefficients."""
        return Flat.of(self.value)


Parts = Iterator[Part]
