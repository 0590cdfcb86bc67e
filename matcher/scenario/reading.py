"""Reading a scenario's folder, with all faults of all files at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matcher.errors import Place, ScenarioError
from matcher.scenario.chains import chains
from matcher.scenario.contradictions import contradictions
from matcher.scenario.draft import read_draft
from matcher.scenario.events import events
from matcher.scenario.faults import problem
from matcher.scenario.groups import teams
from matcher.scenario.mentoring import mentoring
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.projects import projects
from matcher.scenario.references import references
from matcher.scenario.settings import FILE
from matcher.scenario.support import support

if TYPE_CHECKING:
    from matcher.errors import Problem

_CHECKS = (
    references,
    contradictions,
    teams,
    chains,
    projects,
    events,
    mentoring,
    support,
)
_FILES = (FILE, *(f"{table}.csv" for table in TABLES))


def read_scenario(folder: Path | str) -> Scenario:
    """
    Return the scenario of a folder.

    Parameters
    ----------
    folder
        Holds ``scenario.yaml`` and one CSV file per table.

    Raises
    ------
    ScenarioError
        With every fault of every file, in the order of files and lines.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ScenarioError([problem("E101", Place(folder.name), folder=str(folder))])
    problems: list[Problem] = []
    draft = read_draft(folder, problems)
    for check in _CHECKS:
        problems += check(draft)
    if problems:
        raise ScenarioError(sorted(problems, key=_order))
    tables = {
        name: [found.entity for found in table.found]
        for name, table in draft.tables.items()
    }
    settings = draft.settings
    return Scenario.model_validate(
        {
            **settings.plain,
            "horizon": settings.horizon,
            "policy": settings.policy,
            **tables,
        }
    )


def _order(found: Problem) -> tuple[bool, int, int, int]:
    place = found.place
    known = place.file in _FILES
    return (
        not known,
        _FILES.index(place.file) if known else 0,
        place.row,
        place.position,
    )
