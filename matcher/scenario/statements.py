"""What goes with a row that an overlay removes: what the base says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matcher.scenario.faults import problem
from matcher.scenario.references import REFERENCES, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found, Table
    from matcher.scenario.tables import Row

_NONE = (
    ("people", "consents"),
    ("people", "avoid"),
    ("people", "past_hosts"),
    ("phases", "after"),
    ("studios", "members"),
)
"""Lists that say nothing when they are blank; elsewhere a blank list means any."""

_STATEMENTS = ("preferences", "ratings", "commitments", "locks", "leavers")
"""Tables whose rows only say something of a person or a need."""


def without_removed(draft: Draft, problems: list[Problem]) -> Draft:
    """
    Return the draft without what the base says of rows that an overlay removed.

    Wishes, ratings, locks, commitments and leavers go, and entries of the calendar
    for nowhere else; a list loses the code. Whatever else names the row stays, so that
    the check of references tells it.

    Parameters
    ----------
    draft
        The tables, with codes in the place of names.
    problems
        A list of which nothing is left, though blank means any, is added here.
    """
    if not draft.removed:
        return draft
    tables = {
        name: _left(name, table, draft, problems)
        for name, table in draft.tables.items()
    }
    return replace(draft, tables=tables)


def _left(
    name: str, table: Table[Any], draft: Draft, problems: list[Problem]
) -> Table[Any]:
    kept = []
    for each in table.found:
        if name in _STATEMENTS and _speaks_of_gone(name, each, draft):
            continue
        shortened, emptied = _shortened(name, each, draft)
        if emptied and name == "calendar":
            continue
        problems += emptied
        kept.append(shortened)
    return replace(
        table, found=tuple(kept), more=table.more + len(kept) - len(table.found)
    )


def _speaks_of_gone(name: str, found: Found[Any], draft: Draft) -> bool:
    return any(
        _remover(code, into, found.row.speaker(column), draft)
        for column, into in _columns(name, found)
        for code in (getattr(found.entity, column),)
        if isinstance(code, str)
    )


def _columns(name: str, found: Found[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for (table, column), into in REFERENCES.items():
        if table == name:
            yield column, into
    if name in ("preferences", "locks"):
        yield "target", targets(found.entity)


def _remover(code: str, into: tuple[str, ...], row: Row, draft: Draft) -> Row | None:
    """Return the row of a layer above that removed what a row names."""
    removers = (draft.removed.get(table, {}).get(code) for table in into)
    return next((each for each in removers if each and each.layer > row.layer), None)


def _shortened(
    name: str, found: Found[Any], draft: Draft
) -> tuple[Found[Any], list[Problem]]:
    """Return the row without the removed codes of its lists, and what that empties."""
    update: dict[str, tuple[str, ...]] = {}
    emptied = []
    for column, into in _columns(name, found):
        codes = getattr(found.entity, column)
        if not isinstance(codes, tuple):
            continue
        row = found.row.speaker(column)
        removers = {each: _remover(each, into, row, draft) for each in codes}
        left = tuple(each for each in codes if not removers[each])
        if left != codes:
            update[column] = left
        if codes and not left and (name, column) not in _NONE:
            place, last = found.row.place(column), removers[codes[-1]]
            by = last.place() if last else ""
            emptied.append(problem("E314", place, value=codes[-1], by=str(by)))
    if not update:
        return found, []
    entity = found.entity.model_copy(update=update)
    return replace(found, entity=entity), emptied
