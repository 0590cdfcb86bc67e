"""Writing one table as a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from matcher.errors import Place, ScenarioError
from matcher.language import mark, translate
from matcher.scenario.base import Direction
from matcher.scenario.contents import TABLES
from matcher.scenario.draft import NEEDED
from matcher.scenario.faults import problem
from matcher.scenario.meanings import meaning
from matcher.scenario.workbook.cells import LONGEST
from matcher.scenario.workbook.checks import check, mark_doubles
from matcher.scenario.workbook.columns import Sort, columns, width_of
from matcher.scenario.workbook.looks import (
    OPTIONAL,
    QUIET,
    REQUIRED,
    Looks,
    printed,
)
from matcher.scenario.workbook.sheets import title_of
from matcher.scenario.workbook.values import Content, content_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from matcher.language import Language
    from matcher.scenario.base import Entity
    from matcher.scenario.workbook.columns import Column
    from matcher.scenario.workbook.desk import Desk

_ROOM = 2_000
"""Rows below the table that are ready for more."""

_REPEATED = ("pairings", "commitments", "calendar", "preferences")
"""Tables in which two rows may well have one key."""

_MUST = mark("Must be filled in.")
_NAMES = mark("Codes of: {sheets}.")
_SEVERAL = mark("Several are parted by “；”.")


def write_sheet(desk: Desk, table: str, rows: Sequence[Entity]) -> None:
    """
    Write a table into its sheet, which is there already.

    Parameters
    ----------
    desk
        What to write with.
    table
        Name of the table.
    rows
        Its rows.
    """
    title = title_of(table, desk.language)
    sheet = desk.workbook.get_worksheet_by_name(title)
    assert sheet is not None  # noqa: S101 -- all sheets are made before any is written
    named = columns(table, desk.language)
    contents = [
        [content_of(_worded(row, each.field), desk.language) for each in named]
        for row in rows
    ]
    last = len(rows) + _ROOM
    widths = []
    for number, column in enumerate(named):
        below = [row[number] for row in contents]
        widths.append(_head(sheet, number, column, below, desk))
        check(desk, sheet, number, column, last=last)
    for row, cells in enumerate(contents, start=1):
        for number, content in enumerate(cells):
            put_cell(sheet, row, number, content, desk.look)
    if table not in _REPEATED:
        mark_doubles(sheet, named, last, desk.look)
    printed(sheet, rows=len(rows), widths=widths)
    sheet.set_tab_color(REQUIRED if table in NEEDED else OPTIONAL if rows else QUIET)


def _worded(row: Entity, field: str) -> object:
    """Return the value of a field; a direction among codes is a word again."""
    value = getattr(row, field)
    if field != "consents":
        return value
    return tuple(Direction(each) if each in set(Direction) else each for each in value)


def put_cell(
    sheet: Worksheet, row: int, column: int, content: Content, look: Looks
) -> None:
    """
    Write a cell: a day as a day, a number as a number, text as it is.

    Parameters
    ----------
    sheet
        The sheet.
    row
        Row, counted from 0.
    column
        Column, counted from 0.
    content
        What to write.
    look
        The formats of the workbook.
    """
    if isinstance(content, date):
        sheet.write_datetime(row, column, content, look.day)
    elif isinstance(content, int):
        sheet.write_number(row, column, content, look.number)
    elif content is not None:
        if len(content) > LONGEST:
            _refuse(sheet, row, column, content)
        sheet.write_string(row, column, content, look.text)


def _refuse(sheet: Worksheet, row: int, column: int, content: str) -> None:
    place = Place(sheet.get_name(), row=row + 1, cell=column + 1)
    place = replace(place, sheet=sheet.get_name())
    found = problem("E139", place, length=len(content), limit=LONGEST)
    raise ScenarioError([found])


def _head(
    sheet: Worksheet,
    number: int,
    column: Column,
    contents: Sequence[Content],
    desk: Desk,
) -> int:
    """Write the name of a column, with its meaning; return the column's width."""
    heading = column.heading
    texts = [str(content) for content in contents if content is not None]
    look = desk.look
    width = width_of(heading, texts)
    sheet.set_column(number, number, width, look.of(column.sort))
    name = look.required if column.required else look.optional
    sheet.write_string(0, number, heading, name)
    text = _comment(column, desk.language)
    size = {"width": 240, "height": 24 + 18 * (len(text) // 16 + text.count("\n") + 1)}
    sheet.write_comment(0, number, text, {"author": "matcher", **size})
    return width


def _comment(column: Column, language: Language) -> str:
    lines = [meaning(TABLES[column.table], column.field, language)]
    if column.required:
        lines.append(translate(_MUST, language))
    if column.tables:
        named = "、".join(title_of(table, language) for table in column.tables)
        lines.append(translate(_NAMES, language, sheets=named))
    if column.sort is Sort.LIST:
        lines.append(translate(_SEVERAL, language))
    return "\n".join(lines)
