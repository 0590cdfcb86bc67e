"""The public holidays of China, with the days off around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.scenario.base import Effect
from matcher.scenario.conditions import CalendarEntry
from matcher.timeline import DAY, Window, merged
from matcher.unladen import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holidays import HolidayBase

_ADDED = re.compile("（.*）$|延长假期$")
"""What the library writes behind the festival to which a day off was added."""
_SWAPPED = "休息日"
"""A working day taken off for a weekend worked elsewhere: no festival itself."""


@dataclass(frozen=True)
class Holiday:
    """
    One stretch of days off around one festival or several.

    Parameters
    ----------
    entry
        The stretch as an entry of the calendar.
    festivals
        The first day of each festival in it, by name.
    """

    entry: CalendarEntry
    festivals: Mapping[str, date]


def public_holidays(horizon: Window) -> tuple[Holiday, ...]:
    """
    Return the holidays that meet the horizon, in order of time.

    Parameters
    ----------
    horizon
        The days to look at.

    Notes
    -----
    The library knows the State Council's notices year by year: named days, swapped
    days and the weekends worked for them. A stretch is named days with all days off
    that touch them. For a year without a notice it knows the named days alone.
    """
    years = range(horizon.start.year - 1, horizon.end.year + 2)
    china = _calendar()(years=years, language="zh_CN")
    festivals = {
        day: _festivals(name)
        for day, name in sorted(china.items())
        if not name.startswith(_SWAPPED)
    }
    stretches = merged(_off(china, day) for day in festivals)
    return tuple(
        _holiday(stretch, festivals) for stretch in stretches if stretch.meets(horizon)
    )


def _calendar() -> type[HolidayBase]:
    """Return the library's calendar of China, without those of all other countries."""
    # The library is needed by scenarios that ask for it, and takes time to load.
    import holidays  # noqa: PLC0415

    name = "holidays.countries"
    places = [f"{place}/countries" for place in holidays.__path__]
    calendar: type[HolidayBase] = load(f"{name}.china", name, __path__=places).China
    return calendar


def _festivals(name: str) -> tuple[str, ...]:
    """Return the festivals of a day; the library names one day after two."""
    return tuple(_ADDED.sub("", each) for each in name.split("; "))


def _off(china: HolidayBase, day: date) -> Window:
    """Return the stretch of days off around a day."""
    first = last = day
    while not china.is_working_day(first - DAY):
        first -= DAY
    while not china.is_working_day(last + DAY):
        last += DAY
    return Window.inclusive(first, last)


def _holiday(stretch: Window, festivals: Mapping[date, tuple[str, ...]]) -> Holiday:
    named: dict[str, date] = {}
    for day, name in _named_days(stretch, festivals):
        named.setdefault(name, day)
    entry = CalendarEntry(
        name="、".join(named),
        effect=Effect.NO_MOVE,
        first_day=stretch.start,
        last_day=stretch.last_day,
    )
    return Holiday(entry, named)


def _named_days(
    stretch: Window, festivals: Mapping[date, tuple[str, ...]]
) -> Iterator[tuple[date, str]]:
    for day in stretch:
        for name in festivals.get(day, ()):
            yield day, name
