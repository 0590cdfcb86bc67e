"""
The form of a table: its columns and rows as text, each cell with its place.

What the cells mean is the business of ``rows``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem
from matcher.scenario.faults import nearest_of, on_one_line, problem
from matcher.scenario.grids import BREAK, Grid, Record
from matcher.scenario.headings import (
    MARKS,
    column_names,
    heading,
    is_remark,
    meant,
    parted,
    speller,
    titles_of,
)
from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from matcher.scenario.base import Entity
    from matcher.scenario.headings import Speller

REMOVE = "remove"
"""The column in which an overlay says that a row of the base goes."""

_REMOVE = {REMOVE: "删除"}


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


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row of a table as text.

    Parameters
    ----------
    header
        The columns of the table.
    grid
        The table it stands in.
    record
        The row as it stands there.
    cells
        Text of each cell by field, without the blanks around it.
    layer
        Number of the file it was read from: 0 for the lowest base.
    under
        The row of the base that this one changes.
    spoilt
        The fields whose cells cannot be read, which is told already.
    """

    header: Header
    grid: Grid
    record: Record
    cells: Mapping[str, str]
    layer: int = 0
    under: Row | None = None
    spoilt: frozenset[str] = frozenset()

    @property
    def line(self) -> int:
        """Line or row in which it begins."""
        return self.record.row

    def place(self, column: str = "") -> Place:
        """Return where the cell of a column, or the row as a whole, stands."""
        if not column:
            return self.grid.at(self.record)
        row = self.speaker(column)
        fields = row.header.fields
        name = row.header.names.get(column, column)
        if column not in fields:
            return row.grid.at(row.record, column=name)
        return row.grid.at(row.record, fields.index(column), name)

    def speaker(self, column: str) -> Row:
        """Return this row, or the one under it, whose cell of a column counts."""
        fields, cells = self.header.fields, self.record.cells
        index = fields.index(column) if column in fields else len(cells)
        says = index < len(cells) and bool(cells[index].strip())
        return self.under.speaker(column) if self.under and not says else self


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


def read_form(
    grid: Grid,
    entity: type[Entity],
    problems: list[Problem],
    *,
    layer: int = 0,
    needed: Collection[str] | None = None,
    others: bool = False,
) -> Form:
    """
    Return a table with its columns known.

    Parameters
    ----------
    grid
        The table as text.
    entity
        What a row stands for; its fields, or their Chinese titles, name the columns.
    problems
        Every fault of the form is added here.
    layer
        Number of the file: above 0 it is an overlay, which may remove rows.
    needed
        The columns that must be there; None: the required ones.
    others
        Whether columns of other names may stand there, which are not looked at.
    """
    if needed is None:
        needed = required(entity)
    if not grid.readable and not grid.records:
        return Form(Header(grid.place), readable=False)
    if not grid.records:
        needs = column_names(entity, needed)
        problems.append(problem("E105", grid.place, needed=needs))
        return Form(Header(grid.place), readable=False)
    columns = {**titles_of(entity), **(_REMOVE if layer else {})}
    if fault := parted(grid, columns):
        problems.append(fault)
        return Form(Header(grid.place), readable=False)
    number = heading(grid.records, columns)
    first, *rest = grid.records[number:]
    if number:
        where = grid.at(grid.records[0])
        problems.append(problem("E128", where, row=first.row))
    header = _header(grid, first, columns, needed, problems, others=others)
    remarks = [each for each in rest if is_remark(each, len(header.names))]
    for each in remarks:
        text = next(cell for cell in each.cells if cell.strip())
        problems.append(problem("E218", grid.at(each), value=text))
    entries = [each for each in rest if each not in remarks] if remarks else rest
    problems += _strays(header, grid, entries)
    rows = tuple(_row(header, grid, record, layer) for record in entries)
    return Form(header, rows, readable=grid.readable)


def _header(
    grid: Grid,
    record: Record,
    columns: Mapping[str, str],
    needed: Collection[str],
    problems: list[Problem],
    *,
    others: bool,
) -> Header:
    fields: list[str | None] = []
    faults: list[Problem] = []
    names = [on_one_line(" ".join(name.strip(MARKS).split())) for name in record.cells]
    spell = speller(names, columns)
    unread = {*grid.spoilt.get(record.row, ())}
    unread |= _foreign(names, columns) if others else set()
    for index, name in enumerate(names):
        try:
            known = None if index in unread else _field(name, columns, fields, spell)
            fields.append(known)
        except UnreadableError as error:
            fields.append(None)
            faults.append(error.at(grid.at(record, index, name)))
    misspelt = {fault.facts.get("nearest") for fault in faults}
    for name in needed:
        if name not in fields and not misspelt & {name, columns[name]}:
            called = spell((name,))
            where = grid.at(record, column=str(called))
            faults.append(problem("E110", where, value=called))
    problems += faults
    written = zip(fields, names, strict=True)
    return Header(
        grid.at(record), tuple(fields), {key: name for key, name in written if key}
    )


def _foreign(names: Sequence[str], columns: Mapping[str, str]) -> set[int]:
    """Return the columns whose names are not like that of one that is missing."""
    known = [meant(name, columns) for name in names]
    missing = [each for each in columns if each not in known]
    near = (*missing, *(columns[each] for each in missing))
    return {
        index
        for index, name in enumerate(names)
        if name and not known[index] and nearest_of(name, near) is None
    }


def _field(
    name: str,
    columns: Mapping[str, str],
    taken: Sequence[str | None],
    spell: Speller,
) -> str:
    """Return the field that a column name means, "" for a column without a name."""
    known = meant(name, columns)
    if name and not known:
        near = (*columns, *columns.values())
        raise UnreadableError("E108", near, value=name, allowed=spell(columns))
    if known and known in taken:
        raise UnreadableError("E109", value=name)
    return known or ""


def _strays(header: Header, grid: Grid, records: Sequence[Record]) -> Iterator[Problem]:
    """Yield the cells under no column name, of a nameless column only the first."""
    known: set[int] = set()
    nameless = {number for number, name in enumerate(header.fields) if name == ""}
    width = len(header.fields)
    for record in records:
        beyond = range(width, len(record.cells))
        for number in (*sorted(nameless - known), *beyond):
            cell = record.cells[number].strip() if number < len(record.cells) else ""
            if cell:
                yield problem("E202", grid.at(record, number), value=cell)
                known |= {number} if number < width else set()


def _row(header: Header, grid: Grid, record: Record, layer: int) -> Row:
    cells = {
        name: _clean(text)
        for name, text in zip(header.fields, record.cells, strict=False)
        if name
    }
    numbers = grid.spoilt.get(record.row, ())
    if not numbers:
        return Row(header, grid, record, cells, layer)
    fields = enumerate(header.fields)
    spoilt = frozenset(name for index, name in fields if name and index in numbers)
    cells |= dict.fromkeys(spoilt, "")
    return Row(header, grid, record, cells, layer, spoilt=spoilt)


def _clean(text: str) -> str:
    """Return the text without blanks around it, its line breaks all alike."""
    text = text.strip()
    return BREAK.sub("\n", text) if "\r" in text else text
