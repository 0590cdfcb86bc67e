"""Whoever is near an empty post is whom one finds by asking everybody in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from worlds import tiny

from matcher.eligibility.crowd import numbers
from matcher.explain.nearness import Near
from matcher.explain.supply import Supply
from matcher.plan import Arrangements
from matcher.rulebook import RULES
from matcher.scenario import Scenario
from matcher.scenario.generate import generate

if TYPE_CHECKING:
    from matcher.scenario.entities import Need

WORLDS = [*map(tiny, range(60)), *(generate(30, 20, seed) for seed in range(6))]


def asked(supply: Supply, scenario: Scenario, need: Need) -> list[Near]:
    """Return everybody of the sending city with what keeps them from the need."""
    origin = scenario.programme[need.programme].direction.origin
    return [
        Near(number, person, supply.between(person, need))
        for number, person in enumerate(scenario.people)
        if scenario.home(person).city is origin
    ]


@pytest.mark.parametrize("scenario", WORLDS, ids=lambda world: world.name)
def test_sets_say_what_everybody_says(scenario: Scenario) -> None:
    """For each rule the same people are stopped, and the nearest are the same."""
    supply = Supply(scenario, (), Arrangements())
    for need in scenario.needs:
        pool, everybody = supply.pool(need), asked(supply, scenario, need)
        assert set(numbers(pool.people)) == {each.number for each in everybody}
        for rule in RULES:
            stopped = {each.number for each in everybody if rule in each.rules}
            assert set(numbers(pool.stopped_by((rule,)))) == stopped
        everybody.sort(key=lambda each: (each.distance, each.person.id))
        for most in (1, 3):
            assert pool.nearest(most) == everybody[:most]


def test_codes_that_sort_unlike_their_rows_are_nearest_by_code() -> None:
    """A code with a blank sorts before the code that it begins with, as a row."""
    world = generate(30, 20, 1)
    renamed = tuple(
        person.model_copy(update={"id": "P" if number == 7 else f"P !{number:02}"})
        for number, person in enumerate(world.people)
    )
    fields = set(Scenario.model_fields) - {"schema_version"}
    scenario = Scenario.model_validate(
        {
            **{name: getattr(world, name) for name in fields},
            "people": renamed,
            "commitments": (),
            "preferences": (),
            "locks": (),
        }
    )
    codes = [person.id for person in scenario.people]
    assert codes != sorted(codes)
    test_sets_say_what_everybody_says(scenario)
