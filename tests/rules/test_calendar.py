"""calendar: holidays without moves, seasons at home and seasons without guests."""

from __future__ import annotations

import pytest
from builders import day, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.conditions import CalendarEntry


def entry(effect: str, first: int, last: int, **changes: object) -> CalendarEntry:
    """Return an entry between two days, both included."""
    row: dict[str, object] = {
        "name": "holiday",
        "effect": effect,
        "first_day": day(first),
        "last_day": day(last),
    }
    return CalendarEntry.model_validate(row | changes)


def world_of(*entries: CalendarEntry, **changes: object) -> Scenario:
    """Return a world in which a teacher could serve a need for a doctor."""
    tables: dict[str, object] = {
        "calendar": entries,
        "people": (person("A", sector="education"),),
    }
    return scenario(**(tables | changes))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0, 1),  # ends the day before the first day
        (3, 3),  # lies inside the term
        (5, 6),  # begins on the day after the last day
    ],
)
def test_a_holiday_off_the_ends_is_fine(first: int, last: int) -> None:
    """A term of days 2, 3 and 4 may begin after, hold or end before a holiday."""
    world = world_of(entry("no_move", first, last))

    both_allow(world, post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize(("first", "last"), [(2, 2), (0, 2), (4, 4), (4, 9), (0, 9)])
def test_no_term_begins_or_ends_on_a_holiday(first: int, last: int) -> None:
    """Neither the first nor the last day of the term lies in it."""
    world = world_of(entry("no_move", first, last))

    both_forbid(world, "calendar", post(world, "A", "n1", 2, 5))


def test_arrival_for_acclimatisation_is_no_move() -> None:
    """The holiday rules the ends of the term, not the arrival."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    world = world_of(entry("no_move", 0, 0), policy=policy)

    both_allow(world, post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize(
    ("effect", "areas", "sectors"),
    [
        ("no_move", ("N1",), ()),  # where the person comes from
        ("no_move", ("X2", "X1"), ()),  # where the person goes
        ("no_move", ("X1",), ("medical",)),
        ("no_release", ("N1",), ()),
        ("no_release", (), ("education",)),
        ("no_release", ("N1",), ("education", "medical")),
        ("no_guest", ("X1",), ()),
        ("no_guest", (), ("medical",)),
        ("no_guest", ("X1",), ("medical",)),
    ],
)
def test_an_entry_that_concerns_the_assignment_forbids_it(
    effect: str, areas: tuple[str, ...], sectors: tuple[str, ...]
) -> None:
    """Release looks at home and the person's sector, the rest at host and need."""
    world = world_of(entry(effect, 2, 2, areas=areas, sectors=sectors))

    both_forbid(world, "calendar", post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize(
    ("effect", "areas", "sectors"),
    [
        ("no_move", ("X2",), ()),
        ("no_move", (), ("education",)),  # the need's sector counts
        ("no_release", ("X1",), ()),
        ("no_release", ("N1",), ("medical",)),  # the person's sector counts
        ("no_guest", ("N1",), ()),
        ("no_guest", ("X1",), ("education",)),
        ("heating", (), ()),
    ],
)
def test_an_entry_that_concerns_others_is_fine(
    effect: str, areas: tuple[str, ...], sectors: tuple[str, ...]
) -> None:
    """Both the area and the sector must be concerned; heating is about beds."""
    world = world_of(entry(effect, 2, 2, areas=areas, sectors=sectors))

    both_allow(world, post(world, "A", "n1", 2, 5))


@pytest.mark.parametrize("effect", ["no_release", "no_guest"])
def test_a_season_meets_the_whole_stay(effect: str) -> None:
    """Days inside the term and days of acclimatisation count, the day after not."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    inside = world_of(entry(effect, 5, 5), policy=policy)
    before = world_of(entry(effect, 1, 2), policy=policy)
    around = world_of(entry(effect, 1, 1), entry(effect, 7, 9), policy=policy)

    both_forbid(inside, "calendar", post(inside, "A", "n1", 4, 7))
    both_forbid(before, "calendar", post(before, "A", "n1", 4, 7))
    both_allow(around, post(around, "A", "n1", 4, 7))


def test_a_soft_calendar_counts_an_assignment_once() -> None:
    """Two entries in the way of one assignment are one unit, told by the first."""
    world = world_of(
        entry("no_move", 2, 2, name="a"),
        entry("no_guest", 3, 4, name="b"),
        policy=rules(calendar="soft"),
    )
    moved = post(world, "A", "n1", 2, 5)

    both_concede(world, {"calendar": 1}, moved)
    assert only_finding(world, moved).text("en") == (
        "A's stay 2023-03-03~2023-03-05 at n1 meets “a” (2023-03-03~2023-03-03)."
    )
