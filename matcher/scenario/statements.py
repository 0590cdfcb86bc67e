"""What goes with a row that an overlay removes: what the base says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matcher.scenario.references import REFERENCES, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found, Table

_STATEMENTS = ("preferences", "commitments", "locks", "leavers")
"""Tables whose rows only say something of a person or a need."""


def without_removed(draft: Draft) -> Draft:
    """
    Return the draft without what the base says of rows that an overlay removed.

    Wishes, locks, commitments and leavers go; a list loses the code. Whatever else
    names the row stays, so that the check of references tells it.
    """
    if not draft.removed:
        return draft
    tables = dict(draft.tables)
    for name, table in tables.items():
        tables[name] = _left(name, table, draft)
    return replace(draft, tables=tables)


def _left(name: str, table: Table[Any], draft: Draft) -> Table[Any]:
    kept = [
        _shortened(name, each, draft)
        for each in table.found
        if name not in _STATEMENTS or not _speaks_of_gone(name, each, draft)
    ]
    return replace(
        table, found=tuple(kept), more=table.more + len(kept) - len(table.found)
    )


def _speaks_of_gone(name: str, found: Found[Any], draft: Draft) -> bool:
    return any(
        _gone(code, into, found, draft)
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


def _gone(code: str, into: tuple[str, ...], found: Found[Any], draft: Draft) -> bool:
    """Return whether a layer above the row removed what it names."""
    return any(
        draft.removed.get(table, {}).get(code, -1) > found.row.layer for table in into
    )


def _shortened(name: str, found: Found[Any], draft: Draft) -> Found[Any]:
    """Return the row without the removed codes of its lists."""
    update = {}
    for column, into in _columns(name, found):
        codes = getattr(found.entity, column)
        if isinstance(codes, tuple):
            left = tuple(each for each in codes if not _gone(each, into, found, draft))
            if left != codes:
                update[column] = left
    if not update:
        return found
    return replace(found, entity=found.entity.model_copy(update=update))
