"""Chapters of a report for people at a terminal, and for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len
from rich.console import Console

from matcher.cli.tables import show_table
from matcher.language import mark, translate
from matcher.report.blocks import Figures, Notes, Streams, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.report.blocks import Block, Cell, Column, Section
    from matcher.report.report import Report
    from matcher.report.words import Words

_BREAKING = {"text", "name", "wide", "list"}
"""Kinds of columns that may be broken into lines."""

_LEAST, _GAP = 14, 3
"""Room that such a column should have, and blanks between columns."""


def show_report(report: Report) -> None:
    """
    Print every chapter of a report; drawings are left out.

    Parameters
    ----------
    report
        What is printed.
    """
    click.echo(f"{report.kind} · {report.title}")
    click.echo(f"{report.lead}\n")
    for section in report.sections:
        click.echo(f"== {translate(section.title, report.language)}\n")
        for block in section.blocks:
            _show(block, report)


def _show(block: Block, report: Report) -> None:
    words = report.material.words
    if isinstance(block, Notes):
        for sentence in block.sentences:
            click.echo(_text(sentence, " "))
        click.echo()
    elif isinstance(block, Figures):
        for figure in block.figures:
            value = f"{figure.value} {figure.note}".rstrip()
            told = words.say(mark("{name}: {value}"), name=figure.label, value=value)
            click.echo(told)
        click.echo()
    elif isinstance(block, Table):
        _show_table(block, words)


def _show_table(table: Table, words: Words) -> None:
    """Print a table; where its columns have no room, a few lines for each row."""
    places = [n for n, each in enumerate(table.columns) if each.kind != "bar"]
    kinds = [table.columns[place].kind for place in places]
    heads = [_title(table.columns[place], words) for place in places]
    lines = [
        [_cell(row[n], table.columns[n], words) for n in places]
        if len(row) > 1
        else [_text(row[0], " · ")]
        for row in _rows(table)
    ]
    wide = [n for n, kind in enumerate(kinds) if kind in _BREAKING]
    if _needed(heads, lines, wide) <= Console(file=sys.stdout).width:
        filled = [[*line, *[""] * (len(heads) - len(line))] for line in lines]
        numbers = [n for n, kind in enumerate(kinds) if kind == "number"]
        show_table(words.say(table.title), heads, filled, numbers, wide)
        return
    click.echo(f"{words.say(table.title)}")
    told = mark("{name}: {value}")
    for line in lines:
        numbered = kinds[0] == "number" and len(line) > 1
        first = words.say(told, name=heads[0], value=line[0]) if numbered else line[0]
        click.echo(f" {first}")
        for head, value in zip(heads[1:], line[1:], strict=False):
            if value:
                click.echo(f"   {words.say(told, name=head, value=value)}")
    click.echo()


def _needed(
    heads: Sequence[str], lines: Iterable[Sequence[str]], wide: Iterable[int]
) -> int:
    """Return the columns of the terminal that a table needs at least."""
    widths = [cell_len(head) for head in heads]
    for line in lines:
        # The head of a group stands across the table.
        for place, value in enumerate(line if len(line) > 1 else ()):
            widths[place] = max(widths[place], cell_len(value))
    least = [_LEAST if n in wide else width for n, width in enumerate(widths)]
    return sum(least) + _GAP * len(least)


def _rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table, each group after its head."""
    for group in table.groups:
        if group.title.text:
            yield (group.title,)
        yield from group.rows


def _cell(cell: Cell, column: Column, words: Words) -> str:
    if column.kind == "list":
        return words.listed(cell.lines)
    if column.kind == "wide":
        return " · ".join(filter(None, (_head(cell), words.joined(cell.lines))))
    return _text(cell, " · ")


def _text(cell: Cell, between: str) -> str:
    return between.join(filter(None, (_head(cell), *cell.lines)))


def _title(column: Column, words: Words) -> str:
    return column.title if column.said else words.say(column.title)


def _head(cell: Cell) -> str:
    return " ".join(filter(None, (cell.text, cell.code)))


def report_document(report: Report) -> Mapping[str, object]:
    """
    Return the chapters of a report for a program.

    Parameters
    ----------
    report
        What is told.
    """
    return {
        "kind": report.kind,
        "title": report.title,
        "lead": report.lead,
        "sections": [_section(each, report) for each in report.sections],
    }


def _section(section: Section, report: Report) -> Mapping[str, object]:
    return {
        "id": section.id,
        "title": translate(section.title, report.language),
        # Of a drawing, a table says the same.
        "blocks": [
            _block(each, report)
            for each in section.blocks
            if not isinstance(each, Streams)
        ],
    }


def _block(block: Table | Figures | Notes, report: Report) -> Mapping[str, object]:
    if isinstance(block, Notes):
        return {"notes": [_text(each, " ") for each in block.sentences]}
    if isinstance(block, Figures):
        return {
            "figures": [
                {"label": each.label, "value": each.value, "note": each.note}
                for each in block.figures
            ]
        }
    say = report.material.words.say
    return {
        "id": block.id,
        "title": say(block.title),
        "columns": [
            _title(each, report.material.words)
            for each in block.columns
            if each.kind != "bar"
        ],
        "groups": [
            {
                "title": _text(group.title, " "),
                "rows": [_values(block, row) for row in group.rows],
            }
            for group in block.groups
        ],
    }


def _values(table: Table, row: Iterable[Cell]) -> list[Mapping[str, object]]:
    return [
        {"text": cell.text, "code": cell.code, "lines": cell.lines}
        for cell, column in zip(row, table.columns, strict=True)
        if column.kind != "bar"
    ]
