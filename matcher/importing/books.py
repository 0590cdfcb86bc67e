"""Opening an office's lists: each file, or sheet of a workbook, as a grid of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem
from matcher.scenario.csv_files import read_csv
from matcher.scenario.faults import problem
from matcher.scenario.grids import Grid
from matcher.scenario.sources import WORKBOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from python_calamine import CalamineWorkbook


@dataclass(frozen=True)
class Opened:
    """
    One table of an office's file.

    Parameters
    ----------
    grid
        Its text.
    first
        Whether it is the first one of its file.
    faults
        What is wrong with its form.
    """

    grid: Grid
    first: bool = True
    faults: tuple[Problem, ...] = ()


def open_file(path: Path, problems: list[Problem]) -> tuple[Opened, ...]:
    """
    Return the tables of a file: of a workbook each sheet that holds anything.

    Parameters
    ----------
    path
        A workbook or a CSV file.
    problems
        Every fault of the file as a whole is added here.
    """
    place = Place(path.name)
    if path.suffix.lower() not in WORKBOOKS:
        faults: list[Problem] = []
        grid = read_csv(path, place, "–", faults)
        return (Opened(grid, faults=tuple(faults)),)
    # The library is wanted only by those who bring a workbook.
    from python_calamine import CalamineError  # noqa: PLC0415

    from matcher.scenario.workbook.book import opened  # noqa: PLC0415

    workbook = opened(path, place, problems)
    if workbook is None:
        return ()
    with workbook:
        try:
            return tuple(_sheets(workbook, path))
        except CalamineError as error:
            problems.append(problem("E131", place, detail=str(error)))
            return ()


def _sheets(workbook: CalamineWorkbook, path: Path) -> Iterator[Opened]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    from matcher.importing.unseen import unseen  # noqa: PLC0415
    from matcher.scenario.workbook.package import look_inside  # noqa: PLC0415
    from matcher.scenario.workbook.tables import read_sheet  # noqa: PLC0415

    inside = look_inside(path)
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ is SheetTypeEnum.WorkSheet:
            place = Place(path.name, sheet=sheet.name)
            faults: list[Problem] = []
            grid = read_sheet(workbook, place, "", inside, faults)
            if sheet.visible is not SheetVisibleEnum.Visible:
                faults.append(problem("W132", place))
            faults += unseen(grid, inside) if inside else ()
            if grid.records or faults or number == 0:
                yield Opened(grid, number == 0, tuple(faults))
