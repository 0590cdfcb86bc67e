"""
The methods that look for better plans of a piece, and which one suits it.

Every method takes the same task and gives the same kind of answer; what it finds is
checked by whoever asked. So a rung has the same value whichever method was used: they
differ in what they prove in which time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from matcher.solver.engine import LARGE, Answer, Engine, News
from matcher.solver.linear import Linear
from matcher.solver.relaxation import Relaxed
from matcher.solver.variables import Variables

AUTO, CONSTRAINTS, BRANCHING = "auto", "cp-sat", "mip"

TRIAL = "trial"
"""Integer programs whatever the model says: for plans that are checked afterwards."""

ENGINES = (AUTO, CONSTRAINTS, BRANCHING)
"""What may be asked for."""


@dataclass(frozen=True)
class Task:
    """
    One rung of one piece, for a method.

    Parameters
    ----------
    variables
        The piece; its model aims at the rung.
    linear
        The linear part of the model.
    objective, offset, sign
        The rung's value is ``offset + sign * (objective @ x)``, to be made large in
        ``objective @ x``; coefficients by column.
    bound
        What is proven of the rung.
    relaxed
        What a linear program proved, if it was quick.
    values
        The plan to begin with, one value per column.
    seconds
        Time limit; None for none.
    news
        Told values and bounds of the rung.
    whole
        Whether to try the whole at once, for a proof.
    """

    variables: Variables
    linear: Linear
    objective: Mapping[int, int]
    offset: int
    sign: int
    bound: int
    relaxed: Relaxed | None
    values: Sequence[int]
    seconds: float | None
    news: News
    whole: bool = True


class Method(Protocol):
    """Looks for better plans and bounds."""

    def search(self, task: Task, engine: Engine) -> Answer:
        """Return the best values found and what was proven of the rung."""
        ...


@dataclass(frozen=True)
class Suited:
    """
    Which method suits a piece, and why.

    Parameters
    ----------
    engine
        ``cp-sat`` or ``mip``.
    reason
        In a few words of English, for the record of a run.
    candidates, columns, rows, entries
        The measures of its model.
    linear
        Whether all its rules are linear.
    """

    engine: str
    reason: str
    candidates: int
    columns: int
    rows: int
    entries: int
    linear: bool


def suited(candidates: int, linear: Linear, asked: str) -> Suited:
    """Return the method for a piece, as asked or by what its model is like."""
    columns = len(linear.low)
    if asked == CONSTRAINTS:
        engine, reason = CONSTRAINTS, "asked for"
    elif asked == TRIAL:
        engine, reason = BRANCHING, "a trial"
    elif not linear.exact:
        engine, reason = CONSTRAINTS, "dates are free, so that not all rules are linear"
    elif asked == BRANCHING:
        engine, reason = BRANCHING, "asked for"
    elif columns < LARGE:
        engine, reason = CONSTRAINTS, "small"
    else:
        engine, reason = BRANCHING, "large, and all rules are linear"
    return Suited(
        engine,
        reason,
        candidates,
        columns,
        len(linear.least),
        len(linear.columns),
        linear.exact,
    )
