"""
What a scenario is read from: a folder of files, or one workbook.

Both hand out the settings as keys with places and each table as a grid, so that
nobody above asks which of the two it was.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from matcher.errors import Place, Problem
from matcher.scenario.csv_files import read_csv
from matcher.scenario.faults import problem
from matcher.scenario.model import TABLES
from matcher.scenario.roots import root, sheet_root
from matcher.scenario.tables import required
from matcher.scenario.texts import read_text
from matcher.scenario.values import UnreadableError
from matcher.scenario.workbook.book import Book
from matcher.scenario.workbook.sheets import name_of

if TYPE_CHECKING:
    from matcher.scenario.grids import Grid
    from matcher.scenario.nodes import Item

FILE = "scenario.yaml"

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of the files that are workbooks."""


class Source(Protocol):
    """Where the settings and tables of one scenario, or of one overlay, stand."""

    @property
    def has_settings(self) -> bool:
        """Whether there are settings at all."""

    def settings(self, problems: list[Problem]) -> Item | None:
        """Return what the settings say, or None after a fault."""

    def grid(self, table: str, problems: list[Problem]) -> Grid | None:
        """Return a table as text, or None if it is not there."""

    def place(self, table: str = "") -> Place:
        """Return where a table, or else the settings, would stand."""

    def strangers(self) -> list[Problem]:
        """Return a fault for each table that would be overlooked."""

    def files(self) -> list[Path]:
        """Return the files that are read."""


@dataclass(frozen=True)
class FolderSource:
    """
    A folder with ``scenario.yaml`` and one CSV file per table.

    Parameters
    ----------
    folder
        The folder.
    prefix
        What messages put before the names of its files.
    """

    folder: Path
    prefix: str = ""

    @property
    def has_settings(self) -> bool:
        """Whether ``scenario.yaml`` is there."""
        return os.path.lexists(self.folder / FILE)

    def settings(self, problems: list[Problem]) -> Item | None:
        """Return what ``scenario.yaml`` says, or None if it cannot be read."""
        place = self.place()
        try:
            text = read_text(self.folder / FILE, "name, horizon")
        except UnreadableError as error:
            problems.append(error.at(place))
            return None
        return root(text, place.file, problems)

    def grid(self, table: str, problems: list[Problem]) -> Grid | None:
        """Return the table of a CSV file, or None without the file."""
        path = self.folder / f"{table}.csv"
        # A link to a file that is gone is no table that was left out.
        if not os.path.lexists(path):
            return None
        needed = ", ".join(required(TABLES[table]))
        return read_csv(path, self.place(table), needed, problems)

    def place(self, table: str = "") -> Place:
        """Return the file of a table or of the settings."""
        return Place(self.prefix + (f"{table}.csv" if table else FILE))

    def strangers(self) -> list[Problem]:
        """Return a fault for each file that looks like a table or the settings."""
        near = [f"{name}.csv" for name in TABLES]
        found = []
        for path in sorted(self.folder.glob("*")):
            ending, stem = path.suffix.lower(), path.stem
            settings = ending in (".yaml", ".yml") and stem.lower() == Path(FILE).stem
            table = ending == ".csv" and not stem.startswith((".", "~"))
            if not (table or settings) or path.name in (FILE, *near):
                continue
            # 人员.csv should be people.csv, as the sheet 人员 is the table people.
            meant = FILE if settings else f"{name_of(stem) or stem}.csv"
            place, allowed = Place(self.prefix + path.name), ", ".join(near)
            found.append(
                problem("E106", place, near=[*near, FILE], value=meant, allowed=allowed)
            )
        return found

    def files(self) -> list[Path]:
        """Return ``scenario.yaml`` and the tables that are there."""
        names = (FILE, *(f"{table}.csv" for table in TABLES))
        paths = (self.folder / name for name in names)
        return [path for path in paths if path.is_file()]


@dataclass(frozen=True)
class BookSource:
    """
    A workbook with a sheet of settings and one sheet per table.

    Parameters
    ----------
    path
        The workbook.
    book
        What it holds.
    """

    path: Path
    book: Book

    @property
    def has_settings(self) -> bool:
        """Whether the sheet of settings is there."""
        return self.book.settings() is not None

    def settings(self, problems: list[Problem]) -> Item | None:
        """Return what the sheet of settings says, or None without it."""
        grid = self.book.settings()
        if grid is None:
            place = self.place()
            needed = "name, horizon.first_day, horizon.last_day"
            problems.append(problem("E123", place, value=place.sheet, needed=needed))
            return None
        return sheet_root(grid, problems)

    def grid(self, table: str, problems: list[Problem]) -> Grid | None:  # noqa: ARG002 -- the book's faults were told when it was opened
        """Return the table of a sheet, or None without the sheet."""
        return self.book.grid(table)

    def place(self, table: str = "") -> Place:
        """Return the sheet of a table or of the settings."""
        return self.book.place(table)

    def strangers(self) -> list[Problem]:
        """Return nothing: the book's faults were told when it was opened."""
        return []

    def files(self) -> list[Path]:
        """Return the workbook."""
        return [self.path]


def open_source(path: Path, problems: list[Problem], prefix: str = "") -> Source | None:
    """
    Return what stands at a path, or None after a fault.

    Parameters
    ----------
    path
        A folder or a workbook.
    problems
        Every fault met is added here.
    prefix
        What messages put before the names of the files.
    """
    if path.is_dir():
        return FolderSource(path, prefix)
    if path.suffix.lower() not in WORKBOOKS or not path.exists():
        problems.append(problem("E101", Place(prefix + path.name), folder=str(path)))
        return None
    # The library is wanted only by those who bring a workbook.
    from matcher.scenario.workbook.book import read_book  # noqa: PLC0415

    book = read_book(path, problems, prefix)
    return None if book is None else BookSource(path, book)
