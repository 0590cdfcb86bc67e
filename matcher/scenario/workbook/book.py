"""Reading a workbook: each sheet that is a table becomes a grid of text."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from matcher.errors import Place
from matcher.language import Names
from matcher.scenario.contents import TITLES
from matcher.scenario.faults import nearest_of, problem
from matcher.scenario.grids import Grid
from matcher.scenario.workbook.package import look_inside
from matcher.scenario.workbook.sheets import (
    SETTINGS,
    SPECIAL,
    UNREAD,
    name_of,
    title_of,
    titles,
)
from matcher.scenario.workbook.tables import read_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import SheetMetadata

    from matcher.errors import Problem

_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Stands in a workbook with a password: an .xlsx file inside of an .xls one."""


@dataclass(frozen=True)
class Book:
    """
    The tables and settings of a workbook.

    Parameters
    ----------
    name
        What messages call the workbook.
    grids
        The tables, and the settings, as text by name.
    """

    name: str
    grids: Mapping[str, Grid] = field(default_factory=dict)

    def grid(self, table: str) -> Grid | None:
        """Return a table as text, or None without its sheet."""
        return self.grids.get(table)

    def settings(self) -> Grid | None:
        """Return the settings as text, or None without their sheet."""
        return self.grids.get(SETTINGS)

    def place(self, table: str = "") -> Place:
        """
        Return where a table, or else the settings, stands or would stand.

        Parameters
        ----------
        table
            Name of the table.
        """
        name = table or SETTINGS
        if name in self.grids:
            return self.grids[name].place
        # The sheets that are there show in which language the book is.
        there = {grid.place.sheet for grid in self.grids.values()}
        chinese = not there or there & {*TITLES.values(), SPECIAL[SETTINGS]["zh"]}
        return Place(self.name, sheet=title_of(name, "zh" if chinese else "en"))


def read_book(path: Path, problems: list[Problem], prefix: str = "") -> Book | None:
    """
    Return what a workbook holds, or None if it cannot be read.

    Parameters
    ----------
    path
        An .xlsx, .xlsm, .xls or .ods file.
    problems
        Every fault of the workbook's form is added here.
    prefix
        What messages put before its name.
    """
    place = Place(prefix + path.name)
    workbook = opened(path, place, problems)
    if workbook is None:
        return None
    with workbook:
        return Book(place.file, _grids(workbook, path, place, problems))


def opened(
    path: Path, place: Place, problems: list[Problem]
) -> CalamineWorkbook | None:
    """
    Return a workbook opened for reading, or None after a fault.

    Parameters
    ----------
    path
        The workbook.
    place
        How messages call it.
    problems
        What keeps it from being read is added here.
    """
    if path.with_name(f"~${path.name}").exists():
        problems.append(problem("W135", place))
    try:
        # Calamine says of a missing and of a forbidden file alike that it is broken.
        with path.open("rb"):
            pass
        return CalamineWorkbook.from_path(path)
    except OSError:
        problems.append(problem("E103", place))
    except PasswordError:
        problems.append(problem("E130", place))
    except CalamineError:
        return _misnamed(path, place, problems)
    return None


def _misnamed(
    path: Path, place: Place, problems: list[Problem]
) -> CalamineWorkbook | None:
    """Return a workbook whose name has the ending of another kind, or None."""
    content = path.read_bytes()
    if content.startswith(_OLE) and _LOCKED in content:
        problems.append(problem("E130", place))
        return None
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        problems.append(problem("E130", place))
    except CalamineError:
        problems.append(problem("E131", place))
    return None


def _grids(
    workbook: CalamineWorkbook, path: Path, place: Place, problems: list[Problem]
) -> Mapping[str, Grid]:
    inside = look_inside(path)
    grids: dict[str, Grid] = {}
    present = {name_of(sheet.name.strip()) for sheet in workbook.sheets_metadata}
    for sheet in workbook.sheets_metadata:
        here = Place(place.file, sheet=sheet.name)
        name = _name(sheet, here, present, problems)
        if name in grids:
            first = grids[name].place.sheet
            problems.append(problem("E134", here, first=first, value=sheet.name))
        elif name:
            try:
                grids[name] = read_sheet(workbook, here, name, inside, problems)
            except CalamineError:
                problems.append(problem("E131", here))
                grids[name] = Grid(here, readable=False)
    return grids


def _name(
    sheet: SheetMetadata, place: Place, present: set[str], problems: list[Problem]
) -> str:
    """Return the table that a sheet is, or "" for one that is not read."""
    title = sheet.name.strip()
    name = name_of(title)
    visible = sheet.visible is SheetVisibleEnum.Visible
    if name and not visible:
        problems.append(problem("W132", place))
    if name or title in UNREAD or not visible:
        return name
    if sheet.typ is not SheetTypeEnum.WorkSheet:
        return ""
    zh = (SPECIAL[SETTINGS]["zh"], *TITLES.values())
    allowed = Names(zh, (SPECIAL[SETTINGS]["en"], *TITLES))
    nearest = nearest_of(title, titles())
    # A sheet beside the table of nearly the same name is the planner's own.
    if nearest is None or name_of(nearest) in present:
        problems.append(problem("W131", place, value=title, allowed=allowed))
    else:
        problems.append(problem("E133", place, near=(nearest,), value=title))
    return ""
