"""The programme of events: who speaks when and where, and who hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table
from matcher.report.words import Words, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.auditor.records import DelegationRecord, SessionRecord
    from matcher.report.material import Material

_SESSION_COLUMNS = (
    Column(mark("Room")),
    Column(mark("Session")),
    Column(mark("Topic")),
    Column(mark("Speakers")),
    Column(mark("Participants"), "number"),
    Column(mark("Seats"), "number"),
)

_DELEGATION_COLUMNS = (
    Column(mark("Delegation")),
    Column(mark("Specialty")),
    Column(mark("Participants"), "number"),
    Column(mark("Hear a session"), "number"),
    Column(mark("Seats in all sessions"), "number"),
    Column(mark("Sessions, with seats"), "list"),
)


def events(material: Material) -> Section:
    """Return the chapter on the sessions and the delegations of events."""
    records, blocks = material.audit.records, list[Block]()
    if records.sessions:
        groups = tuple(_slots(material.words, records.sessions))
        title = mark("Sessions by slot and room")
        blocks.append(Table("session-list", title, _SESSION_COLUMNS, groups))
    if records.delegations:
        groups = tuple(_delegations(material))
        title = mark("Delegations")
        blocks.append(Table("delegation-list", title, _DELEGATION_COLUMNS, groups))
    return Section("events", mark("Event programme"), tuple(blocks))


def _slots(words: Words, records: Iterable[SessionRecord]) -> Iterator[Group]:
    """Yield the sessions of each slot by room, then those that are not held."""
    by_slot: dict[str, list[SessionRecord]] = {}
    for each in records:
        by_slot.setdefault(each.slot, []).append(each)
    idle = by_slot.pop("", [])
    for slot in sorted(by_slot, key=lambda code: _time(words, code)):
        lines = sorted(by_slot[slot], key=lambda each: natural(each.room))
        yield Group(tuple(_session(words, each) for each in lines), _slot(words, slot))
    if idle:
        head = Cell(words.say(mark("Not held")), tone="warn")
        yield Group(tuple(_session(words, each) for each in idle), head)


def _time(words: Words, code: str) -> tuple[object, ...]:
    """Return a key that sorts slots by day and hours, unknown ones last."""
    slot = words.scenario.slot.get(code)
    if slot is None:
        return True, code
    return False, slot.day, slot.hours, natural(slot.programme), natural(code)


def _slot(words: Words, code: str) -> Cell:
    slot = words.scenario.slot.get(code)
    if slot is None:
        return Cell(code)
    programme = words.phrase(words.programme(slot.programme))
    return Cell(f"{slot.day.isoformat()} {slot.hours}", code, lines=(programme,))


def _session(words: Words, record: SessionRecord) -> tuple[Cell, ...]:
    session = words.scenario.session[record.session]
    held = bool(record.slot)
    return (
        words.room(record.room),
        Cell(words.either(session.title, session.title_en), session.id),
        words.specialty(session.specialty),
        Cell(lines=tuple(_speaker(words, each) for each in record.speakers)),
        number(record.seated if held else None),
        number(record.seats if held else None),
    )


def _speaker(words: Words, code: str) -> str:
    known = words.person(code)
    return " · ".join((code, *known.lines))


def _delegations(material: Material) -> Iterator[Group]:
    """Yield the delegations of each event, and their sum."""
    words, known = material.words, material.scenario.delegation
    seated = _seated(material)
    by_event: dict[str, list[DelegationRecord]] = {}
    for each in material.audit.records.delegations:
        by_event.setdefault(known[each.delegation].programme, []).append(each)
    for event, records in by_event.items():
        yield Group(
            tuple(
                _delegation(words, each, seated.get(each.delegation, ()))
                for each in records
            ),
            words.programme(event),
        )
        yield Group((_sum(words, records),), total=True)


def _seated(material: Material) -> dict[str, list[str]]:
    """Return the sessions that each delegation hears, with the seats it has there."""
    found: dict[str, list[str]] = {}
    for each in material.plan.arrangements.seating:
        found.setdefault(each.delegation, []).append(f"{each.session} ({each.seats})")
    return found


def _delegation(
    words: Words, record: DelegationRecord, seated: Iterable[str]
) -> tuple[Cell, ...]:
    delegation = words.scenario.delegation[record.delegation]
    all_hear = record.heard == record.size
    return (
        Cell(words.name(delegation), delegation.id),
        words.specialty(delegation.subject),
        number(record.size),
        Cell(number(record.heard).text, tone="" if all_hear else "warn"),
        number(record.seats),
        Cell(lines=tuple(seated)),
    )


def _sum(words: Words, records: Iterable[DelegationRecord]) -> tuple[Cell, ...]:
    records = tuple(records)
    return (
        Cell(words.say(mark("Sum"))),
        Cell(),
        number(sum(each.size for each in records)),
        number(sum(each.heard for each in records)),
        number(sum(each.seats for each in records)),
        Cell(),
    )
