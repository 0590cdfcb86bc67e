"""The folder of a sweep: each cell that has ended in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from matcher.errors import AuditError, ContradictionError, NoPlanError
from matcher.plan.files import read_plan, write_together, write_whole
from matcher.record import finished
from matcher.sweep.planning import BOOK, PAGE, PLAN, RUN
from matcher.sweep.table import row_of_failure, row_of_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matcher.sweep.grid import Cell
    from matcher.sweep.table import Row

TABLE, GRID = "sweep.csv", "sweep.json"

FAILURE = "error.json"

_LASTING = {each.slug for each in (ContradictionError, NoPlanError, AuditError)}
"""Failures that a whole run has found: they would come again."""


class State(Enum):
    """What is in the folder of a cell."""

    OPEN = auto()
    """Nothing that lasts."""
    ENDED = auto()
    """A plan of the same inputs, or a failure that lasts."""
    OTHER = auto()
    """A plan of other inputs."""


@dataclass(frozen=True)
class Inputs:
    """
    What makes one plan of a cell equal to another.

    Parameters
    ----------
    fingerprint
        That of the scenario; None if it could not be read.
    parameters
        What the command line asked for, with the seed that was used.
    versions
        Of matcher and of the engine.
    """

    fingerprint: str | None
    parameters: Mapping[str, Any]
    versions: Mapping[str, str]


class Keeping:
    """
    The folder of a sweep.

    Every file in it is written whole, so that it can be read whenever the sweep
    was stopped: what has ended are the folders, the table only repeats them.

    Parameters
    ----------
    folder
        Where it is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def state(self, cell: Cell, inputs: Inputs, names: Sequence[str]) -> State:
        """
        Return what is there of a cell.

        Parameters
        ----------
        cell
            One cell of the grid.
        inputs
            From what it is to be planned.
        names
            The files that it is to have.
        """
        folder = self.folder / cell.folder
        plan, run, failure = (_read(folder / name) for name in (PLAN, RUN, FAILURE))
        if plan is not None and run is not None:
            if not _same(run, inputs):
                return State.OTHER
            whole = all((folder / name).is_file() for name in names)
            return State.ENDED if whole else State.OPEN
        if failure is not None and _same(failure, inputs):
            lasts = failure.get("error") in _LASTING
            return State.ENDED if lasts else State.OPEN
        return State.OPEN

    def put(self, cell: Cell, files: Mapping[str, str | bytes]) -> None:
        """
        Keep the files of a plan.

        Parameters
        ----------
        cell
            What was planned.
        files
            Their contents by their names, the record of the run last.
        """
        folder = self.folder / cell.folder
        # Without its record a plan counts for nothing: it goes first and comes last.
        _remove(folder, RUN, PAGE, BOOK, FAILURE)
        write_together({folder / name: files[name] for name in files}, force=True)

    def put_failure(
        self, cell: Cell, inputs: Inputs, document: Mapping[str, object]
    ) -> None:
        """
        Keep why there is no plan.

        Parameters
        ----------
        cell
            What was to be planned.
        inputs
            From what.
        document
            What programs are told of the failure.
        """
        folder = self.folder / cell.folder
        _remove(folder, RUN, PLAN, PAGE, BOOK)
        content = {
            "schema": "matcher.failure/1",
            "finished": finished(),
            **vars(inputs),
            **document,
        }
        write_whole(folder / FAILURE, _dumped(content), force=True)

    def row(self, cell: Cell) -> Row:
        """
        Return the row of the table for a cell that has ended.

        Parameters
        ----------
        cell
            One cell of the grid.
        """
        folder = self.folder / cell.folder
        failure = _read(folder / FAILURE)
        if failure is not None:
            return row_of_failure(cell, failure)
        run = _read(folder / RUN)
        return row_of_plan(cell, read_plan(folder / PLAN), (run or {})["seconds"])

    def begin(self, cells: Sequence[Cell]) -> None:
        """
        Write down which cells the grid has, for whoever reads the folder.

        Parameters
        ----------
        cells
            The grid.
        """
        content = {"schema": "matcher.grid/1", "cells": [each.folder for each in cells]}
        write_whole(self.folder / GRID, _dumped(content), force=True)


def cells_of(folder: Path) -> list[Path]:
    """
    Return the folders of the cells of a sweep, in the order of its grid.

    Parameters
    ----------
    folder
        That of the sweep; if it is none, nothing is returned.
    """
    grid = _read(folder / GRID) or {}
    return [folder / name for name in grid.get("cells", ())]


def _same(record: Mapping[str, Any], inputs: Inputs) -> bool:
    """Return whether a record is of the same inputs."""
    if record.get("fingerprint") != inputs.fingerprint:
        return False
    for name in ("parameters", "versions"):
        kept, wanted = record.get(name) or {}, getattr(inputs, name)
        if any(kept.get(key) != value for key, value in wanted.items()):
            return False
    return True


def _read(path: Path) -> dict[str, Any] | None:
    """Return what a file holds, None without it; what is no document is empty."""
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _remove(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)


def _dumped(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"
