"""
The form of a table: its columns and rows as text, each cell with its true line.

What the cells mean is the business of ``rows``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem
from matcher.scenario.faults import problem
from matcher.scenario.texts import read_text
from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from matcher.scenario.base import Entity

_BREAK = re.compile("\r\n|\r|\n")

Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Header:
    """
    The columns of a table.

    Parameters
    ----------
    place
        Where the line of column names stands.
    fields
        Field of each column, "" for a column without a name and None for a column
        that is not looked at because its name is wrong.
    names
        Name of each column as the file has it, by field.
    """

    place: Place
    fields: tuple[str | None, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """
    One row of a table as text.

    Parameters
    ----------
    header
        The columns of the table.
    line
        Line in which the row begins.
    cells
        Text of each cell by field, without the blanks around it.
    lines
        Line in which each cell begins, by field; a quoted cell may hold line breaks.
    """

    header: Header
    line: int
    cells: Mapping[str, str]
    lines: Mapping[str, int]

    def place(self, column: str) -> Place:
        """Return where the cell of a column stands."""
        line = self.lines.get(column, self.line)
        return Place(
            self.header.place.file, line, self.header.names.get(column, column)
        )


@dataclass(frozen=True)
class Form:
    """
    A table as text, as far as it could be read.

    Parameters
    ----------
    header
        Its columns.
    rows
        The rows that hold anything.
    readable
        Whether the file could be read to its end.
    """

    header: Header
    rows: tuple[Row, ...] = ()
    readable: bool = True


def required(entity: type[Entity]) -> tuple[str, ...]:
    """Return the columns that a table must have."""
    fields = entity.model_fields
    return tuple(name for name, each in fields.items() if each.is_required())


def read_form(path: Path, entity: type[Entity], problems: list[Problem]) -> Form:
    """
    Return the table of a file as text.

    Parameters
    ----------
    path
        The file.
    entity
        What a row stands for; its fields, or their Chinese titles, name the columns.
    problems
        Every fault of the form is added here.
    """
    place = Place(path.name)
    needed = ", ".join(required(entity))
    try:
        records, broken = _records(read_text(path, needed), needed)
    except UnreadableError as error:
        problems.append(error.at(place))
        return Form(Header(place), readable=False)
    if broken:
        problems.append(problem("E107", Place(path.name, broken)))
    if not records:
        return Form(Header(place), readable=False)
    line, names = records[0]
    header = _header(Place(path.name, line), names, entity, problems)
    problems += _strays(header, records[1:])
    rows = tuple(_row(header, record) for record in records[1:])
    return Form(header, rows, readable=not broken)


def _records(text: str, needed: str) -> tuple[list[Record], int]:
    """Return the records that hold anything, and the line of a broken one or 0."""
    first = next((line for line in text.splitlines() if line.strip(" ,\t")), "")
    tabs = first.count("\t") > first.count(",")
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter="\t" if tabs else ",", strict=True
    )
    records: list[Record] = []
    start = 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = lines.line_num + 1
    except csv.Error:
        return records, start
    if not records:
        raise UnreadableError("E105", needed=needed)
    return records, 0


def _header(
    place: Place, names: Sequence[str], entity: type[Entity], problems: list[Problem]
) -> Header:
    fields: list[str | None] = []
    faults: list[Problem] = []
    for name in names:
        try:
            fields.append(_field(name.strip(), entity, fields))
        except UnreadableError as error:
            fields.append(None)
            faults.append(error.at(replace(place, column=name.strip())))
    misspelt = {fault.facts.get("nearest") for fault in faults}
    faults += [
        problem("E110", replace(place, column=name), value=name)
        for name in required(entity)
        if name not in fields and not misspelt & {name, entity.model_fields[name].title}
    ]
    problems += faults
    written = zip(fields, names, strict=True)
    return Header(
        place, tuple(fields), {key: name.strip() for key, name in written if key}
    )


def _field(name: str, entity: type[Entity], taken: Sequence[str | None]) -> str:
    """Return the field that a column name means, "" for a column without a name."""
    fields = entity.model_fields
    titles = {each.title or key: key for key, each in fields.items()}
    meant = name if name in fields else titles.get(name, "")
    if name and not meant:
        allowed = ", ".join(fields)
        raise UnreadableError("E108", (*fields, *titles), value=name, allowed=allowed)
    if meant and meant in taken:
        raise UnreadableError("E109", value=name)
    return meant


def _strays(header: Header, records: Sequence[Record]) -> Iterator[Problem]:
    """Yield the cells under no column name, of a nameless column only the first."""
    known = set()
    for line, cells in records:
        for number, cell in enumerate(cells):
            beyond = number >= len(header.fields)
            nameless = beyond or header.fields[number] == ""
            if nameless and cell.strip() and number not in known:
                yield problem(
                    "E202", Place(header.place.file, line), value=cell.strip()
                )
                known |= set() if beyond else {number}


def _row(header: Header, record: Record) -> Row:
    start, texts = record
    line = start
    cells: dict[str, str] = {}
    lines: dict[str, int] = {}
    for name, text in zip(header.fields, texts, strict=False):
        if name:
            cells[name] = _BREAK.sub("\n", text.strip())
            lines[name] = line
        line += len(_BREAK.findall(text))
    return Row(header, start, cells, lines)
