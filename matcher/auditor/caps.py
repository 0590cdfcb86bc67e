"""The coupling rules that count people day by day or night by night."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.auditor.wording import Fact, named, phrase, word
from matcher.language import mark
from matcher.rulebook import Text
from matcher.scenario.base import Sex
from matcher.timeline import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from matcher.auditor.case import Case, Check, Served
    from matcher.auditor.finding import Finding
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Housing


@dataclass(frozen=True)
class Group:
    """
    A releasing unit, or one of its departments, with a cap on people away.

    Parameters
    ----------
    name
        The name that is printed.
    unit
        The unit's code.
    people
        Codes of its people.
    cap
        Most people away on one day.
    """

    name: Text
    unit: str
    people: frozenset[str]
    cap: int


def groups_with_cap(scenario: Scenario) -> Iterator[Group]:
    """Yield the units that have a release cap, then the departments."""
    staff: dict[str, set[str]] = defaultdict(set)
    inside: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in scenario.people:
        staff[person.unit].add(person.id)
        inside[person.unit, person.department].add(person.id)
    for unit in scenario.units:
        if unit.release_cap is not None:
            people = frozenset(staff[unit.id])
            yield Group(named(unit), unit.id, people, unit.release_cap)
    for part in scenario.departments:
        name = phrase(
            mark("{unit}, {department}"),
            unit=named(scenario.unit[part.unit]),
            department=part.name,
        )
        people = frozenset(inside[part.unit, part.name])
        yield Group(name, part.unit, people, part.release_cap)


def bound_by_day(case: Case, people: Iterable[str]) -> dict[date, int]:
    """
    Return how many of the people other commitments take away, by day.

    Parameters
    ----------
    case
        What is judged.
    people
        Codes of the people of a unit or department.
    """
    return Counter(
        day
        for code in people
        for window in merged(
            each.window
            for each in case.scenario.commitments_of.get(code, ())
            if each.away
        )
        for day in window
    )


def away_by_day(case: Case, people: Iterable[str]) -> dict[date, int]:
    """
    Return the stays and commitments on each day with a stay of one of the people.

    Parameters
    ----------
    case
        What is judged.
    people
        Codes of the people of a unit or department.
    """
    codes = sorted(people)
    stays = [each for code in codes for each in case.of_person.get(code, ())]
    bound = bound_by_day(case, codes)
    return {
        day: count + bound.get(day, 0) for day, count in guests_by_day(stays).items()
    }


def guests_by_day(served: Iterable[Served]) -> dict[date, int]:
    """Return how many of the stays hold each day that one of them holds."""
    return Counter(day for each in served for day in each.stay)


def worst_day(counts: Mapping[date, int], room: Mapping[date, int]) -> date | None:
    """Return the first day with the most people above its room, if any is above."""
    above = {day: counts[day] - room[day] for day in sorted(counts)}
    day = max(above, key=above.__getitem__, default=None)
    return None if day is None or above[day] <= 0 else day


def release_cap(case: Case) -> Iterator[Finding]:
    """Check each unit and department on the days on which it has someone on a stay."""
    for group in groups_with_cap(case.scenario):
        counts = away_by_day(case, group.people)
        bound = bound_by_day(case, group.people)
        # Commitments beyond the cap are nobody's fault: they only leave no place.
        room = {day: max(group.cap, bound.get(day, 0)) for day in counts}
        day = worst_day(counts, room)
        if day is not None:
            facts: dict[str, Fact] = {
                "group": group.name,
                "count": counts[day],
                "day": day.isoformat(),
                "cap": group.cap,
            }
            above = counts[day] - room[day]
            yield case.breach("release-cap", (group.unit,), facts, above)


def host_cap(case: Case) -> Iterator[Finding]:
    """Check the guests of each unit on each day."""
    hosted = case.by(lambda each: each.host.id)
    for unit in case.scenario.units:
        if unit.host_cap is None:
            continue
        counts = guests_by_day(hosted.get(unit.id, ()))
        day = worst_day(counts, dict.fromkeys(counts, unit.host_cap))
        if day is not None:
            facts: dict[str, Fact] = {
                "unit": named(unit),
                "count": counts[day],
                "day": day.isoformat(),
                "cap": unit.host_cap,
            }
            above = counts[day] - unit.host_cap
            yield case.breach("host-cap", (unit.id,), facts, above)


def housing(case: Case) -> Iterator[Finding]:
    """Check the guests of each site, women and men apart, in each night."""
    guests = case.by(lambda each: (each.host.housing, each.person.sex))
    for site in case.scenario.housing:
        for sex in Sex:
            counts = guests_by_day(guests.get((site.id, sex), ()))
            beds = {night: usable_beds(case, site, sex, night) for night in counts}
            night = worst_day(counts, beds)
            if night is not None:
                facts: dict[str, Fact] = {
                    "site": named(site),
                    "count": counts[night],
                    "sex": word(sex),
                    "day": night.isoformat(),
                    "beds": beds[night],
                }
                without = counts[night] - beds[night]
                yield case.breach("housing", (site.id,), facts, without)


def usable_beds(case: Case, site: Housing, sex: Sex, night: date) -> int:
    """Return the beds of a site for a sex that can be used in a night."""
    cold = not site.heated and any(
        night in season.window and (not season.areas or site.area in season.areas)
        for season in case.scenario.heating
    )
    if cold or night not in site.window:
        return 0
    return site.beds_female if sex is Sex.FEMALE else site.beds_male


CAP_CHECKS: Mapping[str, Check] = {
    "release-cap": release_cap,
    "host-cap": host_cap,
    "housing": housing,
}
"""By rule, the check that yields one finding for each group, host, or site and sex."""
