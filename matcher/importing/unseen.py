"""What a sheet holds that its readers may not see: hidden rows and comments."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from matcher.scenario.faults import problem
from matcher.scenario.workbook.cells import name_of_cell
from matcher.scenario.workbook.package import hidden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from matcher.errors import Problem
    from matcher.scenario.grids import Grid
    from matcher.scenario.workbook.package import Inside


def unseen(grid: Grid, inside: Inside) -> Iterator[Problem]:
    """
    Yield what is to be told of the hidden rows and columns of a sheet, and of comments.

    Parameters
    ----------
    grid
        The text of the sheet; what is hidden and blank does not matter.
    inside
        The parts of the workbook.
    """
    title = grid.place.sheet
    rows, columns = hidden(inside.sheet(title))
    rows &= {record.row for record in grid.records}
    columns &= {
        index
        for record in grid.records
        for index, cell in enumerate(record.cells, start=1)
        if cell.strip()
    }
    if rows:
        yield problem("W148", grid.place, rows=_runs(rows, str))
    if columns:
        yield problem("W149", grid.place, columns=_runs(columns, _letters))
    if cells := inside.comments(title):
        yield problem("W150", grid.place, cells=", ".join(cells))


def _letters(column: int) -> str:
    return name_of_cell(1, column)[:-1]


def _runs(numbers: Iterable[int], name: Callable[[int], str]) -> str:
    """Return numbers in words, those in a row as 5–8."""
    ordered = enumerate(sorted(numbers))
    runs = (
        [number for _, number in group]
        for _, group in groupby(ordered, lambda each: each[1] - each[0])
    )
    return ", ".join(
        "–".join(dict.fromkeys((name(run[0]), name(run[-1])))) for run in runs
    )
