"""Changes of a scenario as a planner would say them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.comparison.changes import CellChange, Change, Kind, counts
from matcher.comparison.wording import Wording
from matcher.language import mark
from matcher.rulebook import GOALS, RULES
from matcher.scenario.contents import TABLES, TITLES
from matcher.scenario.keys import keys
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.report.words import Words

_COUNTS: Mapping[Kind, str] = {
    "added": mark("{count} added"),
    "removed": mark("{count} removed"),
    "changed": mark("{count} changed"),
}


class Sentences:
    """
    The words for changes between two scenarios.

    Parameters
    ----------
    before
        The words for the first scenario.
    after
        The words for the second one, in the same language.
    """

    def __init__(self, before: Words, after: Words) -> None:
        self.before = before
        self.after = after

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.before, self.after)

    def groups(self, changes: Sequence[Change]) -> Iterator[tuple[str, list[str]]]:
        """Yield the title of each table with its sentences, in the order of work."""
        followers: Counter[tuple[tuple[str, str], str]] = Counter(
            (each.follows, each.table) for each in changes if each.follows
        )
        for table in ("", *TABLES):
            lines = [
                self._sentence(each) + self._trailing(each, followers)
                for each in changes
                if each.table == table and each.follows is None
            ]
            if lines:
                yield self.table(table), lines

    def table(self, table: str) -> str:
        """Return the name of a table; of the settings, for a blank name."""
        if not table:
            return self.after.say(mark("settings"))
        return self.after.either(TITLES[table], table)

    def total(self, changes: Iterable[Change]) -> str:
        """Return in one line how many rows came, went and changed."""
        say, listed = self.after.say, self.after.listed
        parts = []
        for table, kinds in counts(changes).items():
            told = [say(_COUNTS[kind], count=n) for kind, n in kinds.items() if n]
            parts.append(self._wording.remarked(self.table(table), listed(told)))
        return listed(parts)

    def _sentence(self, change: Change) -> str:
        row, table = self._row(change), self.table(change.table)
        if change.kind == "added":
            return self.after.say(mark("{row} added to {table}"), row=row, table=table)
        if change.kind == "removed":
            text = mark("{row} removed from {table}")
            return self.after.say(text, row=row, table=table)
        told = self._wording.joined(self._cell(change, each) for each in change.cells)
        return self.after.say(mark("{row}: {changes}"), row=row, changes=told)

    def _trailing(
        self, change: Change, followers: Counter[tuple[tuple[str, str], str]]
    ) -> str:
        """Return which statements came or went with a row."""
        told = [
            f"{self.table(table)} {count}"
            for (head, table), count in followers.items()
            if head == (change.table, change.key[0])
        ]
        if not told or change.kind == "changed":
            return ""
        text = (
            mark("; with it: {listed}")
            if change.kind == "added"
            else mark("; gone with it: {listed}")
        )
        return self.after.say(text, listed=self.after.listed(told))

    def _row(self, change: Change) -> str:
        """Return how people know the row: its code and a name, or its key."""
        words = self.before if change.kind == "removed" else self.after
        code, *others = change.key
        if not change.table:
            return self._setting(code)
        if change.table == "preferences":
            pair = [self._wording.name(each) for each in others]
            return " → ".join(pair if code == "person" else reversed(pair))
        if others:
            known = zip(keys(change.table), change.key, strict=True)
            return " · ".join(self._part(change.table, *each) for each in known)
        return self._wording.remarked(code, _remark(words, change.table, code))

    def _part(self, table: str, column: str, text: str) -> str:
        """Return how people know what stands in one column of a key."""
        kind = TABLES[table].model_fields[column].annotation
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return label(kind(text), self.after.language)
        return self._wording.name(text)

    def _setting(self, path: str) -> str:
        """Return the name of a rule or goal with its path, or the path alone."""
        section, _, rest = path.partition(".")
        slug = rest.partition(".")[0]
        entry = RULES.get(slug) if section == "rules" else GOALS.get(slug)
        if entry is None:
            return path
        return self._wording.remarked(self.after.entry(entry.title), path)

    def _cell(self, change: Change, cell: CellChange) -> str:
        """Return what happened to one value, with the name of its column."""
        if not cell.column:
            return self._wording.what(change.key[0], cell.before, cell.after)
        field = TABLES[change.table].model_fields[cell.column]
        name = self.after.either(field.title or cell.column, cell.column)
        return f"{name} {self._wording.what(cell.column, cell.before, cell.after)}"


def _remark(words: Words, table: str, code: str) -> str:
    """Return what tells people which row has the code."""
    if table == "people":
        return words.home(code).text
    # A leaver is known by the need that is served in succession to it.
    if table in {"needs", "leavers"}:
        return words.listed((words.need(code).text, words.host(code).text))
    rows = {row.id: row for row in getattr(words.scenario, table)}
    row = rows.get(code)
    name = getattr(row, "name", "") or getattr(row, "title", "")
    english = getattr(row, "name_en", "") or getattr(row, "title_en", "")
    return words.either(name, english)
