"""The code of each row of a list: the office's own, one kept, or one that is made."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.importing.mapping import Aim
from matcher.importing.persons import identity_of
from matcher.importing.words import is_name
from matcher.scenario.faults import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.errors import Place, Problem
    from matcher.importing.lines import Line, Sheet
    from matcher.importing.persons import Register

_ID = Aim("id")


def codes_of(
    sheets: Sequence[Sheet], register: Register, problems: list[Problem]
) -> tuple[tuple[str | None, ...], ...]:
    """
    Return the code of each row of each sheet.

    A blank one is missing; None: the row cannot be told from another one, and that
    has been said.

    Parameters
    ----------
    sheets
        The lists.
    register
        The codes of people; those of these lists are added.
    problems
        Names that do not tell who is meant are added here.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    taken["people"] |= set(register.known.values())
    for sheet in sheets:
        given = {given_code(sheet, line) for line in sheet.lines}
        taken[sheet.mapping.table] |= given - {""}
        for line in sheet.lines:
            for key in sheet.mapping.names:
                register.hide(line.texts.get(key, ""))
    return tuple(
        tuple(_codes(sheet, taken[sheet.mapping.table], register, problems))
        for sheet in sheets
    )


def _codes(
    sheet: Sheet, taken: set[str], register: Register, problems: list[Problem]
) -> Iterator[str | None]:
    mapping = sheet.mapping
    naming = mapping.naming
    needs_name = bool(naming) and _ID in mapping.columns[naming].aims
    for line in sheet.lines:
        code = given_code(sheet, line)
        if mapping.table == "people" and is_name(code):
            # It is told when the cell is read, and must not stand for the person.
            code = ""
        name = line.texts.get(naming, "")
        if name:
            apart = (line.texts.get(key, "") for key in mapping.apart)
            identity = identity_of(name, apart)
            if identity in register.codes:
                problems.append(problem("E149", place_of(sheet, line, naming)))
                yield None
                continue
            code = code or register.known.get(identity, "")
        if not code and mapping.codes and (name or not needs_name):
            code = _made(mapping.codes, line.number, taken)
        if name and code:
            register.add(identity, code)
        yield code


def given_code(sheet: Sheet, line: Line) -> str:
    """
    Return the code that the office gave, or nothing.

    Parameters
    ----------
    sheet
        The list.
    line
        The row.
    """
    mapping = sheet.mapping
    for key, foreign in mapping.columns.items():
        if _ID in foreign.aims and key not in mapping.names:
            return line.texts.get(key, "")
    return ""


def _made(pattern: str, number: int, taken: set[str]) -> str:
    code = pattern.format(row=number)
    if code in taken:
        number = len(taken) + 1
        while (code := pattern.format(row=number)) in taken:
            number += 1
    taken.add(code)
    return code


def place_of(sheet: Sheet, line: Line, key: str) -> Place:
    """
    Return where the cell of a column stands.

    Parameters
    ----------
    sheet
        The list.
    line
        The row.
    key
        The column, which the list must have.
    """
    index = sheet.index[key]
    return sheet.grid.at(line.record, index, sheet.head.names[index])
