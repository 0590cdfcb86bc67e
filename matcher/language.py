"""
Which language the reader wants, and the words in it.

English texts stand in the code and are the keys of the catalogue
``locale/zh_CN``. The rulebook is the exception: its sentences stand side by side
in both languages, because rule and wording must be reviewed together.
"""

from __future__ import annotations

import gettext
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")

TRADITIONAL = "zh-Hant"
"""What ``--lang`` says for Chinese in traditional characters."""

_SHAPES = {"hant", "tw", "hk", "mo"}
"""Parts of a language's name that ask for traditional characters."""

LOCALE_DIR = Path(__file__).parent / "locale"


def mark(text: str) -> str:
    """Return the text unchanged; the name tells the catalogue to collect it."""
    return text


@dataclass(frozen=True)
class Names:
    """
    Names that a message lists in the reader's language.

    Parameters
    ----------
    zh
        Their Chinese spellings.
    en
        Their English spellings.
    """

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def in_language(self, language: Language) -> str:
        """Return them as one text."""
        return "、".join(self.zh) if language == "zh" else ", ".join(self.en)

    def __bool__(self) -> bool:
        return bool(self.en)

    def __str__(self) -> str:
        return self.in_language("en")


_characters = {"traditional": False}


def write_traditional(wish: str) -> None:
    """
    Write our Chinese words in the characters of a wish; what planners wrote stays.

    Parameters
    ----------
    wish
        A language as ``--lang`` or the locale names it: zh-Hant, zh_TW, zh_HK.
    """
    tags = re.split(r"[-_.@:]", wish.lower())
    _characters["traditional"] = tags[0] == "zh" and not _SHAPES.isdisjoint(tags)


def is_traditional() -> bool:
    """Return whether our Chinese words are written in traditional characters."""
    return _characters["traditional"]


def folder_of(language: Language) -> str:
    """Return the folder of a language's catalogue."""
    if language == "zh":
        return "zh_TW" if _characters["traditional"] else "zh_CN"
    return "en"


def in_characters(wording: str) -> str:
    """Return one of our Chinese wordings in the characters that are asked for."""
    return _wordings().get(wording, wording) if _characters["traditional"] else wording


@cache
def _wordings() -> dict[str, str]:
    path = LOCALE_DIR / "zh_TW" / "wordings.json"
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def _catalogue(folder: str) -> gettext.NullTranslations:
    return gettext.translation("matcher", LOCALE_DIR, [folder], fallback=True)


def translate(text: str, language: Language, **facts: object) -> str:
    """
    Return the text in the language, its placeholders filled with the facts.

    Parameters
    ----------
    text
        English text with named placeholders, marked with :func:`mark`.
    language
        The language of the result; a text that the catalogue lacks stays English.
    facts
        The value of each placeholder, by its name; names are put into the language.
    """
    wording = _catalogue(folder_of(language)).gettext(text) if text else ""
    if not facts:
        return wording
    said = {
        name: fact.in_language(language) if isinstance(fact, Names) else fact
        for name, fact in facts.items()
    }
    return wording.format(**said)


def wish_of(asked: str | None = None) -> str:
    """
    Return the language that is wished for: asked for, MATCHER_LANG, or the locale's.

    Parameters
    ----------
    asked
        What ``--lang`` said, if anything.
    """
    names = ("MATCHER_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wishes = (asked, *(os.environ.get(name) for name in names))
    return next(filter(None, wishes), "")


def preferred(asked: str | None = None) -> Language:
    """Return the language to speak, English unless Chinese is wished for."""
    return "zh" if wish_of(asked).lower().startswith("zh") else "en"


def natural(code: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts P2 before P10."""
    parts = re.findall(r"\d+|\D+", code)
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
