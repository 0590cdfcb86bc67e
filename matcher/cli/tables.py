"""Tables for people at a terminal; Chinese characters count as two columns."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
from typing import Literal

_LEAST = 20
"""Columns that the heads of rows keep for themselves, however many values follow."""

_HEAD = 10
"""Columns that the head of values may take, even if all values are shorter."""

_GAP, _EDGES = 3, 2
"""Blanks between two columns of a table, and at both its edges."""


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
    # Runs for programs print no tables, and load no library for them.
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    # Data may hold square brackets, which must not be taken for colours.
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    lines = [[str(cell) for cell in row] for row in rows]
    broken, first = _fitted(heads, lines, wide, console.width)
    table = Table(box=box.SIMPLE, pad_edge=False)
    for place, head in enumerate(broken):
        side: Literal["left", "right"] = "right" if place in numbers else "left"
        table.add_column(
            head,
            justify=side,
            width=first if place == 0 and 0 in wide else None,
            no_wrap=place not in wide,
            overflow="fold",
        )
    for cells in lines:
        table.add_row(*cells)
    with console.capture() as capture:
        console.print(table)
    click.echo(title)
    for line in filter(None, map(str.rstrip, capture.get().splitlines())):
        click.echo(line)
    click.echo()


def _fitted(
    heads: Sequence[str], lines: Sequence[Sequence[str]], wide: Sequence[int], room: int
) -> tuple[list[str], int]:
    """Return the heads, broken where that makes room, and the width of the first."""
    from rich.cells import cell_len  # noqa: PLC0415

    bodies = [
        max(map(cell_len, column), default=0) for column in zip(*lines, strict=True)
    ] or [0] * len(heads)
    first = max(cell_len(heads[0]), bodies[0])
    left = room - _EDGES - _GAP * (len(heads) - 1)
    broken = list(heads)
    if first + sum(map(max, map(cell_len, heads[1:]), bodies[1:])) > left:
        share = max(1, (left - _LEAST) // max(1, len(heads) - 1))
        for place in set(wide) - {0}:
            width = min(share, max(bodies[place], _HEAD))
            broken[place] = "\n".join(wrap(heads[place], width))
    taken = sum(
        max(body, *map(cell_len, head.split("\n")))
        for head, body in zip(broken[1:], bodies[1:], strict=True)
    )
    return broken, min(first, max(_LEAST, left - taken))
