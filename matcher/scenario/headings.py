"""How the columns of a table are named, and where their names stand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from matcher.language import Names
from matcher.scenario.faults import problem
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from matcher.errors import Problem
    from matcher.scenario.base import Entity
    from matcher.scenario.grids import Grid, Record

    Speller = Callable[[Iterable[str]], Names]

MARKS = "*＊ \t\n\u3000"
"""What stands around the name of a column and is no part of it."""

_ABOVE = 6
"""Rows among which the names of the columns are looked for."""

_SEPARATORS = ";；，|"
"""What parts columns where the locale or a hand is wrong."""

_REMARK = re.compile(
    r"(?:[合总小共]\s*计|备\s*注|(?:sub)?total|notes?)[:：]?$|(?:备?注|说明)[:：]",
    re.IGNORECASE,
)
"""How a row begins that is no entry."""


def column_names(entity: type[Entity], columns: Iterable[str]) -> Names:
    """
    Return what columns of a table are called in either language.

    Parameters
    ----------
    entity
        What a row stands for.
    columns
        The columns.
    """
    titles, listed = titles_of(entity), tuple(columns)
    return Names(tuple(titles[each] for each in listed), listed)


@cache
def titles_of(entity: type[Entity]) -> Mapping[str, str]:
    """Return the Chinese title of each column, in the order of the columns."""
    fields = entity.model_fields
    return {name: each.title or name for name, each in fields.items()}


def heading(records: Sequence[Record], columns: Mapping[str, str]) -> int:
    """
    Return the number of the record that holds the names of the columns.

    It is the first one, unless only a later one looks like it: above the names some
    write a title, or ``sep=,``.

    Parameters
    ----------
    records
        The rows of a grid.
    columns
        The Chinese title of each column.
    """
    fits = [_fit(record.cells, columns) for record in records[:_ABOVE]]
    number = max(range(len(fits)), key=lambda each: fits[each][1], default=0)
    if not number:
        return 0
    written, known = fits[number]
    return number if known > 1 + 2 * fits[0][1] and 2 * known >= written else 0


def _fit(cells: Sequence[str], columns: Mapping[str, str]) -> tuple[int, int]:
    """Return how many cells are filled in, and how many of them name a column."""
    names = [each for cell in cells if (each := cell.strip(MARKS))]
    return len(names), sum(meant(name, columns) is not None for name in names)


def parted(grid: Grid, columns: Mapping[str, str]) -> Problem | None:
    """
    Return the fault that the columns of a file are not parted by commas, or None.

    Parameters
    ----------
    grid
        The table as text.
    columns
        The Chinese title of each column.
    """
    for record in grid.records[:_ABOVE] if grid.running else ():
        least = max(1, _fit(record.cells, columns)[1])
        for separator in _SEPARATORS:
            cells = ",".join(record.cells).split(separator)
            written, known = _fit(cells, columns)
            if known > least and 2 * known >= written:
                return problem("E129", grid.at(record), value=separator)
    return None


def is_remark(record: Record, width: int) -> bool:
    """
    Return whether a row is one of totals or a note, and no entry.

    Parameters
    ----------
    record
        The row.
    width
        How many columns the table has.
    """
    first = next((cell.strip() for cell in record.cells if cell.strip()), "")
    if not _REMARK.match(first):
        return False
    return 2 * sum(bool(cell.strip()) for cell in record.cells) < width


def speller(names: Sequence[str], columns: Mapping[str, str]) -> Speller:
    """
    Return what names columns as the others of the table are named.

    Parameters
    ----------
    names
        The names that stand in the table.
    columns
        The Chinese title of each column.
    """
    codes = sum(name in columns for name in names)
    titles = sum(name in columns.values() for name in names)

    def spell(listed: Iterable[str]) -> Names:
        en = tuple(listed)
        zh = tuple(columns[each] for each in en)
        return Names(en if codes > titles else zh, zh if titles > codes else en)

    return spell


def meant(name: str, columns: Mapping[str, str]) -> str | None:
    """
    Return the field that a column name means, or None.

    Parameters
    ----------
    name
        The name as the file has it.
    columns
        The Chinese title of each column.
    """
    if name in columns:
        return name
    return _folded(tuple(columns.items())).get(_plain(name))


@cache
def _folded(columns: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the field by any spelling of its name or title."""
    titles = {_plain(title): name for name, title in columns}
    return titles | {_plain(name): name for name, _ in columns}


def _plain(name: str) -> str:
    """Return a name as it is compared: “First day” is first_day."""
    return fold(name).replace("_", "")
