"""people-away: as few different people as possible leave their units."""

from __future__ import annotations

import pytest
from builders import day, ladder, need, person, post, rules, scenario
from judges import aiming, both_value, changed

from matcher.rulebook import GOALS
from matcher.scenario import Policy, RulePolicy, Scenario
from matcher.solver import solve


def limited(mode: str = "strict", **parameters: int) -> RulePolicy:
    """Return how a rule with these values is taken."""
    return RulePolicy.model_validate({"mode": mode, "parameters": parameters})


def world_of(**modes: RulePolicy | str) -> Scenario:
    """Return a world of three people and of needs on fixed days, one after another."""
    world = scenario(
        policy=rules(**{"person_limit": "off", **modes}),
        people=tuple(person(code) for code in "ABC"),
        needs=tuple(
            need(f"n{turn}", first_day=first, last_day=last)
            for turn, (first, last) in enumerate(((day(0), day(2)), (day(3), day(5))))
        ),
    )
    return aiming(world, "people-away")


def value(world: Scenario, *moved: tuple[str, str, int]) -> int:
    """Return the value of people sent to needs, on which both judges agree."""
    posts = [post(world, who, what, start, start + 3) for who, what, start in moved]
    (found,) = both_value(world, *posts).values()
    return found


def test_people_are_counted_not_assignments() -> None:
    """A who goes twice counts once; B counts besides; nobody is 0."""
    world = world_of()

    assert value(world) == 0
    assert value(world, ("A", "n0", 0), ("A", "n1", 3)) == 1
    assert value(world, ("A", "n0", 0), ("B", "n1", 3)) == 2


@pytest.mark.parametrize(
    ("modes", "fewest"),
    [
        ({}, 1),
        ({"one_place": limited(rest_days=1)}, 2),
        ({"one_place": "off"}, 1),
        ({"one_place": limited("soft", rest_days=1)}, 1),
        ({"person_limit": limited(max_assignments=1)}, 2),
        ({"person_limit": limited(max_days=5)}, 2),
        ({"person_limit": limited("soft", max_days=5)}, 1),
    ],
)
def test_all_posts_are_filled_by_the_fewest(
    modes: dict[str, RulePolicy | str], fewest: int
) -> None:
    """One person serves both needs unless a strict rule forbids it."""
    world = world_of(**modes)
    both = ladder(world.policy, "coverage", "people-away")

    coverage, away = solve(changed(world, policy=both), workers=1).rungs

    assert coverage.best == 2
    assert (away.best, away.bound) == (fewest, fewest)


def test_the_goal_is_pursued_only_where_it_is_listed() -> None:
    """It is optional: a policy that lists no goals leaves it out."""
    assert GOALS["people-away"].optional
    assert not Policy().pursues("people-away")
