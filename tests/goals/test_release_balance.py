"""release-balance: the burden is shared over the releasing units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import need, person, post, scenario
from judges import aiming, both_value

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def world_of() -> Scenario:
    """Return a world of three people of NU and one of NV."""
    world = scenario(
        people=(*(person(code) for code in "ABC"), person("D", unit="NV")),
        needs=(need("n1", max_headcount=4), need("n2", unit="XV")),
    )
    return aiming(world, "release-balance")


def test_nobody_away_is_no_burden() -> None:
    """Without assignments the burden is 0."""
    assert both_value(world_of()) == {("release-balance", ""): 0}


def test_a_shared_burden_is_lighter() -> None:
    """Two of one unit weigh 1 + 2, one of each 1 + 1."""
    world = world_of()
    one = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)
    each = post(world, "A", "n1", 0, 3), post(world, "D", "n1", 0, 3)

    assert both_value(world, *one) == {("release-balance", ""): 3}
    assert both_value(world, *each) == {("release-balance", ""): 2}


def test_assignments_are_counted_not_people() -> None:
    """A goes twice and B once: 1 + 2 + 3; D of the other unit adds 1."""
    world = world_of()
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 3, 6),
        post(world, "B", "n1", 0, 3),
        post(world, "D", "n1", 0, 3),
    )

    assert both_value(world, *moved) == {("release-balance", ""): 7}
