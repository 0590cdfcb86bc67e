"""The handover list: who hands a post over to whom, where, and on which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Block, Cell, Column, Notes, Section, Table, rows
from matcher.report.words import Words, number, span

if TYPE_CHECKING:
    from matcher.auditor.records import HandoverRecord
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Need and programme"), "name"),
    Column(mark("Host")),
    Column(mark("Hands over")),
    Column(mark("Takes over")),
    Column(mark("Kind")),
    Column(mark("Both on post"), "date"),
    Column(mark("Days"), "number"),
    Column(mark("Result"), "short"),
)

_KINDS = {
    "plan": mark("within the plan"),
    "before": mark("from the plan before"),
    "local": mark("to local staff"),
}

_HOW = mark(
    "Each line is one handover document: who leaves, who takes over, and the days on "
    "which both are on post."
)


def handovers(material: Material) -> Section:
    """Return the chapter on who hands over to whom."""
    words, records = material.words, material.audit.records.handovers
    blocks: tuple[Block, ...] = ()
    if records:
        table = Table(
            "handover-list",
            mark("Handover list"),
            _COLUMNS,
            rows(_row(words, each) for each in records),
        )
        blocks = (Notes((Cell(words.say(_HOW)),)), table)
    return Section("handovers", mark("Handovers"), blocks)


def _row(words: Words, record: HandoverRecord) -> tuple[Cell, ...]:
    return (
        words.asked(record.need),
        words.host(record.need),
        words.person(record.leaver),
        words.person(record.successor),
        Cell(words.say(_KINDS[record.kind])),
        Cell(span(record.days) if record.days else ""),
        number(record.days.days if record.days else None),
        _fits(words, record),
    )


def _fits(words: Words, record: HandoverRecord) -> Cell:
    if record.fits:
        return Cell(words.say(mark("in order")), tone="good")
    return Cell(words.say(mark("not in order")), tone="bad")
