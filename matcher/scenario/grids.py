"""
A table as rows of text with the place of each cell, whatever file it comes from.

A CSV file and a sheet of a workbook both become a grid; what the rows mean is the
business of ``tables`` and ``rows``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from matcher.errors import Place

BREAK = re.compile("\r\n|\r|\n")
"""What begins a new line, inside a cell too."""


@dataclass(frozen=True, slots=True)
class Record:
    """
    One row of a grid.

    Parameters
    ----------
    row
        Line of the file, or row of the sheet, in which it begins; counted from 1.
    cells
        Text of each cell, from the first column of the file on.
    """

    row: int
    cells: Sequence[str]


@dataclass(frozen=True)
class Grid:
    """
    A table as text, as far as it could be read.

    Parameters
    ----------
    place
        The file, and the sheet of a workbook.
    records
        The rows that hold anything, the column names first.
    running
        Whether a line break inside a cell begins a new line of the file.
    readable
        Whether the file could be read to its end.
    spoilt
        Numbers, from 0 on, of the cells of each row of which it is told already that
        what stands there is not what the planner meant.
    """

    place: Place
    records: tuple[Record, ...] = ()
    running: bool = False
    readable: bool = True
    spoilt: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def at(self, record: Record, index: int | None = None, column: str = "") -> Place:
        """
        Return where a row or a cell of it stands.

        Parameters
        ----------
        record
            The row.
        index
            Number of the cell in the row, counted from 0; None: the row as a whole.
        column
            Name of the column.
        """
        if index is None:
            return replace(self.place, row=record.row, column=column)
        row = record.row
        if self.running:
            row += sum(len(BREAK.findall(cell)) for cell in record.cells[:index])
        return replace(self.place, row=row, column=column, cell=index + 1)
