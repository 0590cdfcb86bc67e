"""The handover list: who takes whose post over, and on which days both are there."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from matcher.auditor.records import HandoverRecord
from matcher.auditor.system_rules import handover_fits, overlaps
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from matcher.auditor.case import Case
    from matcher.scenario.entities import Need

Dated = tuple[str, "date", HandoverRecord]
"""A handover behind its need and the first day of the successor."""


def handovers_of(case: Case) -> tuple[HandoverRecord, ...]:
    """Return the handovers by need and first day."""
    return tuple(record for _need, _day, record in dated_handovers(case))


def dated_handovers(case: Case) -> list[Dated]:
    """Return each handover with its first day, whether or not both are there then."""
    found = [
        *(each for need in case.scenario.needs for each in _between(case, need)),
        *_to_local_staff(case),
    ]
    return sorted(found, key=itemgetter(0, 1))


def _between(case: Case, need: Need) -> Iterator[Dated]:
    """Yield the handovers to holders, for leavers of the plan before in any case."""
    leaver = case.scenario.leaver_of.get(need.id)
    for number, (code, successor, days) in enumerate(overlaps(case, need)):
        before = leaver is not None and number == 0
        if not before and not need.handover:
            continue
        term = successor.term
        last = min(term.start + days * DAY, term.end)
        record = HandoverRecord(
            need=need.id,
            leaver=code,
            successor=successor.person.id,
            days=Window(term.start, last) if days > 0 else None,
            kind="before" if before else "plan",
            fits=handover_fits(case, need, days),
        )
        yield need.id, term.start, record


def _to_local_staff(case: Case) -> Iterator[Dated]:
    for each in case.mentorships:
        holder = case.holder[each.person, each.need]
        if holder.need.successor_unit:
            record = HandoverRecord(
                need=each.need,
                leaver=each.person,
                successor=each.mentee,
                days=holder.term,
                kind="local",
                fits=True,
            )
            yield each.need, holder.term.start, record
