"""What tests ask of a chapter: its tables, their texts, its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor import audit
from matcher.report.blocks import Notes, Table
from matcher.report.material import Material
from matcher.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.plan import Plan
    from matcher.report.blocks import Block, Group, Section
    from matcher.scenario import Scenario


def material(world: Scenario, decided: Plan) -> Material:
    """Return what the chapters draw on, in English."""
    return Material(world, decided, audit(world, decided), Words(world, "en"))


def tables_of(section: Section) -> list[Table]:
    """Return the tables of a chapter."""
    return [block for block in section.blocks if isinstance(block, Table)]


def table(section: Section, name: str) -> Table:
    """Return the table of a chapter that has this id."""
    return next(each for each in tables_of(section) if each.id == name)


def texts(found: Table) -> list[list[str]]:
    """Return the texts of a table's rows."""
    return [[cell.text for cell in row] for group in found.groups for row in group.rows]


def heads(found: Table) -> list[tuple[str, ...]]:
    """Return the text of the head of each group, with the lines beneath."""
    return [(each.title.text, *each.title.lines) for each in found.groups]


def lines(group: Group, place: int) -> list[tuple[str, ...]]:
    """Return the lines of one cell of each row of a group."""
    return [row[place].lines for row in group.rows]


def said(blocks: Iterable[Block]) -> list[str]:
    """Return the sentences of the notes."""
    return [
        sentence.text
        for block in blocks
        if isinstance(block, Notes)
        for sentence in block.sentences
    ]
