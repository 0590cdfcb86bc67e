"""
The meaning of a table: rows of text become entities, as far as they can be read.

Values are judged by the entities themselves; what pydantic says about them is put
into the words of the catalogue of problems.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, get_origin

from pydantic import ValidationError

from matcher.scenario.base import Entity
from matcher.scenario.faults import faults_of
from matcher.scenario.measures import MEASURES
from matcher.scenario.tables import Form, Row, required
from matcher.scenario.values import (
    Reader,
    UnreadableError,
    measured,
    reader,
    title_level,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.errors import Problem

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Found(Generic[E]):
    """
    An entity with the row it was read from.

    Parameters
    ----------
    row
        The row as text.
    entity
        What it stands for.
    """

    row: Row
    entity: E


@dataclass(frozen=True)
class Table(Generic[E]):
    """
    A table, as far as it could be read.

    Parameters
    ----------
    form
        Its text.
    found
        The rows that could be read.
    more
        How many of them were added to those of the file, less those taken away.
    broken
        The other rows, each as an entity of the cells that could be read: what those
        name can be looked up all the same.
    """

    form: Form
    found: tuple[Found[E], ...] = ()
    more: int = 0
    broken: tuple[Found[E], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every row could be read."""
        read = len(self.found) - self.more
        return self.form.readable and read == len(self.form.rows)

    @property
    def codes(self) -> frozenset[str] | None:
        """The codes of all rows, broken ones too, or None if not all are known."""
        rows, names = self.form.rows, self.form.header.names
        if not self.form.readable or (rows and "id" not in names):
            return None
        if any("id" in row.spoilt for row in rows):
            return None
        codes = {row.cells.get("id", "") for row in rows}
        if self.more:
            codes |= {str(getattr(found.entity, "id", "")) for found in self.found}
        return frozenset(codes)


def read_table(form: Form, entity: type[E], problems: list[Problem]) -> Table[E]:
    """
    Return the entities of a table.

    Parameters
    ----------
    form
        The table as text.
    entity
        What a row stands for.
    problems
        Every fault of a value is added here.
    """
    absent = frozenset(required(entity)) - frozenset(form.header.names)
    found: list[Found[E]] = []
    broken: list[Found[E]] = []
    for row in form.rows:
        faults: list[Problem] = []
        parsed, whole = _parsed(row, entity, absent, faults)
        problems += faults
        (found if whole else broken).append(Found(row, parsed))
    return Table(form, tuple(found), broken=tuple(broken))


@cache
def _readers(entity: type[Entity]) -> Mapping[str, Reader]:
    return {
        name: reader_of(name, each.annotation)
        for name, each in entity.model_fields.items()
    }


def reader_of(name: str, annotation: object) -> Reader:
    """
    Return the reader of a column: some say more than the kind of value does.

    Parameters
    ----------
    name
        The column.
    annotation
        The kind of its values.
    """
    if name in ("level", "senior_level"):
        return title_level
    read = reader(annotation)
    return measured(MEASURES[name]) if read is whole and name in MEASURES else read


@cache
def _lists(entity: type[Entity]) -> frozenset[str]:
    fields = entity.model_fields
    return frozenset(
        name for name, each in fields.items() if get_origin(each.annotation) is tuple
    )


def _parsed(
    row: Row, entity: type[E], absent: frozenset[str], problems: list[Problem]
) -> tuple[E, bool]:
    """
    Return the entity, and whether every cell of it could be read.

    A column that is absent is no fault of the row.
    """
    # A blank list is an empty list; any other blank is the field's default.
    given: dict[str, object] = dict.fromkeys(_lists(entity), ())
    unreadable = absent | row.spoilt
    readers = _readers(entity)
    for name, text in row.cells.items():
        if not text or name not in readers or name in row.spoilt:
            continue
        try:
            given[name] = readers[name](text)
        except UnreadableError as error:
            problems.append(error.at(row.place(name)))
            unreadable |= {name}
    try:
        parsed = entity.model_validate(given)
    except ValidationError as error:
        for field, fault in faults_of(error, row.place):
            given.pop(field, None)
            if field not in unreadable:
                problems.append(fault)
    else:
        if not unreadable:
            return parsed, True
    lists = _lists(entity)
    nothing = {name: () if name in lists else "" for name in required(entity)}
    some: Any = nothing | given
    return cast("E", entity.model_construct(**some)), False
