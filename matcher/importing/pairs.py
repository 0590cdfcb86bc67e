"""Keys of a mapping that are the planner's own words, each with its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Place
    from matcher.scenario.nodes import Item


def pairs(item: Item | None) -> Iterator[tuple[str, Place, Item | None]]:
    """
    Yield each key with its place and its value, None for a blank one.

    Parameters
    ----------
    item
        Keys with values; anything else is a fault and yields nothing.
    """
    if item is None:
        return
    nodes = item.node.value if isinstance(item.node, MappingNode) else []
    keys = {str(node.value): node for node, _ in reversed(nodes)}
    found = item.keys(tuple(keys), "编号: id") or {}
    for name, node in reversed(keys.items()):
        mark = node.start_mark
        path = f"{item.place.column}.{name}" if item.place.column else name
        place = replace(
            item.place, row=mark.line + 1, position=mark.column + 1, column=path
        )
        yield name, place, found.get(name)
