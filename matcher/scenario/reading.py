"""Reading a scenario, with all faults of all files at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.errors import Place, Problem, ScenarioError
from matcher.scenario.chains import chains
from matcher.scenario.contradictions import contradictions
from matcher.scenario.decisions import decided
from matcher.scenario.draft import Draft, read_draft
from matcher.scenario.events import events
from matcher.scenario.groups import teams
from matcher.scenario.keys import keys
from matcher.scenario.layers import files_of, read_layers
from matcher.scenario.mentoring import mentoring
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.names import with_codes
from matcher.scenario.projects import projects
from matcher.scenario.references import references
from matcher.scenario.settings import KEYS
from matcher.scenario.statements import without_removed
from matcher.scenario.support import support
from matcher.scenario.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matcher.scenario.tables import Row

_CHECKS = (
    references,
    words,
    contradictions,
    teams,
    chains,
    projects,
    events,
    mentoring,
    support,
    decided,
)
_TABLES = {name: number for number, name in enumerate(TABLES, start=1)}


@dataclass(frozen=True)
class Reading:
    """
    A scenario with where its rows were read from.

    Parameters
    ----------
    scenario
        The scenario.
    warnings
        What is odd in the files, though it can be read.
    files
        The files it was read from.
    draft
        The rows with their places.
    """

    scenario: Scenario
    warnings: tuple[Problem, ...]
    files: tuple[Path, ...]
    draft: Draft

    def place(self, table: str, key: str, column: str = "") -> Place:
        """
        Return where a row of a table, or its cell of a column, stands.

        Parameters
        ----------
        table
            Name of the table.
        key
            What tells the row from others: its code, or the columns of its key with
            colons between them.
        column
            Name of the column.
        """
        row = self._rows.get((table, key))
        if row is None:
            return self.draft.tables[table].form.header.place
        return row.place(column)

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], Row]:
        return {
            (name, ":".join(str(getattr(found.entity, each)) for each in keys(name))): (
                found.row
            )
            for name, table in self.draft.tables.items()
            for found in table.found
        }


def read(path: Path | str, overlays: Sequence[Path | str] = ()) -> Reading:
    """
    Return the scenario of a folder or workbook, with the places of its rows.

    Parameters
    ----------
    path
        A folder with ``scenario.yaml`` and one CSV file per table, or a workbook
        with one sheet per table; it may name a base that it changes.
    overlays
        Folders or workbooks that change it, one after the other.

    Raises
    ------
    ScenarioError
        With every fault of every file, in the order of files and lines.
    """
    problems: list[Problem] = []
    layers = read_layers(Path(path), [Path(each) for each in overlays], KEYS, problems)
    if not layers:
        raise ScenarioError(problems)
    draft = read_draft(layers, problems)
    draft = without_removed(with_codes(draft, problems), problems)
    for check in _CHECKS:
        problems += check(draft)
    problems.sort(key=_order)
    if not all(each.is_warning for each in problems):
        raise ScenarioError(problems)
    return Reading(_scenario(draft), tuple(problems), files_of(layers), draft)


def read_scenario(path: Path | str, overlays: Sequence[Path | str] = ()) -> Scenario:
    """
    Return the scenario of a folder or workbook; see :func:`read`.

    Raises
    ------
    ScenarioError
        With every fault of every file, in the order of files and lines.
    """
    return read(path, overlays).scenario


def _scenario(draft: Draft) -> Scenario:
    settings = draft.settings
    tables = {
        name: [found.entity for found in table.found]
        for name, table in draft.tables.items()
    }
    return Scenario.model_validate(
        {
            **settings.plain,
            "horizon": settings.horizon,
            "policy": settings.policy,
            **tables,
        }
    )


def _order(found: Problem) -> tuple[int, str, int, int, int]:
    place = found.place
    name = Path(place.file).stem
    number = _TABLES.get(name, len(TABLES) + 1)
    if place.file.endswith(".yaml"):
        number = 0
    return number, f"{place.file} {place.sheet}", place.row, place.cell, place.position
