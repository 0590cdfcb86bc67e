"""
Names in the place of codes: 大通县, 湟中县 or 630122 for 630106, 心内科 for YL03.04.

Whatever a row names by the code, the name or another name of one row of the table
it refers to means that row. Areas and specialties are also known by the names of
the vocabularies; a specialty that only a vocabulary knows is taken up from there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matcher.scenario.faults import problem
from matcher.scenario.keys import called
from matcher.scenario.references import REFERENCES, targets
from matcher.scenario.register import VOCABULARIES, Register, names_of
from matcher.scenario.words import with_one_spelling
from matcher.vocabulary import fold, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matcher.errors import Problem
    from matcher.scenario.base import Entity
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found, Table


def with_codes(draft: Draft, problems: list[Problem]) -> Draft:
    """
    Return the draft with codes in the place of names, and words spelt in one way.

    Parameters
    ----------
    draft
        The tables as far as they could be read.
    problems
        A name that several rows have is added here; what nobody knows stays as it
        is, and is told where references are checked.
    """
    register = Register(draft, problems)
    tables = dict(draft.tables)
    for (table, column), into in REFERENCES.items():
        tables[table] = _resolved(tables[table], column, into, register)
    for table in ("preferences", "locks"):
        tables[table] = _aimed(tables[table], register)
    if register.taken_up:
        known = tables["specialties"]
        found = (*known.found, *register.taken_up.values())
        tables["specialties"] = replace(known, found=found, more=len(register.taken_up))
    problems += _misleading(draft, register)
    told = frozenset(register.told)
    return replace(draft, tables=with_one_spelling(tables), told=told)


def _resolved(
    table: Table[Any], column: str, into: tuple[str, ...], register: Register
) -> Table[Any]:
    known = register.known(into)
    if known is None:
        return table

    def coded(each: Found[Any]) -> Found[Any]:
        if _all_known(getattr(each.entity, column), known):
            return each
        return _with(each, column, register.codes(each, column, into))

    return _with_each(table, coded)


def _with_each(
    table: Table[Any], coded: Callable[[Found[Any]], Found[Any]]
) -> Table[Any]:
    found, broken = (tuple(map(coded, rows)) for rows in (table.found, table.broken))
    return replace(table, found=found, broken=broken)


def _aimed(table: Table[Any], register: Register) -> Table[Any]:
    """Return the wishes or locks with codes for what they aim at."""

    def coded(each: Found[Any]) -> Found[Any]:
        into = targets(each.entity)
        known = register.known(into)
        if known is None or _all_known(each.entity.target, known):
            return each
        return _with(each, "target", register.codes(each, "target", into))

    return _with_each(table, coded)


def _all_known(value: str | tuple[str, ...], known: frozenset[str]) -> bool:
    if isinstance(value, str):
        return not value or value in known
    return all(each in known for each in value)


def _with(found: Found[Entity], column: str, value: object) -> Found[Entity]:
    if value == getattr(found.entity, column):
        return found
    return replace(found, entity=found.entity.model_copy(update={column: value}))


def _misleading(draft: Draft, register: Register) -> Iterator[Problem]:
    """Yield the rows that have the code of an entry, and none of its names."""
    for table, slugs in VOCABULARIES.items():
        for found in draft.tables[table].found:
            code, *names = map(fold, called(found.entity))
            for entry in named(found.entity.id, slugs):
                if code not in map(fold, (entry.code, *entry.old_codes)):
                    continue
                same = {fold(each) for each in names_of(entry)} & set(names)
                if not same and entry.code not in register.clashes:
                    place = found.row.place("id")
                    yield problem(
                        "W314", place, value=found.entity.id, meant=entry.name
                    )
