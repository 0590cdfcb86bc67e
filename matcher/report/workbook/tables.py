"""The tables of the report's chapters, each as a sheet with filters."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.workbook.bench import Content, Style
from matcher.scenario.workbook.columns import width_of
from matcher.scenario.workbook.looks import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

    from matcher.report.blocks import Cell, Column, Table
    from matcher.report.workbook.bench import Bench

_NUMBER = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*|-?[0-9]+")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_GROUP = mark("Group")


def write_table(bench: Bench, sheet: Worksheet, table: Table) -> None:
    """
    Write a table; what its groups have in common stands in a column of its own.

    Parameters
    ----------
    bench
        What to write with.
    sheet
        Where.
    table
        The table; drawings are left out, as other cells say the same.
    """
    shown = [place for place, each in enumerate(table.columns) if each.kind != "bar"]
    grouped = any(group.title.text for group in table.groups)
    say = bench.report.say
    columns = [table.columns[place] for place in shown]
    heads = [each.title if each.said else say(each.title) for each in columns]
    if grouped:
        heads.insert(0, say(_GROUP))
    comma = bench.words.listed(("", ""))
    texts: list[list[str]] = [[] for _ in heads]
    rows = list(_rows(table, shown, comma, grouped=grouped))
    for number, (cells, total) in enumerate(rows, 1):
        for column, (content, tone) in enumerate(cells):
            style = Style(tone=tone, bold=total, wrapped=True)
            bench.put(sheet, number, column, content, style)
            texts[column].append("" if content is None else str(content))
    widths = [width_of(head, below) for head, below in zip(heads, texts, strict=True)]
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bench.head)
    for number, (cells, _) in enumerate(rows, 1):
        bench.fit(sheet, number, [content for content, _ in cells], widths)
    printed(sheet, rows=len(rows), widths=widths)


def _rows(
    table: Table, shown: list[int], comma: str, *, grouped: bool
) -> Iterator[tuple[list[tuple[Content, str]], bool]]:
    """Yield the cells of each row with their tones, and whether the row is a sum."""
    for group in table.groups:
        head: list[tuple[Content, str]] = (
            [(_name_of(group.title), group.title.tone)] if grouped else []
        )
        for row in group.rows:
            cells = [
                (content_of(row[place], table.columns[place], comma), row[place].tone)
                for place in shown
            ]
            yield [*head, *cells], group.total


def content_of(cell: Cell, column: Column, comma: str = ", ") -> Content:
    """
    Return what a cell holds: a number, a share or a day, where it is one.

    Parameters
    ----------
    cell
        The cell.
    column
        Its column.
    comma
        What parts the lines of a list.
    """
    if column.kind == "list":
        return comma.join(text_of(cell).split("\n"))
    text = text_of(cell)
    if column.kind == "date" and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    if column.kind == "number" and text == "–":
        return None
    if column.kind == "number":
        if _NUMBER.fullmatch(text):
            return int(text.replace(",", ""))
        if found := _SHARE.fullmatch(text):
            return round(float(found[1]) / 100, 6)
    return text


def text_of(cell: Cell) -> str:
    """Return everything a cell says, its further lines beneath."""
    return "\n".join(filter(None, (_name_of(cell), *cell.lines)))


def _name_of(cell: Cell) -> str:
    return " ".join(filter(None, (cell.text, cell.code)))
