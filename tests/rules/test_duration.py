"""duration: the term in the need's window, neither too short nor too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, programme, rules, scenario
from judges import both_allow, both_concede, both_forbid

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def lasting(shortest: int | None, longest: int | None) -> Scenario:
    """Return a world whose need asks for terms of that length on days 1 to 8."""
    return scenario(
        programmes=(programme("IN", shortest=2, longest=4),),
        needs=(
            need(
                "n1",
                first_day=day(1),
                last_day=day(8),
                shortest=shortest,
                longest=longest,
            ),
        ),
    )


@pytest.mark.parametrize(("start", "end"), [(1, 4), (6, 9), (1, 6), (4, 9)])
def test_lengths_and_ends_at_the_limits_are_fine(start: int, end: int) -> None:
    """Three to five days, from the first day of the window to its last."""
    world = lasting(3, 5)

    both_allow(world, post(world, "A", "n1", start, end))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (1, 3),  # too short
        (1, 7),  # too long
        (0, 3),  # a day too early
        (7, 10),  # a day too late
    ],
)
def test_beyond_the_limits_is_forbidden(start: int, end: int) -> None:
    """One day too short, too long, too early or too late."""
    world = lasting(3, 5)

    both_forbid(world, "duration", post(world, "A", "n1", start, end))


@pytest.mark.parametrize(
    ("end", "fine"), [(2, False), (3, True), (5, True), (6, False)]
)
def test_a_blank_length_is_the_programmes(
    end: int,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A need that does not say takes two to four days from its programme."""
    world = lasting(None, None)

    if fine:
        both_allow(world, post(world, "A", "n1", 1, end))
    else:
        both_forbid(world, "duration", post(world, "A", "n1", 1, end))


def test_a_leap_day_counts_as_a_day() -> None:
    """From 28 February to 1 March 2024 are three days."""
    leap = 365  # 2024-02-29
    world = scenario(
        horizon=days(leap - 5, leap + 5),
        people=(person("A", windows=(days(leap - 5, leap + 5),)),),
        needs=(need("n1", first_day=day(leap - 5), last_day=day(leap + 4)),),
    )

    both_allow(world, post(world, "A", "n1", leap - 1, leap + 2))
    both_forbid(world, "duration", post(world, "A", "n1", leap - 1, leap + 1))


def test_a_soft_duration_is_conceded() -> None:
    """A soft rule may be broken, at one unit for the assignment."""
    world = scenario(
        policy=rules(duration="soft"),
        needs=(need("n1", first_day=day(1), last_day=day(4)),),
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"duration": 1}, moved)
