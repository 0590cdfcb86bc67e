"""level: hosts ask for a least title level."""

from __future__ import annotations

import pytest
from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, verdict_of


@pytest.mark.parametrize("level", [3, 4, 5])
def test_the_level_or_a_higher_one_is_fine(level: int) -> None:
    """The least level itself is enough."""
    world = scenario(people=(person("A", level=level),), needs=(need("n1", level=3),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_one_level_below_is_forbidden() -> None:
    """A level below the least is not enough."""
    world = scenario(people=(person("A", level=2),), needs=(need("n1", level=3),))

    both_forbid(world, "level", post(world, "A", "n1", 0, 3))


def test_a_soft_level_costs_one_unit_however_far_below() -> None:
    """The measure counts assignments, not levels."""
    world = scenario(
        policy=rules(level="soft"),
        people=(person("A", level=1),),
        needs=(need("n1", level=5),),
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"level": 1}, moved)


def test_a_rule_that_is_off_is_not_looked_at() -> None:
    """With the rule off, nothing is forbidden and nothing is counted."""
    world = scenario(
        policy=rules(level="off"),
        people=(person("A", level=1),),
        needs=(need("n1", level=5),),
    )
    moved = post(world, "A", "n1", 0, 3)

    both_allow(world, moved)
    assert verdict_of(world, moved) == set()
