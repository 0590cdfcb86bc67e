"""The studios: the master, the working visits and the members who learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table
from matcher.report.words import Words, number, span

if TYPE_CHECKING:
    from matcher.auditor.records import StudioRecord, VisitRecord
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Visit")),
    Column(mark("Master")),
    Column(mark("On post"), "date"),
    Column(mark("Days"), "number"),
    Column(mark("Members who learn"), "list"),
)

_HEAD = mark("{unit} · master: {masters} · visits: {made} of {wanted}")


def studios(material: Material) -> Section:
    """Return the chapter on the studios."""
    groups = tuple(
        _group(material.words, each) for each in material.audit.records.studios
    )
    blocks: tuple[Block, ...] = ()
    if groups:
        blocks = (Table("studio-visits", mark("Visits by studio"), _COLUMNS, groups),)
    return Section("studios", mark("Studios"), blocks)


def _group(words: Words, record: StudioRecord) -> Group:
    studio = words.studio(record.studio)
    line = words.say(
        _HEAD,
        unit=words.unit(words.scenario.studio[record.studio].unit).text,
        masters=words.listed(record.masters) or "–",
        made=len(record.visits),
        wanted=record.wanted,
    )
    head = Cell(studio.text, studio.code, lines=(line,))
    return Group(tuple(_row(words, each) for each in record.visits), head)


def _row(words: Words, visit: VisitRecord) -> tuple[Cell, ...]:
    return (
        words.need(visit.need),
        words.person(visit.person),
        Cell(span(visit.term)),
        number(visit.term.days),
        Cell(lines=tuple(words.skilled(each) for each in visit.members)),
    )
