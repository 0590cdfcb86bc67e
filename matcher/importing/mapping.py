"""What a mapping says: which list becomes which table, and column by column how."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, get_args, get_origin

from matcher.errors import Place
from matcher.scenario.contents import TABLES
from matcher.scenario.references import REFERENCES
from matcher.timeline import Window

if TYPE_CHECKING:
    from matcher.scenario.base import Entity

End = str
"""``first`` or ``last`` day of a month, or ``range``: the days of several months, or
its year."""

ENDS = ("first", "last")
"""The days of a month that may be meant."""

PEOPLE = {
    ("people", "id"),
    ("commitments", "person"),
    ("preferences", "person"),
    ("ratings", "person"),
    ("locks", "person"),
    ("studios", "members"),
}
"""The columns that hold codes of people."""

PLACES = {"areas", "units", "departments", "specialties", "programmes"}
"""The tables whose codes and names are no sentences."""


@dataclass(frozen=True)
class Aim:
    """
    What a column of an office's list becomes.

    Parameters
    ----------
    column
        Our column.
    part
        ``first_day`` or ``last_day`` of a window, the rank of a wish, else blank.
    """

    column: str
    part: str = ""

    @property
    def is_wish(self) -> bool:
        """Whether the cell becomes a row of preferences."""
        return self.part.isdecimal()


@dataclass(frozen=True)
class Foreign:
    """
    A column of an office's list that the mapping names.

    Parameters
    ----------
    name
        What the mapping calls it.
    place
        Where the mapping does.
    aims
        What it becomes; nothing: it is known and not wanted.
    """

    name: str
    place: Place
    aims: tuple[Aim, ...] = ()


@dataclass(frozen=True)
class ListMapping:
    """
    How one list is read; columns are known by their folded names.

    Parameters
    ----------
    name
        What the mapping calls the list.
    place
        Where the mapping does.
    table
        The table of ours that it becomes.
    file
        Pattern of the names of its files; blank: those that hold the list's name.
    sheet
        Pattern of the names of its sheets; blank: the first sheet.
    row
        Row of the column names; 0: found.
    header_rows
        How many rows the column names take.
    columns
        Its columns.
    constants
        Value of each column of ours that is the same for the whole list.
    values
        For each column what stands for which value of ours; None: not wanted.
    codes
        Pattern of the codes of rows that have none.
    names
        Columns that hold names of people.
    apart
        Columns that tell people of one name apart.
    fill_down
        Columns whose blank cells hold what stands above.
    months
        Columns of months, with the day of the month that is meant; of ranges of months
        with ``range``, or the year of those that do not say it.
    with_unit
        Columns of numbers that are written with their unit.
    """

    name: str
    place: Place
    table: str
    file: str = ""
    sheet: str = ""
    row: int = 0
    header_rows: int = 1
    columns: abc.Mapping[str, Foreign] = field(default_factory=dict)
    constants: abc.Mapping[str, str] = field(default_factory=dict)
    values: abc.Mapping[str, abc.Mapping[str, str | None]] = field(default_factory=dict)
    codes: str = ""
    names: frozenset[str] = frozenset()
    apart: tuple[str, ...] = ()
    fill_down: frozenset[str] = frozenset()
    months: abc.Mapping[str, End] = field(default_factory=dict)
    with_unit: frozenset[str] = frozenset()

    @property
    def entity(self) -> type[Entity]:
        """What a row of the table stands for."""
        return TABLES[self.table]

    def means_person(self, aim: Aim) -> bool:
        """Return whether a cell for an aim is the code of a person."""
        wished = aim.is_wish and self.table == "needs"
        return wished or (self.table, aim.column) in PEOPLE

    @cached_property
    def naming(self) -> str:
        """The column of names that says whom a row is about, or nothing."""
        if self.table != "people":
            return ""
        mine = ((), (Aim("id"),))
        keys = (key for key in self.columns if self.columns[key].aims in mine)
        return next((key for key in keys if key in self.names), "")


@dataclass(frozen=True)
class Mapping:
    """
    A mapping file.

    Parameters
    ----------
    lists
        How each list is read.
    ignore_sheets
        Patterns of the names of sheets that are known and not wanted.
    """

    lists: tuple[ListMapping, ...]
    ignore_sheets: tuple[str, ...] = ()


def is_list(entity: type[Entity], column: str) -> bool:
    """Return whether a column of ours holds a list."""
    return get_origin(entity.model_fields[column].annotation) is tuple


def is_windows(entity: type[Entity], column: str) -> bool:
    """Return whether a column of ours holds windows."""
    return Window in get_args(entity.model_fields[column].annotation)


def is_text(entity: type[Entity], column: str) -> bool:
    """Return whether a column of ours holds text, or a list of texts."""
    annotation = entity.model_fields[column].annotation
    return annotation is str or (
        is_list(entity, column) and str in get_args(annotation)
    )


def is_free(table: str, column: str) -> bool:
    """Return whether a column of ours holds sentences: no codes, no names of places."""
    named = table in PLACES and column in ("name", "name_en")
    coded = (table, column) in REFERENCES or column in ("id", "target") or named
    return is_text(TABLES[table], column) and not coded
