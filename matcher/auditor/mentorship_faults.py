"""What makes a mentorship possible at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from matcher.auditor.pair_rules import closeness
from matcher.auditor.structure import fault_of
from matcher.auditor.wording import phrase
from matcher.language import mark
from matcher.scenario.base import Learners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Case, Served
    from matcher.auditor.finding import Finding
    from matcher.auditor.wording import Fact
    from matcher.plan import Mentorship
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person


def mentorship_faults(case: Case) -> Iterator[Finding]:
    """Yield what is impossible about each mentorship, and about several together."""
    for each in case.mentorships:
        holder = case.holder[each.person, each.need]
        mentee = case.scenario.person[each.mentee]
        for fault in _faults(case, holder, mentee):
            yield fault_of(fault, each.person, each.need, each.mentee)
    yield from _too_many(case)
    yield from _at_once(case)


def _faults(case: Case, holder: Served, mentee: Person) -> Iterator[Fact]:
    may_learn = _may_learn(case.scenario, holder.need, mentee)
    if mentee.id == holder.person.id or not may_learn:
        yield phrase(mark("the mentee is not among those who may be raised there"))
    stays = [each.stay for each in case.of_person.get(mentee.id, ())]
    absences = [
        each.window
        for each in case.scenario.commitments_of.get(mentee.id, ())
        if each.away
    ]
    if any(window.meets(holder.term) for window in (*stays, *absences)):
        yield phrase(mark("the mentee is away on days of the term"))


def _may_learn(scenario: Scenario, need: Need, person: Person) -> bool:
    """Return whether a person is among those whom a need's holders may raise."""
    _least, most = scenario.mentees(need)
    if most == 0:
        return False
    if need.studio:
        return person.id in scenario.studio[need.studio].members
    if not person.mentee or person.unit != (need.successor_unit or need.unit):
        return False
    whole_department = scenario.programme[need.programme].mentees_from
    if whole_department is Learners.DEPARTMENT and not need.successor_unit:
        return person.department == need.department
    return closeness(scenario, person, need.specialty) != ""


def _too_many(case: Case) -> Iterator[Finding]:
    raised = Counter((each.person, each.need) for each in case.mentorships)
    for subjects, count in raised.items():
        _least, most = case.scenario.mentees(case.holder[subjects].need)
        if most and count > most:
            fault = phrase(
                mark("{count} mentees are raised, at most {most} may be"),
                count=count,
                most=most,
            )
            yield fault_of(fault, *subjects)


def _at_once(case: Case) -> Iterator[Finding]:
    by_mentee: dict[str, list[Mentorship]] = defaultdict(list)
    for each in case.mentorships:
        by_mentee[each.mentee].append(each)
    for mentee, mine in by_mentee.items():
        for one, other in combinations(mine, 2):
            first = case.holder[one.person, one.need]
            second = case.holder[other.person, other.need]
            if first.term.meets(second.term):
                fault = phrase(
                    mark("the mentee is raised by {person} at {need} on the same days"),
                    person=other.person,
                    need=other.need,
                )
                yield fault_of(fault, one.person, one.need, mentee)
