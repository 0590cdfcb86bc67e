"""agreement: each programme's target is met, counted as the indicator counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, need, person, post, programme, scenario
from judges import aiming, both_value

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def world_of(**programme_in: object) -> Scenario:
    """Return a world of three people and two needs of a programme like this."""
    world = scenario(
        people=tuple(person(code) for code in "ABC"),
        programmes=(programme("IN", **programme_in), programme("ALSO")),
        needs=(
            need("n1", max_headcount=3, longest=5),
            need("n2"),
            need("n3", programme="ALSO"),
        ),
    )
    return aiming(world, "agreement")


@pytest.mark.parametrize(("counting", "counted"), [("people", 1), ("postings", 2)])
def test_a_person_with_two_assignments(counting: str, counted: int) -> None:
    """The person is one of the people and two of the postings."""
    world = world_of(target=3, counting=counting)
    both = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 3, 6)

    assert both_value(world, *both) == {("agreement", ""): counted}


@pytest.mark.parametrize(
    ("target", "counted"), [(None, 0), (0, 0), (1, 1), (2, 2), (3, 2)]
)
def test_nothing_counts_beyond_the_target(target: int | None, counted: int) -> None:
    """Two people of the programme count up to its target; others do not."""
    world = world_of(target=target)
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "C", "n3", 0, 3),
    )

    assert both_value(world, *moved) == {("agreement", ""): counted}


def test_programmes_add_up() -> None:
    """More than enough of one programme does not make up for another."""
    world = scenario(
        people=tuple(person(code) for code in "ABC"),
        programmes=(programme("IN", target=1), programme("ALSO", target=2)),
        needs=(need("n1", max_headcount=2), need("n2", programme="ALSO")),
    )
    world = aiming(world, "agreement")
    moved = [post(world, code, "n1", 0, 3) for code in "AB"]
    moved.append(post(world, "C", "n2", 0, 3))

    assert both_value(world, *moved) == {("agreement", ""): 1 + 1}


@pytest.mark.parametrize(
    ("min_days", "as_of", "counted"),
    [
        (0, None, 1),
        (3, None, 1),  # a term of three days
        (4, None, 0),
        (3, 4, 1),  # the as-of date is the last day of the term
        (3, 3, 0),  # the day before: two days are over
        (2, 3, 1),
        (0, 2, 1),  # the first day of the term: one day is over
        (1, 2, 1),
        (2, 2, 0),
        (0, 1, 0),  # the day before the term
        (0, 9, 1),
    ],
)
def test_days_by_the_as_of_date(min_days: int, as_of: int | None, counted: int) -> None:
    """A term of days 2, 3 and 4 counts once it has the days, and at least one."""
    world = world_of(
        target=1,
        min_days_to_count=min_days,
        as_of=None if as_of is None else day(as_of),
    )
    moved = post(world, "A", "n1", 2, 5)

    assert both_value(world, moved) == {("agreement", ""): counted}


def test_one_long_term_makes_a_person_count() -> None:
    """Terms are not added up, but one that counts is enough."""
    world = world_of(target=3, min_days_to_count=4)
    short = post(world, "A", "n2", 0, 3), post(world, "B", "n1", 0, 3)
    moved = *short, post(world, "A", "n1", 4, 8)

    assert both_value(world, *moved) == {("agreement", ""): 1}
