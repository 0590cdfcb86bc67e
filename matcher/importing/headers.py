"""The names of an office list's columns: where they stand and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.importing.words import bare_key, key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from matcher.scenario.grids import Grid

_LOOKED_AT = 100
"""Rows that may hold the names of the columns."""


@dataclass(frozen=True)
class Head:
    """
    The names of the columns of one list.

    Parameters
    ----------
    first
        Number of the record in which they begin.
    rows
        How many records they take.
    names
        Name of each column as the list has it.
    keys
        For each column the key under which the mapping knows it, None for others.
    """

    first: int
    rows: int
    names: tuple[str, ...]
    keys: tuple[str | None, ...]


def find_head(grid: Grid, wanted: Collection[str], row: int, rows: int) -> Head | None:
    """
    Return the names of the columns, or None if no row holds any that is wanted.

    Parameters
    ----------
    grid
        The list as text.
    wanted
        Keys of the columns that the mapping names.
    row
        Row in which the names begin; 0: the first that holds most of them.
    rows
        How many rows they take.
    """
    best = None
    width = max((len(record.cells) for record in grid.records), default=0)
    for first, record in enumerate(
        grid.records[:_LOOKED_AT] if not row else grid.records
    ):
        if row and record.row != row:
            continue
        head = _head(grid, wanted, first, rows, width)
        if _known(head) > (_known(best) if best else 0):
            best = head
    return best


def _head(
    grid: Grid, wanted: Collection[str], first: int, rows: int, width: int
) -> Head:
    taken = grid.records[first : first + rows]
    lines = [_wide(record.cells, width) for record in taken]
    names = _joined(lines) if len(lines) > 1 else tuple(lines[0])
    return Head(first, len(taken), names, _keys(names, wanted))


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*(cell.strip() for cell in cells), *[""] * (width - len(cells))]


def _joined(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the names whose parts stand in several rows, a group over its members."""
    *groups, last = lines
    names = list(last)
    for group in reversed(groups):
        above = ""
        for index, text in enumerate(group):
            above = text or (above if names[index] else "")
            names[index] = above + names[index]
    return tuple(names)


def _keys(names: Sequence[str], wanted: Collection[str]) -> tuple[str | None, ...]:
    exact = [each if (each := key(name)) in wanted else None for name in names]
    found: list[str | None] = []
    for name, same in zip(names, exact, strict=True):
        bare = bare_key(name)
        near = bare if bare in wanted and bare not in exact else None
        found.append(same or near)
    return tuple(found)


def _known(head: Head) -> int:
    return len({key for key in head.keys if key})
