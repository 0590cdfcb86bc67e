"""Whoever has left already in a year between provinces might well have left."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from matcher.auditor import breaches
from matcher.auditor.case import NOTHING
from matcher.eligibility.verdicts import obstacles
from matcher.plan import Assignment
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.generate.provinces.shapes import NATION, PAIR, part
from matcher.scenario.generate.provinces.year import generate_provinces
from matcher.solver import feasible
from matcher.timeline import DAY

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Lock

# Every link of the nation, with a ninth of its counties, people, schools and hospitals.
SMALL_NATION = part(NATION, 9)

# The 26th is one of the few years of M where the specialty alone decides on a lock.
SEEDS = (*range(1, 13), 26)
YEARS = [
    *(pytest.param("M", seed, id=f"M-{seed}") for seed in SEEDS),
    *(pytest.param("small", seed, id=f"small-{seed}") for seed in SEEDS),
    pytest.param("L", 1, id="L-1"),
]
SHAPES = {"M": PAIR, "L": NATION, "small": SMALL_NATION}


@cache
def year(name: str, seed: int) -> Scenario:
    """Return the year of a shape."""
    return generate_provinces(SHAPES[name], seed)


def dispatched(scenario: Scenario) -> tuple[Lock, ...]:
    """Return the locks of those who have left."""
    return tuple(lock for lock in scenario.locks if lock.kind is LockKind.DISPATCHED)


def gone(scenario: Scenario) -> tuple[Assignment, ...]:
    """Return the plan in which those who have left go, and nobody else."""
    return tuple(_assignment(scenario, lock) for lock in dispatched(scenario))


def _assignment(scenario: Scenario, lock: Lock) -> Assignment:
    need, term = scenario.need[lock.target], lock.term
    assert term is not None
    return Assignment(
        person=lock.person,
        need=need.id,
        programme=need.programme,
        unit=need.unit,
        arrival=term.start - scenario.acclimatisation_days(need) * DAY,
        start=term.start,
        end=term.end,
    )


@pytest.mark.parametrize(("name", "seed"), YEARS)
def test_no_pair_rule_speaks_against_those_who_have_left(name: str, seed: int) -> None:
    """Each is eligible for the post, though nobody asks that of them any more."""
    scenario = year(name, seed)
    for lock in dispatched(scenario):
        person, need = scenario.person[lock.person], scenario.need[lock.target]
        assert obstacles(scenario, person, need) == (), lock.id


@pytest.mark.parametrize(("name", "seed"), YEARS)
def test_those_who_have_left_break_no_rule_on_their_days(name: str, seed: int) -> None:
    """The audit finds no breach, whether or not having left exempts from pair rules."""
    scenario = year(name, seed)
    # Without locks no assignment is exempt; with them, all locks must be kept.
    for judged in (scenario, scenario.model_copy(update={"locks": ()})):
        found = breaches(judged, gone(scenario), NOTHING)
        assert [each for each in found if each.mode is Mode.STRICT] == []


@pytest.mark.parametrize(("name", "seed"), [("M", 1), ("M", 2), ("small", 1)])
def test_the_solver_lets_them_go_all_together(name: str, seed: int) -> None:
    """Its model of nobody but them admits exactly the plan in which they all go."""
    scenario = year(name, seed)
    locks = dispatched(scenario)
    people, needs = {lock.person for lock in locks}, {lock.target for lock in locks}
    alone = scenario.model_copy(
        update={
            "people": tuple(each for each in scenario.people if each.id in people),
            "needs": tuple(each for each in scenario.needs if each.id in needs),
            "locks": locks,
            "commitments": (),
            "preferences": (),
            "leavers": (),
            "teams": (),
        }
    )
    assert feasible(alone, gone(scenario))


@pytest.mark.parametrize(("name", "seed"), YEARS)
def test_many_have_left_but_at_most_one_of_each_county(name: str, seed: int) -> None:
    """Of about every fourth pair of counties somebody has left, and never two."""
    scenario = year(name, seed)
    left = gone(scenario)
    hosts = Counter(scenario.unit[each.unit].area for each in left)
    homes = Counter(scenario.home(scenario.person[each.person]).id for each in left)
    assert set(hosts.values()) == set(homes.values()) == {1}
    assert 0.1 < len(hosts) / len(scenario.pairings) < 0.45
