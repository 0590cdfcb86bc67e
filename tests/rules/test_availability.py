"""availability: the whole stay inside a window of the person, with nothing else on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.base import Mode
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from matcher.timeline import Window

TWO_DAYS = rules(
    availability=RulePolicy(
        parameters={"acclimatisation_days": 2, "acclimatisation_above_m": 2300}
    )
)
"""Two days before a term in X2 (2500 m), none in X1 (2300 m)."""


def free(*windows: Window, **changes: object) -> Scenario:
    """Return a world in which the person is free in these windows."""
    return scenario(people=(person("A", windows=windows),), **changes)


def bound(first: int, last: int, *, away: bool = True) -> Scenario:
    """Return a world in which the person is bound between two days, both included."""
    other = Commitment(person="A", first_day=day(first), last_day=day(last), away=away)
    return scenario(commitments=(other,))


@pytest.mark.parametrize(
    "windows",
    [
        (days(2, 5),),
        (days(0, 10),),
        (days(0, 4), days(4, 6)),  # touching windows count as one
        (days(3, 9), days(1, 4)),  # so do overlapping ones, in any order
    ],
)
def test_a_stay_inside_a_window_is_fine(windows: tuple[Window, ...]) -> None:
    """The last day of the stay is the last day of the window at the latest."""
    world = free(*windows)

    both_allow(world, post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize(
    "windows",
    [
        (),
        (days(3, 5),),  # begins a day late
        (days(2, 4),),  # ends a day early
        (days(0, 3), days(4, 6)),  # one day is missing
    ],
)
def test_a_stay_outside_a_window_is_forbidden(windows: tuple[Window, ...]) -> None:
    """One day outside is enough."""
    world = free(*windows)

    both_forbid(world, "availability", post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize(("first", "last"), [(0, 1), (5, 9)])
def test_a_commitment_that_only_touches_is_fine(first: int, last: int) -> None:
    """It may end the day before the stay and begin the day after."""
    world = bound(first, last)

    both_allow(world, post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize("away", [True, False])
@pytest.mark.parametrize(("first", "last"), [(0, 2), (3, 3), (4, 9)])
def test_a_commitment_on_a_day_of_the_stay_is_forbidden(
    first: int,
    last: int,
    away: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """One day is enough, whether or not the person is away from the unit."""
    world = bound(first, last, away=away)

    both_forbid(world, "availability", post(world, "A", "n1", 2, 5))


def test_acclimatisation_belongs_to_the_stay() -> None:
    """A window must hold the arrival, two days before the term."""
    high = (need("n1", unit="XV"),)
    late = free(days(1, 6), policy=TWO_DAYS, needs=high)
    early = free(days(2, 6), policy=TWO_DAYS, needs=high)

    both_allow(late, post(late, "A", "n1", 3, 6))
    both_forbid(early, "availability", post(early, "A", "n1", 3, 6))


def test_only_places_above_the_altitude_ask_for_acclimatisation() -> None:
    """X1 lies at the altitude, not above it."""
    world = free(days(3, 6), policy=TWO_DAYS)

    both_allow(world, post(world, "A", "n1", 3, 6))


def test_arrival_may_lie_before_the_horizon() -> None:
    """The term lies in the horizon, the acclimatisation need not."""
    world = free(days(-2, 3), policy=TWO_DAYS, needs=(need("n1", unit="XV"),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_leap_day_is_a_day() -> None:
    """A window up to 29 February 2024 does not hold 1 March."""
    leap = 365  # 2024-02-29
    world = free(
        days(leap - 5, leap + 1),
        horizon=days(leap - 5, leap + 5),
        needs=(need("n1", first_day=day(leap - 5), last_day=day(leap + 4)),),
    )

    both_allow(world, post(world, "A", "n1", leap - 2, leap + 1))
    both_forbid(world, "availability", post(world, "A", "n1", leap - 1, leap + 2))


def test_a_soft_availability_is_conceded() -> None:
    """A soft rule may be broken, at one unit, however many days are missing."""
    soft = RulePolicy(mode=Mode.SOFT, parameters={"acclimatisation_days": 0})
    world = free(policy=rules(availability=soft))
    moved = post(world, "A", "n1", 2, 5)

    both_concede(world, {"availability": 1}, moved)
