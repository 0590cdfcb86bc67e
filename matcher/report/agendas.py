"""Promotion meetings: what is open on the day of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table
from matcher.report.words import number

if TYPE_CHECKING:
    from matcher.auditor.records import AgendaRecord
    from matcher.report.material import Material
    from matcher.report.words import Words
    from matcher.scenario.undertakings import Meeting

_COLUMNS = (Column(mark("Point"), "number"), Column(mark("What is open")))


def agendas(material: Material) -> Section:
    """Return the chapter on the agendas of promotion meetings."""
    known = {each.id: each for each in material.scenario.meetings}
    groups = tuple(
        _group(material.words, known[each.meeting], each)
        for each in material.audit.records.agendas
    )
    blocks: tuple[Block, ...] = ()
    if groups:
        blocks = (Table("agenda-list", mark("Agendas"), _COLUMNS, groups),)
    return Section("agendas", mark("Promotion meetings"), blocks)


def _group(words: Words, meeting: Meeting, record: AgendaRecord) -> Group:
    points = record.points
    lines = [meeting.day.isoformat()]
    if not points:
        lines.append(words.say(mark("Nothing is open.")))
    return Group(
        tuple(
            (number(place), Cell(words.entry(point)))
            for place, point in enumerate(points, start=1)
        ),
        Cell(words.name(meeting), meeting.id, lines=tuple(lines)),
    )
