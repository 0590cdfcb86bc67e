"""Solved plans on disk: the plan, its scenario, and what the judge says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.auditor import AuditReport, audit
from matcher.errors import Place, Problem, ScenarioError
from matcher.language import mark
from matcher.plan import Plan
from matcher.plan.files import read_plan
from matcher.scenario import Scenario
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PLAN, RUN = "plan.json", "run.json"

_MISFIT = mark("The plan was not made for the scenario {scenario}.")
_MISSING = mark("This file is not there.")
_SILENT = mark("It cannot be seen for which scenario the plan was made.")
_GONE = mark("The scenario {scenario} is not there.")

_SAY_WHICH = mark(
    "Name the scenario of each plan with --scenario, in the order of the plans."
)
_SOLVE = mark("Name the folder that matcher solve wrote.")
_AGAIN = mark(
    "If it was edited since, run matcher solve again; or name the right one of each "
    "plan with --scenario, in the order of the plans."
)

PROBLEMS: Mapping[str, tuple[str, ...]] = {
    "E604": (_MISSING,),
    "E605": (_SILENT,),
    "E606": (_GONE,),
    "E607": (_MISFIT,),
}
"""What can be wrong with the folder of a solve, by code."""


@dataclass(frozen=True)
class Solved:
    """
    A plan with all that is needed to set it beside others.

    Parameters
    ----------
    name
        What it is called among the others.
    scenario
        What it was made for.
    plan
        What was decided.
    audit
        What the judge says of it now.
    """

    name: str
    scenario: Scenario
    plan: Plan
    audit: AuditReport


def judged(name: str, scenario: Scenario, plan: Plan) -> Solved:
    """
    Return a plan with what the judge says of it.

    Parameters
    ----------
    name
        What it is called among the others.
    scenario
        What it was made for.
    plan
        What was decided.
    """
    return Solved(name, scenario, plan, audit(scenario, plan))


def read_solved(
    folder: Path | str,
    scenario: Path | str | None = None,
    name: str = "",
    read: Callable[[Path, Sequence[Path]], Scenario] = read_scenario,
) -> Solved:
    """
    Return the plan in a folder that ``matcher solve`` wrote.

    Parameters
    ----------
    folder
        Holds the plan and the record of its run.
    scenario
        Where the scenario is; None: where the record says.
    name
        What it is called among others; blank: as the folder.
    read
        Reads a scenario with its overlays.

    Raises
    ------
    matcher.errors.ScenarioError
        If a file is missing or faulty, or the plan is for another scenario.
    """
    folder = Path(folder)
    if not (folder / PLAN).is_file():
        raise _error("E604", folder / PLAN, _MISSING, _SOLVE)
    plan = read_plan(folder / PLAN)
    paths = [Path(scenario)] if scenario else _sources(folder / RUN)
    world = read(paths[0], paths[1:])
    if world.fingerprint != plan.fingerprint:
        listed = " + ".join(map(str, paths))
        raise _error("E607", folder / PLAN, _MISFIT, _AGAIN, scenario=listed)
    return judged(name or folder.resolve().name, world, plan)


def _sources(record: Path) -> Sequence[Path]:
    """Return where the scenario of a run was read from: base first, then overlays."""
    if not record.is_file():
        raise _error("E604", record, _MISSING, _SAY_WHICH)
    try:
        ways = [Path(each) for each in json.loads(record.read_bytes())["source"]]
    except (ValueError, KeyError, TypeError):
        ways = []
    if not ways:
        raise _error("E605", record, _SILENT, _SAY_WHICH)
    return [_found(way, record) for way in ways]


def _found(way: Path, record: Path) -> Path:
    """Return where a way from the record leads."""
    path = (record.parent / way).resolve()
    if path.exists():
        return path
    # In older records the way begins where matcher solve was called.
    if way.exists():
        return way
    raise _error("E606", record, _GONE, _SAY_WHICH, scenario=path)


def _error(
    code: str, path: Path, what: str, way_out: str, **facts: object
) -> ScenarioError:
    return ScenarioError([Problem(code, Place(str(path)), what, way_out, facts)])
