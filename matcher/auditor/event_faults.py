"""What makes the rosters and the seats of an event possible at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from matcher.auditor.pair_rules import closeness
from matcher.auditor.structure import fault_of
from matcher.auditor.wording import phrase
from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Case
    from matcher.auditor.finding import Finding
    from matcher.auditor.wording import Fact
    from matcher.plan import Roster
    from matcher.scenario import Scenario
    from matcher.scenario.undertakings import Delegation, Session


def roster_faults(case: Case) -> Iterator[Finding]:
    """Yield what is impossible about each roster, and about several together."""
    for roster in case.rosters:
        session = case.scenario.session[roster.session]
        for fault in _place(case.scenario, session, roster):
            yield fault_of(fault, session.id, roster.slot, roster.room)
        for fault in _count(session, roster):
            yield fault_of(fault, session.id)
        for person in sorted(set(roster.speakers) & case.scenario.person.keys()):
            for fault in _speaker(case, session, roster, person):
                yield fault_of(fault, session.id, person)
    yield from _repeated(case)


def _place(scenario: Scenario, session: Session, roster: Roster) -> Iterator[Fact]:
    slot, room = scenario.slot[roster.slot], scenario.room[roster.room]
    if slot.programme != session.programme or (
        session.slots and slot.id not in session.slots
    ):
        yield phrase(mark("the session may not take this slot"))
    if room.programme != session.programme or (
        session.rooms and room.id not in session.rooms
    ):
        yield phrase(mark("the session may not take this room"))


def _count(session: Session, roster: Roster) -> Iterator[Fact]:
    count, different = len(roster.speakers), len(set(roster.speakers))
    if not count == different == session.speakers:
        text = mark("{count} speakers are named, {wanted} different ones are wanted")
        yield phrase(text, count=count, wanted=session.speakers)


def _speaker(
    case: Case, session: Session, roster: Roster, person: str
) -> Iterator[Fact]:
    day = case.scenario.slot[roster.slot].day
    there = any(
        each.programme.id == session.programme and day in each.term
        for each in case.of_person.get(person, ())
    )
    if not there:
        yield phrase(
            mark("the speaker is not at the event on {day}"), day=day.isoformat()
        )
    if not closeness(case.scenario, case.scenario.person[person], session.specialty):
        yield phrase(mark("the speaker does not hold the topic"))


def _repeated(case: Case) -> Iterator[Finding]:
    """Yield sessions held twice, places of two sessions, and who speaks in both."""
    sessions = Counter(each.session for each in case.rosters)
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    speakers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for roster in case.rosters:
        places[roster.slot, roster.room].add(roster.session)
        for person in roster.speakers:
            speakers[person, roster.slot].add(roster.session)
    for code, count in sessions.items():
        if count > 1:
            yield fault_of(phrase(mark("held {count} times"), count=count), code)
    for found, text in (
        (places, mark("{count} sessions in one room at once")),
        (speakers, mark("speaks in {count} sessions at once")),
    ):
        for subjects, held in found.items():
            if len(held) > 1:
                yield fault_of(phrase(text, count=len(held)), *subjects)


def seating_faults(case: Case) -> Iterator[Finding]:
    """Yield what is impossible about seats one by one, and about several together."""
    scenario = case.scenario
    held = {each.session: each for each in case.rosters}
    in_session: Counter[str] = Counter()
    in_slot: Counter[tuple[str, str]] = Counter()
    for each in case.seating:
        session = scenario.session[each.session]
        group = scenario.delegation[each.delegation]
        for fault in _audience(scenario, session, group):
            yield fault_of(fault, session.id, group.id)
        if session.id not in held:
            fault = phrase(mark("the session is not held"))
            yield fault_of(fault, session.id, group.id)
            continue
        in_session[session.id] += each.seats
        in_slot[group.id, held[session.id].slot] += each.seats
    for code, seats in in_session.items():
        most = scenario.room[held[code].room].seats
        if seats > most:
            text = mark("{count} seats are given in a room of {most}")
            yield fault_of(phrase(text, count=seats, most=most), code)
    for (code, slot), seats in in_slot.items():
        most = scenario.delegation[code].size
        if seats > most:
            text = mark("{count} seats at once for {most} participants")
            yield fault_of(phrase(text, count=seats, most=most), code, slot)


def _audience(
    scenario: Scenario, session: Session, group: Delegation
) -> Iterator[Fact]:
    subject = scenario.specialty[group.subject]
    if group.programme != session.programme:
        yield phrase(mark("the delegation comes to another event"))
    elif session.subjects and not {subject.id, subject.family} & set(session.subjects):
        yield phrase(mark("the session is not for the delegation's subject"))
