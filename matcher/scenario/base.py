"""The base of every entity, with the kinds of value that several tables share."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from matcher.scenario.kinds import (
    City,
    Counting,
    DecisionKind,
    Direction,
    Effect,
    Health,
    Kind,
    Learners,
    LockKind,
    Match,
    Mode,
    Sex,
    Side,
)
from matcher.scenario.support_kinds import Anchor, Evidence, Recipient

__all__ = [
    "SEPARATORS",
    "Anchor",
    "City",
    "Count",
    "Counting",
    "DecisionKind",
    "Direction",
    "Effect",
    "Entity",
    "Evidence",
    "Health",
    "Id",
    "Kind",
    "Learners",
    "Level",
    "LockKind",
    "Match",
    "Mode",
    "Positive",
    "Recipient",
    "Sex",
    "Side",
]

Id = Annotated[str, Field(min_length=1)]
Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]

SEPARATORS = frozenset("；;、|,，")
"""Characters that part the items of a list in a cell, or look as if they did."""

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)


class Entity(BaseModel):
    """
    A frozen row: unknown fields are errors.

    Text loses the blanks around it. What a file could not hold is refused:
    characters that nobody sees, and items of a list that a separator would split.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=False,
        str_strip_whitespace=True,
    )

    @field_validator("*")
    @classmethod
    def _can_be_written(cls, value: object) -> object:
        if isinstance(value, str):
            _seen(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, str):
                    _whole(_seen(item))
        return value


def _seen(text: str) -> str:
    # Asked of every cell: what can be printed needs no search.
    if text.isprintable():
        return text
    if found := _INVISIBLE.search(text):
        raise PydanticCustomError(
            "invisible_character",
            "holds the invisible character {character}",
            {"character": f"U+{ord(found.group()):04X}"},
        )
    return text


def _whole(item: str) -> None:
    if not item or not SEPARATORS.isdisjoint(item):
        raise PydanticCustomError(
            "list_item", "an item of a list is blank or holds a separator"
        )
