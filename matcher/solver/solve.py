"""The door of the solver: a scenario goes in, assignments with proofs come out."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.eligibility import candidates
from matcher.errors import InterruptedSolveError, NoPlanError
from matcher.plan import Arrangements, Assignment, RungProof, Status
from matcher.scenario.base import Mode
from matcher.solver.arrangements import joined
from matcher.solver.beds import beds
from matcher.solver.conflict import contradiction
from matcher.solver.engine import Engine, Progress
from matcher.solver.ladder import Clock, Ladder
from matcher.solver.leaders import links
from matcher.solver.methods import AUTO, Suited
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario


@dataclass(frozen=True)
class Solution:
    """
    What the solver decided and proved.

    Parameters
    ----------
    assignments
        Sorted by person, then start.
    arrangements
        What is decided besides.
    rungs
        The proofs, from the first rung to the last.
    seconds
        Time spent on each rung.
    status
        OPTIMAL if every rung is.
    interrupted
        Whether somebody stopped the run.
    seed
        The seed that was used.
    pieces
        The method of each piece, and the measures of its model.
    work
        What CP-SAT did, in its own measure, which no slow machine changes.
    """

    assignments: tuple[Assignment, ...]
    arrangements: Arrangements
    rungs: tuple[RungProof, ...]
    seconds: tuple[float, ...]
    status: Status
    interrupted: bool
    seed: int
    pieces: tuple[Suited, ...]
    work: float


def solve(
    scenario: Scenario,
    *,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    engine: str = AUTO,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Solution:
    """
    Plan a scenario, rung by rung.

    Parameters
    ----------
    scenario
        What is to be planned.
    seed
        Seed of the draw and of the search; None: the scenario's.
    time_limit
        Seconds for the whole run; None: until everything is proven.
    workers
        Threads of the engine; None: eight.
    engine
        One of :data:`~matcher.solver.methods.ENGINES`; ``auto``: what suits each piece.
    progress
        Told whenever something is found or proven, from another thread.
    stop
        Set by somebody who wants the run to end with the best plan so far.

    Raises
    ------
    ContradictionError
        If the strict locks cannot all be kept.
    NoPlanError
        If no plan that keeps the strict locks was found in time.
    InterruptedSolveError
        If the run was stopped before there was such a plan.
    """
    if seed is not None:
        scenario = scenario.model_copy(update={"seed": seed})
    stop = stop or threading.Event()
    clock = Clock(time_limit)
    search = Engine(scenario.seed, workers, stop)
    groups = split(scenario, candidates(scenario))
    pieces = [Piece(scenario, group, engine) for group in groups]
    for piece in pieces:
        _begin(piece, search, clock, stop, time_limit)
    ladder = Ladder(scenario, pieces, search, clock, progress or _silent)
    proofs, seconds = ladder.climb()
    proven = all(each.status is Status.OPTIMAL for each in proofs)
    found = [each for piece in ladder.pieces for each in piece.assignments()]
    found.sort(key=lambda each: (each.person, each.start, each.need))
    more = joined(piece.complete(search) for piece in ladder.pieces)
    support = {"links": links(scenario, found), "beds": beds(scenario, found)}
    return Solution(
        tuple(found),
        more.model_copy(update=support),
        proofs,
        seconds,
        Status.OPTIMAL if proven else Status.FEASIBLE,
        stop.is_set(),
        scenario.seed,
        tuple(piece.suited for piece in ladder.pieces),
        search.work,
    )


def _silent(_news: Progress) -> None:
    """Tell nobody."""


def _begin(
    piece: Piece,
    engine: Engine,
    clock: Clock,
    stop: threading.Event,
    time_limit: float | None,
) -> None:
    """Give the piece a plan: nobody goes, unless strict locks want more."""
    scenario = piece.variables.scenario
    if not piece.group.locks or scenario.policy.mode("locks") is not Mode.STRICT:
        return
    found = piece.start(engine, clock.share())
    if found is False:
        raise contradiction(scenario, engine, clock.share())
    if found is None:
        raise InterruptedSolveError if stop.is_set() else NoPlanError(time_limit or 0)
