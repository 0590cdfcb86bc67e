"""What the sheets of a workbook are called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from matcher.scenario.contents import TABLES, TITLES
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.language import Language

SETTINGS = "settings"
"""The sheet of the settings, as if it were a table."""

SPECIAL: Mapping[str, Mapping[Language, str]] = {
    SETTINGS: {"zh": "设置", "en": "settings"},
    "guide": {"zh": "说明", "en": "guide"},
    "lists": {"zh": "清单", "en": "lists"},
    "problems": {"zh": "问题清单", "en": "problems"},
}
"""The sheets that are no tables, in both languages."""

UNREAD = frozenset(
    title
    for name, titles in SPECIAL.items()
    for title in titles.values()
    if name != SETTINGS
)
"""Sheets of ours that are never read."""


def title_of(name: str, language: Language) -> str:
    """
    Return what the sheet of a table is called.

    Parameters
    ----------
    name
        Name of the table, or of a special sheet.
    language
        The language of the workbook.
    """
    if name in SPECIAL:
        return SPECIAL[name][language]
    return TITLES[name] if language == "zh" else name


def name_of(title: str) -> str:
    """
    Return the table, or ``settings``, that a sheet means, "" for neither.

    Parameters
    ----------
    title
        The sheet's title; blanks, case and traditional characters make no difference.
    """
    return _names().get(_plain(title), "")


def titles() -> tuple[str, ...]:
    """Return every right name of a sheet that is read."""
    return (*SPECIAL[SETTINGS].values(), *TITLES.values(), *TABLES)


def reference(title: str) -> str:
    """Return the title as formulas and hyperlinks name the sheet."""
    return "'" + title.replace("'", "''") + "'"


def _plain(title: str) -> str:
    return "".join(fold(title).split())


@cache
def _names() -> Mapping[str, str]:
    named = dict.fromkeys(SPECIAL[SETTINGS].values(), SETTINGS)
    named |= {title: name for name, title in TITLES.items()}
    named |= {name: name for name in TABLES}
    return {_plain(title): name for title, name in named.items()}
