"""The public holidays are those of the State Council's notices."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import scenario
from hypothesis import given
from hypothesis import strategies as st

from matcher.scenario.base import Effect
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.public_holidays import public_holidays
from matcher.timeline import Window

if TYPE_CHECKING:
    from matcher.scenario import Scenario

NOTICES = {
    2020: """
        元旦 2020-01-01 2020-01-01
        春节 2020-01-24 2020-02-02
        清明节 2020-04-04 2020-04-06
        劳动节 2020-05-01 2020-05-05
        端午节 2020-06-25 2020-06-27
        国庆节、中秋节 2020-10-01 2020-10-08
    """,
    2023: """
        元旦 2022-12-31 2023-01-02
        春节 2023-01-21 2023-01-27
        清明节 2023-04-05 2023-04-05
        劳动节 2023-04-29 2023-05-03
        端午节 2023-06-22 2023-06-24
        中秋节、国庆节 2023-09-29 2023-10-06
    """,
    2024: """
        元旦 2023-12-30 2024-01-01
        春节 2024-02-10 2024-02-17
        清明节 2024-04-04 2024-04-06
        劳动节 2024-05-01 2024-05-05
        端午节 2024-06-08 2024-06-10
        中秋节 2024-09-15 2024-09-17
        国庆节 2024-10-01 2024-10-07
    """,
}
"""
Days off as in 国办发明电〔2019〕16号 with 〔2020〕1号, 〔2022〕16号 and 〔2023〕7号.

In January 2020 the second notice made the Spring Festival three days longer.
"""


def year(number: int) -> Window:
    """Return the days of a year."""
    return Window(date(number, 1, 1), date(number + 1, 1, 1))


def told(notice: str) -> list[tuple[set[str], date, date]]:
    """Return the names, first and last day of each stretch of a notice."""
    lines = (line.split() for line in notice.strip().splitlines())
    return [
        (set(names.split("、")), date.fromisoformat(first), date.fromisoformat(last))
        for names, first, last in lines
    ]


@pytest.mark.parametrize("number", NOTICES)
def test_days_off_are_those_of_the_notice(number: int) -> None:
    """Each stretch has the names and the days off that the notice gives it."""
    found = [
        (set(each.entry.name.split("、")), each.entry.first_day, each.entry.last_day)
        for each in public_holidays(year(number))
        if each.entry.last_day.year == number
    ]

    assert found == told(NOTICES[number])


def test_a_festival_has_a_day_of_its_own() -> None:
    """The stretch may begin before the festival, and may hold two."""
    found = {
        each.entry.name: dict(each.festivals)
        for each in public_holidays(Window(date(2023, 4, 1), date(2023, 10, 2)))
    }

    assert found == {
        "清明节": {"清明节": date(2023, 4, 5)},
        "劳动节": {"劳动节": date(2023, 5, 1)},
        "端午节": {"端午节": date(2023, 6, 22)},
        "中秋节、国庆节": {
            "中秋节": date(2023, 9, 29),
            "国庆节": date(2023, 10, 1),
        },
    }


def test_two_festivals_may_fall_on_one_day() -> None:
    """In 2020 both autumn festivals were on 1 October."""
    (autumn,) = public_holidays(Window(date(2020, 10, 8), date(2020, 10, 9)))

    assert autumn.festivals == dict.fromkeys(("国庆节", "中秋节"), date(2020, 10, 1))


@given(first=st.dates(date(2019, 1, 1), date(2026, 12, 31)), days=st.integers(1, 400))
def test_a_stretch_is_whole_or_absent(first: date, days: int) -> None:
    """A horizon has exactly the stretches of the years around that meet it."""
    horizon = Window(first, date.fromordinal(first.toordinal() + days))
    around = public_holidays(Window(date(2018, 1, 1), date(2029, 1, 1)))

    assert public_holidays(horizon) == tuple(
        each for each in around if each.entry.window.meets(horizon)
    )


def test_holidays_are_entries_for_everyone() -> None:
    """Nobody moves on them, wherever and in whatever sector."""
    for each in public_holidays(year(2023)):
        assert each.entry.effect is Effect.NO_MOVE
        assert each.entry.areas == each.entry.sectors == ()


def spring(**changes: object) -> Scenario:
    """Return a scenario of May 2023."""
    may = Window(date(2023, 5, 1), date(2023, 6, 1))
    return scenario(horizon=may, needs=(), **changes)


DAYS = st.dates(date(2023, 4, 20), date(2023, 6, 10))


@given(ends=st.lists(st.tuples(DAYS, DAYS), max_size=4), on=st.booleans())
def test_holidays_join_the_calendar(ends: list[tuple[date, date]], on: bool) -> None:  # noqa: FBT001 -- drawn
    """Nobody moves on the days of the calendar and, if asked for, the holidays."""
    calendar = tuple(
        CalendarEntry(
            name=f"C{number}",
            effect=Effect.NO_MOVE,
            first_day=min(both),
            last_day=max(both),
        )
        for number, both in enumerate(ends)
    )
    world = spring(calendar=calendar, public_holidays=on)

    closed = {day for entry in world.entries for day in entry.window}

    own = {day for entry in calendar for day in entry.window}
    official = Window(date(2023, 4, 29), date(2023, 5, 4))
    assert closed == own | (set(official) if on else set())


def test_holidays_are_off_unless_asked_for() -> None:
    """Without the switch the calendar is all there is."""
    assert spring().holidays == ()
    assert spring().entries == ()


def test_the_switch_is_part_of_the_fingerprint() -> None:
    """A plan made without holidays is not a plan of the year with them."""
    prints = {spring(public_holidays=on).fingerprint for on in (True, False)}

    assert len(prints) == 2
