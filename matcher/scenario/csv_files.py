"""A table of a CSV file as rows of text, each cell with its true line."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.scenario.faults import problem
from matcher.scenario.grids import Grid, Record
from matcher.scenario.texts import read_text
from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.errors import Place, Problem


csv.field_size_limit(2**31 - 1)
"""The library takes a cell of more than 131,072 characters for a fault of form."""


def read_csv(path: Path, place: Place, needed: str, problems: list[Problem]) -> Grid:
    """
    Return the table of a file whose cells are parted by commas or tabs.

    Parameters
    ----------
    path
        The file.
    place
        How messages call it.
    needed
        The columns that it holds at least.
    problems
        Every fault of the form is added here.
    """
    try:
        text = read_text(path, needed)
    except UnreadableError as error:
        problems.append(error.at(place))
        return Grid(place, readable=False)
    records, broken = _records(text)
    if broken:
        problems.append(problem("E107", replace(place, row=broken)))
    return Grid(place, tuple(records), running=True, readable=not broken)


def _records(text: str) -> tuple[list[Record], int]:
    """Return the records that hold anything, and the line of a broken one or 0."""
    lines = text.splitlines()
    parted = (line for line in lines if "\t" in line or "," in line)
    first = next((line for line in parted if line.strip(" ,\t")), "")
    tabs = first.count("\t") > first.count(",")
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter="\t" if tabs else ",", strict=True
    )
    records: list[Record] = []
    start = 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                records.append(Record(start, cells))
            start = rows.line_num + 1
    except csv.Error:
        return records, start
    return records, 0
