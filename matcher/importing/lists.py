"""Finding the lists of a mapping in an office's files, column by column."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from matcher.errors import Place
from matcher.importing.books import open_file
from matcher.importing.forms import concerns, merged_cells
from matcher.importing.headers import AGAIN, find_head
from matcher.importing.lines import Sheet, with_lines
from matcher.importing.words import discreet, is_of_people, key
from matcher.scenario.faults import problem
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from matcher.errors import Problem
    from matcher.importing.books import Opened
    from matcher.importing.mapping import ListMapping, Mapping


def read_sheets(
    mapping: Mapping, paths: Sequence[Path], problems: list[Problem]
) -> tuple[Sheet, ...]:
    """
    Return every list of the mapping that stands in the files.

    Parameters
    ----------
    mapping
        How lists are read.
    paths
        The office's files.
    problems
        Whatever is not understood is added here.
    """
    sheets: list[Sheet] = []
    for path in paths:
        lists = [each for each in mapping.lists if _of_file(each, path)]
        if not lists:
            names = [each.name for each in mapping.lists]
            fault = problem("E140", Place(path.name), near=names, value=path.stem)
            problems.append(fault)
            continue
        for opened, each in _read(mapping, lists, path, problems):
            rows = sum(len(one.lines) for one in sheets if one.mapping is each)
            sheet = _sheet(each, opened, rows, problems)
            if sheet:
                sheets.append(sheet)
    return tuple(sheets)


def _of_file(mapping: ListMapping, path: Path) -> bool:
    if mapping.file:
        return fnmatchcase(fold(path.name), fold(mapping.file))
    return fold(mapping.name) in fold(path.stem)


def _of_sheet(mapping: ListMapping, opened: Opened) -> bool:
    name = opened.grid.place.sheet
    if not name or not mapping.sheet:
        return opened.first
    return fnmatchcase(fold(name), fold(mapping.sheet))


def _read(
    mapping: Mapping,
    lists: Sequence[ListMapping],
    path: Path,
    problems: list[Problem],
) -> Iterator[tuple[Opened, ListMapping]]:
    """Yield each table of a file with each list that it is read as."""
    found: set[str] = set()
    all_opened = open_file(path, problems)
    for opened in all_opened:
        readers = [each for each in lists if _of_sheet(each, opened)]
        found |= {each.name for each in readers}
        if not readers and not _is_ignored(mapping, opened):
            place = opened.grid.place
            near = [each.sheet for each in lists if each.sheet]
            problems.append(problem("E140", place, near=near, value=place.sheet))
        yield from ((opened, each) for each in readers)
    for each in lists if all_opened else ():
        if each.name not in found:
            place = Place(path.name)
            needed = _needed(each)
            problems.append(problem("E123", place, value=each.sheet, needed=needed))


def _is_ignored(mapping: Mapping, opened: Opened) -> bool:
    name = fold(opened.grid.place.sheet)
    blank = not opened.grid.records and opened.grid.readable
    return blank or any(fnmatchcase(name, fold(each)) for each in mapping.ignore_sheets)


def _needed(mapping: ListMapping) -> str:
    return "、".join(each.name for each in mapping.columns.values())


def _sheet(
    mapping: ListMapping, opened: Opened, rows: int, problems: list[Problem]
) -> Sheet | None:
    """Return the list that a grid holds, with what its columns leave open."""
    grid = opened.grid
    if not grid.records:
        problems += opened.faults
        if not opened.faults:
            problems.append(problem("E105", grid.place, needed=_needed(mapping)))
        return None
    merged = merged_cells(opened.faults)
    names = (mapping.columns, mapping.row, mapping.header_rows)
    head = find_head(grid, *names, merged)
    if head is None:
        place = replace(grid.place, row=mapping.row)
        problems.append(problem("E145", place, needed=_needed(mapping)))
        return None
    index: dict[str, int] = {}
    for number, name in enumerate(head.keys):
        if name:
            index.setdefault(name, number)
    sheet = with_lines(Sheet(mapping, grid, head, index), rows, problems)
    problems += _strange_columns(sheet)
    problems += _absent_columns(sheet)
    faults = tuple(each for each in opened.faults if concerns(sheet, each))
    problems += faults
    return replace(sheet, broken=frozenset(_spots(faults)))


def _strange_columns(sheet: Sheet) -> Iterator[Problem]:
    """Yield the columns that hold something and of which the mapping says nothing."""
    known = set(sheet.index.values())
    absent = [
        column.name
        for wanted, column in sheet.mapping.columns.items()
        if wanted not in sheet.index
    ]
    top = sheet.grid.records[sheet.head.first]
    for index, name in enumerate(sheet.head.names):
        sample = _sample(sheet, index)
        if index in known or not (sample or name):
            continue
        place = replace(sheet.grid.at(top, index, name), row=top.row)
        if sheet.head.keys[index]:
            alike = [key(each) for each in sheet.head.names[:index]].count(key(name))
            again = f"{name}{AGAIN}{alike + 1}" if alike else name
            yield problem("E150", place, value=name, again=again)
        else:
            shown = "…" if is_of_people(name) else discreet(sample)
            yield problem("E141", place, near=absent, value=name, sample=shown)


def _sample(sheet: Sheet, index: int) -> str:
    for line in sheet.lines:
        cells = line.record.cells
        if index < len(cells) and cells[index].strip():
            return cells[index].strip()
    return ""


def _absent_columns(sheet: Sheet) -> Iterator[Problem]:
    """Yield the columns of the mapping that the list does not have."""
    names = [name for name in sheet.head.names if name]
    spare = [
        name
        for name, known in zip(sheet.head.names, sheet.head.keys, strict=True)
        if name and not known
    ]
    for wanted, column in sheet.mapping.columns.items():
        if wanted not in sheet.index:
            spot = str(sheet.grid.place)
            yield problem(
                "E142", column.place, near=spare or names, value=column.name, file=spot
            )


def _spots(faults: Sequence[Problem]) -> Iterator[tuple[int, int]]:
    """Yield the cells whose text is not what the office sees."""
    return ((each.place.row, each.place.cell) for each in faults if each.code != "E132")
