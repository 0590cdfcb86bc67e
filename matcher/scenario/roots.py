"""
The settings as a whole: all of ``scenario.yaml``, or of a sheet with dotted paths.

Both become the same nodes, each with the place where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from matcher.errors import Place, Problem
from matcher.scenario.faults import problem
from matcher.scenario.grids import Record
from matcher.scenario.nodes import Item
from matcher.scenario.problems.yaml import SAID
from matcher.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.scenario.grids import Grid

_TAG = "tag:yaml.org,2002"
_DEEPEST = 20
"""Levels of keys and lists; the settings need six."""

_FULL_WIDTH_COLON = re.compile(r"( *)(?:- +)?[\w-]+\s*(：)")
_MISTAKEN = ("mapping values are not allowed here", "could not find expected ':'")
"""What a parser says where a key has a full-width colon."""

_HEADINGS = ("key", "键")
"""The name of the first column of a sheet, if it has one."""


def root(text: str, file: str, problems: list[Problem]) -> Item | None:
    """
    Return the whole of a file, or None if it is not YAML.

    Parameters
    ----------
    text
        The file's text.
    file
        Its name, as messages call it.
    problems
        Every fault met is added here.
    """
    try:
        node = composed(text)
    except (MarkedYAMLError, ReaderError) as error:
        problems += _syntax(error, text, Place(file))
        return None
    except RecursionError:
        problems.append(problem("E151", _too_deep(text, Place(file))))
        return None
    if node is None:
        node = ScalarNode(f"{_TAG}:null", "")
    return Item(node, Place(file), problems)


def composed(text: str) -> Node | None:
    """Return the nodes of a text in YAML, or None for nothing but comments."""
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def sheet_root(grid: Grid, problems: list[Problem]) -> Item:
    """
    Return the settings of a sheet, the same as if they stood in ``scenario.yaml``.

    Parameters
    ----------
    grid
        Dotted path of the key and value in each row, perhaps under column names.
    problems
        Every fault met while reading them is added here.
    """
    top = _branch(Record(1, ()))
    rows: dict[tuple[str, ...], int] = {}
    for record in grid.records:
        path, value, *_ = (*record.cells, "", "")
        steps = tuple(path.strip().split("."))
        if record is grid.records[0] and fold(path) in _HEADINGS:
            continue
        if len(steps) > _DEEPEST:
            problems.append(problem("E151", grid.at(record, 0)))
            continue
        if first := _row_of(steps, rows):
            place = grid.at(record, 0, path.strip())
            problems.append(problem("E114", place, value=path.strip(), first=first))
            continue
        rows[steps] = record.row
        node = top
        for step in steps[:-1]:
            node = _child(node, step, record)
        key = _text(steps[-1], record, 0)
        node.value.append((key, _text(value.strip(), record, 1)))
    return Item(_with_lists(top), grid.place, problems)


def _row_of(steps: tuple[str, ...], rows: Mapping[tuple[str, ...], int]) -> int:
    """Return the row that says a path already, as a whole or in parts, or 0."""
    for other, row in rows.items():
        shorter = min(len(steps), len(other))
        if steps[:shorter] == other[:shorter]:
            return row
    return 0


@dataclass(frozen=True)
class _Cell:
    """Where a node of a sheet stands, as a mark of YAML tells it."""

    line: int
    column: int


def _text(text: str, record: Record, column: int) -> ScalarNode:
    return ScalarNode(f"{_TAG}:str", text, start_mark=_Cell(record.row - 1, column))


def _branch(record: Record) -> MappingNode:
    return MappingNode(f"{_TAG}:map", [], start_mark=_Cell(record.row - 1, 0))


def _child(node: MappingNode, step: str, record: Record) -> MappingNode:
    for key, value in node.value:
        if key.value == step and isinstance(value, MappingNode):
            return value
    child = _branch(record)
    node.value.append((_text(step, record, 0), child))
    return child


def _with_lists(node: Node) -> Node:
    """Return the node with a list in the place of keys that are all numbers."""
    if not isinstance(node, MappingNode):
        return node
    pairs = [(key, _with_lists(value)) for key, value in node.value]
    if pairs and all(key.value.isdecimal() for key, _ in pairs):
        values = [
            value for _, value in sorted(pairs, key=lambda pair: int(pair[0].value))
        ]
        return SequenceNode(f"{_TAG}:seq", values, start_mark=node.start_mark)
    return MappingNode(node.tag, pairs, start_mark=node.start_mark)


def _too_deep(text: str, place: Place) -> Place:
    """Return where keys or lists begin that are nested too deeply."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            return _position(text, event.start_mark.index, place)
    return place


def _syntax(
    error: MarkedYAMLError | ReaderError, text: str, place: Place
) -> Iterator[Problem]:
    if isinstance(error, ReaderError):
        at = _position(text, error.position, place)
        character = chr(error.character)
        shown = f"U+{error.character:04X}"
        yield problem("E211", at, value=character, character=shown)
        return
    colons = list(_colons(error, text))
    if colons:
        yield from (problem("E112", _position(text, at, place)) for at in colons)
        return
    # A bracket or quote that stays open is noticed late: say where it began.
    began = re.match("while (scanning a|parsing a flow)", error.context or "")
    mark = error.context_mark if began else error.problem_mark
    at = _position(text, mark.index, place)
    code = "E113" if "\\t" in error.problem else "E111"
    found = problem(code, at, detail=error.problem)
    said = (what for how, what in SAID.items() if how in error.problem)
    yield replace(found, what=next(said, found.what)) if code == "E111" else found


def _colons(error: MarkedYAMLError, text: str) -> Iterator[int]:
    """Yield the full-width colons that made the parser stumble, the last first."""
    if error.problem not in _MISTAKEN:
        return
    lines = text.splitlines(keepends=True)
    last = min(error.problem_mark.line, len(lines) - 1)
    indent = len(lines[last]) - len(lines[last].lstrip(" "))
    for line in range(last, -1, -1):
        found = _FULL_WIDTH_COLON.match(lines[line])
        # What is indented further may be a text, in which the colon is right.
        if found and len(found[1]) <= indent:
            yield sum(map(len, lines[:line])) + found.start(2)
        elif line < last:
            return


def _position(text: str, index: int, place: Place) -> Place:
    before = text[:index]
    start = before.rfind("\n") + 1
    return replace(place, row=before.count("\n") + 1, position=index - start + 1)
