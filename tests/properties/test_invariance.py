"""What must not matter: codes, the order of rows, the run, the process, the threads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from equipment import equipped
from examples import SECONDS, few, generated, solvable, wishing
from hypothesis import given
from hypothesis import strategies as st
from relabel import CODES, relabelled, shuffle_rows

from matcher.plan import Plan, RungProof, Status
from matcher.plan.files import dump_plan
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.scenario.references import REFERENCES
from matcher.scenario.writing import write_scenario
from matcher.solver import engine, piece
from matcher.verbs import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario

    Make = Callable[[int, int, int], Scenario]

SCENARIOS = Path(__file__).parents[2] / "scenarios"

SHORT = ((10, 40, 1), (20, 40, 2), (25, 30, 3))
"""People, seats and seed of generated scenarios with too few people."""

EQUIPPED = (40, 40, 4)
"""The same of a scenario whose plan has arrangements of every kind."""

PRINT = (
    "from equipment import equipped\n"
    "from matcher.plan.files import dump_plan\n"
    "from matcher.scenario.generate import generate\n"
    "from matcher.verbs import run\n"
    "print(dump_plan(run({}(*{}), workers=1).plan), end='')"
)


def _proven(plan: Plan) -> list[RungProof]:
    """Return the rungs above the first that is not proven, without the draw."""
    found = []
    for rung in plan.rungs:
        if rung.status is not Status.OPTIMAL or rung.goal == "tie-break":
            break
        # Where later rungs may worsen a rung, the draw decides by how much.
        found.append(rung.model_copy(update={"value": rung.best}))
    return found


@few(40)
@given(st.one_of(solvable(), wishing()), st.integers(0, 99))
def test_other_codes_give_a_tiny_world_the_same_rungs(
    world: Scenario, salt: int
) -> None:
    """No rung but the draw asks for codes, nor for the order that codes give rows."""
    plan = run(world, workers=1).plan
    other = run(relabelled(world, salt), workers=1).plan
    assert _proven(other) == _proven(plan)
    assert other.status is plan.status


@few(10)
@given(generated(), st.integers(0, 99))
def test_other_codes_give_the_same_rungs(world: Scenario, salt: int) -> None:
    """The same holds for scenarios of real size, as far as both are proven."""
    plan = run(world, workers=1, time_limit=SECONDS).plan
    other = run(relabelled(world, salt), workers=1, time_limit=SECONDS).plan
    both = list(zip(_proven(other), _proven(plan), strict=False))
    assert [first for first, _ in both] == [second for _, second in both]


@few(8)
@given(generated(), st.integers(0, 99))
def test_the_order_of_rows_means_nothing(
    tmp_path_factory: pytest.TempPathFactory, world: Scenario, seed: int
) -> None:
    """Files with their rows in another order are the same scenario."""
    other = relabelled(world, seed)
    folder = tmp_path_factory.mktemp("rows") / "scenario"
    write_scenario(other, folder)
    shuffle_rows(folder, Random(seed))  # noqa: S311 -- a draw that can be repeated
    assert read_scenario(folder) == other


@few(30)
@given(solvable())
def test_a_tiny_world_gives_the_same_plan_twice(world: Scenario) -> None:
    """Two runs of one tiny world write the same bytes."""
    assert dump_plan(run(world).plan) == dump_plan(run(world).plan)


@pytest.mark.parametrize("size", SHORT)
def test_a_shortage_gives_the_same_plan_twice(size: tuple[int, int, int]) -> None:
    """Two runs of one scenario with shortages write the same bytes."""
    plan = run(generate(*size)).plan
    assert plan.status is Status.OPTIMAL
    assert plan.shortages
    assert dump_plan(run(generate(*size)).plan) == dump_plan(plan)


def test_arrangements_are_the_same_twice() -> None:
    """Two runs write the same bytes of mentorships, links, beds, rosters and seats."""
    plan = run(equipped(*EQUIPPED)).plan
    assert plan.status is Status.OPTIMAL
    assert all(rows for _, rows in plan.arrangements)
    assert dump_plan(run(equipped(*EQUIPPED)).plan) == dump_plan(plan)


def test_a_folder_gives_the_same_plan_twice() -> None:
    """Two runs of one folder, each read anew, write the same bytes."""
    first, second = (run(read_scenario(SCENARIOS / "tiny")) for _ in range(2))
    assert dump_plan(first.plan) == dump_plan(second.plan)


@pytest.mark.parametrize("hashes", ["1", "2"])
@pytest.mark.parametrize(("make", "size"), [(generate, SHORT[1]), (equipped, EQUIPPED)])
def test_another_process_gives_the_same_plan(
    make: Make, size: tuple[int, int, int], hashes: str
) -> None:
    """A process in which sets have another order writes the same bytes."""
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", PRINT.format(make.__name__, size)],
        env=os.environ
        | {"PYTHONHASHSEED": hashes, "PYTHONPATH": f"{here}{os.pathsep}{here.parent}"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == dump_plan(run(make(*size), workers=1).plan)


@pytest.mark.parametrize(
    ("make", "size"),
    [(generate, (40, 25, 1)), (generate, (40, 60, 2)), (equipped, EQUIPPED)],
)
def test_threads_give_the_same_plan(
    make: Make, size: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proven plan is the same for one thread and for many that race."""
    alone = run(make(*size), workers=1).plan
    # As if the model were large: only then are there several threads.
    for module in (engine, piece):
        monkeypatch.setattr(module, "LARGE", 50)
    together = run(make(*size)).plan
    assert together.status is Status.OPTIMAL
    assert dump_plan(together) == dump_plan(alone)


def test_all_codes_are_given_anew() -> None:
    """No column that names rows of a table keeps its codes."""
    left = [column for column in REFERENCES if column[1] not in CODES[column[0]]]
    assert left == []
