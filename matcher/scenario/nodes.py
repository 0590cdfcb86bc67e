"""
The form of the settings: keys, lists and texts, each with its place.

They stand in ``scenario.yaml`` or in a sheet: see ``roots``.

Values stay the text that the planner typed, so that ``0012``, ``no`` and
``2023/9/1`` mean the same here as in a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from matcher.errors import Place, Problem
from matcher.scenario.faults import problem
from matcher.scenario.values import UnreadableError, items

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

T = TypeVar("T")

Readers = Mapping[str, tuple[Callable[[str], object], str]]


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
            try:
                texts = items(self.node.value)
            except UnreadableError as error:
                self.problems.append(error.at(self.place))
                return None
            return [replace(self, node=_scalar(text, self.node)) for text in texts]
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
        filled: Collection[str] = (),
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
        filled
            The keys that are returned though they are blank.
        facts
            Further placeholders of that fault.
        """
        if self.blank:
            return {}
        if not isinstance(self.node, MappingNode):
            colon = self.single and "：" in self.node.value
            place = self.place if self.place.row else at(self.node, self.place)
            code = "E112" if colon else "E117"
            self.problems.append(problem(code, place, example=example))
            return None
        found: dict[str, Item] = {}
        for name, key, value in self._distinct(self.node):
            if name in allowed:
                found[name] = value
            else:
                known = ", ".join(allowed) or "–"
                key.report(unknown, near=allowed, value=name, allowed=known, **facts)
        return {
            name: value
            for name, value in found.items()
            if name in filled or not value.blank
        }

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
        return Item(node, at(node, place), self.problems)

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


def at(node: Node, place: Place) -> Place:
    """
    Return where a node begins.

    Parameters
    ----------
    node
        The node.
    place
        The file or sheet, with the path of the node.
    """
    mark = node.start_mark
    if place.sheet:
        return replace(place, row=mark.line + 1, cell=mark.column + 1)
    return replace(place, row=mark.line + 1, position=mark.column + 1)


def _scalar(text: str, node: ScalarNode) -> ScalarNode:
    return ScalarNode(node.tag, text, start_mark=node.start_mark)
