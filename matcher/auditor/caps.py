"""The coupling rules that count people day by day or night by night."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.auditor.wording import Fact, named, phrase, word
from matcher.language import mark
from matcher.rulebook import Text
from matcher.scenario.base import Sex
from matcher.timeline import Window, merged, subtract

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
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


@dataclass(frozen=True)
class Level:
    """
    Days in a row on which the same stays are held.

    Parameters
    ----------
    days
        The days.
    stays
        How many stays hold each of them, at least one.
    bound
        How many people other commitments take away on each of them.
    """

    days: Window
    stays: int
    bound: int = 0

    @property
    def away(self) -> int:
        """How many people are away on each of the days."""
        return self.stays + self.bound


def levels(stays: Iterable[Window], bound: Iterable[Window] = ()) -> list[Level]:
    """
    Return the levels of some stays in order of time.

    Parameters
    ----------
    stays
        Days away, or days of guests.
    bound
        Days for which other commitments take somebody away.
    """
    changes: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for which, windows in enumerate((stays, bound)):
        for window in windows:
            changes[window.start][which] += 1
            changes[window.end][which] -= 1
    found, held, others = [], 0, 0
    for day, until in pairwise(sorted(changes)):
        held += changes[day][0]
        others += changes[day][1]
        if held:
            found.append(Level(Window(day, until), held, others))
    return found


def levels_of_guests(served: Iterable[Served]) -> list[Level]:
    """Return the levels of the stays of these assignments."""
    return levels(each.stay for each in served)


def levels_away(case: Case, people: Collection[str]) -> list[Level]:
    """
    Return the levels of the stays of some people, with their other commitments.

    Parameters
    ----------
    case
        What is judged.
    people
        Codes of the people of a unit or department.
    """
    codes = [code for code in people if code in case.of_person]
    if not codes:
        return []
    rows = case.scenario.commitments_of
    bound = [
        window
        for code in people
        for window in merged(each.window for each in rows.get(code, ()) if each.away)
    ]
    return levels((each.stay for c in codes for each in case.of_person[c]), bound)


def worst(excess: Iterable[tuple[Level, int]]) -> tuple[Level, int] | None:
    """Return the first of the levels with the greatest excess, if any has some."""
    found = max(excess, key=lambda each: each[1], default=None)
    return found if found and found[1] > 0 else None


def release_cap(case: Case) -> Iterator[Finding]:
    """Check each unit and department on the days on which it has someone on a stay."""
    for group in groups_with_cap(case.scenario):
        # Commitments beyond the cap are nobody's fault: they only leave no place.
        found = worst(
            (level, level.away - max(group.cap, level.bound))
            for level in levels_away(case, group.people)
        )
        if found:
            level, above = found
            facts: dict[str, Fact] = {
                "group": group.name,
                "count": level.away,
                "day": level.days.start.isoformat(),
                "cap": group.cap,
            }
            yield case.breach("release-cap", (group.unit,), facts, above)


def host_cap(case: Case) -> Iterator[Finding]:
    """Check the guests of each unit on each day."""
    hosted = case.by(lambda each: each.host.id)
    for unit in case.scenario.units:
        cap = unit.host_cap
        if cap is None or unit.id not in hosted:
            continue
        guests = levels_of_guests(hosted[unit.id])
        if found := worst((level, level.stays - cap) for level in guests):
            level, above = found
            facts: dict[str, Fact] = {
                "unit": named(unit),
                "count": level.stays,
                "day": level.days.start.isoformat(),
                "cap": cap,
            }
            yield case.breach("host-cap", (unit.id,), facts, above)


def housing(case: Case) -> Iterator[Finding]:
    """Check the guests of each site, women and men apart, in each night."""
    guests = case.by(lambda each: (each.host.housing, each.person.sex))
    for site in case.scenario.housing:
        for sex in Sex:
            served = guests.get((site.id, sex), ())
            found = worst(
                (level, level.stays - beds)
                for level, beds in _nights(case, site, sex, served)
            )
            if found:
                level, without = found
                facts: dict[str, Fact] = {
                    "site": named(site),
                    "count": level.stays,
                    "sex": word(sex),
                    "day": level.days.start.isoformat(),
                    "beds": level.stays - without,
                }
                yield case.breach("housing", (site.id,), facts, without)


def _nights(
    case: Case, site: Housing, sex: Sex, served: Iterable[Served]
) -> Iterator[tuple[Level, int]]:
    """Yield the levels of a site's guests with the beds that can be used, in order."""
    there = site.beds_female if sex is Sex.FEMALE else site.beds_male
    usable = usable_nights(case, site)
    for level in levels_of_guests(served):
        parts = [(each, 0) for each in subtract((level.days,), usable)]
        common = (level.days.common(each) for each in usable)
        parts += [(each, there) for each in common if each]
        for nights, beds in sorted(parts):
            yield Level(nights, level.stays), beds


def usable_nights(case: Case, site: Housing) -> tuple[Window, ...]:
    """Return the nights in which the beds of a site can be used, in order."""
    cold = (
        season.window
        for season in case.scenario.heating
        if not site.heated and (not season.areas or site.area in season.areas)
    )
    return subtract((site.window,), cold)


CAP_CHECKS: Mapping[str, Check] = {
    "release-cap": release_cap,
    "host-cap": host_cap,
    "housing": housing,
}
"""By rule, the check that yields one finding for each group, host, or site and sex."""
