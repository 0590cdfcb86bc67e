"""What two spellings of one name have in common."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from matcher.vocabulary.entries import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

_DROPPED = "·•‧∙⋅・()[]{}<>〈〉《》「」『』【】〔〕〖〗\u200b\ufeff"
"""Middle dots, brackets, and blanks that nobody sees."""


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """
    Return the text without what does not matter when names are compared.

    Wide and narrow characters, upper and lower case, traditional and simplified
    ones are the same; blanks, middle dots and brackets do not count.

    Parameters
    ----------
    text
        A name as somebody wrote it.
    """
    folded = _once(text)
    # What is dropped can bring together characters that compose.
    while (again := _once(folded)) != folded:
        folded = again
    return folded


def _once(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.translate(_table()).split())


@cache
def _table() -> Mapping[int, str | None]:
    """Return what each character becomes."""
    table: dict[int, str | None] = {ord(each): None for each in _DROPPED}
    lines = (DATA / "traditional.txt").read_text(encoding="utf-8").split()
    for line in lines:
        table |= dict.fromkeys(map(ord, line[1:]), line[0])
    return table
