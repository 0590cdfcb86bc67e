"""health: nobody goes to a high place without a clearance."""

from __future__ import annotations

import pytest
from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid

from matcher.scenario import RulePolicy


def test_a_cleared_person_goes_high() -> None:
    """With a clearance, altitude forbids nothing."""
    world = scenario(people=(person("A", health="yes"),))

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize("health", ["no", "pending"])
def test_without_clearance_a_high_place_is_forbidden(health: str) -> None:
    """A pending outcome is no clearance."""
    world = scenario(people=(person("A", health=health),))

    both_forbid(world, "health", post(world, "A", "n1", 0, 3))


def test_the_altitude_itself_is_not_above_it() -> None:
    """X1 lies at 2300 m: above 2299 m, not above 2300 m."""
    people = (person("A", health="no"),)
    at = scenario(
        policy=rules(health=RulePolicy(parameters={"altitude_m": 2300})), people=people
    )
    above = scenario(
        policy=rules(health=RulePolicy(parameters={"altitude_m": 2299})), people=people
    )

    both_allow(at, post(at, "A", "n1", 0, 3))
    both_forbid(above, "health", post(above, "A", "n1", 0, 3))


def test_a_low_place_needs_no_clearance() -> None:
    """What counts is the altitude of the host, not that of home."""
    world = scenario(
        people=(person("A", unit="XU", health="no"),),
        needs=(need("n1", programme="OUT", unit="NU"),),
    )

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_soft_clearance_is_conceded() -> None:
    """A soft rule may be broken, at one unit for the assignment."""
    world = scenario(policy=rules(health="soft"), people=(person("A", health="no"),))
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"health": 1}, moved)
