"""The sets of instances, each with its reader and its checker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from benchmarks.instances import (
    assign,
    concert,
    imopse,
    midl,
    mspsp,
    roster,
    sickness,
    smptsp,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario


class InstanceSet(Protocol):
    """What the module of a set offers."""

    def read(self, path: Path) -> Scenario:
        """Return an instance as a scenario."""

    def value(self, path: Path, sent: Sequence[Sent]) -> float:
        """Return the instance's own objective, or raise ``UnfitError``."""

    def bound(self, path: Path, bounds: Mapping[str, int]) -> float | None:
        """Return what proven bounds of goals mean for the instance's objective."""


SETS: Mapping[str, InstanceSet] = {
    "orlib_assign": assign,
    "midl": midl,
    "mznc/concert-hall-cap": concert,
    "mznc/roster-shifts-bool": roster,
    "mznc/roster-sickness": sickness,
    "smptsp": smptsp,
    "mspsp": mspsp,
    "imopse_msrcpsp": imopse,
}
"""By the name in the manifest, in the order of the study."""
