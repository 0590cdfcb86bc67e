"""What tells the rows of a table apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
from typing import Any

KEYS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("first", "second"),
    "departments": ("unit", "name"),
    "commitments": ("person", "first_day"),
    "calendar": ("name", "effect", "first_day"),
    "preferences": ("side", "person", "target"),
    "ratings": ("person", "need"),
    "leavers": ("need",),
}
"""The columns that tell the rows of a table apart, where it is not the code."""


def keys(table: str) -> tuple[str, ...]:
    """Return the columns that tell the rows of a table apart."""
    return KEYS.get(table, ("id",))


def key_of(table: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """
    Return what tells a row from the others of its table.

    Parameters
    ----------
    table
        Name of the table.
    cells
        Text of each cell by column.
    """
    return tuple(cells.get(column, "") for column in keys(table))


def called(entity: Any) -> Iterator[str]:  # noqa: ANN401 -- any row with a code
    """Yield what a row is called: its code and its names."""
    yield entity.id
    for column in ("name", "name_en"):
        if text := getattr(entity, column, ""):
            yield text
    yield from getattr(entity, "aliases", ())
