"""How full hosts, sites and releasing units are, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from matcher.auditor.caps import Level, levels_away, levels_of_guests
from matcher.timeline import by_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.auditor.case import Case

Kind = Literal["host", "site", "releasing"]


@dataclass(frozen=True)
class LoadFigures:
    """
    The fullest day of each month at one place.

    Parameters
    ----------
    kind
        ``host``: people whom a unit has as guests; ``site``: people who sleep at a
        housing site; ``releasing``: people whom a unit has away, other commitments
        among them.
    code
        Code of the unit or site.
    cap
        The most that are allowed or have a bed; None: no cap.
    months
        First day of each month with anybody, and the people on its fullest day.
    """

    kind: Kind
    code: str
    cap: int | None
    months: tuple[tuple[date, int], ...]


def load_of(case: Case) -> Iterator[LoadFigures]:
    """Yield the hosts, the sites and the releasing units that have anybody, by code."""
    scenario = case.scenario
    hosted = case.by(lambda each: each.host.id)
    for code in sorted(hosted):
        months = _months(levels_of_guests(hosted[code]))
        yield LoadFigures("host", code, scenario.unit[code].host_cap, months)
    guests = case.by(lambda each: each.host.housing)
    for code in sorted(guests.keys() & scenario.site.keys()):
        site, months = scenario.site[code], _months(levels_of_guests(guests[code]))
        yield LoadFigures("site", code, site.beds_female + site.beds_male, months)
    staff: dict[str, list[str]] = {each.person.unit: [] for each in case.served}
    for person in scenario.people:
        if person.unit in staff:
            staff[person.unit].append(person.id)
    for code in sorted(staff):
        months = _months(levels_away(case, staff[code]))
        yield LoadFigures("releasing", code, scenario.unit[code].release_cap, months)


def _months(found: Iterable[Level]) -> tuple[tuple[date, int], ...]:
    months: dict[date, int] = {}
    for level in found:
        for days in by_month(level.days):
            first = days.start.replace(day=1)
            months[first] = max(level.away, months.get(first, 0))
    return tuple(months.items())
