"""One sheet of a workbook as a grid of text, with the faults of its form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.scenario.faults import problem
from matcher.scenario.grids import Grid, Record
from matcher.scenario.workbook.cells import (
    ERRORS,
    name_of_cell,
    position_of,
    text_of,
)
from matcher.scenario.workbook.odd_cells import odd_cells
from matcher.scenario.workbook.package import (
    DAMAGED,
    errors,
    extent,
    formulas,
    last_row,
    too_far,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from python_calamine import CalamineSheet, CalamineWorkbook

    from matcher.errors import Place, Problem
    from matcher.scenario.workbook.cells import Cell
    from matcher.scenario.workbook.package import Inside

_LONG = 5_000
"""Rows formatted below a table that are worth a word."""


def read_sheet(
    workbook: CalamineWorkbook,
    place: Place,
    name: str,
    inside: Inside | None,
    problems: list[Problem],
) -> Grid:
    """
    Return a sheet as text.

    Parameters
    ----------
    workbook
        The workbook it stands in.
    place
        The sheet.
    name
        The table that it is, or ``settings``.
    inside
        The parts of the workbook, if it is an .xlsx file.
    problems
        Every fault of the sheet's form is added here.
    """
    try:
        part = inside.sheet(place.sheet) if inside else b""
    except DAMAGED:
        problems.append(problem("E131", place))
        return Grid(place, readable=False)
    if far := too_far(part):
        where = replace(place, row=far[0], cell=far[1])
        problems.append(problem("E137", where, range=name_of_cell(*far)))
        return Grid(place, readable=False)
    sheet = workbook.get_sheet_by_name(place.sheet)
    faults = list(_merged(sheet, place))
    if inside:
        faults += _broken(part, place, uncalculated=inside.uncalculated)
    records, blank = _records(sheet)
    grid = Grid(place, tuple(Record(row, _texts(cells)) for row, cells in records))
    if not inside:
        faults += _shown_errors(grid)
    since_1904 = inside is not None and inside.since_1904
    cells = [each for _, each in records]
    faults += odd_cells(grid, cells, name, since_1904=since_1904)
    problems += faults
    problems += _blanks(grid, blank, max(extent(part)[0], last_row(part)))
    return replace(grid, spoilt=_spoilt(faults, grid))


def _records(
    sheet: CalamineSheet,
) -> tuple[list[tuple[int, list[Cell]]], list[int]]:
    """Return the rows that hold anything, and the numbers of those of blanks only."""
    records: list[tuple[int, list[Cell]]] = []
    blank: list[int] = []
    # The library leaves out the columns before the first that holds anything.
    before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    for row, found in enumerate(sheet.iter_rows(), start=1):
        cells = before + found
        if any(cell != "" for cell in cells):
            if any(not isinstance(cell, str) or cell.strip() for cell in cells):
                records.append((row, cells))
            else:
                blank.append(row)
    return records, blank


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    texts = [text_of(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _merged(sheet: CalamineSheet, place: Place) -> Iterator[Problem]:
    for first, last in sheet.merged_cell_ranges or ():
        (row, column), end = first, name_of_cell(last[0] + 1, last[1] + 1)
        where = replace(place, row=row + 1, cell=column + 1)
        merged = f"{name_of_cell(row + 1, column + 1)}:{end}"
        yield problem("E132", where, range=merged)


def _broken(part: bytes, place: Place, *, uncalculated: bool) -> Iterator[Problem]:
    """Yield the formulas without a value, and the cells that hold an error."""
    for row, column in formulas(part, uncalculated=uncalculated):
        yield problem("E135", replace(place, row=row, cell=column))
    for row, column, value in errors(part):
        yield problem("E136", replace(place, row=row, cell=column), value=value)


def _shown_errors(grid: Grid) -> Iterator[Problem]:
    """Yield the cells of an .xls or .ods file that show an error."""
    for record in grid.records:
        for index, cell in enumerate(record.cells):
            if cell in ERRORS:
                yield problem("E136", grid.at(record, index), value=cell)


def _spoilt(faults: Sequence[Problem], grid: Grid) -> Mapping[int, frozenset[int]]:
    """Return the cells that faults speak of; of merged ones all but the first."""
    spoilt: dict[int, set[int]] = defaultdict(set)
    end = grid.records[-1].row if grid.records else 0
    width = max((len(record.cells) for record in grid.records), default=0)
    for fault in faults:
        row, column = fault.place.row, fault.place.cell
        if fault.code == "E132":
            last = position_of(str(fault.facts["range"]).rpartition(":")[2])
            for each in range(row, min(last[0], end) + 1):
                hidden = set(range(column - 1, min(last[1], width)))
                spoilt[each] |= hidden - {column - 1} if each == row else hidden
        else:
            spoilt[row].add(column - 1)
    return {row: frozenset(cells) for row, cells in spoilt.items()}


def _blanks(grid: Grid, blank: Sequence[int], last: int) -> Iterator[Problem]:
    if blank:
        where = replace(grid.place, row=blank[0])
        yield problem("W133", where, count=len(blank))
    end = grid.records[-1].row if grid.records else 0
    if last > max((end, *blank)) + _LONG:
        where = replace(grid.place, row=end + 1)
        yield problem("W134", where, last=last, row=end)
