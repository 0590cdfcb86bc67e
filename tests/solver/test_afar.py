"""Pieces that climb elsewhere: the rungs and the plan are those of a run here."""

from __future__ import annotations

import sys
import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest
from builders import person, scenario
from dying import Dying

from matcher import verbs
from matcher.eligibility import candidates
from matcher.extras import VersionError
from matcher.plan import Status
from matcher.plan.files import dump_plan
from matcher.pool import ENGINES, opened
from matcher.scenario.generate import generate
from matcher.solver import afar, solve
from matcher.solver.afar import Afar, climbed
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matcher.pool import Engine, Pool
    from matcher.scenario import Scenario

DOOR = sys.modules[solve.__module__]
MORE = ("people-away", "workload", "finish")


@pytest.fixture(scope="module", params=ENGINES)
def pool(request: pytest.FixtureRequest) -> Iterator[Pool[Any]]:
    """Return processes of this machine, then a real Ray cluster."""
    engine: Engine = request.param
    if engine == "ray":
        request.getfixturevalue("ray_cluster")
    with opened(engine, threads=1, most=2) as found:
        yield found


@pytest.fixture
def far(pool: Pool[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the solver have that pool where it asks for one."""
    monkeypatch.setattr(DOOR, "opened", lambda *_, **__: nullcontext(pool))


def _goals(world: Scenario, tolerances: dict[str, int]) -> Scenario:
    """Return a world that pursues more goals, some with tolerances."""
    given = world.policy.goals
    last, kind = given[-1], type(given[0])
    more = [kind(goal=each) for each in MORE]
    goals = [
        each.model_copy(update={"tolerance": tolerances.get(each.goal, 0)})
        for each in (*given[:-1], *more, last)
    ]
    policy = world.policy.model_copy(update={"goals": tuple(goals)})
    return world.model_copy(update={"policy": policy})


def _worlds() -> dict[str, Scenario]:
    plain = {f"plain-{seed}": generate(60, 40, seed) for seed in (1, 2)}
    first, second = plain.values()
    return {
        **plain,
        "more-goals": _goals(first, {}),
        "tolerant-maximum": _goals(second, {"finish": 5}),
        "tolerant-early": _goals(first, {"fit": 20}),
        "tolerant-late": _goals(second, {"workload": 20}),
    }


WORLDS = _worlds()


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("name", WORLDS)
def test_the_plan_is_that_of_a_run_here(name: str) -> None:
    """Everything is proven, rungs are the same, and so are the bytes of the file."""
    world = WORLDS[name]
    assert len(split(world, candidates(world))) > 3
    here = verbs.run(world)
    there = verbs.run(world, engine="ray")
    assert here.plan.status is Status.OPTIMAL
    assert there.plan.rungs == here.plan.rungs
    assert dump_plan(there.plan) == dump_plan(here.plan)
    assert {each["where"] for each in here.pieces} == {"here"}


@pytest.mark.usefixtures("far")
def test_the_record_says_where_a_piece_was_solved() -> None:
    """Pieces of a run on Ray say so, and have the methods of a run here."""
    here = verbs.run(WORLDS["plain-1"])
    there = verbs.run(WORLDS["plain-1"], engine="ray")
    assert {each["where"] for each in there.pieces} == {"ray"}
    assert [(each["engine"], each["reason"]) for each in there.pieces] == [
        (each["engine"], each["reason"]) for each in here.pieces
    ]
    assert there.work > 0
    assert len(there.seconds) == len(there.plan.rungs)


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize(("count", "least", "most"), [(1, 1, 1), (99, 3, 99)])
def test_a_killed_process_loses_nothing(
    count: int,
    least: int,
    most: int,
    *,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its piece is tried again elsewhere; if all die, it is solved here."""
    undisturbed = dump_plan(verbs.run(WORLDS["plain-2"]).plan)
    monkeypatch.setattr("matcher.solver.afar.climbed", Dying(tmp_path, count))
    plan = verbs.run(WORLDS["plain-2"], engine="ray").plan
    assert dump_plan(plan) == undisturbed
    assert least <= len(list(tmp_path.iterdir())) <= most


@pytest.mark.usefixtures("far")
def test_time_that_runs_out_leaves_a_plan_with_bounds() -> None:
    """Whatever was cut short is told as such, and the judge agrees with the rest."""
    done = verbs.run(WORLDS["more-goals"], engine="ray", time_limit=0.2)
    assert done.audit.clean
    for rung in done.plan.rungs:
        least, most = sorted([rung.best, rung.bound])
        assert (least == most) is (rung.status is Status.OPTIMAL)


@pytest.mark.usefixtures("far")
def test_a_wish_to_stop_leaves_a_plan() -> None:
    """Nothing more is sent, and what there is is a plan."""
    stop = threading.Event()
    stop.set()
    done = verbs.run(WORLDS["plain-1"], engine="ray", stop=stop)
    assert done.plan.interrupted
    assert done.audit.clean


@pytest.mark.usefixtures("far")
def test_progress_is_told_for_every_rung() -> None:
    """Each rung ends once, in the order of the ladder, with its value."""
    told = []
    done = verbs.run(
        WORLDS["plain-1"],
        engine="ray",
        progress=lambda each: told.append(each) if each.done else None,
    )
    assert [(each.goal, each.part, each.best) for each in told] == [
        (each.goal, each.part, each.best) for each in done.plan.rungs
    ]


def test_one_piece_stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nobody to share the work with: the pool is never asked."""
    world = scenario(people=(person("A"), person("B")))
    assert len(split(world, candidates(world))) == 1
    monkeypatch.setattr(DOOR, "opened", lambda *_, **__: nullcontext(None))
    there = verbs.run(world, engine="ray")
    assert dump_plan(there.plan) == dump_plan(verbs.run(world).plan)


def test_a_stage_ends_where_pieces_meet() -> None:
    """Before fairness, with a maximum, with a tolerance; else with the ladder."""
    world = _goals(WORLDS["plain-1"], {"fit": 20})
    room = Afar(opened(), "ray", world, None, threading.Event())

    def length(*rungs: tuple[str, str]) -> int:
        return len(room.steps([(each, ()) for each in rungs]))

    plain, fair = ("cost", ""), ("fairness", "worst-1")
    assert length(plain, plain) == 2
    assert length(plain, fair, plain) == 1
    assert length(fair, plain) == 0
    assert length(plain, ("finish", ""), plain) == 2
    assert length(("preferences", "worst"), ("preferences", "sum")) == 1
    assert length(plain, ("fit", ""), plain) == 2


def test_other_versions_are_refused() -> None:
    """They might number the variables in another way."""
    world = scenario()
    piece = Piece(world, split(world, candidates(world))[0])
    order = afar._order(0, piece, [], None)
    assert climbed(world, None, afar._versions(), order).reached == {}
    with pytest.raises(VersionError):
        climbed(world, None, {"matcher": "0", "ortools": "0"}, order)
