"""What changed between two scenarios: settings, and rows matched by their keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Literal

from matcher.comparison.settings import settings_of
from matcher.language import natural
from matcher.scenario.contents import TABLES
from matcher.scenario.keys import KEYS, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.scenario import Scenario
    from matcher.scenario.base import Entity

Kind = Literal["added", "removed", "changed"]

_MENTIONS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("first", "second"),
    "departments": ("unit",),
    "commitments": ("person",),
    "preferences": ("person", "target"),
    "ratings": ("person", "need"),
    "locks": ("person", "target"),
    "leavers": ("need", "person"),
}
"""Statements about rows of other tables: they come and go with what they name."""

SEQUENCES = frozenset({"specialties", "goals"})
"""Lists whose order says something: the first specialty is the main one."""


@dataclass(frozen=True)
class CellChange:
    """
    One value that is not the same.

    Parameters
    ----------
    column
        Name of the column; blank for a setting, which has but one value.
    before
        The value in the first scenario; None if it has none.
    after
        The value in the second.
    """

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class Change:
    """
    One row or setting that is not the same.

    Parameters
    ----------
    table
        Name of the table; blank for a setting.
    key
        Values of the key columns; of a setting, its dotted path alone.
    kind
        Whether the second scenario added, removed or changed it.
    cells
        What differs; of an added or removed row, every cell that says something.
    follows
        Table and code of the row with which this one came or went, if any.
    """

    table: str
    key: tuple[str, ...]
    kind: Kind
    cells: tuple[CellChange, ...]
    follows: tuple[str, str] | None = None

    def value(self, column: str) -> Any:  # noqa: ANN401 -- columns have many types
        """Return what stands in a column of an added or removed row, else None."""
        found = {each.column: each for each in self.cells}.get(column)
        if found is None:
            return None
        return found.before if self.kind == "removed" else found.after


def scenario_changes(before: Scenario, after: Scenario) -> tuple[Change, ...]:
    """
    Return everything that differs, settings first, then table by table.

    Settings are compared as they hold: a value that is written out but is the
    rulebook's own is no change. The order of a list counts only where it says
    something.

    Parameters
    ----------
    before
        One scenario.
    after
        Another one.
    """
    changes = [*_settings(before, after)]
    for table in TABLES:
        changes += _table(table, getattr(before, table), getattr(after, table))
    return tuple(_following(changes))


def counts(changes: Iterable[Change]) -> dict[str, dict[Kind, int]]:
    """
    Return how many rows were added, removed and changed, by table.

    Parameters
    ----------
    changes
        What differs; settings count under a blank name.
    """
    found: dict[str, dict[Kind, int]] = {}
    for each in changes:
        kinds = found.setdefault(each.table, {"added": 0, "removed": 0, "changed": 0})
        kinds[each.kind] += 1
    return found


def _settings(before: Scenario, after: Scenario) -> Iterator[Change]:
    old, new = settings_of(before), settings_of(after)
    for path in old:
        if old[path] != new[path]:
            cell = CellChange("", old[path], new[path])
            yield Change("", (path,), "changed", (cell,))


def _table(
    table: str, before: Sequence[Entity], after: Sequence[Entity]
) -> list[Change]:
    """Return the changes of a table; rows that are the same row for row fall away."""
    old, new = Counter(before), Counter(after)
    gone, come = _by_key(table, old - new), _by_key(table, new - old)
    changes = [
        change
        for key in sorted(gone.keys() | come.keys(), key=_order)
        for pair in zip_longest(gone.get(key, ()), come.get(key, ()))
        if (change := _row(table, key, *pair))
    ]
    return sorted(changes, key=lambda each: each.kind != "changed")


def _by_key(
    table: str, rows: Counter[Entity]
) -> Mapping[tuple[str, ...], list[Entity]]:
    found: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for row in rows.elements():
        found[tuple(str(getattr(row, column)) for column in keys(table))].append(row)
    return found


def _order(key: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(natural(part) for part in key)


def _row(
    table: str, key: tuple[str, ...], before: Entity | None, after: Entity | None
) -> Change | None:
    if before is None or after is None:
        kind: Kind = "added" if before is None else "removed"
        return Change(table, key, kind, tuple(_filled(before, after)))
    cells = tuple(
        CellChange(column, old, new)
        for column in type(before).model_fields
        if not _same(
            column, old := getattr(before, column), new := getattr(after, column)
        )
    )
    return Change(table, key, "changed", cells) if cells else None


def _filled(before: Entity | None, after: Entity | None) -> Iterator[CellChange]:
    """Yield the cells of a row that stands in one scenario only."""
    row = before or after
    assert row is not None  # noqa: S101 -- one of both is a row
    for column, field in type(row).model_fields.items():
        value = getattr(row, column)
        if field.is_required() or value != field.default:
            only = (value, None) if before else (None, value)
            yield CellChange(column, *only)


def _same(column: str, before: object, after: object) -> bool:
    if column in SEQUENCES or not isinstance(before, tuple):
        return before == after
    assert isinstance(after, tuple)  # noqa: S101 -- a column has one type
    return set(before) == set(after)


def _following(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes, statements tied to the row they came or went with."""
    heads = {
        (each.kind, each.key[0]): each.table
        for each in changes
        if each.table not in KEYS and each.table not in _MENTIONS
    }
    for each in changes:
        named = (each.value(column) for column in _MENTIONS.get(each.table, ()))
        head = next((code for code in named if (each.kind, code) in heads), None)
        if head is None or each.kind == "changed":
            yield each
        else:
            yield replace(each, follows=(heads[each.kind, head], head))
