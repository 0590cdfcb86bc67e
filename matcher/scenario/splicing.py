"""
Changing a text in YAML piece by piece, so that its comments stay.

A comment belongs to what stands below it or before it on its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[\w./+~ -]*[\w./+~-])?")
_NO_TEXTS = ("null", "true", "false")


def flow(value: object) -> str:
    """Return a value on one line of YAML."""
    match value:
        case Mapping():
            pairs = (f"{flow(key)}: {flow(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case list() | tuple():
            return f"[{', '.join(map(flow, value))}]"
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case str() if not _PLAIN.fullmatch(value) or value.casefold() in _NO_TEXTS:
            quoted = json.dumps(value, ensure_ascii=False)
            return "".join(
                each if each.isprintable() else _escape(each) for each in quoted
            )
        case _:
            return str(value)


def _escape(character: str) -> str:
    return f"\\U{ord(character):08X}"


@dataclass
class Splicer:
    """
    A text with the changes that are to be made.

    Parameters
    ----------
    text
        The text as it is.
    """

    text: str
    _changes: list[tuple[int, int, str]] = field(default_factory=list)

    def spliced(self, start: int = 0, end: int | None = None) -> str:
        """Return the text, or a part of it that holds whole changes, as changed."""
        parts = []
        for first, last, new in sorted(self._changes, key=lambda each: each[0]):
            parts += [self.text[start:first], new]
            start = last
        text = "".join([*parts, self.text[start:end]])
        lines = "\r\n" if "\r\n" in self.text else "\n"
        return text.replace("\r\n", "\n").replace("\n", lines)

    def change(self, start: int, end: int, new: str) -> None:
        """Put a text in place of a part."""
        self._changes.append((start, end, new))

    def end_of(self, node: Node, key: Node | None = None) -> int:
        """Return where a node, or the value of a key, ends: not its comments."""
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        if key is not None and start == end:
            # A blank value is said to stand where the next thing does.
            return self._behind(key)
        if in_block(node):
            last = node.value[-1]
            return (
                self.end_of(*last[::-1])
                if isinstance(last, tuple)
                else self.end_of(last)
            )
        # A text in lines of its own ends with the blank ones below it.
        return len(self.text[:end].rstrip()) if _in_lines(node) else end

    def _behind(self, key: Node) -> int:
        return self.text.index(":", key.end_mark.index) + 1

    def source(self, node: Node) -> str:
        """Return a node as it is written."""
        return self.text[node.start_mark.index : self.end_of(node)]

    def line_of(self, index: int) -> int:
        """Return where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_after(self, index: int) -> int:
        """Return where the line behind that of a character begins."""
        return self.text.find("\n", index) + 1 or len(self.text)

    def lead(self, node: Node) -> str:
        """Return what stands before a node on its line."""
        start = node.start_mark.index
        return self.text[self.line_of(start) : start]

    def put(self, node: Node, new: str, key: Node | None = None) -> None:
        """
        Write one line in place of a value; comments inside move above it.

        Parameters
        ----------
        node
            The value.
        new
            What comes in its place.
        key
            Its key, if it has one.
        """
        start, end = node.start_mark.index, self.end_of(node, key)
        if key is not None and (in_block(node) or end <= start):
            start, new = self._behind(key), f" {new}"
        comments = list(self._comments(node, start, end))
        if comments:
            line = self.line_of((key or node).start_mark.index)
            indent = re.match(" *", self.text[line:])
            begin = indent[0] if indent else ""
            self.change(line, line, "".join(f"{begin}{each}\n" for each in comments))
        self.change(start, end, new)

    def _comments(self, node: Node, start: int, end: int) -> Iterator[str]:
        """Yield the comments between two places, beside the words of a node."""
        for first, last in _gaps(node, start):
            yield from _COMMENT.findall(self.text[first : min(last, end)])
        if _in_lines(node):
            yield from _COMMENT.findall(self.source(node).partition("\n")[0])

    def cut(self, key: Node, value: Node, *, first: bool) -> None:
        """
        Remove the lines of a key, and the comments right above it.

        Parameters
        ----------
        key
            The key.
        value
            Its value.
        first
            Whether it begins the file: then what stands above speaks of all of it.
        """
        line = self.line_of(key.start_mark.index)
        lead = self.lead(key)
        while not first and line:
            above = self.line_of(line - 1)
            if not self.text[above:line].startswith(f"{lead}#"):
                break
            line = above
        end, above = self.line_after(self.end_of(value, key)), self.line_of(line - 1)
        below = self.text[end : self.line_after(end)]
        if line and self.text[above:line].isspace() and below.isspace():
            line = above  # one blank line is enough
        self.change(line, end, "")

    def add(self, node: MappingNode, key: str, value: object) -> None:
        """
        Add a key behind the others.

        Parameters
        ----------
        node
            The keys that are there.
        key
            The new one.
        value
            What it says.
        """
        column = node.value[0][0].start_mark.column
        end = self.line_after(self.end_of(node))
        broken = "" if self.text[:end].endswith("\n") else "\n"
        lines = [f"{' ' * column}{key}: {flow(value)}"]
        if not column and value and isinstance(value, Mapping):
            pairs = value.items()
            lines = [f"{key}:", *(f"  {each}: {flow(said)}" for each, said in pairs)]
        if not column and value and isinstance(value, list):
            lines = [f"{key}:", *(f"  - {flow(each)}" for each in value)]
        self.change(end, end, broken + "\n".join([*lines, ""]))


def in_block(node: Node) -> bool:
    """Return whether keys or a list stand in lines of their own, not in brackets."""
    return isinstance(node, CollectionNode) and not node.flow_style


def _in_lines(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def _gaps(node: Node, start: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between the words of a node, from a place on."""
    for leaf in _leaves(node):
        yield start, leaf.start_mark.index
        start = leaf.end_mark.index
    if not in_block(node):
        yield start, node.end_mark.index


def _leaves(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
        return
    for each in node.value:
        for part in each if isinstance(each, tuple) else (each,):
            yield from _leaves(part)
