"""What holds for every scenario: clean audits, names that mean nothing, equal files."""

from __future__ import annotations

import threading
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from builders import scenario
from worlds import tiny

from matcher import verbs
from matcher.errors import ContradictionError, InterruptedSolveError, NoPlanError
from matcher.plan import Status
from matcher.plan.files import dump_plan, read_plan
from matcher.scenario import TABLES, Scenario
from matcher.scenario.base import LockKind
from matcher.scenario.entities import Lock
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from matcher.verbs import Run

SIZES = ((5, 4), (12, 8), (25, 16), (40, 25))
TINY = Path(__file__).parents[2] / "scenarios" / "tiny"


def _pinned() -> Scenario:
    """Return a small world with a lock that a plan must keep."""
    lock = Lock(id="L", kind=LockKind.PIN, person="A", target="n1")
    return scenario(locks=(lock,))


def rungs(done: Run) -> dict[tuple[str, str], int]:
    """Return the value of each rung but the draw, which is made from the names."""
    return {
        (rung.goal, rung.part): rung.value
        for rung in done.plan.rungs
        if rung.goal != "tie-break"
    }


def renamed(world: Scenario, random: Random) -> Scenario:
    """Return the world with other ids everywhere and the rows of tables shuffled."""
    content = world.model_dump(mode="json", by_alias=True)
    ids = [row["id"] for table in TABLES for row in content[table] if "id" in row]
    codes = random.sample(range(len(ids)), len(ids))
    fresh = {old: f"R{code:04}" for old, code in zip(ids, codes, strict=True)}

    def rename(value: object) -> object:
        if isinstance(value, dict):
            return {key: rename(each) for key, each in value.items()}
        if isinstance(value, list):
            return [rename(each) for each in value]
        return fresh.get(value, value) if isinstance(value, str) else value

    for table in TABLES:
        rows = [rename(row) for row in content[table]]
        content[table] = random.sample(rows, len(rows))
    return Scenario.model_validate(content)


@pytest.mark.parametrize("seed", range(40))
def test_names_and_order_of_rows_mean_nothing(seed: int) -> None:
    """Other ids and shuffled rows change no value of any rung but the draw."""
    random = Random(seed)  # noqa: S311 -- a draw that can be repeated
    world = tiny(seed)

    try:
        before = rungs(verbs.run(world, workers=1))
    except ContradictionError:
        with pytest.raises(ContradictionError):
            verbs.run(renamed(world, random), workers=1)
    else:
        assert rungs(verbs.run(renamed(world, random), workers=1)) == before


@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_names_mean_nothing_in_a_generated_year(people: int, seats: int) -> None:
    """The same, with all tables in play."""
    world = generate(people, seats, seed=7)
    other = renamed(world, Random(7))  # noqa: S311 -- as above

    assert rungs(verbs.run(other)) == rungs(verbs.run(world))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_every_solved_scenario_audits_clean(people: int, seats: int, seed: int) -> None:
    """The judge finds nothing in a plan of the solver, and every rung is proven."""
    done = verbs.run(generate(people, seats, seed))

    assert [finding.text("en") for finding in done.audit.findings] == []
    assert done.plan.status is Status.OPTIMAL


@pytest.mark.parametrize("limit", [0.02, 0.3])
@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_a_run_cut_short_audits_clean(people: int, seats: int, limit: float) -> None:
    """Whatever the time allows is a plan without findings, or is said not to be one."""
    try:
        done = verbs.run(generate(people, seats, seed=1), time_limit=limit)
    except NoPlanError:
        return
    open_rungs = [r for r in done.plan.rungs if r.best != r.bound]

    assert [finding.text("en") for finding in done.audit.findings] == []
    assert (done.plan.status is Status.OPTIMAL) == (not open_rungs)


def test_a_run_that_is_stopped_at_once_audits_clean() -> None:
    """A wish to stop that comes first leaves a clean plan, marked as interrupted."""
    stop = threading.Event()
    stop.set()
    world = generate(25, 16, seed=1).model_copy(update={"locks": ()})

    done = verbs.run(world, stop=stop)

    assert [finding.text("en") for finding in done.audit.findings] == []
    assert done.plan.interrupted


def test_a_run_that_is_stopped_before_its_locks_are_kept_has_no_plan() -> None:
    """Strict locks need a search, which a wish to stop forbids."""
    stop = threading.Event()
    stop.set()

    with pytest.raises(InterruptedSolveError):
        verbs.run(_pinned(), stop=stop)


@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_two_runs_give_equal_files(people: int, seats: int, tmp_path: Path) -> None:
    """The same scenario and seed give the same bytes, which read back as the plan."""
    world = generate(people, seats, seed=3)
    text = dump_plan(verbs.run(world).plan)
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")

    assert dump_plan(verbs.run(world, workers=1).plan) == text
    assert dump_plan(read_plan(path)) == text


def test_two_runs_of_a_folder_give_equal_files() -> None:
    """The same from files."""
    first, second = (dump_plan(verbs.solve(read_scenario(TINY))) for _ in range(2))

    assert first == second
