"""Whether what a mapping says of one list makes sense as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.importing.mapping import ENDS, is_free, is_list, is_text, is_windows
from matcher.importing.words import is_of_people, is_private
from matcher.scenario.faults import problem
from matcher.scenario.tables import required

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.importing.mapping import Aim, Foreign, ListMapping


def faults_of_list(mapping: ListMapping) -> Iterator[Problem]:
    """
    Yield the faults of a list's mapping.

    Parameters
    ----------
    mapping
        What was read of it.
    """
    taken: set[Aim] = set()
    for key, foreign in mapping.columns.items():
        if key not in mapping.names and _is_private(mapping, foreign):
            yield problem("E148", foreign.place)
        end = mapping.months.get(key, "first")
        if end not in ENDS and not any(_is_range(mapping, aim) for aim in foreign.aims):
            allowed = ", ".join(ENDS)
            yield problem("E206", foreign.place, value=end, allowed=allowed)
        for aim in foreign.aims:
            if aim in taken and not _joins(mapping, aim):
                yield problem("E109", foreign.place, value=aim.column)
            taken.add(aim)
    naming = mapping.columns.get(mapping.naming)
    if naming and naming.aims and not mapping.codes:
        yield problem("E147", naming.place, value="codes", table=mapping.table)
    yield from _half_windows(mapping)


def _is_private(mapping: ListMapping, foreign: Foreign) -> bool:
    """Return whether a column seems to tell who somebody is; codes are seen by cell."""
    told = any(
        not aim.part and is_free(mapping.table, aim.column) for aim in foreign.aims
    )
    by_name = is_of_people(foreign.name) if told else is_private(foreign.name)
    return bool(foreign.aims) and by_name


def _is_range(mapping: ListMapping, aim: Aim) -> bool:
    return not aim.part and is_windows(mapping.entity, aim.column)


def _half_windows(mapping: ListMapping) -> Iterator[Problem]:
    """Yield the columns that are one end of a window without the other."""
    ends = [
        (foreign, aim)
        for foreign in mapping.columns.values()
        for aim in foreign.aims
        if aim.part and not aim.is_wish
    ]
    for part, other in (("first_day", "last_day"), ("last_day", "first_day")):
        given = [each for each in ends if each[1].part == part]
        pairs = sum(aim.part == other for _, aim in ends)
        for foreign, aim in given[pairs:]:
            missing = f"{aim.column}.{other}"
            yield problem("E147", foreign.place, value=missing, table=mapping.table)


def _joins(mapping: ListMapping, aim: Aim) -> bool:
    """Return whether several columns may go into one."""
    if aim.is_wish:
        return False
    if aim.part or is_list(mapping.entity, aim.column):
        return True
    return aim.column != "id" and is_text(mapping.entity, aim.column)


def missing_columns(mapping: ListMapping) -> Iterator[Problem]:
    """
    Yield a fault for each column that the table must have and nothing gives.

    Parameters
    ----------
    mapping
        How the list is read.
    """
    given = {aim.column for each in mapping.columns.values() for aim in each.aims}
    given |= set(mapping.constants) | ({"id"} if mapping.codes else set())
    for column in required(mapping.entity):
        if column not in given:
            yield problem("E147", mapping.place, value=column, table=mapping.table)
