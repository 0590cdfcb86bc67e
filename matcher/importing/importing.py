"""An office's lists become tables of ours; whatever is left over is told."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.errors import Problem
from matcher.importing.codes import codes_of
from matcher.importing.lists import read_sheets
from matcher.importing.persons import Identity, Register
from matcher.importing.rows import Cells, fill
from matcher.importing.sense import missing_columns
from matcher.scenario.contents import TABLES
from matcher.scenario.faults import problem
from matcher.scenario.keys import keys

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.importing.lines import Sheet
    from matcher.importing.mapping import Mapping
    from matcher.importing.rows import ListRow


@dataclass(frozen=True)
class Import:
    """
    What was understood of an office's lists, and what was not.

    Parameters
    ----------
    tables
        Rows of our tables, by name.
    problems
        Everything that was not understood, and what was left aside.
    codes
        The code of each person, by name: for the key file and nothing else.
    lists
        Of each list: where it stands, its table, and its number of rows.
    """

    tables: abc.Mapping[str, tuple[Cells, ...]]
    problems: tuple[Problem, ...]
    codes: abc.Mapping[Identity, str] = field(default_factory=dict)
    lists: tuple[tuple[str, str, int], ...] = ()

    @property
    def is_understood(self) -> bool:
        """Whether nothing is left that was not understood."""
        return all(each.is_warning for each in self.problems)


def import_lists(
    mapping: Mapping,
    paths: abc.Sequence[Path],
    *,
    known: abc.Mapping[Identity, str] | None = None,
    partial: bool = False,
) -> Import:
    """
    Return what a mapping makes of an office's lists.

    Parameters
    ----------
    mapping
        How the lists are read.
    paths
        Workbooks and CSV files.
    known
        Codes of people from an earlier import; they are kept.
    partial
        Whether rows may leave out columns that a table must have, because they change
        rows of a base.
    """
    problems: list[Problem] = []
    sheets = read_sheets(mapping, paths, problems)
    if not partial:
        used = {sheet.mapping.name for sheet in sheets}
        for each in mapping.lists:
            problems += missing_columns(each) if each.name in used else ()
    register = Register(known or {})
    codes = codes_of(sheets, register, problems)
    tables: dict[str, list[Cells]] = {}
    seen: dict[tuple[str, str], ListRow] = {}
    for sheet, own in zip(sheets, codes, strict=True):
        for line, code in zip(sheet.lines, own, strict=True):
            if code is None:
                continue
            filled = fill(sheet, line, code, register, problems)
            problems += _again(sheet, filled.row, seen)
            tables.setdefault(sheet.mapping.table, []).append(dict(filled.row.cells))
            tables.setdefault("preferences", []).extend(filled.wishes)
    problems.sort(key=_order)
    return Import(
        {name: tuple(tables[name]) for name in TABLES if tables.get(name)},
        register.discreet(problems),
        {**register.known, **register.codes},
        tuple(
            (str(one.grid.place), one.mapping.table, len(one.lines)) for one in sheets
        ),
    )


def _order(found: Problem) -> tuple[bool, str, int, int, int]:
    """Put what must be mended first, then go by file and place."""
    place = found.place
    file = f"{place.file} {place.sheet}"
    return found.is_warning, file, place.row, place.cell, place.position


def _again(
    sheet: Sheet, row: ListRow, seen: dict[tuple[str, str], ListRow]
) -> abc.Iterator[Problem]:
    """Yield the fault of a code that another row has too."""
    code = row.cells.get("id", "")
    if keys(sheet.mapping.table) == ("id",) and code:
        first = seen.setdefault((sheet.mapping.table, code), row)
        if first is not row:
            yield problem("E302", row.place("id"), value=code, first=first.line)
