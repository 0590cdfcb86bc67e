"""
The methods that look for better plans of a piece, and which one suits it.

Every method takes the same task and gives the same kind of answer; what it finds is
checked by whoever asked. So a rung has the same value whichever method was used: they
differ in what they prove in which time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from matcher.solver.engine import LARGE, Answer, Engine, News
from matcher.solver.excerpts import Excerpts
from matcher.solver.flow import network
from matcher.solver.linear import Array, Linear
from matcher.solver.relaxation import Relaxed
from matcher.solver.variables import Variables

AUTO, CONSTRAINTS, BRANCHING, FLOW = "auto", "cp-sat", "mip", "flow"

BENDERS = "benders"
"""Who goes by integer programs, the dates by CP-SAT."""

HUGE = 6000
"""From this number of variables on, one worker of CP-SAT proves too little to try."""

ENGINES = (AUTO, CONSTRAINTS, BRANCHING, BENDERS, FLOW)
"""What may be asked for."""


@dataclass(frozen=True)
class Task:
    """
    One rung of one piece, for a method.

    Parameters
    ----------
    variables
        The piece; its model aims at the rung, unless it has methods that need none.
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
    excerpts
        The model, from which small parts are asked.
    watched
        Returns the columns that this rung and those that are kept look at.
    unique
        Whether it is asked, too, if others could go in a plan as good.
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
    excerpts: Excerpts
    watched: Callable[[], frozenset[int]]
    unique: bool = False


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
        ``cp-sat``, ``mip``, ``benders`` or ``flow``.
    otherwise
        What takes the rungs on which what is kept so far is no flow.
    reason
        In a few words of English, for the record of a run.
    candidates, columns, rows, entries
        The measures of its model.
    linear
        Whether all its rules are linear.
    where
        ``here``, or ``ray`` if it was sent to a cluster.
    """

    engine: str
    otherwise: str
    reason: str
    candidates: int
    columns: int
    rows: int
    entries: int
    linear: bool
    where: str = "here"


def suited(linear: Linear, chosen: Array, asked: str) -> Suited:
    """
    Return the method for a piece, as asked or by what its model is like.

    Parameters
    ----------
    linear
        The linear part of its model.
    chosen
        The columns that say which candidates are taken.
    asked
        One of ``ENGINES``.
    """
    engine, reason = otherwise, _ = _for_any_rows(linear, asked)
    if asked in (AUTO, FLOW) and linear.exact:
        # What only counts is settled then, and so is not in the way of a flow.
        weights = np.zeros(len(linear.low), np.int64)
        weights[chosen] = 1
        if network(linear, weights) is not None:
            engine, reason = FLOW, "the rules are a flow"
        elif asked == FLOW:
            reason = f"the rules are no flow; {reason}"
    return Suited(
        engine,
        otherwise,
        reason,
        len(chosen),
        len(linear.low),
        len(linear.least),
        len(linear.columns),
        linear.exact,
    )


def _for_any_rows(linear: Linear, asked: str) -> tuple[str, str]:
    """Return the method for rows of any kind, and why."""
    small = len(linear.low) < LARGE
    if asked == CONSTRAINTS or (asked == BRANCHING and linear.exact):
        return asked, "asked for"
    if not linear.exact:
        if asked == BENDERS:
            return asked, "asked for"
        reason = "dates are free, so that not all rules are linear"
        return (CONSTRAINTS if len(linear.low) < HUGE else BENDERS), reason
    if small:
        return CONSTRAINTS, "small"
    return BRANCHING, "large, and all rules are linear"
