"""
The pair rules, read again from the scenario's rows: one check per rule.

Each check looks at one assignment and returns the facts of its breach, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from matcher.auditor.wording import Fact, joined, named, word
from matcher.scenario.base import Effect, Health, Match
from matcher.timeline import age_on, merged

if TYPE_CHECKING:
    from matcher.auditor.case import Case, Check, Served
    from matcher.auditor.finding import Finding
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Person

Facts = Mapping[str, Fact] | None


def direction(each: Served) -> Facts:
    """Check that the person leaves the origin and the host lies in the destination."""
    way = each.programme.direction
    home, host = each.home_area, each.host_area
    if home.city == way.origin and host.city == way.destination:
        return None
    # The sentence speaks of whichever end lies in the wrong city.
    astray = home.city != way.origin
    return {
        "person": each.person.id if astray else named(each.host),
        "city": word(home.city if astray else host.city),
        "programme": named(each.programme),
        "direction": word(way),
    }


def scope(each: Served) -> Facts:
    """Check both units against the areas and kinds that the programme lists."""
    programme = each.programme
    outside = [
        unit
        for unit, areas, kinds in (
            (each.home, programme.release_areas, programme.release_kinds),
            (each.host, programme.host_areas, programme.host_kinds),
        )
        if (areas and unit.area not in areas) or (kinds and unit.kind not in kinds)
    ]
    if not outside:
        return None
    return {"unit": joined(map(named, outside)), "programme": named(programme)}


def pairing(each: Served) -> Facts:
    """Check that areas or units are bound, where the programme is only for such."""
    if not each.programme.paired:
        return None
    ends = {(each.home.area, each.host.area), (each.home.id, each.host.id)}
    if ends & each.scenario.bound:
        return None
    return {
        "releasing": named(each.home_area),
        "host": named(each.host_area),
        "programme": named(each.programme),
    }


def specialty(each: Served) -> Facts:
    """Check that the person holds the specialty or, if that will do, a relative."""
    need = each.need
    enough = {"exact"} if need.match is Match.EXACT else {"exact", "family"}
    if closeness(each.scenario, each.person, need.specialty) in enough:
        return None
    known = each.scenario.specialty
    return {
        "person": each.person.id,
        "held": joined(named(known[code]) for code in each.person.specialties),
        "need": need.id,
        "wanted": named(known[need.specialty]),
    }


def closeness(scenario: Scenario, person: Person, specialty: str) -> str:
    """
    Return how near a person's specialties are at best.

    Parameters
    ----------
    scenario
        Everything known before solving.
    person
        Whose specialties are looked at.
    specialty
        Code of the one that is asked for.

    Returns
    -------
    str
        ``exact``, ``family`` or nothing.
    """
    wanted = scenario.specialty[specialty]
    held = [scenario.specialty[code] for code in person.specialties]
    if any(wanted.id in {one.id, one.family} for one in held):
        return "exact"
    if wanted.family and any(wanted.family in {one.id, one.family} for one in held):
        return "family"
    return ""


def level(each: Served) -> Facts:
    """Check the title level."""
    if each.person.level >= each.need.level:
        return None
    return {
        "person": each.person.id,
        "level": each.person.level,
        "need": each.need.id,
        "wanted": each.need.level,
    }


def health(each: Served) -> Facts:
    """Check that only cleared people go to high places."""
    altitude = each.host_area.altitude_m
    high = altitude > each.scenario.policy.number("health", "altitude_m")
    if not high or each.person.health is Health.YES:
        return None
    return {"person": each.person.id, "need": each.need.id}


def age(each: Served) -> Facts:
    """Check the age on the first day of the term; an unknown one is too high."""
    limit, birth = each.programme.age_max, each.person.birth
    if limit is None:
        return None
    years = None if birth is None else age_on(birth, each.term.start)
    if years is not None and years <= limit:
        return None
    return {"person": each.person.id, "need": each.need.id}


def avoidance(each: Served) -> Facts:
    """Check that the person does not have to avoid the host or its area."""
    if not {each.host.id, each.host_area.id} & set(each.person.avoid):
        return None
    return {"person": each.person.id, "need": each.need.id}


def consent(each: Served) -> Facts:
    """Check that the person agreed to programme or direction, and to the area."""
    person, programme = each.person, each.programme
    agreed = {programme.id, programme.direction.value} & set(person.consents)
    if agreed and (not person.consent_areas or each.host.area in person.consent_areas):
        return None
    return {
        "person": person.id,
        "programme": named(programme),
        "area": named(each.host_area),
    }


def availability(each: Served) -> Facts:
    """Check the stay against the person's windows and other commitments."""
    free = any(window.holds(each.stay) for window in merged(each.person.windows))
    bound = each.scenario.commitments_of.get(each.person.id, ())
    if free and not any(other.window.meets(each.stay) for other in bound):
        return None
    return {"person": each.person.id, "stay": str(each.stay)}


def duration(each: Served) -> Facts:
    """Check the term against the need's window and its shortest and longest length."""
    need, term = each.need, each.term
    shortest, longest = each.scenario.shortest(need), each.scenario.longest(need)
    if need.window.holds(term) and shortest <= term.days <= longest:
        return None
    return {
        "person": each.person.id,
        "term": str(term),
        "need": need.id,
        "window": str(need.window),
        "shortest": shortest,
        "longest": longest,
    }


def calendar(each: Served) -> Facts:
    """Check the term's ends and the stay against holidays and seasons."""
    for entry in each.scenario.entries:
        if _blocks(entry, each):
            return {
                "person": each.person.id,
                "stay": str(each.stay),
                "need": each.need.id,
                "entry": entry.name,
                "days": str(entry.window),
            }
    return None


def _blocks(entry: CalendarEntry, each: Served) -> bool:
    here = not entry.areas or each.home.area in entry.areas
    there = not entry.areas or each.host.area in entry.areas
    field = not entry.sectors or each.scenario.sector(each.need) in entry.sectors
    trade = not entry.sectors or each.person.sector in entry.sectors
    if entry.effect is Effect.NO_MOVE:
        ends = (each.term.start, each.term.last_day)
        return (here or there) and field and any(day in entry.window for day in ends)
    if entry.effect is Effect.NO_RELEASE:
        return here and trade and entry.window.meets(each.stay)
    if entry.effect is Effect.NO_GUEST:
        return there and field and entry.window.meets(each.stay)
    return False  # heating concerns beds, a school term the goal continuity


_JUDGES: Mapping[str, Callable[[Served], Facts]] = {
    "direction": direction,
    "scope": scope,
    "pairing": pairing,
    "specialty": specialty,
    "level": level,
    "health": health,
    "age": age,
    "avoidance": avoidance,
    "consent": consent,
    "availability": availability,
    "duration": duration,
    "calendar": calendar,
}


def _check(rule: str, judge: Callable[[Served], Facts]) -> Check:
    def check(case: Case) -> Iterator[Finding]:
        for each in case.served:
            facts = None if case.has_left(each) else judge(each)
            if facts is not None:
                yield case.breach(rule, each.subjects, facts)

    return check


PAIR_CHECKS: Mapping[str, Check] = {
    rule: _check(rule, judge) for rule, judge in _JUDGES.items()
}
"""By rule, the check that yields one finding for each assignment that breaks it."""
