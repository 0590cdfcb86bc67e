"""The rules on those who raise others, are looked after or speak: one check each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.auditor.case import Case, Check, Served
    from matcher.auditor.finding import Finding
    from matcher.auditor.wording import Fact


def mentoring(case: Case) -> Iterator[Finding]:
    """Check that all who must raise local staff are given enough of them."""
    raised = Counter((each.person, each.need) for each in case.mentorships)
    for each in case.served:
        least, _most = case.scenario.mentees(each.need)
        lacking = least - raised[each.subjects]
        if lacking > 0:
            facts: dict[str, Fact] = {
                "person": each.person.id,
                "need": each.need.id,
                "count": raised[each.subjects],
                "least": least,
            }
            yield case.breach("mentoring", each.subjects, facts, lacking)


def wants_leader(each: Served) -> bool:
    """Return whether the assignment is long, to Xining, and there are leaders."""
    return bool(each.scenario.leaders) and each.is_long


def contact_leader(case: Case) -> Iterator[Finding]:
    """Check that everyone who comes for long has a leader to turn to."""
    linked = {(each.person, each.need) for each in case.links}
    for each in case.served:
        if wants_leader(each) and each.subjects not in linked:
            facts: dict[str, Fact] = {"person": each.person.id, "need": each.need.id}
            yield case.breach("contact-leader", each.subjects, facts)


def event(case: Case) -> Iterator[Finding]:
    """Check that everyone who comes to an event speaks there."""
    known = case.scenario.session
    events = {each.programme for each in known.values()}
    heard = {
        (known[roster.session].programme, person)
        for roster in case.rosters
        for person in roster.speakers
    }
    for each in case.served:
        programme = each.programme.id
        if programme in events and (programme, each.person.id) not in heard:
            facts: dict[str, Fact] = {"person": each.person.id, "need": each.need.id}
            yield case.breach("event", each.subjects, facts)


SUPPORT_CHECKS: Mapping[str, Check] = {
    "mentoring": mentoring,
    "contact-leader": contact_leader,
    "event": event,
}
"""By rule, the check that yields its findings; their units add up to its measure."""
