"""
Pieces that climb elsewhere: in other processes, or on other machines.

Between two rungs at which pieces meet nothing is shared, so that a piece can climb all
of them, a *stage*, on its own. What is sent are values; whoever gets them builds the
piece again, which gives the same variables in the same order.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from platform import node
from typing import TYPE_CHECKING

from matcher._version import __version__
from matcher.extras import VersionError
from matcher.pool import Lost
from matcher.solver.climbing import climb
from matcher.solver.engine import Engine
from matcher.solver.expressions import narrow
from matcher.solver.goals_of_fairness import Opened
from matcher.solver.methods import Suited
from matcher.solver.piece import MAXIMA, Piece, Reached
from matcher.solver.pieces import Group
from matcher.solver.promises import Rung

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from matcher.pool import Pool
    from matcher.scenario import Scenario

Step = tuple[Rung, Sequence[Rung]]
"""A rung with the rungs below that a piece can look at together with it."""

Ends = Sequence[tuple[int, int]]
"""The least and the greatest value of each variable."""


@dataclass(frozen=True)
class Order:
    """
    A piece as it is sent.

    Parameters
    ----------
    number
        Its place among the pieces that are sent.
    group, asked, opened, kept, values, ends
        The piece: what it is made of, what it knows and keeps, its plan, its domains.
    suited
        The method that it has had so far, if it has had one.
    steps
        What it is to climb.
    seconds
        Time limit; None for none.
    """

    number: int
    group: Group
    asked: str
    opened: Opened | None
    kept: Mapping[Rung, int]
    values: Sequence[int]
    ends: Ends
    suited: Suited | None
    steps: Sequence[Step]
    seconds: float | None


@dataclass(frozen=True)
class Found:
    """
    What comes back of a piece.

    Parameters
    ----------
    reached, seconds
        What was reached on each rung, and how long it took.
    values, ends, suited
        The piece as it is now.
    work
        What CP-SAT did, in its own measure.
    """

    reached: Mapping[Rung, Reached]
    seconds: Mapping[Rung, float]
    values: Sequence[int]
    ends: Ends
    suited: Suited
    work: float


class Afar:
    """
    Where pieces climb.

    Parameters
    ----------
    pool, name
        The processes or machines, and what the record of a run calls them.
    scenario
        What is planned; sent once.
    workers
        Threads for large pieces; None: the engine's choice.
    stop
        Set by somebody who wants the run to end.
    """

    def __init__(
        self,
        pool: Pool[Any],
        name: str,
        scenario: Scenario,
        workers: int | None,
        stop: threading.Event,
    ) -> None:
        self._pool = pool
        self._name = name
        self._scenario = scenario
        self._stop = stop
        self._work = partial(climbed, scenario, workers, _versions())

    def steps(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return the steps until pieces meet, the one at which they do included."""
        found = []
        for step in steps:
            # What fairness asks of a piece depends on all others.
            if step[0][0] == "fairness":
                break
            found.append(step)
            if _meet(self._scenario, step[0]):
                break
        return found

    def climb(
        self,
        pieces: Sequence[Piece],
        steps: Sequence[Step],
        seconds: float | None,
    ) -> Iterator[tuple[Piece, Found]]:
        """
        Let pieces climb, and yield each with what came of it once it has it.

        A piece of which nothing comes back, because everybody who worked on it died or
        somebody wants the run to end, stays as it was.

        Parameters
        ----------
        pieces, steps
            Which pieces climb what.
        seconds
            Time limit for all of them; None for none.
        """
        # A large piece that begins last is waited for by all.
        queue = sorted(pieces, key=lambda each: -len(each.variables.choices))
        size = sum(len(each.variables.choices) for each in queue)
        began = time.monotonic()

        def orders() -> Iterator[Order]:
            for number, piece in enumerate(queue):
                limit = None
                if seconds is not None:
                    left = max(0.0, seconds - (time.monotonic() - began))
                    part = seconds * len(piece.variables.choices) / size
                    least = left / (len(queue) - number)
                    limit = min(left, self._pool.room * max(least, part))
                yield _order(number, piece, steps, limit)

        for order, found in self._pool.map(self._work, orders(), stop=self._stop):
            if isinstance(found, Lost):
                continue
            piece = queue[order.number]
            piece.suited = replace(found.suited, where=self._name)
            piece.values = found.values
            piece.reached.update(found.reached)
            _narrow(piece, found.ends)
            yield piece, found


def _order(
    number: int, piece: Piece, steps: Sequence[Step], seconds: float | None
) -> Order:
    return Order(
        number,
        piece.group,
        piece.asked,
        piece.opened,
        dict(piece.kept),
        piece.values,
        _ends(piece),
        vars(piece).get("suited"),
        steps,
        seconds,
    )


def climbed(
    scenario: Scenario, workers: int | None, versions: Mapping[str, str], order: Order
) -> Found:
    """
    Return what comes of a piece that climbs what is ordered.

    Parameters
    ----------
    scenario, workers
        As in :class:`Afar`.
    versions
        Those with which variables have the numbers that they have in the order.
    order
        The piece.

    Raises
    ------
    matcher.extras.VersionError
        If this machine has other versions.
    """
    if versions != _versions():
        raise VersionError(node(), _versions(), versions)
    began = time.monotonic()
    engine = Engine(scenario.seed, workers, threading.Event())
    piece = _piece(scenario, order)
    reached, seconds = {}, {}
    for number, (rung, ahead) in enumerate(order.steps):
        started, limit = time.monotonic(), None
        if order.seconds is not None:
            part = max(1 / 3, 1 / (len(order.steps) - number))
            limit = max(0.0, order.seconds - (started - began)) * part
        reached[rung] = climb(piece, rung, engine, limit, _unheard, ahead=ahead)
        if not _meet(scenario, rung):
            piece.keep(rung, reached[rung].best)
        seconds[rung] = time.monotonic() - started
    return Found(
        reached, seconds, piece.values, _ends(piece), piece.suited, engine.work
    )


def _piece(scenario: Scenario, order: Order) -> Piece:
    """Build the piece as it is where the order comes from."""
    piece = Piece(scenario, order.group, order.asked)
    if order.opened is not None:
        piece.open_fairness(order.opened)
    for rung, value in order.kept.items():
        piece.keep(rung, value)
    _narrow(piece, order.ends)
    piece.values = order.values
    if order.suited is not None:
        piece.suited = order.suited
    return piece


def _meet(scenario: Scenario, rung: Rung) -> bool:
    """Return whether what a piece keeps of the rung depends on the others."""
    tolerated = any(
        each.tolerance for each in scenario.policy.goals if each.goal == rung[0]
    )
    return tolerated or rung in MAXIMA


def _ends(piece: Piece) -> Ends:
    """Return the ends of all domains, which linear programs have narrowed."""
    proto = piece.variables.model.proto
    # The engine's own sequences do not count from the end.
    domains = [list(each.domain) for each in proto.variables]
    return [(each[0], each[-1]) for each in domains]


def _narrow(piece: Piece, ends: Ends) -> None:
    """Cut the domains of a piece down to these ends."""
    variables = piece.variables.model.proto.variables
    for variable, (low, high) in zip(variables, ends, strict=True):
        narrow(variable, low, high)


def _versions() -> Mapping[str, str]:
    return {"matcher": __version__, "ortools": version("ortools")}


def _unheard(_best: int | None, _bound: int | None) -> None:
    """Tell nobody: news do not cross between machines."""
