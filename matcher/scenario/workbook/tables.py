"""One sheet of a workbook as a grid of text, with the faults of its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, get_args

from matcher.scenario.contents import TABLES
from matcher.scenario.faults import problem
from matcher.scenario.grids import Grid, Record
from matcher.scenario.workbook.cells import ERRORS, name_of_cell, text_of
from matcher.scenario.workbook.package import (
    errors,
    extent,
    formulas,
    last_row,
    too_far,
)
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from python_calamine import CalamineSheet, CalamineWorkbook

    from matcher.errors import Place, Problem
    from matcher.scenario.workbook.cells import Cell
    from matcher.scenario.workbook.package import Inside

_LONG = 5_000
"""Rows formatted below a table that are worth a word."""

_MARKS = "*＊ \t\n\u3000"


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
    part = inside.sheet(place.sheet) if inside else b""
    if far := too_far(part):
        where = replace(place, row=far[0], cell=far[1])
        problems.append(problem("E137", where, range=name_of_cell(*far)))
        return Grid(place, readable=False)
    sheet = workbook.get_sheet_by_name(place.sheet)
    problems += _merged(sheet, place)
    if inside:
        problems += _broken(part, place, uncalculated=inside.uncalculated)
    records, blank = _records(sheet)
    grid = Grid(place, tuple(Record(row, _texts(cells)) for row, cells in records))
    if not inside:
        problems += _shown_errors(grid)
    elif inside.since_1904:
        problems += _bare_days(grid, records, name)
    problems += _blanks(grid, blank, max(extent(part)[0], last_row(part)))
    return grid


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


def _bare_days(
    grid: Grid, records: Sequence[tuple[int, Sequence[Cell]]], name: str
) -> Iterator[Problem]:
    """Yield the numbers under columns of days: which day is meant is not certain."""
    if not grid.records or name not in TABLES:
        return
    names = [fold(cell.strip(_MARKS)) for cell in grid.records[0].cells]
    days = [index for index, each in enumerate(names) if each in _days(name)]
    for record, (_, cells) in zip(grid.records[1:], records[1:], strict=True):
        for index in days:
            value = cells[index]
            if isinstance(value, float | int) and not isinstance(value, bool):
                where = grid.at(record, index, grid.records[0].cells[index])
                yield problem("E138", where, value=text_of(value))


@cache
def _days(table: str) -> frozenset[str]:
    """Return the names of the columns that hold days, as they are compared."""
    return frozenset(
        fold(name)
        for key, each in TABLES[table].model_fields.items()
        if each.annotation is date or date in get_args(each.annotation)
        for name in (key, each.title or key)
    )


def _blanks(grid: Grid, blank: Sequence[int], last: int) -> Iterator[Problem]:
    if blank:
        where = replace(grid.place, row=blank[0])
        yield problem("W133", where, count=len(blank))
    end = grid.records[-1].row if grid.records else 0
    if last > max((end, *blank)) + _LONG:
        where = replace(grid.place, row=end + 1)
        yield problem("W134", where, last=last, row=end)
