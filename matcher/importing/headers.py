"""The names of an office list's columns: where they stand and what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.importing.words import bare_key, key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from matcher.scenario.grids import Grid, Record

AGAIN = "#"
"""What stands before the number of a column whose name others have too."""

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


def find_head(
    grid: Grid,
    wanted: Collection[str],
    row: int,
    rows: int,
    merged: Mapping[tuple[int, int], tuple[int, int]],
) -> Head | None:
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
    merged
        For the first of merged cells, by row and column, the last one.
    """
    best = None
    width = max((len(record.cells) for record in grid.records), default=0)
    for first, record in enumerate(
        grid.records[:_LOOKED_AT] if not row else grid.records
    ):
        if row and record.row != row:
            continue
        taken = grid.records[first : first + rows]
        names = _names(taken, width, merged)
        head = Head(first, len(taken), names, _keys(names, wanted))
        if _known(head) > (_known(best) if best else 0):
            best = head
    return best


def _names(
    records: Sequence[Record],
    width: int,
    merged: Mapping[tuple[int, int], tuple[int, int]],
) -> tuple[str, ...]:
    """
    Return the names whose parts may stand in several rows, a group over its members.

    A group ends with its merged cells, or else where no name of a member stands.
    """
    *groups, last = records
    names = _wide(last.cells, width)
    for record in reversed(groups):
        above, end = "", 0
        for index, text in enumerate(_wide(record.cells, width)):
            if text:
                alone = (0, width if names[index] else index + 1)
                above, end = text, merged.get((record.row, index + 1), alone)[1]
            elif index >= end or not names[index]:
                above = ""
            names[index] = above + names[index]
    return tuple(names)


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*(" ".join(cell.split()) for cell in cells), *[""] * (width - len(cells))]


def _keys(names: Sequence[str], wanted: Collection[str]) -> tuple[str | None, ...]:
    """Return the key of each name; the second of two alike is 专业#2 if that is one."""
    known = {*wanted, *(each.partition(AGAIN)[0] for each in wanted)}
    exact = [each if (each := key(name)) in known else None for name in names]
    found: list[str | None] = []
    seen = Counter[str]()
    for name, same in zip(names, exact, strict=True):
        bare = bare_key(name)
        one = same or (bare if bare in known and bare not in exact else None)
        seen.update([one] if one else ())
        numbered = f"{one}{AGAIN}{seen[one]}" if one else ""
        found.append(numbered if numbered in wanted else one)
    return tuple(each if each in wanted else None for each in found)


def _known(head: Head) -> int:
    return len({key for key in head.keys if key})
