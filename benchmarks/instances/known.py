"""The manifest of a folder of instances: what is known of each."""

from __future__ import annotations

import csv
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from benchmarks.instances.records import Known
from benchmarks.instances.sets import SETS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NOT_SAID = ("max min paper score",)
"""Objectives of the manifest that no goal says: the worst paper's sum of ratings."""


def known(data: Path) -> list[Known]:
    """
    Return the instances of the manifest, in the order of the sets.

    Parameters
    ----------
    data
        The folder that holds ``MANIFEST.csv`` and the instances.
    """
    with (data / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        rows = [_known(row) for row in csv.DictReader(file)]
    found = [each for each in rows if not each.objective.startswith(_NOT_SAID)]
    order = list(SETS)
    return sorted(found, key=lambda each: (order.index(each.set), each.file))


def chosen(
    rows: Iterable[Known], sets: Iterable[str], only: str, *, everything: bool
) -> list[Known]:
    """
    Return the instances that are asked for.

    Parameters
    ----------
    rows
        All instances.
    sets
        Names of sets; none: all.
    only
        A pattern that the file must match.
    everything
        Whether the study's own choice of ``mspsp`` is left aside.
    """
    wanted = tuple(sets)
    return [
        each
        for each in rows
        if (not wanted or each.set in wanted)
        and fnmatch(each.file, f"*{only}*")
        and (everything or each.set != "mspsp" or each.file.endswith("_00.dzn"))
    ]


def _known(row: dict[str, str]) -> Known:
    sense = "min" if row["sense"].startswith("min") else "max"
    best = row["known"] or row["ub" if sense == "min" else "lb"]
    return Known(
        set=row["set"],
        file=row["file"],
        size=row["size"],
        sense=sense,
        objective=row["sense"],
        best=float(best),
        status=row["status"],
    )
