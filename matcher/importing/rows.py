"""Rows of a list become rows of our tables, judged by our own readers."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from matcher.importing.aims import WISHERS
from matcher.importing.cells import parts, translated
from matcher.importing.codes import given_code, place_of
from matcher.importing.mapping import PLACES, Aim, is_free, is_text
from matcher.importing.words import may_name, without_mentions
from matcher.scenario.faults import problem
from matcher.scenario.rows import read_table
from matcher.scenario.tables import Form, Header, Row
from matcher.scenario.values import UnreadableError

if TYPE_CHECKING:
    from matcher.errors import Place, Problem
    from matcher.importing.lines import Line, Sheet
    from matcher.importing.persons import Register

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class ListRow(Row):
    """
    A row of our table whose cells stand in an office's list.

    Parameters
    ----------
    where
        Number of the list's column for each column of ours.
    """

    where: abc.Mapping[str, int] = field(default_factory=dict)

    def place(self, column: str = "") -> Place:
        """Return where the cell of a column, or the row as a whole, stands."""
        if not column:
            return self.grid.at(self.record)
        name = self.header.names.get(column, column)
        return self.grid.at(self.record, self.where.get(column), name)


@dataclass(frozen=True)
class Filled:
    """
    What one row of a list becomes.

    Parameters
    ----------
    row
        The row of our table, with the places of its cells.
    wishes
        Rows of preferences.
    """

    row: ListRow
    wishes: tuple[Cells, ...] = ()


def fill(
    sheet: Sheet,
    line: Line,
    code: str,
    register: Register,
    problems: list[Problem],
) -> Filled:
    """
    Return what a row of a list becomes, without the cells that were not understood.

    Parameters
    ----------
    sheet
        The list.
    line
        The row.
    code
        Its code, if its table has codes.
    register
        The codes of people.
    problems
        Every cell that was not understood is added here.
    """
    faults: list[Problem] = []
    pieces = _pieces(sheet, line, register, faults)
    cells = _joined(sheet, line, pieces, faults)
    if code and not given_code(sheet, line):
        cells["id"] = code
    for column, text in sheet.mapping.constants.items():
        cells.setdefault(column, text)
    row = _judged(sheet, line, cells, faults)
    problems += _once(faults)
    return Filled(row, tuple(_wishes(sheet, pieces, row.cells.get("id", ""))))


Pieces = abc.Mapping[tuple[str, Aim], str]


def _pieces(
    sheet: Sheet, line: Line, register: Register, problems: list[Problem]
) -> Pieces:
    """Return what each cell says for each of its aims."""
    found: dict[tuple[str, Aim], str] = {}
    mapping = sheet.mapping
    for key, text in line.texts.items():
        place = place_of(sheet, line, key)
        if (place.row, place.cell) in sheet.broken:
            continue
        for aim in mapping.columns[key].aims:
            if key == mapping.naming and aim == Aim("id"):
                continue
            try:
                said = translated(mapping, key, aim, text, register)
                clean, told = _scrubbed(sheet, aim, said, register)
            except UnreadableError as error:
                problems.append(error.at(place))
                break
            problems += (problem(code, place) for code in told)
            if clean:
                found[key, aim] = clean
    return found


def _scrubbed(
    sheet: Sheet, aim: Aim, text: str, register: Register
) -> tuple[str, list[str]]:
    """
    Return a text that does not tell who somebody is, and codes of what is to be told.

    The unit 大通县人民医院 does not name a person 大通: names stand in sentences, and
    a code of our own that holds one is refused.
    """
    mapping = sheet.mapping
    if not aim.is_wish and (aim.part or not is_text(mapping.entity, aim.column)):
        return text, []
    own = aim.column == "id" and mapping.table not in PLACES
    coded = own or mapping.means_person(aim)
    free = not aim.is_wish and is_free(mapping.table, aim.column)
    known = register.scrubbed(text) if coded or free else text
    clean = without_mentions(known)
    told = ["W146"] * (known != text) + ["W147"] * (clean != known)
    told += ["W151"] * (free and may_name(clean))
    if told and (coded or aim.column == "id"):
        raise UnreadableError("E148")
    return clean, told


def _joined(sheet: Sheet, line: Line, pieces: Pieces, problems: list[Problem]) -> Cells:
    cells: dict[str, list[str]] = {}
    for (_, aim), text in pieces.items():
        if not aim.part:
            cells.setdefault(aim.column, []).append(text)
    for column, text in _windows(sheet, line, pieces, problems):
        cells.setdefault(column, []).append(text)
    return {column: "；".join(texts) for column, texts in cells.items()}


def _windows(
    sheet: Sheet, line: Line, pieces: Pieces, problems: list[Problem]
) -> abc.Iterator[tuple[str, str]]:
    """Yield each window whose two ends stand in two columns."""
    for first, last, column in sheet.windows:
        texts = [
            pieces.get((first, Aim(column, "first_day"))),
            pieces.get((last, Aim(column, "last_day"))),
        ]
        if all(texts):
            yield column, "~".join(text for text in texts if text)
        for key, text in zip((first, last), texts, strict=True):
            if any(texts) and not text and key not in line.texts:
                problems.append(problem("E201", place_of(sheet, line, key)))


def _judged(sheet: Sheet, line: Line, cells: Cells, problems: list[Problem]) -> ListRow:
    """Return the row without the cells that our readers do not understand."""
    where = sheet.where
    header = Header(sheet.grid.place, names=sheet.names)
    row = ListRow(header, sheet.grid, line.record, cells, where=where)
    faults: list[Problem] = []
    read_table(Form(header, (row,)), sheet.mapping.entity, faults)
    said = _told(sheet, problems)
    problems += [
        each
        for each in faults
        if each.code != "E201" or each.place.cell - 1 not in said
    ]
    wrong = {each.place.cell - 1 for each in faults}
    good = {
        column: text
        for column, text in cells.items()
        if where.get(column, -1) not in wrong
    }
    return replace(row, cells=good)


def _told(sheet: Sheet, problems: abc.Iterable[Problem]) -> set[int]:
    """Return the numbers of the columns that are blank because a cell was refused."""
    cells = {each.place.cell - 1 for each in problems}
    columns = {
        aim.column
        for key, index in sheet.index.items()
        if index in cells
        for aim in sheet.mapping.columns[key].aims
    }
    return cells | {sheet.where[each] for each in columns if each in sheet.where}


def _wishes(sheet: Sheet, pieces: Pieces, code: str) -> abc.Iterator[Cells]:
    side = WISHERS.get(sheet.mapping.table, "")
    for (_, aim), text in pieces.items():
        for each in parts(text) if aim.is_wish and code else ():
            person, target = (code, each) if side == "person" else (each, code)
            yield {"side": side, "person": person, "target": target, "rank": aim.part}


def _once(problems: abc.Iterable[Problem]) -> abc.Iterable[Problem]:
    """Return problems without those of one cell that becomes two columns."""
    return {
        (each.code, each.place, each.facts.get("value")): each for each in problems
    }.values()
