"""How leaders, studios, phases and events fare in a plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor.system_records import (
    DelegationRecord,
    LeaderRecord,
    PhaseRecord,
    SessionRecord,
    StudioRecord,
    VisitRecord,
)
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Collection

    from matcher.auditor.case import Case, Served
    from matcher.scenario.undertakings import Phase, Studio


def leaders_of(case: Case) -> tuple[LeaderRecord, ...]:
    """Return how many people turn to each leader."""
    people = Counter(each.leader for each in case.links)
    return tuple(
        LeaderRecord(each.id, people[each.id], each.load)
        for each in case.scenario.leaders
    )


def studios_of(case: Case) -> tuple[StudioRecord, ...]:
    """Return the visits of each studio."""
    return tuple(_studio(case, each) for each in case.scenario.studios)


def _studio(case: Case, studio: Studio) -> StudioRecord:
    served = [each for each in case.served if each.need.studio == studio.id]
    visits = sorted(served, key=lambda each: (each.term, each.need.id, each.person.id))
    return StudioRecord(
        studio=studio.id,
        masters=tuple(sorted({each.person.id for each in served})),
        visits=tuple(
            VisitRecord(
                need=each.need.id,
                person=each.person.id,
                term=each.term,
                members=raised(case, [each]),
            )
            for each in visits
        ),
        wanted=sum(
            need.min_headcount
            for need in case.scenario.needs
            if need.studio == studio.id
        ),
    )


def raised(case: Case, served: Collection[Served]) -> tuple[str, ...]:
    """Return the codes of the local staff whom these assignments raise, sorted."""
    holders = {each.subjects for each in served}
    mentees = {
        each.mentee for each in case.mentorships if (each.person, each.need) in holders
    }
    return tuple(sorted(mentees))


def phases_of(case: Case) -> tuple[PhaseRecord, ...]:
    """Return how each phase runs, by project and phase."""
    rows = sorted(case.scenario.phases, key=lambda each: (each.project, each.id))
    return tuple(_phase(case, each) for each in rows)


def _phase(case: Case, phase: Phase) -> PhaseRecord:
    needs = case.scenario.phase_needs[phase.id]
    served = [each for each in case.served if each.need.phase == phase.id]
    days = None
    if served:
        start = min(each.term.start for each in served)
        days = Window(start, max(each.term.end for each in served))
    return PhaseRecord(
        phase=phase.id,
        days=days,
        filled=len(served),
        wanted=sum(need.min_headcount for need in needs),
        successors=raised(case, served),
    )


def sessions_of(case: Case) -> tuple[SessionRecord, ...]:
    """Return when, where and before whom each session is held."""
    rosters = {each.session: each for each in case.rosters}
    seated: Counter[str] = Counter()
    for each in case.seating:
        seated[each.session] += each.seats
    found = []
    for session in case.scenario.sessions:
        roster = rosters.get(session.id)
        found.append(
            SessionRecord(
                session=session.id,
                slot=roster.slot if roster else "",
                room=roster.room if roster else "",
                speakers=roster.speakers if roster else (),
                seated=seated[session.id],
                seats=case.scenario.room[roster.room].seats if roster else 0,
            )
        )
    return tuple(found)


def delegations_of(case: Case) -> tuple[DelegationRecord, ...]:
    """Return how many of each delegation can hear a session."""
    seats: Counter[str] = Counter()
    for each in case.seating:
        seats[each.delegation] += each.seats
    return tuple(
        DelegationRecord(
            delegation=group.id,
            size=group.size,
            heard=min(group.size, seats[group.id]),
            seats=seats[group.id],
        )
        for group in case.scenario.delegations
    )
