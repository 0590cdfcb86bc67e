"""The agendas of the promotion meetings: what is open on their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.handovers import dated_handovers
from matcher.auditor.records import AgendaRecord
from matcher.auditor.wording import named, phrase
from matcher.language import mark, natural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from matcher.auditor.case import Case, Served
    from matcher.rulebook import Text


def agendas_of(case: Case) -> tuple[AgendaRecord, ...]:
    """Return the agenda of each meeting, by its day."""
    meetings = sorted(case.scenario.meetings, key=lambda each: (each.day, each.id))
    ends = [each.day for each in meetings[1:]] + [case.scenario.horizon.end]
    return tuple(
        AgendaRecord(meeting.id, tuple(_points(case, meeting.day, end)))
        for meeting, end in zip(meetings, ends, strict=False)
    )


def _points(case: Case, start: date, end: date) -> Iterator[Text]:
    """Yield the points of a meeting on one day, the next being on the other."""
    yield from _empty_posts(case, start)
    arrivals = mark("Arrivals for {programme}: {count}, {first} to {last}")
    yield from _moves(case, arrivals, lambda each: each.stay.start, start, end)
    departures = mark("Departures from {programme}: {count}, {first} to {last}")
    yield from _moves(case, departures, lambda each: each.term.last_day, start, end)
    for need, day, record in dated_handovers(case):
        if start <= day < end:
            yield phrase(
                mark("Handover of {need} from {leaver} to {successor}: {day}"),
                need=need,
                leaver=record.leaver,
                successor=record.successor,
                day=day.isoformat(),
            )


def _empty_posts(case: Case, day: date) -> Iterator[Text]:
    for need in case.scenario.needs:
        empty = need.min_headcount - len(case.of_need.get(need.id, []))
        if empty > 0 and day <= need.last_day:
            yield phrase(
                mark("Empty posts of {need} at {unit}: {count}, until {day}"),
                need=need.id,
                unit=named(case.scenario.unit[need.unit]),
                count=empty,
                day=need.last_day.isoformat(),
            )


def _moves(
    case: Case,
    text: str,
    day_of: Callable[[Served], date],
    start: date,
    end: date,
) -> Iterator[Text]:
    """Yield one point for each programme whose people move between the two days."""
    programmes = sorted(case.scenario.programmes, key=lambda each: natural(each.id))
    for programme in programmes:
        days = sorted(
            day
            for each in case.served
            if each.programme.id == programme.id
            if start <= (day := day_of(each)) < end
        )
        if days:
            yield phrase(
                text,
                programme=named(programme),
                count=len(days),
                first=days[0].isoformat(),
                last=days[-1].isoformat(),
            )
