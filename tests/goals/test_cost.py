"""cost: travel and lodging, in yuan."""

from __future__ import annotations

from builders import ladder, need, person, post, rules, scenario
from judges import aiming, both_value

from matcher.scenario import GoalPolicy, RulePolicy


def test_the_rulebooks_prices() -> None:
    """Two assignments of three nights: 2 x (3000 + 3 x 100) yuan."""
    world = scenario(
        people=(person("A"), person("B")), needs=(need("n1", max_headcount=2),)
    )
    world = aiming(world, "cost")
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 5, 8)

    assert both_value(world, *moved) == {("cost", ""): 6600}


def test_nights_of_acclimatisation_are_paid() -> None:
    """Three days of term and two before: five nights."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    goal = GoalPolicy(goal="cost", parameters={"travel_yuan": 7, "lodging_yuan": 10})
    world = scenario(policy=ladder(policy, goal))

    assert both_value(world, post(world, "A", "n1", 2, 5)) == {("cost", ""): 57}
