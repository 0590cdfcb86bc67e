"""Which faults of a sheet's form matter to the list that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.workbook.cells import position_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matcher.errors import Problem
    from matcher.importing.lines import Sheet

_OF_CELLS = ("E126", "E132", "E135", "E136")


def merged_cells(
    faults: Iterable[Problem],
) -> Mapping[tuple[int, int], tuple[int, int]]:
    """
    Return row and column of the last of merged cells, by those of the first.

    Parameters
    ----------
    faults
        What is wrong with the form of a sheet.
    """
    return {
        (each.place.row, each.place.cell): _last(each)
        for each in faults
        if each.code == "E132"
    }


def _last(fault: Problem) -> tuple[int, int]:
    return position_of(str(fault.facts["range"]).rpartition(":")[2])


def concerns(sheet: Sheet, fault: Problem) -> bool:
    """
    Return whether a fault of a sheet touches a cell that is read.

    Titles may be merged and columns that nobody wants may hold broken formulas; cells
    merged over several rows are understood where the mapping fills them down.

    Parameters
    ----------
    sheet
        The list with its rows of data.
    fault
        What is wrong with its form.
    """
    if fault.code not in _OF_CELLS:
        return True
    place = fault.place
    last = (place.row, place.cell)
    if fault.code == "E132":
        last = _last(fault)
    rows = range(place.row, last[0] + 1)
    if not any(line.record.row in rows for line in sheet.lines):
        return False
    filled = sheet.mapping.fill_down if fault.code == "E132" else frozenset()
    columns = sheet.mapping.columns
    return any(
        key not in filled and columns[key].aims and place.cell <= index < last[1] + 1
        for key, index in ((key, index + 1) for key, index in sheet.index.items())
    )
