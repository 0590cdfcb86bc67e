"""The little Markdown that the generated pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTICE = "<!-- Generated from the code by docs/generate.py: edit the code instead. -->"


def document(*blocks: str) -> str:
    """Return the blocks as one text, separated by blank lines, after the notice."""
    return "\n\n".join([NOTICE, *(block.strip("\n") for block in blocks)]) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; bars inside cells are escaped."""
    heads = list(head)
    lines = [heads, ["---"] * len(heads), *([*row] for row in rows)]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"
        for line in lines
    )


def code(text: object) -> str:
    """Return the text as code."""
    return f"`{text}`"


def alternatives(words: Iterable[object]) -> str:
    """Return the words as code, separated by middle dots."""
    return " · ".join(code(word) for word in words)
