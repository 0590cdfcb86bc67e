"""People whom no need could ever use, and windows that no stay fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility.crowd import bits_of, numbers
from matcher.foresight.notices import specialties_named
from matcher.foresight.stages import STAGES
from matcher.scenario.base import Mode
from matcher.scenario.faults import problem
from matcher.timeline import merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.foresight.notices import Placing
    from matcher.foresight.pairs import Pairs
    from matcher.scenario.base import City
    from matcher.scenario.entities import Need, Person

_CODES = {
    "specialty": ("W711", "specialties"),
    "level": ("W712", "level"),
    "place": ("W713", "unit"),
    "consent": ("W714", "consents"),
    "fitness": ("W715", "health"),
    "time": ("W716", "windows"),
    "limits": ("W717", ""),
}

UNUSED = frozenset(code for code, _ in _CODES.values())
"""The warnings of people whom no need could use."""


def of_people(pairs: Pairs, place: Placing) -> Iterator[Problem]:
    """
    Yield a warning for each person whom no need could use, else for a short window.

    Local staff who may be raised, and have agreed to nothing, are not meant to go.

    Parameters
    ----------
    pairs
        Who could serve what.
    place
        Where a row stands.
    """
    unused = _unused(pairs)
    reached = _reached(pairs, unused) if unused else {}
    shortest = _shortest(pairs)
    for i, person in enumerate(pairs.scenario.people):
        if unused >> i & 1:
            stopped = next((n for n, all_ in reached.items() if not all_ >> i & 1), "")
            code, column = _CODES[stopped or "limits"]
            yield problem(
                code,
                place("people", person.id, column),
                person=person.id,
                specialties=specialties_named(pairs.scenario, person.specialties),
                level=person.level,
            )
        else:
            yield from _short_window(pairs, person, shortest, place)


def _unused(pairs: Pairs) -> int:
    """Return who could serve no need at all, of those who are meant to go."""
    scenario = pairs.scenario
    unknown = pairs.crowd.everyone
    for need in scenario.needs:
        unknown &= ~pairs.sure(need)
    learning = {member for studio in scenario.studios for member in studio.members}
    for i in numbers(unknown):
        person = scenario.people[i]
        if not person.consents and (person.mentee or person.id in learning):
            unknown &= ~(1 << i)
    for need in scenario.needs:
        for i in numbers(pairs.hopeful(need) & unknown):
            if pairs.may(i, need):
                unknown &= ~(1 << i)
    return unknown


def _reached(pairs: Pairs, people: int) -> dict[str, int]:
    """Return, for each stage, who of them pass it and those before for some need."""
    found = dict.fromkeys(STAGES, 0)
    for need in pairs.scenario.needs:
        # Who passes all stages for one need need not be looked at for another.
        pool = people & ~found["time"]
        for name, stage in STAGES.items():
            pool = (
                _in_time(pairs, need, pool)
                if name == "time"
                else stage(pairs, need, pool)
            )
            found[name] |= pool
    return found


def _in_time(pairs: Pairs, need: Need, pool: int) -> int:
    """Return who was not refused for want of time; who has days left was asked."""
    pool &= pairs.apart_from_locks(need) & ~pairs.refused(need)
    asked = pool & pairs.lasting(need)
    spent = pool & ~asked
    sure = spent & pairs.days.sure(need)
    rest = numbers(spent & ~sure)
    return asked | sure | bits_of([i for i in rest if pairs.has_term(i, need)])


def _shortest(pairs: Pairs) -> dict[City, int]:
    """Return the days of the shortest stay of any need, by the city that sends."""
    scenario = pairs.scenario
    found: dict[City, int] = {}
    for need in scenario.needs:
        origin = scenario.programme[need.programme].direction.origin
        stay = scenario.shortest(need) + scenario.acclimatisation_days(need)
        found[origin] = min(stay, found.get(origin, stay))
    return found


def _short_window(
    pairs: Pairs, person: Person, shortest: dict[City, int], place: Placing
) -> Iterator[Problem]:
    """Yield the first window that is too short for any stay."""
    mode = pairs.scenario.policy.mode
    if Mode.STRICT is not mode("availability") or Mode.STRICT is not mode("duration"):
        return
    least = shortest.get(pairs.scenario.home(person).city, 0)
    for window in merged(person.windows):
        if window.days < least:
            yield problem(
                "W721",
                place("people", person.id, "windows"),
                person=person.id,
                window=window,
                days=window.days,
                shortest=least,
            )
            return
