"""How a value changed, in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.words import Words
from matcher.rulebook import GOALS
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TRUTH = {"zh": ("否", "是"), "en": ("no", "yes")}

_NAMED = (
    *("unit", "area", "programme", "specialty", "specialties", "family", "subject"),
    *("subjects", "consents", "consent_areas", "avoid", "past_hosts", "areas"),
    *("release_areas", "host_areas", "target", "housing", "phase", "studio", "need"),
    *("successor_unit", "first", "second", "programmes", "after"),
)
"""Columns of codes whose names help the reader."""

_ANY = (
    *("areas", "sectors", "consent_areas", "release_areas", "release_kinds"),
    *("host_areas", "host_kinds", "kinds", "programmes", "subjects", "slots", "rooms"),
)
"""Lists that leave everything open where they are blank."""

_LATER = mark("{days} day(s) later")
_EARLIER = mark("{days} day(s) earlier")


@dataclass(frozen=True)
class Wording:
    """
    The words for one value before and after.

    Parameters
    ----------
    before
        The words for the first scenario.
    after
        The words for the second one, in the same language.
    """

    before: Words
    after: Words

    @property
    def _zh(self) -> bool:
        return self.after.language == "zh"

    def remarked(self, text: str, remark: str) -> str:
        """Return a text with a remark in brackets, unless it says nothing more."""
        if not remark or remark == text:
            return text
        return f"{text}（{remark}）" if self._zh else f"{text} ({remark})"

    def joined(self, parts: Iterable[str]) -> str:
        """Return what happened to several columns in one line."""
        return ("；" if self._zh else "; ").join(parts)

    def name(self, code: str) -> str:
        """Return the name and code of whatever has the code, else the code."""
        for words in (self.after, self.before):
            specialty = words.specialty(code)
            named = words.phrase(specialty) if specialty.code else words.anything(code)
            if named not in {code, f"{code} {code}"}:
                return named
        return code

    def what(self, column: str, before: object, after: object) -> str:
        """Return what happened to the value in a column."""
        if isinstance(before, tuple) and isinstance(after, tuple):
            return self._list(column, before, after)
        if column == "seed":
            # Its digits are a name: it is not more or less than another one.
            return f"{before} → {after}"
        told = f"{self._value(column, before)} → {self._value(column, after)}"
        return self.remarked(told, self._shift(before, after))

    def _list(
        self, column: str, before: tuple[object, ...], after: tuple[object, ...]
    ) -> str:
        if column == "goals" and before and after:
            return self._goals(before, after)
        come = [each for each in after if each not in before]
        gone = [each for each in before if each not in after]
        whole = (
            not (come or gone)
            # A blank list says “any”: naming some then takes away, and adds nothing.
            or not (before and after)
            or column == "specialties"
            # Of the settings, only the goals are a list of things that come and go.
            or "." in column
        )
        if whole:
            return f"{self._items(column, before)} → {self._items(column, after)}"
        say, parts = self.after.say, []
        if come:
            parts.append(say(mark("adds {items}"), items=self._items(column, come)))
        if gone:
            parts.append(say(mark("drops {items}"), items=self._items(column, gone)))
        return self._clauses(parts)

    def _goals(self, before: Sequence[object], after: Sequence[object]) -> str:
        """Return which goals came, went, and stand in another order, by their rank."""
        say, parts = self.after.say, []
        for goal in after:
            facts = {"goal": self._value("goals", goal), "rank": after.index(goal) + 1}
            if goal not in before:
                parts.append(say(mark("adds {goal} as number {rank}"), **facts))
            elif goal in _moved(before, after):
                text = mark("moves {goal} from number {old} to {rank}")
                parts.append(say(text, old=before.index(goal) + 1, **facts))
        gone = [each for each in before if each not in after]
        if gone:
            parts.append(say(mark("drops {items}"), items=self._items("goals", gone)))
        return self._clauses(parts)

    def _clauses(self, parts: Iterable[str]) -> str:
        return ("，" if self._zh else ", ").join(parts)

    def _items(self, column: str, items: Iterable[object]) -> str:
        listed = self.after.listed(
            # Commas part the numbers of a list, so that they have none of their own.
            str(each) if isinstance(each, int) else self._value(column, each)
            for each in items
        )
        if column in _ANY and not listed:
            return self.after.say(mark("any"))
        return listed or self._value(column, None)

    def _shift(self, before: object, after: object) -> str:
        """Return how far a number or a day moved, if it is one."""
        if isinstance(before, bool) or isinstance(after, bool):
            return ""
        if isinstance(before, int) and isinstance(after, int):
            return f"{after - before:+,}".replace("-", "−")
        if isinstance(before, date) and isinstance(after, date):
            days = (after - before).days
            return self.after.say(_LATER if days > 0 else _EARLIER, days=abs(days))
        return ""

    def _value(self, column: str, value: object) -> str:
        if value is None or value == "":
            return self.after.say(mark("blank"))
        if isinstance(value, bool):
            return _TRUTH[self.after.language][value]
        if isinstance(value, int):
            return f"{value:,}"
        return self._word(column, value)

    def _word(self, column: str, value: object) -> str:
        """Return what people call a word or a day."""
        if isinstance(value, StrEnum):
            return label(value, self.after.language)
        # In English the words of scenario.yaml are words that people know.
        if self._zh and ".parameters." in column:
            return self.after.value(str(value))
        if column == "goals" and value in GOALS:
            return self.after.entry(GOALS[str(value)].title)
        return self.name(str(value)) if column in _NAMED else str(value)


def _moved(before: Sequence[object], after: Sequence[object]) -> list[object]:
    """Return what must be moved to bring what both lists have into the new order."""
    old = [each for each in before if each in after]
    new = [each for each in after if each in before]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    still = [each for block in blocks for each in old[block.a : block.a + block.size]]
    return [each for each in new if each not in still]
