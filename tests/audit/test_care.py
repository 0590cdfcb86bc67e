"""The dated care list, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, programme, rules, scenario
from honest import honest
from judges import changed

from matcher.auditor import CareRecord, audit
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.base import Recipient
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.undertakings import Care

if TYPE_CHECKING:
    from datetime import date

HORIZON = days(0, 70)


def rule(**changes: object) -> Care:
    """Return a rule of care on the day of arrival."""
    row: dict[str, object] = {"id": "c", "name": "c", "anchor": "arrival"}
    return Care.model_validate(row | changes)


def world_of(*care: Care, **changes: object) -> Scenario:
    """Return a world of 70 days from 1 March 2023, with two days to acclimatise."""
    tables: dict[str, object] = {
        "policy": rules(
            availability=RulePolicy(parameters={"acclimatisation_days": 2})
        ),
        "horizon": HORIZON,
        "programmes": (
            programme("IN", kind="secondment", longest=60),
            programme("MED", kind="team_visit"),
            programme("OUT", direction="TO_NANJING"),
        ),
        "people": (
            person("A", windows=(HORIZON,)),
            person("L", unit="XU", windows=(HORIZON,)),
        ),
        "needs": (
            need("n1", last_day=day(69), shortest=5, longest=60),
            need("n2", programme="MED", last_day=day(69)),
            need("out", programme="OUT", unit="NU", last_day=day(69)),
        ),
        "care": care,
    }
    return scenario(**(tables | changes))


def acts(world: Scenario, *posts: tuple[str, str, int, int]) -> tuple[CareRecord, ...]:
    """Return the care list of these assignments."""
    plan = honest(world, *(post(world, *each) for each in posts))
    return audit(world, plan).records.care


@pytest.mark.parametrize(
    ("anchor", "offset", "due"),
    [
        ("arrival", 0, day(8)),
        ("arrival", 3, day(11)),
        ("start", 0, day(10)),
        ("end", 0, day(19)),
        ("end", -5, day(14)),
    ],
)
def test_dates_count_from_the_anchor(anchor: str, offset: int, due: date) -> None:
    """A serves from day 10 to day 19 and arrives on day 8."""
    world = world_of(rule(anchor=anchor, offset_days=offset, recipient="host"))

    assert acts(world, ("A", "n1", 10, 20)) == (
        CareRecord(due, "c", "A", "n1", Recipient.HOST, ""),
    )


@pytest.mark.parametrize(
    ("whom", "needs"),
    [
        ({}, ["n1", "n2"]),
        ({"direction": "TO_NANJING"}, ["out"]),
        ({"kinds": ("team_visit", "visit")}, ["n2"]),
        ({"programmes": ("IN",)}, ["n1"]),
        ({"kinds": ("team_visit",), "programmes": ("IN",)}, []),
        ({"min_days": 3}, ["n1", "n2"]),
        ({"min_days": 4}, ["n1"]),
        ({"min_days": 5}, []),
        ({"full_term": True}, ["n2"]),
    ],
)
def test_rules_are_for_some_assignments(
    whom: dict[str, object], needs: list[str]
) -> None:
    """A serves n1 for four of at least five days, and n2 for three; L goes out."""
    world = world_of(rule(**whom))
    world = changed(world, policy=rules(duration="off"))
    found = acts(world, ("A", "n1", 10, 14), ("A", "n2", 40, 43), ("L", "out", 0, 3))

    assert [each.need for each in found] == needs


def test_festivals_of_the_library() -> None:
    """Tomb-sweeping day is 5 April 2023, day 35; Labour Day, day 61, is too late."""
    letter = rule(anchor="festival", festivals=("清明节", "劳动节"), offset_days=-7)
    world = changed(world_of(letter), public_holidays=True)

    assert acts(world, ("A", "n1", 30, 60)) == (
        CareRecord(day(28), "c", "A", "n1", Recipient.PERSON, "清明节"),
    )


@pytest.mark.parametrize(
    ("start", "end", "met"),
    [(22, 32, True), (23, 33, False), (10, 21, True), (10, 20, False)],
)
def test_festivals_of_the_calendar(
    start: int,
    end: int,
    met: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """The first day of the entry, day 20, lies in the stay, arrival included."""
    fairs = CalendarEntry.model_validate(
        {
            "name": "赛马节、古尔邦节",
            "effect": "no_move",
            "first_day": day(20),
            "last_day": day(20),
        }
    )
    letter = rule(anchor="festival", festivals=("古尔邦节", "春节"))
    world = world_of(letter, calendar=(fairs,))
    expected = CareRecord(day(20), "c", "A", "n1", Recipient.PERSON, "古尔邦节")

    assert acts(world, ("A", "n1", start, end)) == (expected,) * met


def test_seasons_are_no_festivals() -> None:
    """Only days on which nobody moves are holidays."""
    winter = CalendarEntry.model_validate(
        {
            "name": "春节",
            "effect": "heating",
            "first_day": day(12),
            "last_day": day(14),
        }
    )
    letter = rule(anchor="festival", festivals=("春节",))
    world = world_of(letter, calendar=(winter,))

    assert acts(world, ("A", "n1", 10, 20)) == ()


def test_a_row_on_a_public_holiday_is_no_second_festival() -> None:
    """The planners' days off around 5 April are those of the library."""
    row = CalendarEntry.model_validate(
        {
            "name": "清明节",
            "effect": "no_move",
            "first_day": day(34),
            "last_day": day(36),
        }
    )
    letter = rule(anchor="festival", festivals=("清明节",))
    world = changed(world_of(letter, calendar=(row,)), public_holidays=True)

    assert [each.day for each in acts(world, ("A", "n1", 30, 60))] == [day(35)]


def test_the_list_is_sorted_by_day_rule_and_person() -> None:
    """Whatever the order of rules and plan."""
    world = world_of(
        rule(id="b", anchor="end"),
        rule(id="a", anchor="end", direction="TO_NANJING"),
        rule(id="d", anchor="start"),
    )
    found = acts(world, ("L", "out", 17, 20), ("A", "n1", 10, 20))

    assert [(each.day, each.rule, each.person) for each in found] == [
        (day(10), "d", "A"),
        (day(19), "a", "L"),
        (day(19), "b", "A"),
    ]
