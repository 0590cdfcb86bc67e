"""A comparison of plans as tables for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli.tables import show_table
from matcher.language import mark
from matcher.report.blocks import Cell, Notes, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.comparison.chapters import Chapters

FEW = 8
"""How many rows are shown of long lists, unless all are asked for."""

_LONG = {"people", "shifts", "told"}
"""Chapters with long lists."""

_MORE = mark("… and {count} more; --all shows every row.")


def show(chapters: Chapters, *, everything: bool = False) -> None:
    """
    Print a comparison.

    Parameters
    ----------
    chapters
        Its chapters in the reader's language.
    everything
        Whether lists are shown to their end.
    """
    for section in chapters.sections():
        most = FEW if section.id in _LONG and not everything else None
        for block in section.blocks:
            if isinstance(block, Notes):
                for sentence in block.sentences:
                    click.echo(f"{sentence.text}\n")
            elif isinstance(block, Table):
                _show(block, chapters, most)


def _show(table: Table, chapters: Chapters, most: int | None) -> None:
    say, lines = chapters.words.say, list(_lines(table, chapters))
    kinds = [column.kind for column in table.columns]
    numbers = [place for place, kind in enumerate(kinds) if kind == "number"]
    wide = [place for place, kind in enumerate(kinds) if kind != "short"]
    heads = [each.title if each.said else say(each.title) for each in table.columns]
    show_table(say(table.title), heads, lines[:most], numbers, wide)
    hidden = len(lines) - len(lines[:most])
    if hidden:
        click.echo(f"{say(_MORE, count=hidden)}\n")


def _lines(table: Table, chapters: Chapters) -> Iterator[list[str]]:
    for group in table.groups:
        for row in group.rows:
            yield [_text(cell, chapters) for cell in row]


def _text(cell: Cell, chapters: Chapters) -> str:
    return cell.text or ("；" if chapters.words.zh else "; ").join(cell.lines)
