"""Generated scenarios are valid, sized as asked, and the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from matcher.scenario import GoalPolicy, Policy, Scenario
from matcher.scenario.base import Effect, LockKind
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario
from matcher.solver import solve

if TYPE_CHECKING:
    from pathlib import Path

SIZES = ((1, 1), (3, 2), (4, 9), (10, 6), (40, 25), (150, 100), (1000, 700))

PRINT = (
    "from matcher.scenario.generate import generate\n"
    "print(generate(150, 100, 3).fingerprint)"
)


@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_sizes(people: int, seats: int) -> None:
    """There are as many people and least headcounts as asked for."""
    scenario = generate(people, seats, 1)
    assert len(scenario.people) == people
    assert sum(need.min_headcount for need in scenario.needs) == seats


@pytest.mark.parametrize(("people", "seats"), SIZES)
def test_round_trip(people: int, seats: int, tmp_path: Path) -> None:
    """The reader finds no fault in a generated scenario and loses nothing of it."""
    scenario = generate(people, seats, 2)
    write_scenario(scenario, tmp_path / "written")
    assert read_scenario(tmp_path / "written").fingerprint == scenario.fingerprint


@pytest.mark.parametrize("seed", range(30))
def test_small_ones_are_valid(seed: int, tmp_path: Path) -> None:
    """Whatever the seed, the reader finds no fault."""
    scenario = generate(3 + seed % 20, 2 + seed % 13, seed)
    write_scenario(scenario, tmp_path / "written")
    assert read_scenario(tmp_path / "written") == scenario


@pytest.mark.parametrize("hashes", ["1", "2"])
def test_same_in_every_process(hashes: str) -> None:
    """Another process with other hashes draws the same scenario."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        env=os.environ | {"PYTHONHASHSEED": hashes},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == generate(150, 100, 3).fingerprint


def test_another_seed_draws_another_scenario() -> None:
    """The seed matters."""
    assert generate(40, 25, 1).people != generate(40, 25, 2).people


@pytest.mark.parametrize(("people", "seats"), [(0, 1), (1, 0)])
def test_nothing_is_refused(people: int, seats: int) -> None:
    """A scenario without people or seats cannot be drawn."""
    with pytest.raises(ValueError, match="at least one person and one seat"):
        generate(people, seats)


def _covered(scenario: Scenario) -> Scenario:
    """Return the scenario with coverage as its only goal."""
    policy = Policy(goals=(GoalPolicy(goal="coverage"),))
    return scenario.model_copy(update={"policy": policy})


@pytest.mark.parametrize("seed", range(8))
def test_locks_can_be_kept(seed: int) -> None:
    """No generated lock contradicts another or a rule."""
    scenario = generate(40, 25, seed)
    assert scenario.locks
    assert solve(_covered(scenario)).assignments


def test_every_rule_has_something_to_do() -> None:
    """A scenario of middle size holds what each rule speaks of."""
    scenario = generate(150, 100, 1)
    programmes, people = scenario.programmes, scenario.people
    assert any(each.paired for each in programmes)
    assert any(each.release_kinds for each in programmes)
    assert any(each.release_areas for each in programmes)
    assert any(each.age_max for each in programmes)
    assert any(each.maximum for each in programmes)
    assert any(each.min_days_to_count for each in programmes)
    assert any(each.as_of for each in programmes)
    assert {len(each.windows) for each in people} == {1, 2}
    assert {each.health.value for each in people} == {"yes", "no", "pending"}
    assert any(each.avoid for each in people)
    assert any(each.consent_areas for each in people)
    assert any(not each.consents for each in people)
    assert any(each.past_hosts for each in people)
    assert any(each.max_assignments for each in people)
    assert any(each.served_days for each in people)
    assert any(each.away for each in scenario.commitments)
    assert any(not each.heated for each in scenario.housing)
    assert {entry.effect for entry in scenario.calendar} == set(Effect)
    assert {lock.kind for lock in scenario.locks} == set(LockKind)
    assert {wish.side.value for wish in scenario.preferences} == {"person", "host"}
    assert scenario.teams
    assert scenario.departments
    assert {each.programme for each in scenario.needs} == {g.id for g in programmes}
