"""What the columns of a sheet are like: what may stand there and how it is shown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from matcher.scenario.contents import TABLES
from matcher.scenario.keys import keys
from matcher.scenario.references import REFERENCES
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic.fields import FieldInfo

    from matcher.language import Language

_NARROWEST, _WIDEST = 8, 42


class Sort(Enum):
    """What sort of value stands in a column."""

    TEXT = "text"
    LIST = "list"
    NUMBER = "number"
    DAY = "day"
    TRUTH = "truth"
    WORD = "word"


@dataclass(frozen=True)
class Column:
    """
    One column of a sheet.

    Parameters
    ----------
    table
        The table of the sheet.
    field
        The field of the table's entity.
    title
        The name of the column, without the mark of a required one.
    sort
        What sort of value stands in it.
    required
        Whether it must be filled in.
    key
        Whether it is part of what tells the rows apart.
    tables
        The tables whose codes it names.
    words
        The words to choose from.
    least
        The least number.
    greatest
        The greatest number.
    """

    table: str
    field: str
    title: str
    sort: Sort
    required: bool
    key: bool
    tables: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    least: int | None = None
    greatest: int | None = None

    @property
    def heading(self) -> str:
        """The name of the column as printed: a star says that it is required."""
        return self.title + ("*" if self.required else "")


def columns(table: str, language: Language) -> tuple[Column, ...]:
    """
    Return the columns of a table.

    Parameters
    ----------
    table
        Name of the table.
    language
        The language of the workbook.
    """
    return tuple(
        _column(table, name, field, language)
        for name, field in TABLES[table].model_fields.items()
    )


def _column(table: str, name: str, field: FieldInfo, language: Language) -> Column:
    plain, limits = _plain(field.annotation, list(field.metadata))
    sort = _sort(plain)
    words: tuple[str, ...] = ()
    if sort is Sort.WORD:
        words = tuple(label(member, language) for member in plain)
    elif sort is Sort.TRUTH:
        words = ("是", "否") if language == "zh" else ("yes", "no")
    return Column(
        table,
        name,
        (field.title or name) if language == "zh" else name,
        sort,
        field.is_required(),
        name in keys(table),
        REFERENCES.get((table, name), ()),
        words,
        _limit(limits, "ge"),
        _limit(limits, "le"),
    )


def _plain(annotation: Any, limits: list[object]) -> tuple[Any, list[object]]:  # noqa: ANN401 -- annotations have no common type
    """Return the type without None and notes, and the notes."""
    if get_origin(annotation) is Annotated:
        inner, *notes = get_args(annotation)
        for note in notes:
            limits += getattr(note, "metadata", [note])
        return _plain(inner, limits)
    parts = [each for each in get_args(annotation) if each is not type(None)]
    if get_origin(annotation) is not tuple and parts:
        return _plain(parts[0], limits)
    return annotation, limits


def _sort(plain: Any) -> Sort:  # noqa: ANN401 -- annotations have no common type
    if get_origin(plain) is tuple:
        return Sort.LIST
    if issubclass(plain, StrEnum):
        return Sort.WORD
    sorts = {bool: Sort.TRUTH, int: Sort.NUMBER, date: Sort.DAY}
    return sorts.get(plain, Sort.TEXT)


def _limit(limits: Iterable[object], name: str) -> int | None:
    found = (getattr(each, name, None) for each in limits)
    return next((int(each) for each in found if each is not None), None)


def width_of(heading: str, texts: Sequence[str]) -> int:
    """
    Return how wide a column must be; a Chinese character takes two places.

    Parameters
    ----------
    heading
        The name of the column.
    texts
        What stands below.
    """
    longest = max((places(text) for text in texts), default=0)
    # The arrow of the filter stands beside the name.
    needed = max(places(heading) + 3, longest + 2)
    return min(max(needed, _NARROWEST), _WIDEST)


@lru_cache(maxsize=50_000)
def places(text: str) -> int:
    """Return how many places the longest line of a text takes."""
    lines = text.split("\n")
    return max(
        sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)
        for line in lines
    )
