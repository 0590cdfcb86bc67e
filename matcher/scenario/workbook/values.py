"""What stands in a cell for a value, so that it is read back as the same value."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from matcher.language import Language

Content: TypeAlias = str | int | date | None

_GREGORIAN = date(1900, 3, 1)
"""Spreadsheet programs count a day before it, 1900-02-29, that never was."""

_DIGITS = 10**15
"""Numbers from here on lose digits in a cell."""


def content_of(value: object, language: Language) -> Content:  # noqa: PLR0911 -- one for each kind of value
    """
    Return what stands in a cell for a value.

    Parameters
    ----------
    value
        The value of a field.
    language
        The language of the workbook.
    """
    match value:
        case None | "" | ():
            return None
        case bool():
            return _truth(value=value, language=language)
        case StrEnum():
            return label(value, language)
        case int():
            return value if abs(value) < _DIGITS else str(value)
        case date():
            return value if value >= _GREGORIAN else value.isoformat()
        case tuple():
            return "；".join(str(content_of(item, language)) for item in value)
        case _:
            return str(value)


def _truth(*, value: bool, language: Language) -> str:
    yes, no = ("是", "否") if language == "zh" else ("yes", "no")
    return yes if value else no
