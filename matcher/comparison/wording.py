"""How a value changed, in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.comparison.changes import SEQUENCES
from matcher.language import mark
from matcher.report.words import Words
from matcher.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Iterable

_TRUTH = {"zh": ("否", "是"), "en": ("no", "yes")}

_NAMED = (
    *("unit", "area", "programme", "specialty", "specialties", "family", "subject"),
    *("subjects", "consents", "consent_areas", "avoid", "past_hosts", "areas"),
    *("release_areas", "host_areas", "target", "housing", "phase", "studio", "need"),
    *("successor_unit", "first", "second", "programmes", "after"),
)
"""Columns of codes whose names help the reader."""

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
        told = f"{self._value(column, before)} → {self._value(column, after)}"
        return self.remarked(told, self._shift(before, after))

    def _list(
        self, column: str, before: tuple[object, ...], after: tuple[object, ...]
    ) -> str:
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
        if column in SEQUENCES and _kept(before, after) != _kept(after, before):
            ordered = self._items(column, after)
            parts.append(say(mark("now in the order {items}"), items=ordered))
        return ("，" if self._zh else ", ").join(parts)

    def _items(self, column: str, items: Iterable[object]) -> str:
        listed = self.after.listed(self._value(column, each) for each in items)
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
        if column == "goals" and value in GOALS:
            return self.after.entry(GOALS[str(value)].title)
        return self.name(str(value)) if column in _NAMED else str(value)


def _kept(items: tuple[object, ...], others: tuple[object, ...]) -> list[object]:
    """Return the items that are also among the others, in their order."""
    return [each for each in items if each in others]
