"""One step of a goal, as the solver takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.solver.expressions import Expr


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


Parts = Iterator[Part]
