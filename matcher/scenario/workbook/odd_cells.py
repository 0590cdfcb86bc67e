"""Cells whose values a spreadsheet program made of what somebody typed."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, get_args

from matcher.scenario.contents import TABLES
from matcher.scenario.faults import problem
from matcher.scenario.headings import MARKS, heading, meant, titles_of
from matcher.scenario.keys import keys
from matcher.scenario.references import REFERENCES
from matcher.scenario.workbook.cells import EXACT, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.errors import Problem
    from matcher.scenario.grids import Grid
    from matcher.scenario.workbook.cells import Cell

_AIMS = {("preferences", "target"), ("locks", "target")}


def odd_cells(
    grid: Grid, cells: Sequence[Sequence[Cell]], table: str, *, since_1904: bool
) -> Iterator[Problem]:
    """
    Yield the cells that do not say what was typed into them.

    A long number has lost digits, a code like 3.4 has become a day, and where days
    are counted from 1904 on, it is not certain which day a number means.

    Parameters
    ----------
    grid
        The sheet as text.
    cells
        The values of each row.
    table
        The table that it is, or anything else for a sheet whose columns are unknown.
    since_1904
        Whether the workbook counts days from 1904 on.
    """
    if table not in TABLES:
        for record, values in zip(grid.records, cells, strict=True):
            for index, value in enumerate(values):
                if _long(value):
                    yield problem("E126", grid.at(record, index), value=text_of(value))
        return
    titles = titles_of(TABLES[table])
    number = heading(grid.records, titles)
    if not grid.records:
        return
    names = [name.strip(MARKS) for name in grid.records[number].cells]
    judged = [
        (index, name, sorts)
        for index, name in enumerate(names)
        if (sorts := _sorts(table, meant(name, titles) or ""))
    ]
    rows = zip(grid.records[number + 1 :], cells[number + 1 :], strict=True)
    for record, values in rows:
        for index, name, sorts in judged:
            value = values[index]
            if code := _fault(value, sorts, since_1904=since_1904):
                yield problem(code, grid.at(record, index, name), value=text_of(value))


def _fault(value: Cell, sorts: frozenset[str], *, since_1904: bool) -> str:
    if isinstance(value, (str, bool)):
        return ""
    if isinstance(value, (date, time, timedelta)):
        return "E127" if "code" in sorts else ""
    if "text" in sorts and _long(value):
        return "E126"
    return "E138" if since_1904 and "day" in sorts else ""


def _long(value: Cell) -> bool:
    return isinstance(value, (int, float)) and abs(value) >= EXACT


@cache
def _sorts(table: str, column: str) -> frozenset[str]:
    """Return whether a column holds days, texts and codes."""
    if column not in TABLES[table].model_fields:
        return frozenset()
    annotation = TABLES[table].model_fields[column].annotation
    kinds = (annotation, *get_args(annotation))
    if date in kinds:
        return frozenset(("day",))
    if str not in kinds:
        return frozenset()
    named = {*REFERENCES, *_AIMS, *((table, key) for key in keys(table))}
    return frozenset(("text", "code") if (table, column) in named else ("text",))
