"""preferences: steps below the first wish, the worst-off first, then all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import need, person, post, scenario
from judges import aiming, both_value

from matcher.scenario.conditions import Preference

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def wish(side: str, who: str, target: str, rank: int) -> Preference:
    """Return one wish."""
    return Preference.model_validate(
        {"side": side, "person": who, "target": target, "rank": rank}
    )


def world_of(*wishes: Preference) -> Scenario:
    """Return a world of three people and four needs, two of them at XU."""
    world = scenario(
        people=tuple(person(code) for code in "ABC"),
        needs=(
            need("n1", max_headcount=2),
            need("n2"),
            need("n3", unit="XV"),
        ),
        preferences=wishes,
    )
    return aiming(world, "preferences")


def steps(worst: int, total: int) -> dict[tuple[str, str], int]:
    """Return the parts of the goal with these values."""
    return {("preferences", "worst"): worst, ("preferences", "sum"): total}


def test_without_wishes_nobody_is_worse_off() -> None:
    """No wishes, or no assignments, are no steps."""
    world = world_of()

    assert both_value(world) == steps(0, 0)
    assert both_value(world, post(world, "A", "n1", 0, 3)) == steps(0, 0)


@pytest.mark.parametrize(
    ("what", "step"),
    [
        ("n3", 0),  # the area X2 is the first wish
        ("n2", 1),  # ranks 4 and 4 share step 1, the gap means nothing
        ("n1", 1),  # the unit XU is wished for at rank 4, the need only at rank 9
    ],
)
def test_steps_of_a_person(what: str, step: int) -> None:
    """Gaps mean nothing, ties share a step, and the best wish that fits counts."""
    world = world_of(
        wish("person", "A", "X2", 2),
        wish("person", "A", "n2", 4),
        wish("person", "A", "XU", 4),
        wish("person", "A", "n1", 9),
    )

    assert both_value(world, post(world, "A", what, 0, 3)) == steps(step, step)


def test_a_place_that_was_not_wished_for_is_the_last_step() -> None:
    """Two different ranks make two steps; elsewhere is a third."""
    world = world_of(
        wish("person", "A", "n1", 1),
        wish("person", "A", "X3", 1),
        wish("person", "A", "n2", 5),
    )

    assert both_value(world, post(world, "A", "n3", 0, 3)) == steps(2, 2)


def test_wishes_of_a_need_and_of_its_unit_form_one_list() -> None:
    """Rank 1 for B at the unit, rank 3 for A at the need: A is one step below."""
    world = world_of(wish("host", "B", "XU", 1), wish("host", "A", "n1", 3))
    wanted, second = post(world, "B", "n1", 0, 3), post(world, "A", "n1", 0, 3)

    assert both_value(world, wanted) == steps(0, 0)
    assert both_value(world, second) == steps(1, 1)
    assert both_value(world, post(world, "C", "n1", 0, 3)) == steps(2, 2)


def test_the_other_need_of_the_unit_has_a_shorter_list() -> None:
    """At n2 only the unit's wish counts: A was not wished for and is one step off."""
    world = world_of(wish("host", "B", "XU", 1), wish("host", "A", "n1", 3))

    assert both_value(world, post(world, "A", "n2", 0, 3)) == steps(1, 1)
    assert both_value(world, post(world, "A", "n3", 0, 3)) == steps(0, 0)


def test_both_sides_of_all_assignments_add_up() -> None:
    """A is 2 off, n1 is 1 off with A and 0 with B, B has no wishes, C is 1 off."""
    world = world_of(
        wish("person", "A", "n3", 1),
        wish("person", "A", "n2", 2),
        wish("host", "B", "n1", 1),
        wish("host", "A", "XU", 7),
        wish("person", "C", "n1", 1),
    )
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "C", "n3", 0, 3),
    )

    assert both_value(world, *moved) == steps(2, 2 + 1 + 0 + 1)
