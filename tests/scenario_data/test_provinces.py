"""Years between provinces have the size that public figures give, and are valid."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from matcher.eligibility import candidates
from matcher.scenario import GoalPolicy, Policy
from matcher.scenario.base import City, Kind, LockKind
from matcher.scenario.generate.provinces.shapes import NATION, PAIR, Link, Shape
from matcher.scenario.generate.provinces.year import generate_provinces
from matcher.scenario.generate.sizes import example
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario
from matcher.solver import solve

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario import Scenario

TINY = Shape(
    name="two-senders",
    title="两省对三省",
    title_en="Two provinces and three",
    links=(
        Link("A", "A", 3),
        Link("A", "B", 2, (1600, 3200)),
        Link("B", "C", 2),
    ),
    people={
        "GB": 12,
        "YL": 20,
        "JY": 20,
        "NY": 8,
        "XT": 16,
        "ZJ": 8,
        "GF": 8,
        "PX": 10,
    },
    schools=9,
    hospitals=8,
)


@cache
def year(size: str) -> Scenario:
    """Return the year of a size."""
    return example(size)


@pytest.mark.parametrize(
    ("size", "pairs", "people", "cadres", "schools", "hospitals"),
    [("M", 56, 1700, 454, 389, 127), ("L", 450, 28_000, 3_000, 3_126, 1_020)],
)
def test_the_size_is_that_of_the_public_figures(
    size: str, *, pairs: int, people: int, cadres: int, schools: int, hospitals: int
) -> None:
    """Counties, people, cadres, paired schools and hospitals are as many as known."""
    scenario = year(size)
    areas = scenario.area
    assert len(scenario.pairings) == pairs
    for pairing in scenario.pairings:
        assert areas[pairing.first].city is City.NANJING
        assert areas[pairing.second].city is City.XINING
    assert len({pairing.second for pairing in scenario.pairings}) == pairs
    assert len(scenario.people) == people
    assert sum(person.sector == "党政" for person in scenario.people) == cadres
    west = Counter(
        unit.kind for unit in scenario.units if areas[unit.area].city is City.XINING
    )
    assert west["school"] == schools
    assert west["hospital"] == hospitals
    assert west["agri_station"] == west["government"] == pairs


@pytest.mark.parametrize("size", ["M", "L"])
def test_a_province_asks_for_nearly_as_many_as_it_has(size: str) -> None:
    """Posts are a little fewer than people, and targets and maxima stand below."""
    scenario = year(size)
    seats = Counter[str]()
    for need in scenario.needs:
        seats[need.programme] += need.min_headcount
    assert 0.85 < seats.total() / len(scenario.people) < 0.95
    for programme in scenario.programmes:
        assert programme.target is not None
        assert programme.target <= seats[programme.id]
    assert any(
        each.maximum is not None and each.maximum < seats[each.id]
        for each in scenario.programmes
    )


def test_the_nation_is_eight_senders_and_ten_receivers() -> None:
    """Nothing but its own province serves a county."""
    assert len(NATION.senders) == 8
    assert len({link.receiver for link in NATION.links}) == 10
    assert sum(link.counties for link in NATION.links) == 450
    assert PAIR.senders == ("A",)
    scenario = year("L")
    for programme in scenario.programmes:
        assert programme.paired or programme.release_areas == (f"E{programme.id[0]}",)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_seed_it_is_valid(seed: int, tmp_path: Path) -> None:
    """The reader finds no fault and loses nothing."""
    scenario = generate_provinces(TINY, seed)
    write_scenario(scenario, tmp_path / "written")
    assert read_scenario(tmp_path / "written") == scenario


def test_a_pair_of_provinces_is_valid(tmp_path: Path) -> None:
    """The reader finds no fault in size M and loses nothing of it."""
    write_scenario(year("M"), tmp_path / "written")
    assert read_scenario(tmp_path / "written") == year("M")


def test_the_same_seed_draws_the_same_year() -> None:
    """Another seed draws another one."""
    assert generate_provinces(PAIR, 1).fingerprint == year("M").fingerprint
    assert generate_provinces(PAIR, 2).people != year("M").people


def test_every_rule_of_such_a_year_has_something_to_do() -> None:
    """Size M holds what each of its rules speaks of."""
    scenario = year("M")
    assert {each.kind for each in scenario.programmes} == {
        Kind.SECONDMENT,
        Kind.SUPPORT_POSTING,
        Kind.TEAM_VISIT,
        Kind.VISIT,
        Kind.ATTACHMENT,
    }
    assert {lock.kind for lock in scenario.locks} == {
        LockKind.DISPATCHED,
        LockKind.FORBID,
    }
    assert {need.need for need in scenario.leavers} == {
        need.id for need in scenario.needs if need.handover
    }
    assert any(not site.heated for site in scenario.housing)
    assert {wish.side.value for wish in scenario.preferences} == {"person", "host"}
    assert scenario.teams
    assert scenario.departments
    assert scenario.commitments
    served = {each.need for each in candidates(scenario)}
    assert 0.9 < len(served) / len(scenario.needs) < 1


def test_locks_can_be_kept() -> None:
    """No generated lock contradicts another or a rule."""
    coverage = Policy(goals=(GoalPolicy(goal="coverage"),))
    kinds = set()
    for seed in range(6):
        scenario = generate_provinces(TINY, seed)
        kinds |= {lock.kind for lock in scenario.locks}
        assert solve(scenario.model_copy(update={"policy": coverage})).assignments
    assert kinds == {LockKind.DISPATCHED, LockKind.FORBID}
