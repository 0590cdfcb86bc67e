"""concessions: soft rules are broken as little as possible, by price."""

from __future__ import annotations

from builders import need, person, post, rules, scenario
from judges import aiming, altered, both_value, conceded

from matcher.scenario import RulePolicy
from matcher.scenario.base import Mode


def test_nothing_broken_costs_nothing() -> None:
    """The part is there although no rule is soft."""
    world = aiming(scenario(), "concessions")

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("concessions", ""): 0}


def test_units_are_multiplied_by_prices() -> None:
    """Two assignments below the level at 5 each, one guest too many at 3."""
    world = scenario(
        policy=rules(
            level=RulePolicy(mode=Mode.SOFT, price=5),
            host_cap=RulePolicy(mode=Mode.SOFT, price=3),
            consent="soft",
        ),
        people=(person("A", level=1), person("B", level=2)),
        needs=(need("n1", level=3, max_headcount=2),),
    )
    world = aiming(altered(world, "units", "XU", host_cap=1), "concessions")
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)

    assert conceded(world, *moved) == {"level": 2, "host-cap": 1}
    assert both_value(world, *moved) == {("concessions", ""): 2 * 5 + 3}


def test_rules_that_are_off_cost_nothing() -> None:
    """A price of a rule that is off is never paid."""
    world = scenario(
        policy=rules(level=RulePolicy(mode=Mode.OFF, price=5)),
        people=(person("A", level=1),),
        needs=(need("n1", level=3),),
    )
    world = aiming(world, "concessions")

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("concessions", ""): 0}
