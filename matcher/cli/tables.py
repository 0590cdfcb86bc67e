"""Tables for people at a terminal; Chinese characters count as two columns."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich import box
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
from typing import Literal


def show_table(
    title: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    numbers: Sequence[int] = (),
    wide: Sequence[int] = (0,),
) -> None:
    """
    Print a table on standard output.

    Parameters
    ----------
    title
        What it shows.
    heads
        The head of each column.
    rows
        What stands in each column.
    numbers
        Columns that stand to the right.
    wide
        Columns that are broken into lines if the table is too wide.
    """
    table = Table(box=box.SIMPLE, pad_edge=False)
    for place, head in enumerate(heads):
        side: Literal["left", "right"] = "right" if place in numbers else "left"
        table.add_column(head, justify=side, no_wrap=place not in wide, overflow="fold")
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    # Data may hold square brackets, which must not be taken for colours.
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    click.echo(title)
    for line in filter(None, map(str.rstrip, capture.get().splitlines())):
        click.echo(line)
    click.echo()
