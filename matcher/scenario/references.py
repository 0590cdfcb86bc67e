"""Whether codes are unique and whatever a row names is there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matcher.language import mark
from matcher.scenario.base import Direction, LockKind, Side
from matcher.scenario.conditions import Lock, Preference
from matcher.scenario.entities import Need, Pairing, Programme, Specialty
from matcher.scenario.faults import problem
from matcher.scenario.keys import called, key_of, keys
from matcher.vocabulary import SPECIALTIES, named, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found
    from matcher.scenario.tables import Row

REFERENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("pairings", "first"): ("areas", "units"),
    ("pairings", "second"): ("areas", "units"),
    ("specialties", "family"): ("specialties",),
    ("units", "area"): ("areas",),
    ("units", "housing"): ("housing",),
    ("departments", "unit"): ("units",),
    ("people", "unit"): ("units",),
    ("people", "specialties"): ("specialties",),
    ("people", "consents"): ("programmes",),
    ("people", "consent_areas"): ("areas",),
    ("people", "avoid"): ("areas", "units"),
    ("people", "past_hosts"): ("units",),
    ("commitments", "person"): ("people",),
    ("programmes", "release_areas"): ("areas",),
    ("programmes", "host_areas"): ("areas",),
    ("needs", "programme"): ("programmes",),
    ("needs", "unit"): ("units",),
    ("needs", "specialty"): ("specialties",),
    ("needs", "team"): ("teams",),
    ("needs", "phase"): ("phases",),
    ("needs", "studio"): ("studios",),
    ("needs", "successor_unit"): ("units",),
    ("housing", "area"): ("areas",),
    ("calendar", "areas"): ("areas",),
    ("preferences", "person"): ("people",),
    ("ratings", "person"): ("people",),
    ("ratings", "need"): ("needs",),
    ("locks", "person"): ("people",),
    ("leavers", "need"): ("needs",),
    ("phases", "after"): ("phases",),
    ("studios", "unit"): ("units",),
    ("studios", "members"): ("people",),
    ("rooms", "programme"): ("programmes",),
    ("slots", "programme"): ("programmes",),
    ("sessions", "programme"): ("programmes",),
    ("sessions", "specialty"): ("specialties",),
    ("sessions", "subjects"): ("specialties",),
    ("sessions", "slots"): ("slots",),
    ("sessions", "rooms"): ("rooms",),
    ("delegations", "programme"): ("programmes",),
    ("delegations", "subject"): ("specialties",),
    ("leaders", "areas"): ("areas",),
    ("care", "programmes"): ("programmes",),
}
"""For each column that names codes, the tables in which they may stand."""

WISHED = {
    Side.PERSON: ("needs", "units", "areas"),
    Side.HOST: ("needs", "units"),
}
"""The tables in which the target of a wish may stand."""

LOCKED: dict[LockKind, tuple[str, ...]] = {
    LockKind.PIN: ("needs",),
    LockKind.PIN_HOST: ("units",),
    LockKind.PIN_DATES: (),
    LockKind.FORBID: ("needs", "units"),
    LockKind.DISPATCHED: ("needs",),
}
"""The tables in which the target of a lock may stand."""

_REPEATED = ("pairings", "commitments", "calendar", "preferences")
"""Tables in which two rows may have one key: only a row pasted twice is odd."""


def targets(row: Preference | Lock) -> tuple[str, ...]:
    """Return the tables in which the target of a wish or lock may stand."""
    # The row may be a broken one, whose side or kind could not be read.
    if isinstance(row, Preference):
        return WISHED.get(row.side, ())
    return LOCKED.get(row.kind, ())


_DIRECTIONS = frozenset(Direction)
_GATHERED = {
    "team": ("teams", "E306"),
    "phase": ("phases", "E308"),
    "studio": ("studios", "E309"),
}
"""For each column that gathers needs: the table it names, and the fault of none."""

_SHARED = ("areas", "units", "needs")
_SEARCH = mark(
    "Add it there, or correct it here; matcher vocab --search finds specialties by a "
    "part of their names."
)
_SUGGESTIONS = 20
"""Unknown codes of a column that are compared with the known ones: it takes time."""


def references(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of codes and of what names them."""
    yield from _duplicates(draft)
    yield from _shared(draft)
    yield from _unknown(draft)
    yield from _families(draft)
    yield from _mixed_pairings(draft)
    yield from _without_needs(draft)
    yield from _misnamed_programmes(draft)


def _duplicates(draft: Draft) -> Iterator[Problem]:
    for name, table in draft.tables.items():
        rows: dict[tuple[str, ...], Row] = {}
        for row in table.form.rows:
            key = key_of(name, row.cells)
            first = rows.setdefault(key, row)
            if first is row or not all(key):
                continue
            if first.cells == row.cells:
                code = "W121" if name in _REPEATED else "E121"
                yield problem(code, row.place(), first=first.line)
            elif name not in _REPEATED:
                place = row.place(keys(name)[-1])
                yield problem("E302", place, value=" ".join(key), first=first.line)


def _shared(draft: Draft) -> Iterator[Problem]:
    """Yield the codes of two tables where a target would not say which is meant."""
    for number, name in enumerate(_SHARED):
        for row in draft.tables[name].form.rows:
            code = row.cells.get("id", "")
            for other in _SHARED[:number]:
                if code and code in (draft.codes[other] or ()):
                    place = row.place("id")
                    yield problem("E303", place, value=code, table=draft.called(other))


def _unknown(draft: Draft) -> Iterator[Problem]:
    found: Counter[tuple[str, str]] = Counter()
    known_in: dict[tuple[str, ...], frozenset[str] | None] = {}
    for row, column, code, tables in _named(draft):
        if tables not in known_in:
            known_in[tables] = _codes(draft, tables)
        known = known_in[tables]
        if known is None or code in known or code in draft.told:
            continue
        place = row.place(column)
        removers = (draft.removed.get(table, {}).get(code) for table in tables)
        if remover := next((each for each in removers if each), None):
            yield problem("E313", place, value=code, by=str(remover.place()))
            continue
        found[place.file, column] += 1
        near: set[str] = set()
        if found[place.file, column] <= _SUGGESTIONS:
            near = set(known)
            near |= {name for table in tables for name in _names(draft, table)}
        if "areas" in tables:
            near = _of_one_province(code, near)
        names = draft.called(*tables)
        told = problem("E301", place, near=near, value=code, tables=names)
        if "specialties" in tables and "nearest" not in told.facts:
            told = replace(told, way_out=_SEARCH)
        yield told


def _codes(draft: Draft, tables: Iterable[str]) -> frozenset[str] | None:
    """Return the codes of several tables, or None where not all are known."""
    found: set[str] = set()
    for table in tables:
        codes = draft.codes[table]
        if codes is None:
            return None
        found |= codes
    return frozenset(found)


def _of_one_province(code: str, near: set[str]) -> set[str]:
    """Return what an unknown area may be: nothing else, if it is one that exists."""
    if named(code, ("areas",)):
        return set()
    # The first two digits are the province.
    return {each for each in near if not code.isdecimal() or each[:2] == code[:2]}


def _names(draft: Draft, table: str) -> Iterator[str]:
    """Yield every name that means a row of the table, or would add one."""
    for found in draft.tables[table].found:
        yield from called(found.entity)
    if table == "specialties":
        for slug in SPECIALTIES:
            for entry in vocabulary(slug).entries:
                yield from entry.spellings


def _named(draft: Draft) -> Iterator[tuple[Row, str, str, tuple[str, ...]]]:
    """Yield every code that some row names, and the tables in which it may stand."""
    for (name, column), tables in REFERENCES.items():
        for found in _every(draft, name):
            value = getattr(found.entity, column)
            for code in (value,) if isinstance(value, str) else value:
                direction = column == "consents" and code in _DIRECTIONS
                if code and not direction:
                    yield found.row, column, code, tables
    for name in ("preferences", "locks"):
        for found in _every(draft, name):
            tables = targets(found.entity)
            if found.entity.target and tables:
                yield found.row, "target", found.entity.target, tables


def _every(draft: Draft, name: str) -> Iterator[Found[Any]]:
    """Yield the rows of a table, with those that could be read in part only."""
    yield from draft.tables[name].found
    # What an overlay removed was not taken out of broken rows.
    if not draft.removed:
        yield from draft.tables[name].broken


def _families(draft: Draft) -> Iterator[Problem]:
    rows = draft.tables["specialties"].form.rows
    below = {row.cells.get("id", "") for row in rows if row.cells.get("family")}
    for found in draft.rows(Specialty):
        family = found.entity.family
        if family in below:
            yield problem("E304", found.row.place("family"), value=family)


def _mixed_pairings(draft: Draft) -> Iterator[Problem]:
    areas, units = (draft.codes[name] or frozenset() for name in ("areas", "units"))
    for found in draft.rows(Pairing):
        first, second = found.entity.first, found.entity.second
        for one, other in ((areas, units), (units, areas)):
            if first in one - other and second in other - one:
                place = found.row.place("second")
                yield problem("E305", place, first=first, second=second)


def _without_needs(draft: Draft) -> Iterator[Problem]:
    needs = draft.tables["needs"].form
    for column, (table, code) in _GATHERED.items():
        named = {row.cells.get(column, "") for row in needs.rows}
        named |= {getattr(each.entity, column) for each in draft.rows(Need)}
        known = needs.readable and not any(column in row.spoilt for row in needs.rows)
        for found in draft.tables[table].found if known else ():
            if found.entity.id not in named:
                yield problem(code, found.row.place("id"), value=found.entity.id)


def _misnamed_programmes(draft: Draft) -> Iterator[Problem]:
    for found in draft.rows(Programme):
        if found.entity.id in _DIRECTIONS:
            yield problem("E307", found.row.place("id"), value=found.entity.id)
