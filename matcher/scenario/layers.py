"""
The files of a scenario, from the lowest base to the topmost overlay.

``base: ../nanjing-xining`` in the settings puts a scenario on top of another one;
overlays named on the command line are put on top of both, each with what it is itself
built on down to a scenario that is there already.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem
from matcher.scenario.decisions import decisions_in
from matcher.scenario.faults import problem
from matcher.scenario.nodes import Item
from matcher.scenario.sources import FILE, Source, open_source

if TYPE_CHECKING:
    from collections.abc import Collection

BASE = "base"


@dataclass(frozen=True)
class Layer:
    """
    One folder or workbook of a scenario.

    Parameters
    ----------
    path
        Where it stands.
    source
        How it is read.
    item
        Its settings as a whole; None if they could not be read or are not there.
    keys
        The keys of its settings.
    stacked
        Whether the command line put it on top of the others.
    """

    path: Path
    source: Source
    item: Item | None
    keys: Mapping[str, Item]
    stacked: bool = False

    @property
    def name(self) -> str:
        """What the layer is called where it has no name of its own."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """Return what a folder or workbook is called where it has no name of its own."""
    whole = path.resolve()
    return whole.name if whole.is_dir() else whole.stem


def read_layers(
    path: Path,
    overlays: Sequence[Path],
    known: Collection[str],
    problems: list[Problem],
) -> tuple[Layer, ...]:
    """
    Return the layers of a scenario, the lowest first.

    Parameters
    ----------
    path
        The scenario: a folder or workbook, perhaps with a base.
    overlays
        What is put on top of it, one after the other.
    known
        The keys that settings may have.
    problems
        Every fault met is added here.
    """
    found: list[Layer] = []
    for number, top in enumerate((path, *overlays)):
        chain = _chain(top, found, known, problems, stacked=number > 0)
        if chain is None:
            return ()
        found += chain
    return tuple(found)


def _chain(
    path: Path,
    below: Sequence[Layer],
    known: Collection[str],
    problems: list[Problem],
    *,
    stacked: bool,
) -> list[Layer] | None:
    """Return the layers from a base, or from what lies below already, to a path."""
    there = {layer.path.resolve() for layer in below}
    found: list[Layer] = []
    seen: list[Path] = []
    step: Path | None = path
    while step is not None:
        seen.append(step.resolve())
        prefix = _prefix(path, step) if found else ""
        if stacked and not found and path.is_dir():
            prefix = f"{path.name}/"
        layer = _layer(step, prefix, (*known, BASE), problems, stacked=stacked)
        if layer is None:
            return None
        found.append(layer)
        faults = len(problems)
        step = _base(layer, seen)
        if len(problems) > faults:
            return None
        if step is not None and step.resolve() in there:
            break
        if step is None and stacked and len(found) > 1:
            scenario = next(each for each in reversed(below) if not each.stacked)
            found[-2].keys[BASE].report("E152", value=scenario.name)
            return None
    return found[::-1]


def _prefix(path: Path, base: Path) -> str:
    """Return what tells the files of a base from those of the scenario itself."""
    folder = path if path.is_dir() else path.parent
    try:
        way = os.path.relpath(base.resolve(), folder.resolve())
    except ValueError:  # on another drive
        way = str(base)
    text = Path(way).as_posix()
    return f"{text}/" if base.is_dir() else text.removesuffix(base.name)


def _layer(
    path: Path,
    prefix: str,
    known: Collection[str],
    problems: list[Problem],
    *,
    stacked: bool = False,
) -> Layer | None:
    source = (stacked and decisions_in(path, problems)) or open_source(
        path, problems, prefix
    )
    if source is None:
        return None
    problems += source.strangers()
    if stacked and not source.files():
        problems.append(problem("E122", Place(prefix + path.name), folder=str(path)))
    wanted = source.has_settings or not stacked
    item = source.settings(problems) if wanted else None
    keys = item.keys(known, "name: plan-2023", filled=(BASE,)) if item else {}
    if keys is None:
        item, keys = None, {}
    return Layer(path, source, item, keys, stacked)


def _base(layer: Layer, seen: Sequence[Path]) -> Path | None:
    """Return where the base of a layer stands, if it has one."""
    if BASE not in layer.keys:
        return None
    item = layer.keys[BASE]
    if item.blank and layer.item:
        layer.item.miss(BASE)
        return None
    text = item.read(str, "base: ../nanjing-xining")
    if text is None:
        return None
    folder = layer.path if layer.path.is_dir() else layer.path.parent
    base = folder / text
    if base.name == FILE:
        base = base.parent
    if not base.exists():
        near = [f"{text[: -len(Path(text).name)]}{each.name}" for each in _beside(base)]
        item.report("E124", value=text, near=near)
        return None
    if base.resolve() in seen:
        item.report("E125", value=text)
        return None
    return base


def _beside(path: Path) -> list[Path]:
    """Return what stands where the path should be."""
    return sorted(path.parent.iterdir()) if path.parent.is_dir() else []


def files_of(layers: Sequence[Layer]) -> tuple[Path, ...]:
    """Return every file that the layers are read from."""
    return tuple(path for layer in layers for path in layer.source.files())
