"""
Words that tables share without a table of their own: sectors and departments.

While reading, each gets one spelling, because rules compare them as they stand: a
sector that of the vocabulary of sectors, a department that of ``departments.csv``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matcher.scenario.entities import Department, Person, Specialty
from matcher.scenario.faults import problem
from matcher.scenario.keys import key_of
from matcher.vocabulary import fold, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from matcher.errors import Problem
    from matcher.scenario.base import Entity
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found, Table

Tables = dict[str, "Table[Any]"]

_SECTORS = {
    **dict.fromkeys(("specialties", "units", "people"), "sector"),
    **dict.fromkeys(("calendar", "leaders"), "sectors"),
}
"""The column of sectors of each table that has one."""

_DEPARTMENTS = {"departments": "name", "people": "department", "needs": "department"}
"""The column of departments of each table that has one; whose spelling holds, first."""


def with_one_spelling(tables: Tables) -> Tables:
    """
    Return the tables with one spelling for each sector and each department.

    Parameters
    ----------
    tables
        The tables, with codes in the place of names.
    """
    tables = _respelt(tables, _SECTORS, _sectors(tables))
    return _respelt(tables, _DEPARTMENTS, _departments(tables))


def words(draft: Draft) -> Iterator[Problem]:
    """Yield the sectors and departments that concern nobody, as misspelt ones do."""
    yield from _sectors_of_nobody(draft)
    yield from _departments_of_nobody(draft)
    yield from _departments_twice(draft)


def _respelt(
    tables: Tables, columns: Mapping[str, str], spelling: Callable[[Any, str], str]
) -> Tables:
    """Return the tables with the spelling of each word in the columns."""
    return tables | {
        table: replace(
            tables[table],
            found=tuple(_with(each, column, spelling) for each in tables[table].found),
        )
        for table, column in columns.items()
    }


def _with(
    found: Found[Entity], column: str, spelling: Callable[[Any, str], str]
) -> Found[Entity]:
    old = getattr(found.entity, column)
    new: object
    if isinstance(old, str):
        new = spelling(found.entity, old)
    else:
        new = tuple(spelling(found.entity, each) for each in old)
    if new == old:
        return found
    return replace(found, entity=found.entity.model_copy(update={column: new}))


def _sectors(tables: Tables) -> Callable[[Any, str], str]:
    """Return how a sector is spelt: as the vocabulary does, if it knows it."""
    spelt: dict[str, str] = {}
    written = {
        text
        for table, column in _SECTORS.items()
        for found in tables[table].found
        for text in _texts(found, column)
    }
    for text in sorted(written):
        entries = named(text, ("sectors",))
        name = entries[0].name if len(entries) == 1 else text
        spelt.setdefault(_key(text), name)
    return lambda _, text: spelt[_key(text)]


def _departments(tables: Tables) -> Callable[[Any, str], str]:
    """Return how a department of a unit is spelt."""
    spelt: dict[tuple[str, str], str] = {}
    for table, column in _DEPARTMENTS.items():
        written = {
            (found.entity.unit, text)
            for found in tables[table].found
            for text in _texts(found, column)
        }
        for unit, text in sorted(written):
            spelt.setdefault((unit, _key(text)), text)
    return lambda row, text: spelt[row.unit, _key(text)]


def _key(text: str) -> str:
    """Return what the spellings of a word have in common; signs alone differ."""
    return fold(text) or text


def _texts(found: Found[Any], column: str) -> tuple[str, ...]:
    value = getattr(found.entity, column)
    return (value,) if isinstance(value, str) else value


def _sectors_of_nobody(draft: Draft) -> Iterator[Problem]:
    if not draft.complete("people", "specialties"):
        return
    known = {each.entity.sector for each in draft.rows(Person)}
    known |= {each.entity.sector for each in draft.rows(Specialty)}
    for table in ("calendar", "leaders"):
        for found in draft.tables[table].found:
            place = found.row.place("sectors")
            for sector in found.entity.sectors:
                if sector not in known:
                    yield problem("W315", place, near=known, value=sector)


def _departments_of_nobody(draft: Draft) -> Iterator[Problem]:
    if not draft.complete("people"):
        return
    known: dict[str, set[str]] = {}
    for person in draft.rows(Person):
        known.setdefault(person.entity.unit, set()).add(person.entity.department)
    if not known.keys() <= (draft.codes["units"] or set()):
        return
    for row in draft.rows(Department):
        unit, name = row.entity.unit, row.entity.name
        near = known.get(unit, set())
        if name not in near and unit in (draft.codes["units"] or ()):
            yield problem("W316", row.row.place("name"), near=near, value=name)


def _departments_twice(draft: Draft) -> Iterator[Problem]:
    """Yield the rows of one department that only its spelling told apart."""
    first: dict[tuple[str, str], Found[Department]] = {}
    for found in draft.rows(Department):
        department = found.entity
        other = first.setdefault((department.unit, department.name), found)
        same = key_of("departments", found.row.cells) == key_of(
            "departments", other.row.cells
        )
        if not same:
            place = found.row.place("name")
            value = f"{department.unit} {department.name}"
            yield problem("E302", place, value=value, first=other.row.line)
