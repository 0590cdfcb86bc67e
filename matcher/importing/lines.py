"""Which rows of an office's list are rows of data, and what the others are."""

from __future__ import annotations

import re
import unicodedata
from collections import abc
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.importing.headers import Head
from matcher.importing.mapping import ListMapping
from matcher.importing.words import discreet, key
from matcher.scenario.faults import problem
from matcher.scenario.grids import BREAK, Grid, Record

if TYPE_CHECKING:
    from matcher.errors import Problem

_SUM = "(?:合计(?!划)|小计|总计|共计|总共)"
_TOTAL = re.compile(rf"(?:.{{0,8}}{_SUM}|(?:sub)?total):?|{_SUM}.*", re.DOTALL)
_AMOUNT = re.compile(r"[-+]?[0-9][0-9.,]*\D{0,3}")
_DITTO = ("同上", "〃", "″", "''", '"')
_NOTE = re.compile(
    "(?:备?注|说明|填[表报](?:说明|人|单位|日期|时间)|制表(?:人|单位|日期)?|审核人?"
    "|负责人|联系人|联系电话|单位盖章|notes?)[0-9]*(?:[:.].*)?",
    re.DOTALL,
)
_HEADING = re.compile("[(]?[一二三四五六七八九十]{1,3}[、.,)].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """
    One row of data.

    Parameters
    ----------
    record
        The row as it stands in the list.
    number
        Its running number in the list, counted from 1.
    texts
        Text of each column that the mapping names, by key; blank ones are left out.
    """

    record: Record
    number: int
    texts: abc.Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """
    One list as it stands in one file or sheet.

    Parameters
    ----------
    mapping
        How it is read.
    grid
        Its text.
    head
        The names of its columns.
    index
        Number of the column of each key.
    lines
        Its rows of data.
    broken
        Row and column of each cell that holds nothing that could be read.
    """

    mapping: ListMapping
    grid: Grid
    head: Head
    index: abc.Mapping[str, int] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    broken: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def where(self) -> abc.Mapping[str, int]:
        """Number of the list's column for each column of ours; of several the first."""
        found: dict[str, int] = {}
        for name, index in self.index.items():
            for aim in self.mapping.columns[name].aims:
                if not aim.is_wish:
                    found.setdefault(aim.column, index)
        return found

    @cached_property
    def names(self) -> abc.Mapping[str, str]:
        """What the office calls each column of ours that the list gives."""
        given = {column: column for column in self.mapping.constants}
        given |= {"id": "id"} if self.mapping.codes else {}
        own = {column: self.head.names[index] for column, index in self.where.items()}
        return given | own

    @cached_property
    def windows(self) -> tuple[tuple[str, str, str], ...]:
        """The two columns of each window, and our column."""
        ends: dict[tuple[str, str], list[str]] = {}
        for name, foreign in self.mapping.columns.items():
            for aim in foreign.aims:
                if name in self.index:
                    ends.setdefault((aim.column, aim.part), []).append(name)
        return tuple(
            (first, last, column)
            for (column, part), firsts in ends.items()
            if part == "first_day"
            for first, last in zip(
                firsts, ends.get((column, "last_day"), ()), strict=False
            )
        )


def with_lines(sheet: Sheet, start: int, problems: list[Problem]) -> Sheet:
    """
    Return the sheet with its rows of data.

    Parameters
    ----------
    sheet
        A list whose columns are known.
    start
        How many rows of data the list has in other sheets.
    problems
        Every row that is not read is added here.
    """
    head, found = sheet.head, list[Line]()
    last: dict[str, str] = {}
    for number, record in enumerate(sheet.grid.records):
        if head.first <= number < head.first + head.rows:
            continue
        code = "W141" if number < head.first else _other(sheet, record)
        if code:
            place = sheet.grid.at(record)
            facts = {} if code == "W145" else {"value": _shown(sheet, record, code)}
            problems.append(problem(code, place, **facts))
            continue
        texts = _texts(sheet, record)
        last = _filled(sheet, texts, last)
        found.append(Line(record, start + len(found) + 1, last))
    return replace(sheet, lines=tuple(found))


def _shown(sheet: Sheet, record: Record, code: str) -> str:
    """Return what a message may say of a row that was not read."""
    named = {sheet.index.get(name) for name in sheet.mapping.names}
    if code == "E144" and any(
        cell.strip() and index in named for index, cell in enumerate(record.cells)
    ):
        return "…"
    return discreet(" ".join(cell.strip() for cell in record.cells if cell.strip()))


def _texts(sheet: Sheet, record: Record) -> dict[str, str]:
    """Return the text of each column, blank ones left out."""
    cells = record.cells
    return {
        name: text
        for name, index in sheet.index.items()
        if index < len(cells) and (text := BREAK.sub("\n", cells[index].strip()))
    }


def _filled(
    sheet: Sheet, texts: abc.Mapping[str, str], above: abc.Mapping[str, str]
) -> dict[str, str]:
    """
    Return the texts of a row with what the row above says where that holds on.

    Under a new 区县 nothing to its right holds on, unless the cell says 同上.
    """
    filled = {
        name: above.get(name, text) if text in _DITTO else text
        for name, text in texts.items()
    }
    for name in (each for each in sheet.index if each in sheet.mapping.fill_down):
        if filled.setdefault(name, above.get(name, "")) != above.get(name):
            break
    return {name: text for name, text in filled.items() if text}


def _other(sheet: Sheet, record: Record) -> str:
    """Return the code of what a row is that holds no data, or nothing."""
    filled = [_plain(cell) for cell in record.cells if cell.strip()]
    sparse = len(filled) <= max(2, len(sheet.index) // 2)
    amounts = all(_AMOUNT.fullmatch(cell) for cell in filled[1:])
    if _TOTAL.fullmatch(filled[0]) and (sparse or amounts):
        return "W142"
    if sparse and (_NOTE.fullmatch(filled[0]) or _HEADING.fullmatch(filled[0])):
        return "W143"
    names = [key(name) for name in sheet.head.names if name]
    if [key(cell) for cell in filled] == names:
        return "W144"
    columns = sheet.mapping.columns
    if not any(columns[name].aims for name in _texts(sheet, record)):
        return "W145"
    return "E144" if len(filled) == 1 and len(sheet.index) > 2 else ""


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
