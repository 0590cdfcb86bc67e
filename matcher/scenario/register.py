"""What every name means: a row, or an entry of a vocabulary taken up as a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matcher.errors import Place, Problem
from matcher.scenario.base import Direction, Entity
from matcher.scenario.draft import Draft
from matcher.scenario.entities import Specialty
from matcher.scenario.faults import problem
from matcher.scenario.keys import called
from matcher.scenario.rows import Found, Table
from matcher.scenario.spellings import spelt
from matcher.vocabulary import SPECIALTIES, fold, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.vocabulary import Entry

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "areas": ("areas",),
    "specialties": tuple(SPECIALTIES),
}
"""The vocabularies that know further names of the rows of a table."""


@dataclass
class Register:
    """
    What every name means, gathered while names are looked up.

    Parameters
    ----------
    draft
        The tables as far as they could be read.
    problems
        A name of which it is not certain what it means is added here.
    taken_up
        The specialties that only a vocabulary knows, by their codes.
    told
        The names that are among the problems.
    clashes
        Codes of a vocabulary that a row has for something else, as a problem says.
    """

    draft: Draft
    problems: list[Problem]
    taken_up: dict[str, Found[Specialty]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    clashes: set[str] = field(default_factory=set)
    _known: dict[tuple[str, ...], frozenset[str] | None] = field(default_factory=dict)
    _names: dict[str, Mapping[str, set[str]]] = field(default_factory=dict)

    def codes(
        self, found: Found[Entity], column: str, into: tuple[str, ...]
    ) -> str | tuple[str, ...]:
        """
        Return the value of a column with codes in the place of names.

        Parameters
        ----------
        found
            The row.
        column
            Its column.
        into
            The tables in which the codes may stand.
        """
        value = getattr(found.entity, column)
        if isinstance(value, tuple):
            return tuple(self._code(each, found, column, into) for each in value)
        return self._code(value, found, column, into)

    def known(self, into: tuple[str, ...]) -> frozenset[str] | None:
        """Return the codes of tables, or None where not all are known."""
        if into not in self._known:
            codes = [self.draft.codes[table] for table in into]
            every = [each for each in codes if each is not None]
            whole = len(every) == len(codes)
            self._known[into] = frozenset().union(*every) if whole else None
        return self._known[into]

    def _code(
        self, text: str, found: Found[Entity], column: str, into: tuple[str, ...]
    ) -> str:
        if not text or text in (self.known(into) or ()):
            return text
        if column == "consents" and fold(text) in spelt(Direction):
            return str(spelt(Direction)[fold(text)])
        meant = {code for table in into for code in self._rows(text, table)}
        entries = () if meant else self._entries(text, into)
        place = found.row.place(column)
        if len(meant) > 1 or len(entries) > 1:
            told = sorted(meant) or [f"{each.code} {each.name}" for each in entries]
            self._tell("E310", text, place, meant=", ".join(told))
            return text
        for entry in entries:
            meant = self._like(entry)
            if len(meant) > 1:
                self._tell("E310", text, place, meant=", ".join(sorted(meant)))
            elif (
                not meant
                and entry.vocabulary in SPECIALTIES
                and not self._removed(text, into)
            ):
                return self._take_up(entry, text, found, column)
        meant = meant or self._removed(text, into)
        return meant.pop() if len(meant) == 1 else text

    def _rows(self, text: str, table: str) -> set[str]:
        """Return the codes of the rows that have a name."""
        return self._named(table).get(fold(text), set())

    def _named(self, table: str) -> Mapping[str, set[str]]:
        if table not in self._names:
            self._names[table] = _names_of(self.draft.tables[table])
        return self._names[table]

    def _entries(self, text: str, into: tuple[str, ...]) -> tuple[Entry, ...]:
        slugs = [slug for table in into for slug in VOCABULARIES.get(table, ())]
        return named(text, slugs)

    def _removed(self, text: str, into: tuple[str, ...]) -> set[str]:
        """Return the removed codes that a name means: nothing is taken up for them."""
        texts = {fold(text), *(fold(each.code) for each in self._entries(text, into))}
        return {
            code
            for table in into
            for code, row in self.draft.removed.get(table, {}).items()
            if row.under
            for name in (code, row.under.cells.get("name", ""))
            if fold(name) in texts
        }

    def _like(self, entry: Entry) -> set[str]:
        """
        Return the rows that an entry means: those that have a name of it.

        A name that other entries have too says nothing, unless the row has the
        entry's code as well; the code alone says nothing at all.
        """
        table = "areas" if entry.vocabulary == "areas" else "specialties"
        rows = self._named(table)
        alone: set[str] = set()
        shared: set[str] = set()
        for text in names_of(entry):
            sure = named(text, VOCABULARIES[table]) == (entry,)
            (alone if sure else shared).update(rows.get(fold(text), ()))
        codes = {fold(each) for each in (entry.code, *entry.old_codes)}
        return alone | {each for each in shared if fold(each) in codes}

    def _tell(self, fault: str, text: str, place: Place, **facts: str) -> None:
        self.told.add(text)
        self.problems.append(problem(fault, place, near=(), value=text, **facts))

    def _take_up(
        self, entry: Entry, text: str, found: Found[Entity], column: str
    ) -> str:
        """Return the code of an entry, which is then a specialty too, or the text."""
        place = found.row.place(column)
        parents = named(entry.parent, (entry.vocabulary,)) if entry.parent else ()
        own = {code for parent in parents for code in self._like(parent)}
        new = (entry, *(() if own else parents))
        for each in new:
            if each.code in (self.known(("specialties",)) or ()):
                self.clashes.add(each.code)
                self._tell("E317", text, place, other=each.code, meant=each.name)
                return text
        if len(own) > 1:
            name, meant = parents[0].name, ", ".join(sorted(own))
            self._tell("E318", text, place, family=name, meant=meant)
            return text
        family = own.pop() if own else entry.parent
        for each in new:
            above = family if each is entry else ""
            self.taken_up.setdefault(each.code, Found(found.row, _row(each, above)))
        return entry.code


def names_of(entry: Entry) -> Iterator[str]:
    """Yield every text that means an entry, but for its codes."""
    yield from filter(None, (entry.name, entry.name_en, *entry.aliases))


def _row(entry: Entry, family: str) -> Specialty:
    return Specialty(
        id=entry.code,
        name=entry.name,
        name_en=entry.name_en,
        family=family,
        sector=entry.sector,
    )


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
