"""What makes a link to a leader possible at all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor.structure import fault_of
from matcher.auditor.support_rules import wants_leader
from matcher.auditor.wording import phrase
from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Case, Served
    from matcher.auditor.finding import Finding
    from matcher.scenario.undertakings import Leader


def link_faults(case: Case) -> Iterator[Finding]:
    """Yield what is impossible about each link, and about several together."""
    for each in case.links:
        guest = case.holder[each.person, each.need]
        if not wants_leader(guest):
            fault = phrase(mark("the need wants no contact leader"))
            yield fault_of(fault, each.person, each.need, each.leader)
        elif not _takes(case.scenario.leader[each.leader], guest):
            fault = phrase(mark("the leader does not take guests of this host"))
            yield fault_of(fault, each.person, each.need, each.leader)
    for subjects, count in Counter(
        (each.person, each.need) for each in case.links
    ).items():
        if count > 1:
            fault = phrase(mark("{count} contact leaders instead of one"), count=count)
            yield fault_of(fault, *subjects)
    yield from _overloaded(case)


def _takes(leader: Leader, guest: Served) -> bool:
    here = not leader.areas or guest.host.area in leader.areas
    sector = guest.scenario.sector(guest.need)
    return here and (not leader.sectors or sector in leader.sectors)


def _overloaded(case: Case) -> Iterator[Finding]:
    loads = Counter(each.leader for each in case.links)
    for code, load in loads.items():
        most = case.scenario.leader[code].load
        if load > most:
            fault = phrase(
                mark("{count} people turn to the leader, at most {most} may"),
                count=load,
                most=most,
            )
            yield fault_of(fault, code)
