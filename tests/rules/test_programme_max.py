"""programme-max: a programme takes at most its maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import need, person, post, programme, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def world_of(maximum: int | None, mode: str = "strict") -> Scenario:
    """Return a world in which IN takes at most so many, and ALSO anyone."""
    return scenario(
        policy=rules(programme_max=mode),
        people=tuple(person(code) for code in "ABC"),
        programmes=(programme("IN", maximum=maximum), programme("ALSO")),
        needs=(
            need("n1", max_headcount=3),
            need("n2"),
            need("n3", programme="ALSO"),
        ),
    )


def test_the_maximum_itself_is_fine() -> None:
    """Two assignments of the programme and one of another."""
    world = world_of(2)

    both_allow(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n2", 0, 3),
        post(world, "C", "n3", 0, 3),
    )


def test_one_more_is_forbidden() -> None:
    """Assignments of all needs and of all days count together."""
    world = world_of(2)

    both_forbid(
        world,
        "programme-max",
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n2", 0, 3),
        post(world, "C", "n1", 5, 8),
    )


def test_a_person_with_two_assignments_counts_twice() -> None:
    """The maximum is one of assignments, not of people."""
    world = world_of(1)

    both_forbid(
        world,
        "programme-max",
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 3, 6),
    )


def test_without_a_maximum_nothing_is_forbidden() -> None:
    """A blank maximum is no limit; a maximum of 0 takes nobody."""
    free, closed = world_of(None), world_of(0)

    both_allow(free, post(free, "A", "n1", 0, 3), post(free, "B", "n1", 0, 3))
    both_forbid(closed, "programme-max", post(closed, "A", "n1", 0, 3))


def test_a_soft_maximum_counts_what_is_above() -> None:
    """Three assignments with a maximum of one are two units."""
    world = world_of(1, "soft")
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]

    both_concede(world, {"programme-max": 2}, *moved)
    assert (
        only_finding(world, *moved).text("en")
        == "IN has 3 assignments; its maximum is 1."
    )
