"""scope: the areas and kinds of unit that a programme releases from and goes to."""

from __future__ import annotations

import pytest
from builders import post, programme, rules, scenario
from judges import altered, both_allow, both_concede, both_forbid, only_finding

OUTSIDE = {
    "release_areas": ("N2",),
    "release_kinds": ("school",),
    "host_areas": ("X2",),
    "host_kinds": ("school", "soe"),
}
INSIDE = {
    "release_areas": ("N1", "N2"),
    "release_kinds": ("hospital",),
    "host_areas": ("X1",),
    "host_kinds": ("school", "hospital"),
}


def test_a_programme_without_lists_takes_anyone_anywhere() -> None:
    """Blank lists forbid nothing."""
    world = scenario()

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize("column", OUTSIDE)
def test_each_list_forbids_what_it_does_not_hold(column: str) -> None:
    """One list that lacks the unit's area or kind is enough."""
    lists = {**INSIDE, column: OUTSIDE[column]}
    world = scenario(programmes=(programme("IN", **lists),))

    both_forbid(world, "scope", post(world, "A", "n1", 0, 3))


def test_lists_that_hold_both_units_allow() -> None:
    """With all four lists set, a unit that every list holds is in scope."""
    world = scenario(programmes=(programme("IN", **INSIDE),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_units_are_told_apart_by_code() -> None:
    """Two units of one name are two units; one of them is outside."""
    world = scenario(programmes=(programme("IN", release_areas=("N2",)),))
    world = altered(world, "units", "NU", name="Hospital")
    world = altered(world, "units", "XU", name="Hospital")

    both_forbid(world, "scope", post(world, "A", "n1", 0, 3))


def test_a_soft_scope_counts_an_assignment_once() -> None:
    """An assignment with both ends outside breaks the rule once."""
    world = scenario(
        policy=rules(scope="soft"), programmes=(programme("IN", **OUTSIDE),)
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"scope": 1}, moved)
    assert only_finding(world, moved).text("zh") == "NU、XU不在IN的范围之内。"
