"""The days of one person's year: moves, handovers, sessions and acts of care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Block, Cell, Column, Table, rows
from matcher.report.care import RECIPIENTS
from matcher.report.words import Words, day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from matcher.auditor.case import Served
    from matcher.plan import Roster
    from matcher.report.gathered import Gathered

    Entry = tuple[date, Cell, Cell]

_COLUMNS = (
    Column(mark("Day"), "date"),
    Column(mark("What"), "name"),
    Column(mark("Where or for whom")),
)


def days_of(gathered: Gathered, served: list[Served]) -> tuple[Block, ...]:
    """
    Return the days on which something happens, in order.

    Parameters
    ----------
    gathered
        The plan, by person and host.
    served
        The assignments of one person.
    """
    entries = [entry for each in served for entry in _entries(gathered, each)]
    if served:
        code = served[0].person.id
        words = gathered.material.words
        entries += (_session(words, each) for each in gathered.rosters.get(code, ()))
    if not entries:
        return ()
    entries.sort(key=lambda entry: entry[0])
    lines = ((day(when), what, where) for when, what, where in entries)
    return (Table("day-list", mark("Days in order"), _COLUMNS, rows(lines)),)


def _entries(gathered: Gathered, each: Served) -> Iterator[Entry]:
    words = gathered.material.words
    say, host = words.say, words.unit(each.host.id)
    if each.stay.start != each.term.start:
        yield each.stay.start, Cell(say(mark("arrival, acclimatisation begins"))), host
    yield each.term.start, Cell(say(mark("first day on post")), each.need.id), host
    yield each.term.last_day, Cell(say(mark("last day on post")), each.need.id), host
    for record in gathered.handovers.get(each.need.id, ()):
        if record.days and each.person.id in (record.leaver, record.successor):
            other = {record.leaver, record.successor} - {each.person.id}
            what = Cell(say(mark("handover begins")), each.need.id)
            yield record.days.start, what, Cell(words.listed(sorted(other)))
    rules = {rule.id: rule for rule in gathered.material.scenario.care}
    for act in gathered.care.get(each.subjects, ()):
        rule = rules[act.rule]
        occasion = (act.occasion,) if act.occasion else ()
        what = Cell(words.name(rule), rule.id, lines=occasion)
        yield act.day, what, Cell(say(RECIPIENTS[act.recipient]))


def _session(words: Words, roster: Roster) -> Entry:
    session = words.scenario.session[roster.session]
    slot, room = words.scenario.slot[roster.slot], words.room(roster.room)
    title = words.either(session.title, session.title_en)
    told = words.say(mark("speaks in a session"))
    place = Cell(room.text, room.code, lines=(slot.hours,))
    return slot.day, Cell(title, session.id, lines=(told,)), place
