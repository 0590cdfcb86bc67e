"""continuity: posts change hands seldom and without a gap, by people who know them."""

from __future__ import annotations

import pytest
from builders import day, ladder, need, person, post, rules, scenario
from judges import both_value

from matcher.scenario import GoalPolicy, Scenario
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.undertakings import Leaver

DIGITS = {"uncovered": 1000, "hand_off": 100, "off_term": 10, "newcomer": 1}
KNOWS = {"past_hosts": ("XU", "XV")}


def world_of(*wanted: str, edge_days: int = 1, **changes: object) -> Scenario:
    """
    Return a world in which each part of the goal has a digit of its own.

    Three people know all hosts, N none; the need n1 for three is kept gapless,
    handed over or neither, as wanted.
    """
    goal = GoalPolicy(goal="continuity", parameters={**DIGITS, "edge_days": edge_days})
    policy = rules(cover="off", handover="off", duration="off", person_limit="off")
    asked = dict.fromkeys(wanted, True)
    tables: dict[str, object] = {
        "policy": ladder(policy, goal),
        "people": (*(person(code, **KNOWS) for code in "ABC"), person("N")),
        "needs": (
            need("n1", shortest=1, longest=10, max_headcount=4, **asked),
            need("n2", unit="XV", shortest=1, longest=10),
        ),
    }
    return scenario(**(tables | changes))


def points(world: Scenario, *posts: tuple[str, str, int, int]) -> int:
    """Return the value on which audit and solver agree."""
    moved = [post(world, *each) for each in posts]
    (value,) = both_value(world, *moved).values()
    return value


def term(first: int, last: int, **changes: object) -> CalendarEntry:
    """Return a school term between two days, both included."""
    row: dict[str, object] = {
        "name": "term",
        "effect": "school_term",
        "first_day": day(first),
        "last_day": day(last),
    }
    return CalendarEntry.model_validate(row | changes)


def test_nobody_breaks_nothing() -> None:
    """Without assignments there is nothing to value, whatever is asked for."""
    assert points(world_of("cover", "handover")) == 0


def test_days_without_anyone_are_counted_where_cover_is_asked_for() -> None:
    """Eight of ten days, although the rule itself is off."""
    moved = "A", "n1", 1, 3

    assert points(world_of("cover"), moved) == 8000
    assert points(world_of("handover"), moved) == 0
    assert points(world_of(), moved) == 0


def test_days_of_the_leaver_are_covered() -> None:
    """The leaver stays up to and with day 0."""
    world = world_of("cover", leavers=(Leaver(need="n1", person="Z", last_day=day(0)),))

    assert points(world, ("A", "n1", 1, 3)) == 7000


@pytest.mark.parametrize("wanted", ["cover", "handover"])
def test_each_change_of_hands_is_counted(wanted: str) -> None:
    """Three holders are two changes; other needs may change hands freely."""
    thirds = ("A", "n1", 0, 3), ("B", "n1", 3, 6), ("C", "n1", 6, 10)

    assert points(world_of(wanted), *thirds) == 200
    assert points(world_of(wanted), ("A", "n1", 0, 10)) == 0
    assert points(world_of(), *thirds) == 0


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [
        (2, 8, 0),  # first and last day of the term
        (1, 7, 0),
        (3, 9, 0),  # one day off is near enough
        (0, 8, 1),
        (4, 8, 1),
        (2, 6, 1),
        (2, 10, 1),
        (4, 6, 2),
    ],
)
def test_ends_away_from_the_school_term(start: int, end: int, ends: int) -> None:
    """School is from day 2 to day 7; each end two days off or more counts."""
    world = world_of(calendar=(term(2, 7),))

    assert points(world, ("A", "n1", start, end)) == 10 * ends


def test_the_nearest_of_several_terms_counts() -> None:
    """A start with one term and an end with another are both as they should be."""
    world = world_of(calendar=(term(0, 3), term(6, 9)))

    assert points(world, ("A", "n1", 0, 10)) == 0
    assert points(world, ("A", "n1", 3, 7)) == 20


def test_no_day_of_tolerance() -> None:
    """With an edge of no days, only the days themselves will do."""
    world = world_of(edge_days=0, calendar=(term(2, 7),))

    assert points(world, ("A", "n1", 2, 8)) == 0
    assert points(world, ("A", "n1", 3, 8)) == 10


@pytest.mark.parametrize(
    ("where", "ends"),
    [
        ({}, 2),
        ({"areas": ("X1",)}, 2),
        ({"areas": ("X2", "N1")}, 0),  # neither the other host nor the unit at home
        ({"sectors": ("medical",)}, 2),
        ({"sectors": ("education",)}, 0),
        ({"areas": ("X1",), "sectors": ("education",)}, 0),
    ],
)
def test_school_terms_are_for_areas_and_sectors(
    where: dict[str, object], ends: int
) -> None:
    """The host lies in X1 and the need is medical."""
    world = world_of(calendar=(term(0, 9, **where),))

    assert points(world, ("A", "n1", 3, 6)) == 10 * ends


def test_other_entries_are_no_school_terms() -> None:
    """A heating season asks nothing of the ends of a term."""
    world = world_of(calendar=(term(0, 9, effect="heating"),))

    assert points(world, ("A", "n1", 3, 6)) == 0


def test_newcomers_are_counted_once_per_assignment() -> None:
    """N knows neither host, A both."""
    world = world_of()

    assert points(world, ("N", "n1", 0, 3), ("N", "n2", 3, 6), ("A", "n1", 0, 3)) == 2


def test_all_parts_add_up() -> None:
    """Two days without anyone, one change, three odd ends, one newcomer."""
    world = world_of("cover", calendar=(term(0, 5),))

    assert points(world, ("A", "n1", 0, 3), ("N", "n1", 5, 10)) == 2131
