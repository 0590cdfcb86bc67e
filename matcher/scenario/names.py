"""
Names in the place of codes: 大通县, 湟中县 or 630122 for 630106, 心内科 for YL03.04.

Whatever a row names by the code, the name or another name of one row of the table
it refers to means that row. Areas and specialties are also known by the names of
the vocabularies; a specialty that only a vocabulary knows is taken up from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from matcher.errors import Place, Problem
from matcher.scenario.base import Direction, Entity
from matcher.scenario.draft import Draft
from matcher.scenario.entities import Specialty
from matcher.scenario.faults import problem
from matcher.scenario.keys import called
from matcher.scenario.references import REFERENCES, targets
from matcher.scenario.rows import Found, Table
from matcher.scenario.spellings import spelt
from matcher.vocabulary import SPECIALTIES, fold, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.vocabulary import Entry

_VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "areas": ("areas",),
    "specialties": tuple(SPECIALTIES),
}
"""The vocabularies that know further names of the rows of a table."""


def with_codes(draft: Draft, problems: list[Problem]) -> Draft:
    """
    Return the draft with codes in the place of names.

    Parameters
    ----------
    draft
        The tables as far as they could be read.
    problems
        A name that several rows have is added here; what nobody knows stays as it
        is, and is told where references are checked.
    """
    register = _Register(draft, problems)
    tables = dict(draft.tables)
    for (table, column), into in REFERENCES.items():
        tables[table] = _resolved(tables[table], column, into, register)
    for table in ("preferences", "locks"):
        tables[table] = _aimed(tables[table], register)
    if register.taken_up:
        known = tables["specialties"]
        found = (*known.found, *register.taken_up.values())
        tables["specialties"] = replace(known, found=found, more=len(register.taken_up))
    return replace(draft, tables=tables, told=frozenset(register.told))


def _resolved(
    table: Table[Any], column: str, into: tuple[str, ...], register: _Register
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


def _aimed(table: Table[Any], register: _Register) -> Table[Any]:
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


@dataclass
class _Register:
    """What every name means, gathered while names are looked up."""

    draft: Draft
    problems: list[Problem]
    taken_up: dict[str, Found[Specialty]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    _known: dict[tuple[str, ...], frozenset[str] | None] = field(default_factory=dict)
    _names: dict[str, Mapping[str, set[str]]] = field(default_factory=dict)

    def codes(
        self, found: Found[Entity], column: str, into: tuple[str, ...]
    ) -> str | tuple[str, ...]:
        """Return the value of a column with codes in the place of names."""
        value = getattr(found.entity, column)
        if isinstance(value, tuple):
            return tuple(self._code(each, found, column, into) for each in value)
        return self._code(value, found, column, into)

    def _code(
        self, text: str, found: Found[Entity], column: str, into: tuple[str, ...]
    ) -> str:
        if not text or text in (self.known(into) or ()):
            return text
        if column == "consents" and fold(text) in spelt(Direction):
            return str(spelt(Direction)[fold(text)])
        meant = {code for table in into for code in self._meant(text, table)}
        if len(meant) == 1:
            return meant.pop()
        if meant:
            place = found.row.place(column)
            self._tell(text, place, sorted(meant))
        elif "specialties" in into:
            return self._take_up(text, found, column)
        return text

    def known(self, into: tuple[str, ...]) -> frozenset[str] | None:
        """Return the codes of tables, or None where not all are known."""
        if into not in self._known:
            codes = [self.draft.codes[table] for table in into]
            every = [each for each in codes if each is not None]
            whole = len(every) == len(codes)
            self._known[into] = frozenset().union(*every) if whole else None
        return self._known[into]

    def _meant(self, text: str, table: str) -> set[str]:
        names = self._names.get(table)
        if names is None:
            names = self._names[table] = _names_of(self.draft.tables[table])
        meant = set(names.get(fold(text), ()))
        if not meant:
            for entry in named(text, _VOCABULARIES.get(table, ("",))):
                meant |= self._like(entry, names)
        return meant or self._removed(text, table)

    def _removed(self, text: str, table: str) -> set[str]:
        """Return the removed codes that a name means: nothing is taken up for them."""
        entries = named(text, _VOCABULARIES.get(table, ("",)))
        texts = {fold(text), *(fold(each.code) for each in entries)}
        return {
            code
            for code, row in self.draft.removed.get(table, {}).items()
            if row.under
            for name in (code, row.under.cells.get("name", ""))
            if fold(name) in texts
        }

    def _like(self, entry: Entry, names: Mapping[str, set[str]]) -> set[str]:
        """Return the rows that have a name in common with an entry."""
        meant: set[str] = set()
        for text in (entry.code, *entry.old_codes, entry.name, *entry.aliases):
            meant |= names.get(fold(text), set())
        return meant

    def _tell(self, text: str, place: Place, meant: list[str]) -> None:
        self.told.add(text)
        codes = ", ".join(meant)
        self.problems.append(problem("E310", place, value=text, meant=codes))

    def _take_up(self, text: str, found: Found[Entity], column: str) -> str:
        """Return the code of a specialty of a vocabulary, which is then a row too."""
        entries = named(text, SPECIALTIES)
        if len(entries) > 1:
            place = found.row.place(column)
            self._tell(text, place, [f"{each.code} {each.name}" for each in entries])
        if len(entries) != 1:
            return text
        self._add(entries[0], found)
        return entries[0].code

    def _add(self, entry: Entry, found: Found[Entity]) -> None:
        if entry.code in self.taken_up:
            return
        family = ""
        for parent in named(entry.parent, (entry.vocabulary,)) if entry.parent else ():
            own = self._like(parent, self._names["specialties"])
            family = min(own, default=parent.code)
            if not own:
                self._add(parent, found)
        row = Specialty(
            id=entry.code,
            name=entry.name,
            name_en=entry.name_en,
            family=family,
            sector=entry.sector,
        )
        self.taken_up[entry.code] = Found(found.row, row)


def _names_of(table: Table[Any]) -> Mapping[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in table.form.rows:
        # A row that cannot be read is still there under its name.
        for column in ("id", "name", "name_en"):
            if text := row.cells.get(column):
                names[fold(text)].add(row.cells.get("id", ""))
    for found in table.found:
        for text in called(found.entity):
            names[fold(text)].add(found.entity.id)
    return names
