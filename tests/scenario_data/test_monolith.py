"""Scenarios in one piece are those of the recipe that peers were measured on."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from matcher.eligibility import candidates
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.generate.catalogue import COUNTIES, URBAN
from matcher.scenario.generate.monolith import generate_monolith
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario
from matcher.solver import solve
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario import Scenario

PRINT = (
    "from matcher.scenario.generate.monolith import generate_monolith\n"
    "print(generate_monolith(1000, 3).fingerprint)"
)


def pairs(scenario: Scenario) -> set[tuple[str, str]]:
    """Return who could serve what, those that a lock forbids left out."""
    forbidden = {(lock.person, lock.target) for lock in scenario.locks}
    return {(each.person, each.need) for each in candidates(scenario)} - forbidden


@pytest.mark.parametrize(
    ("people", "seed", "counts", "beds"),
    [
        (100, 1, (23, 72, 72), [6, 6, 6, 6, 13, 6, 6]),
        (100, 2, (20, 72, 60), [6, 8, 6, 6, 6, 6, 6]),
        (1000, 1, (195, 701, 3022), [27, 22, 51, 41, 38, 33, 26]),
    ],
)
def test_the_draws_are_those_of_the_recipe(
    people: int, seed: int, counts: tuple[int, int, int], beds: list[int]
) -> None:
    """Needs, seats, eligible pairs and beds are as many as the recipe counts."""
    scenario = generate_monolith(people, seed)
    assert len(scenario.people) == people
    seats = sum(need.min_headcount for need in scenario.needs)
    assert (len(scenario.needs), seats, len(pairs(scenario))) == counts
    assert sum(need.max_headcount for need in scenario.needs) == seats
    sites = [scenario.site[f"H{area.id}"] for area in COUNTIES + URBAN]
    assert [site.beds_female for site in sites] == beds


@pytest.mark.parametrize(("people", "seed"), [(100, 1), (1000, 1)])
def test_it_is_read_back_as_it_was_written(
    people: int, seed: int, tmp_path: Path
) -> None:
    """The reader finds no fault and loses nothing."""
    scenario = generate_monolith(people, seed)
    write_scenario(scenario, tmp_path / "written")
    assert read_scenario(tmp_path / "written") == scenario


def test_the_known_optimum_is_reached() -> None:
    """The smallest one has the optimum that several solvers proved for the recipe."""
    (best,) = solve(generate_monolith(100, 1)).rungs
    assert (best.goal, best.best, best.bound) == ("coverage", 55_268, 55_268)


def test_same_in_every_process() -> None:
    """Another process with other hashes draws the same scenario."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == generate_monolith(1000, 3).fingerprint


def test_it_falls_into_no_pieces() -> None:
    """All candidates but a handful hang together."""
    scenario = generate_monolith(1000, 1)
    found = candidates(scenario)
    sizes = sorted(len(group.candidates) for group in split(scenario, found))
    assert sizes[-1] > 0.99 * len(found)


def test_windows_that_touch_stay_two() -> None:
    """No term may span two windows of a person, which a lock forbids."""
    scenario = generate_monolith(1000, 1)
    touching = {
        person.id: first.end
        for person in scenario.people
        for first, second in pairwise(person.windows)
        if first.end == second.start
    }
    assert touching
    assert scenario.locks
    for who, what in pairs(scenario):
        window = scenario.need[what].window
        assert who not in touching or not window.start < touching[who] < window.end
    assert {lock.kind for lock in scenario.locks} == {LockKind.FORBID}
    assert {lock.person for lock in scenario.locks} <= set(touching)


def test_only_rules_of_the_recipe_are_in_force() -> None:
    """Nothing but the recipe's limits stands between people and posts."""
    scenario = generate_monolith(100, 1)
    off = {rule for rule, how in scenario.policy.rules.items() if how.mode is Mode.OFF}
    assert {"direction", "health", "consent", "calendar", "pairing", "team"} <= off
    assert not {"release-cap", "housing", "one-place", "person-limit"} & off
    assert {unit.release_cap for unit in scenario.units} == {2, None}
    assert {scenario.limits(person) for person in scenario.people} == {(2, 400)}
