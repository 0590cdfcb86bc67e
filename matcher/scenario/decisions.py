"""
Decisions on a plan: what planners marked in its report becomes locks.

A file of decisions is an overlay that has a table of locks and nothing else. It is
``decisions.csv``, or a workbook in which the assignments of ``report.xlsx`` stand;
each lock keeps the place of the row that it was made from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from matcher.errors import Place, Problem
from matcher.scenario.base import DecisionKind, Entity, Id, LockKind
from matcher.scenario.conditions import Lock
from matcher.scenario.csv_files import read_csv
from matcher.scenario.entities import Need
from matcher.scenario.faults import problem
from matcher.scenario.grids import Grid
from matcher.scenario.overlays import CLEAR
from matcher.scenario.tables import Form, Header, Row, read_form, required
from matcher.scenario.values import UnreadableError, kind
from matcher.timeline import Window
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.language import Language
    from matcher.scenario.draft import Draft

SHEET: Mapping[Language, str] = {"zh": "派遣表", "en": "Assignments"}
"""The sheet of the report in which planners decide."""

_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_DAYS = ("first_day", "last_day")
_OTHER_DAYS = ("other_first_day", "other_last_day")


class Decision(Entity):
    """
    What planners decide of one assignment.

    对一次派任的决定。
    """

    person: Id = Field(title="人员代号")
    """The person who is sent.
    被派出的人员。"""
    need: Id = Field(title="需求编号")
    """The need that the person serves.
    人员承担的需求。"""
    decision: DecisionKind | None = Field(title="决定")
    """keep, forbid or dates; blank: nothing is decided.
    锁定、禁止或改期；空白即未作决定。"""
    first_day: date | None = Field(None, title="任期首日")
    """First day of the term; of decisions.csv, for other dates, the new one.
    任期首日；在decisions.csv中改期的，写新的首日。"""
    last_day: date | None = Field(None, title="任期末日")
    """Last day of the term; of decisions.csv, for other dates, the new one.
    任期末日；在decisions.csv中改期的，写新的末日。"""
    other_first_day: date | None = Field(None, title="改期首日")
    """New first day; blank: it stays.
    新的首日；空白即不变。"""
    other_last_day: date | None = Field(None, title="改期末日")
    """New last day; blank: it stays.
    新的末日；空白即不变。"""
    reason: str = Field("", title="理由")
    """Why.
    决定的理由。"""


@dataclass(frozen=True)
class Decisions:
    """
    A file of decisions, as the source of an overlay.

    Parameters
    ----------
    path
        The file.
    table
        Its rows as text.
    """

    path: Path
    table: Grid
    has_settings = False

    def settings(self, problems: list[Problem]) -> None:
        """Return nothing: decisions change no settings."""

    def grid(self, table: str, problems: list[Problem]) -> None:
        """Return nothing: decisions become locks by :meth:`locks`."""

    def place(self, table: str = "") -> Place:  # noqa: ARG002 -- as of any source
        """Return the file, and the sheet of a workbook."""
        return self.table.place

    def strangers(self) -> list[Problem]:
        """Return nothing: the file is one table."""
        return []

    def files(self) -> list[Path]:
        """Return the file."""
        return [self.path]

    def locks(self, layer: int, problems: list[Problem]) -> Form:
        """
        Return the decisions as rows of the table of locks, each with its true place.

        Parameters
        ----------
        layer
            Number of the file among those of the scenario.
        problems
            Every fault of a decision is added here.
        """
        needed = required(Decision)
        form = read_form(self.table, Decision, problems, needed=needed, others=True)
        if not form.readable or not set(needed) <= set(form.header.names):
            return Form(Header(form.header.place), readable=False)
        locks: list[Row] = []
        seen: dict[str, Row] = {}
        for row in form.rows:
            lock = _lock(row, problems)
            if lock is None:
                continue
            first = seen.setdefault(lock.cells["id"], row)
            if first is row:
                locks.append(replace(lock, layer=layer))
            else:
                problems.append(_again(row, first))
        return Form(_header(form.header, _COLUMNS), tuple(locks))


def decisions_in(path: Path, problems: list[Problem]) -> Decisions | None:
    """
    Return the decisions of a file, or None if it is no file of decisions.

    Parameters
    ----------
    path
        A .csv file, or a workbook with the sheet of assignments.
    problems
        Every fault of the form is added here, if it is a file of decisions.
    """
    ending = path.suffix.lower()
    if path.is_dir() or ending not in (".csv", *_BOOKS):
        return None
    if ending == ".csv":
        needed = ", ".join(required(Decision))
        return Decisions(path, read_csv(path, Place(path.name), needed, problems))
    table = _sheet(path, problems)
    return None if table is None else Decisions(path, table)


def _sheet(path: Path, problems: list[Problem]) -> Grid | None:
    """Return the sheet of assignments, or None if the workbook is a scenario."""
    # The library is wanted only by those who bring a workbook.
    from matcher.scenario.workbook.book import opened  # noqa: PLC0415
    from matcher.scenario.workbook.package import look_inside  # noqa: PLC0415
    from matcher.scenario.workbook.sheets import SETTINGS, name_of  # noqa: PLC0415
    from matcher.scenario.workbook.tables import read_sheet  # noqa: PLC0415

    faults: list[Problem] = []
    workbook = opened(path, Place(path.name), faults)
    if workbook is None:
        return None
    ours = {fold(title) for title in SHEET.values()}
    with workbook:
        titles = workbook.sheet_names
        found = next((each for each in titles if fold(each) in ours), None)
        if found is None or any(name_of(each) == SETTINGS for each in titles):
            return None
        problems += faults
        place = Place(path.name, sheet=found)
        return read_sheet(workbook, place, "", look_inside(path), problems)


_COLUMNS = {
    "id": "decision",
    "kind": "decision",
    "person": "person",
    "target": "need",
    "reason": "reason",
}
"""The column of a decision in which a column of its lock stands."""


def _lock(row: Row, problems: list[Problem]) -> Row | None:
    """Return the lock that a decision makes, or None without one."""
    new = [column for column in _OTHER_DAYS if row.cells.get(column)]
    text = row.cells.get("decision", "")
    try:
        decision = kind(DecisionKind)(text) if text else None
    except UnreadableError as error:
        problems.append(error.at(row.place("decision")))
        return None
    faults = []
    if new and decision is not DecisionKind.DATES and "decision" not in row.spoilt:
        faults.append(problem("E451", row.place(new[0]), value=row.cells[new[0]]))
    if decision is not None:
        blank = [each for each in ("person", "need") if not row.cells.get(each)]
        told = row.spoilt
        faults += [problem("E201", row.place(x)) for x in blank if x not in told]
        days, found = _days(row, decision)
        faults += found
        if not faults and not blank:
            return _made(row, decision, days)
    problems += faults
    return None


def _days(row: Row, decision: DecisionKind) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the column of each day of the lock, and what is wrong with them."""
    if decision is DecisionKind.FORBID:
        return {}, []
    days, wanted = dict(zip(_DAYS, _DAYS, strict=True)), _DAYS
    if decision is DecisionKind.DATES and set(_OTHER_DAYS) & set(row.header.names):
        wanted = _OTHER_DAYS
        for day, other in zip(_DAYS, _OTHER_DAYS, strict=True):
            days[day] = other if row.cells.get(other) or other in row.spoilt else day
        if not set(days.values()) & set(_OTHER_DAYS):
            return days, [problem("E452", row.place(wanted[0]), kind=decision)]
    missing = [
        column
        for column in days.values()
        if not row.cells.get(column) and column not in row.spoilt
    ]
    if decision is DecisionKind.KEEP and len(missing) == len(days):
        return {}, []
    return days, [problem("E452", row.place(x), kind=decision) for x in missing[:1]]


def _made(row: Row, decision: DecisionKind, days: Mapping[str, str]) -> Row:
    """Return the decision as a row of the table of locks."""
    columns = {**_COLUMNS, **days}
    forbid = decision is DecisionKind.FORBID
    person, need = row.cells["person"], row.cells["need"]
    # What an earlier file decided of the same assignment is gone as a whole.
    cells = dict.fromkeys((*_DAYS, "reason"), CLEAR[0])
    cells |= {
        lock: row.cells[column]
        for lock, column in columns.items()
        if row.cells.get(column)
    }
    cells["id"] = f"D:{person}:{need}"
    cells["kind"] = (LockKind.FORBID if forbid else LockKind.PIN).value
    spoilt = (lock for lock, column in columns.items() if column in row.spoilt)
    header = _header(row.header, columns)
    return replace(row, header=header, cells=cells, spoilt=frozenset(spoilt))


def _header(header: Header, columns: Mapping[str, str]) -> Header:
    """Return the columns of a file of decisions as those of the table of locks."""
    locked = {column: lock for lock, column in columns.items()}
    names = {
        lock: header.names[column]
        for lock, column in columns.items()
        if column in header.names
    }
    fields = tuple(locked.get(each or "") for each in header.fields)
    return replace(header, fields=fields, names=names)


def _again(row: Row, first: Row) -> Problem:
    """Return the fault that the same assignment is decided twice."""
    if row.cells == first.cells:
        return problem("E121", row.place(), first=first.line)
    place = row.place("decision")
    facts = {"person": row.cells["person"], "need": row.cells["need"]}
    return problem("E453", place, first=first.line, **facts)


def decided(draft: Draft) -> Iterator[Problem]:
    """Yield the decisions whose days lie outside of the window of the need."""
    needs = {found.entity.id: found.entity for found in draft.rows(Need)}
    for found in draft.rows(Lock):
        lock, need = found.entity, needs.get(found.entity.target)
        if found.row.layer not in draft.decided or need is None:
            continue
        first, last = lock.first_day, lock.last_day
        if first is None or last is None or last < first:
            continue
        if need.last_day < need.first_day:
            continue
        term, window = Window.inclusive(first, last), need.window
        if not window.holds(term):
            column = "first_day" if first < window.start else "last_day"
            place = found.row.place(column)
            yield problem("E454", place, term=term, window=window, need=need.id)
