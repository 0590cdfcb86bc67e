"""How facts are printed: names with their codes and words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import LANGUAGES, Language, translate
from matcher.rulebook import Text
from matcher.scenario.base import City, Direction, LockKind, Sex
from matcher.scenario.conditions import Housing
from matcher.scenario.entities import Area, Programme, Specialty, Team, Unit
from matcher.scenario.spellings import label
from matcher.scenario.undertakings import Care, Phase, Studio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

Fact = Text | str | int
Named = Area | Care | Housing | Phase | Programme | Specialty | Studio | Team | Unit

_ENGLISH: Mapping[StrEnum, str] = {
    City.XINING: "Xining",
    City.NANJING: "Nanjing",
    Direction.TO_XINING: "to Xining",
    Direction.TO_NANJING: "to Nanjing",
    Sex.FEMALE: "women",
    Sex.MALE: "men",
    LockKind.PIN: "pinned need",
    LockKind.PIN_HOST: "pinned host",
    LockKind.PIN_DATES: "pinned dates",
    LockKind.FORBID: "forbidden",
    LockKind.DISPATCHED: "dispatched",
}


def plain(fact: Fact, language: Language) -> str:
    """Return the fact as it is printed in the language."""
    return fact.in_language(language) if isinstance(fact, Text) else str(fact)


def phrase(text: str, **facts: Fact) -> Text:
    """
    Return a marked text in both languages.

    Parameters
    ----------
    text
        English text with named placeholders, marked.
    facts
        The value of each placeholder, by its name.
    """
    both: dict[Language, str] = {}
    for language in LANGUAGES:
        values = {name: plain(fact, language) for name, fact in facts.items()}
        both[language] = translate(text, language, **values)
    return Text(**both)


def word(value: StrEnum) -> Text:
    """Return the word for a value that planners write as a code."""
    return Text(en=_ENGLISH[value], zh=label(value, "zh"))


def named(row: Named) -> Text:
    """Return the row's name with its code."""
    english = row.name if isinstance(row, Team) else row.name_en or row.name
    if row.id == english == row.name:
        return Text(en=row.id, zh=row.id)
    return Text(en=f"{english} ({row.id})", zh=f"{row.name}（{row.id}）")


def joined(facts: Iterable[Fact]) -> Text:
    """Return several facts as one list."""
    listed = tuple(facts)
    return Text(
        en=", ".join(plain(fact, "en") for fact in listed),
        zh="、".join(plain(fact, "zh") for fact in listed),
    )
