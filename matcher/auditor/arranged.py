"""What holds for the arrangements of every plan; here, that they name what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.bed_faults import bed_faults
from matcher.auditor.event_faults import roster_faults, seating_faults
from matcher.auditor.link_faults import link_faults
from matcher.auditor.mentorship_faults import mentorship_faults
from matcher.auditor.structure import fault_of
from matcher.auditor.wording import phrase
from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from matcher.auditor.case import Case
    from matcher.auditor.finding import Finding

UNKNOWN = {
    "person": mark("the scenario does not know the person"),
    "need": mark("the scenario does not know the need"),
    "mentee": mark("the scenario does not know the mentee"),
    "leader": mark("the scenario does not know the leader"),
    "site": mark("the scenario does not know the housing site"),
    "session": mark("the scenario does not know the session"),
    "slot": mark("the scenario does not know the slot"),
    "room": mark("the scenario does not know the room"),
    "speaker": mark("the scenario does not know the speaker"),
    "delegation": mark("the scenario does not know the delegation"),
}
"""What is said of a code that stands in no table, by what it should name."""


def arrangement_faults(case: Case) -> Iterator[Finding]:
    """Yield what makes the arrangements impossible with these assignments."""
    yield from _unreadable(case)
    yield from mentorship_faults(case)
    yield from link_faults(case)
    yield from bed_faults(case)
    yield from roster_faults(case)
    yield from seating_faults(case)


def _unreadable(case: Case) -> Iterator[Finding]:
    """Yield arrangements of unknown codes, and those for people who are not sent."""
    plan = case.arrangements
    for mentorship in plan.mentorships:
        who, what, mentee = mentorship.person, mentorship.need, mentorship.mentee
        yield from _of_nobody(case, who, what, mentee)
        yield from _unknown(case, (who, what, mentee), mentee=mentee)
    for link in plan.links:
        who, what, leader = link.person, link.need, link.leader
        yield from _of_nobody(case, who, what, leader)
        yield from _unknown(case, (who, what, leader), leader=leader)
    for bed in plan.beds:
        who, what, site = bed.person, bed.need, bed.site
        yield from _of_nobody(case, who, what, site)
        yield from _unknown(case, (who, what, site), site=site)
    for roster in plan.rosters:
        talk, slot, room = roster.session, roster.slot, roster.room
        yield from _unknown(
            case, (talk, slot, room), session=talk, slot=slot, room=room
        )
        for speaker in roster.speakers:
            yield from _unknown(case, (talk, speaker), speaker=speaker)
    for seats in plan.seating:
        talk, group = seats.session, seats.delegation
        yield from _unknown(case, (talk, group), session=talk, delegation=group)


def _of_nobody(case: Case, person: str, need: str, other: str) -> Iterator[Finding]:
    """Yield a fault unless the plan sends the person to the need."""
    if (person, need) in case.holder:
        return
    subjects = (person, need, other)
    if person in case.scenario.person and need in case.scenario.need:
        fault = phrase(mark("the plan has no such assignment"))
        yield fault_of(fault, *subjects)
    yield from _unknown(case, subjects, person=person, need=need)


def _unknown(case: Case, subjects: Iterable[str], **codes: str) -> Iterator[Finding]:
    scenario = case.scenario
    known: Mapping[str, Mapping[str, object]] = {
        "person": scenario.person,
        "need": scenario.need,
        "mentee": scenario.person,
        "leader": scenario.leader,
        "site": scenario.site,
        "session": scenario.session,
        "slot": scenario.slot,
        "room": scenario.room,
        "speaker": scenario.person,
        "delegation": scenario.delegation,
    }
    for name, code in codes.items():
        if code not in known[name]:
            yield fault_of(phrase(UNKNOWN[name]), *subjects)
