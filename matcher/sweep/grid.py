"""The cells of a grid: overlays by policies by seeds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.scenario.layers import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Cell:
    """
    One scenario of a grid.

    Parameters
    ----------
    folder
        The name of the folder that it is planned into.
    scenario
        What lies beneath.
    overlay
        What is put on top of it, if anything.
    policy
        What is put on top of both, if anything.
    seed
        The seed of the draw and of the search; None: the scenario's.
    """

    folder: str
    scenario: Path
    overlay: Path | None
    policy: Path | None
    seed: int | None

    @property
    def source(self) -> tuple[Path, ...]:
        """The scenario and its overlays, the lowest first."""
        return (
            self.scenario,
            *(path for path in (self.overlay, self.policy) if path is not None),
        )


def grid(
    scenario: Path,
    overlays: Sequence[Path],
    policies: Sequence[Path],
    seeds: Sequence[int],
    *,
    plain: bool = False,
) -> tuple[Cell, ...]:
    """
    Return the cells, those of the first overlay first.

    Parameters
    ----------
    scenario
        A folder or a workbook.
    overlays
        Alternatives of what is put on top of it.
    policies
        Alternatives of what is put on top of both.
    seeds
        Seeds; none: the scenario's.
    plain
        Whether the scenario as it is, without overlay or without policy, is an
        alternative, too: the first one.
    """
    return tuple(
        Cell(_name(scenario, overlay, policy, seed), scenario, overlay, policy, seed)
        for overlay, policy, seed in product(
            _alternatives(overlays, plain=plain),
            _alternatives(policies, plain=plain),
            seeds or (None,),
        )
    )


def _alternatives(paths: Sequence[Path], *, plain: bool) -> tuple[Path | None, ...]:
    return (None, *paths) if plain or not paths else tuple(paths)


def _name(
    scenario: Path, overlay: Path | None, policy: Path | None, seed: int | None
) -> str:
    """Return what a cell is called: by what makes it another one than its scenario."""
    names = [name_of(path) for path in (overlay, policy) if path is not None]
    parts = names or [name_of(scenario)]
    if seed is not None:
        parts.append(f"seed-{seed}")
    return "+".join(parts)
