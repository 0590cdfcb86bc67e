"""
The form of the settings: keys, lists and texts, each with its place.

They stand in ``scenario.yaml``, or as dotted paths with values in a sheet.

Values stay the text that the planner typed, so that ``0012``, ``no`` and
``2023/9/1`` mean the same here as in a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from matcher.errors import Place, Problem
from matcher.scenario.faults import problem
from matcher.scenario.grids import Record
from matcher.scenario.values import UnreadableError, items

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from matcher.scenario.grids import Grid

T = TypeVar("T")

Readers = Mapping[str, tuple[Callable[[str], object], str]]

_TAG = "tag:yaml.org,2002"
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:- +)?[A-Za-z_-]+\s*(：)", re.MULTILINE)


@dataclass(frozen=True)
class Item:
    """
    One value of the file, with its place.

    Parameters
    ----------
    node
        What stands there.
    place
        Where it stands.
    problems
        Every fault met while reading it is added here.
    """

    node: Node
    place: Place
    problems: list[Problem]

    @property
    def single(self) -> bool:
        """Whether it is one value, neither keys nor a list."""
        return isinstance(self.node, ScalarNode)

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        null = str(self.node.tag).endswith(":null")
        return self.single and (null or not self.node.value.strip())

    def report(self, code: str, *, near: Collection[str] = (), **facts: object) -> None:
        """Add a fault of this value."""
        self.problems.append(problem(code, self.place, near=near, **facts))

    def miss(self, key: str) -> None:
        """Add the fault that a key is missing in here."""
        place = replace(self.place, column=self._path(key))
        self.problems.append(problem("E116", place, value=key))

    def read(self, reader: Callable[[str], T], example: str) -> T | None:
        """Return what the reader makes of the text, or None after a fault."""
        if not self.single:
            self.report("E119", example=example)
            return None
        try:
            return reader(self.node.value)
        except UnreadableError as error:
            self.problems.append(error.at(self.place))
            return None

    def items(self, example: str) -> list[Item] | None:
        """Return the items of a list, or None after a fault."""
        if isinstance(self.node, ScalarNode) and self.place.sheet:
            # In a cell the items of a list are parted as in any table.
            parts = [_scalar(text, self.node) for text in items(self.node.value)]
            return [replace(self, node=part) for part in parts]
        if not isinstance(self.node, SequenceNode):
            self.report("E118", example=example)
            return None
        return [
            self._inside(node, str(number))
            for number, node in enumerate(self.node.value, start=1)
        ]

    def keys(
        self,
        allowed: Collection[str],
        example: str,
        *,
        unknown: str = "E115",
        **facts: object,
    ) -> dict[str, Item] | None:
        """
        Return the value of each key that is not blank, or None after a fault.

        Parameters
        ----------
        allowed
            The keys that mean something.
        example
            One of them with a value.
        unknown
            Code of the fault that a key means nothing.
        facts
            Further placeholders of that fault.
        """
        if self.blank:
            return {}
        if not isinstance(self.node, MappingNode):
            colon = self.single and "：" in self.node.value
            self.report("E112" if colon else "E117", example=example)
            return None
        found: dict[str, Item] = {}
        for name, key, value in self._distinct(self.node):
            if name in allowed:
                found[name] = value
            else:
                known = ", ".join(allowed) or "–"
                key.report(unknown, near=allowed, value=name, allowed=known, **facts)
        return {name: value for name, value in found.items() if not value.blank}

    def _distinct(self, node: MappingNode) -> Iterator[tuple[str, Item, Item]]:
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            name = str(key_node.value)
            key = self._inside(key_node, name)
            if name in lines:
                key.report("E114", value=name, first=lines[name])
            else:
                lines[name] = key.place.row
                yield name, key, self._inside(value_node, name)

    def _inside(self, node: Node, name: str) -> Item:
        place = replace(self.place, column=self._path(name))
        return Item(node, _at(node, place), self.problems)

    def _path(self, name: str) -> str:
        return f"{self.place.column}.{name}" if self.place.column else name


def values_of(keys: Mapping[str, Item], readers: Readers) -> dict[str, object]:
    """
    Return the value of each key that is there and could be read.

    Parameters
    ----------
    keys
        The items by key.
    readers
        For each key its reader and an example.
    """
    given = {
        name: keys[name].read(*how) for name, how in readers.items() if name in keys
    }
    return {name: value for name, value in given.items() if value is not None}


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
        node = YAML(typ="safe", pure=True).compose(text)
    except (MarkedYAMLError, ReaderError) as error:
        problems += _syntax(error, text, Place(file))
        return None
    if node is None:
        node = ScalarNode(f"{_TAG}:null", "")
    return Item(node, Place(file), problems)


def sheet_root(grid: Grid, problems: list[Problem]) -> Item:
    """
    Return the settings of a sheet, the same as if they stood in ``scenario.yaml``.

    Parameters
    ----------
    grid
        Dotted path of the key and value in each row, under a row of column names.
    problems
        Every fault met while reading them is added here.
    """
    top = _branch(Record(1, ()))
    for record in grid.records[1:]:
        path, value, *_ = (*record.cells, "", "")
        node = top
        *steps, last = path.strip().split(".")
        for step in steps:
            node = _child(node, step, record)
        node.value.append((_text(last, record, 0), _text(value.strip(), record, 1)))
    return Item(_with_lists(top), grid.place, problems)


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


def _scalar(text: str, node: ScalarNode) -> ScalarNode:
    return ScalarNode(node.tag, text, start_mark=node.start_mark)


def _at(node: Node, place: Place) -> Place:
    mark = node.start_mark
    if place.sheet:
        return replace(place, row=mark.line + 1, cell=mark.column + 1)
    return replace(place, row=mark.line + 1, position=mark.column + 1)


def _syntax(
    error: MarkedYAMLError | ReaderError, text: str, place: Place
) -> Iterator[Problem]:
    colons = [found.start(1) for found in _FULL_WIDTH_COLON.finditer(text)]
    if colons:
        yield from (problem("E112", _position(text, at, place)) for at in colons)
    elif isinstance(error, ReaderError):
        at = _position(text, error.position, place)
        character = chr(error.character)
        shown = f"U+{error.character:04X}"
        yield problem("E211", at, value=character, character=shown)
    else:
        # A bracket or quote that stays open is noticed late: say where it began.
        began = re.match("while (scanning a|parsing a flow)", error.context or "")
        mark = error.context_mark if began else error.problem_mark
        at = _position(text, mark.index, place)
        code = "E113" if "\\t" in error.problem else "E111"
        yield problem(code, at, detail=error.problem)


def _position(text: str, index: int, place: Place) -> Place:
    before = text[:index]
    start = before.rfind("\n") + 1
    return replace(place, row=before.count("\n") + 1, position=index - start + 1)
