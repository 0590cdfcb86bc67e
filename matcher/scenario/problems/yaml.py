"""What the parser of YAML says, in words for planners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID: Mapping[str, str] = {
    "mapping values are not allowed here": mark(
        "A colon cannot stand here: put a text that holds a colon into quotes."
    ),
    "could not find expected ':'": mark("A key without a colon stands here."),
    "expected ',' or": mark("A bracket that opens here is not closed."),
    "expected the node content": mark("A value is missing or broken here."),
    "unexpected end of stream": mark("A quote that opens here is not closed."),
    "expected <block end>": mark("This line does not fit the indents above it."),
    "sequence entries are not allowed here": mark("A list cannot begin here."),
    "cannot start any token": mark(
        "No value begins with this character: put the text into quotes."
    ),
    "unknown escape character": mark(
        "A backslash means nothing here: use single quotes."
    ),
    "but found another document": mark("A second document begins here."),
}
"""A sentence for each piece of what the parser says."""
