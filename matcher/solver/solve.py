"""The door of the solver: a scenario goes in, assignments with proofs come out."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.eligibility import candidates
from matcher.errors import InterruptedSolveError, NoPlanError
from matcher.plan import Arrangements, Assignment, RungProof, Status
from matcher.pool import opened
from matcher.scenario.base import Mode
from matcher.solver.afar import Afar
from matcher.solver.arrangements import joined
from matcher.solver.beds import beds
from matcher.solver.building import all_kept
from matcher.solver.clock import Clock
from matcher.solver.conflict import contradiction
from matcher.solver.engine import Engine, Progress
from matcher.solver.ladder import Ladder
from matcher.solver.leaders import links
from matcher.solver.methods import AUTO, Suited
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario


RAY = "ray"
"""Asks for pieces to be solved on a cluster."""


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
    address: str | None = None,
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
        One of :data:`~matcher.solver.methods.ENGINES`; ``auto``: what suits each piece;
        ``ray``: the same, on a Ray cluster.
    address
        Where the cluster is; None: one is started here.
    progress
        Told whenever something is found or proven, from another thread.
    stop
        Set by somebody who wants the run to end with the best plan so far.

    Raises
    ------
    matcher.extras.ExtraError
        If Ray is asked for and not installed.
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
    search, news = Engine(scenario.seed, workers, stop), progress or _silent
    if engine != RAY:
        return _solved(scenario, search, clock, news, asked=engine)
    # Most pieces are small and use one thread.
    with opened("ray", threads=workers or 1, address=address) as pool:
        afar = Afar(pool, RAY, scenario, workers, stop)
        return _solved(scenario, search, clock, news, afar=afar)


def _solved(
    scenario: Scenario,
    search: Engine,
    clock: Clock,
    progress: Callable[[Progress], None],
    *,
    asked: str = AUTO,
    afar: Afar | None = None,
) -> Solution:
    """Plan a scenario here, or its pieces elsewhere."""
    pieces = _pieces(scenario, asked)
    for piece in pieces:
        _begin(piece, search, clock)
    ladder = Ladder(scenario, pieces, search, clock, progress, afar=afar)
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
        search.stopped,
        scenario.seed,
        tuple(piece.suited for piece in ladder.pieces),
        search.work,
    )


@all_kept()
def _pieces(scenario: Scenario, asked: str) -> list[Piece]:
    """Return the pieces of a scenario, each with its model."""
    groups = split(scenario, candidates(scenario))
    return [Piece(scenario, group, asked) for group in groups]


def _silent(_news: Progress) -> None:
    """Tell nobody."""


def _begin(piece: Piece, engine: Engine, clock: Clock) -> None:
    """Give the piece a plan: nobody goes, unless strict locks want more."""
    scenario = piece.variables.scenario
    if not piece.group.locks or scenario.policy.mode("locks") is not Mode.STRICT:
        return
    found = piece.start(engine, clock.share())
    if found is False:
        raise contradiction(scenario, engine, clock.share())
    if found is None:
        raise InterruptedSolveError if engine.stopped else NoPlanError(clock.limit or 0)
