"""
What one can do, in Python: read, solve, audit, report.

Each verb takes values and returns values; none of them prints. The solver is
imported only by the verb that solves.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from matcher._version import __version__
from matcher.audit import AuditReport, audit
from matcher.errors import AuditError
from matcher.plan import Plan
from matcher.plan.files import read_plan, write_whole
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from matcher.language import Language
    from matcher.scenario import Scenario
    from matcher.solver import Progress

__all__ = [
    "Run",
    "audit_plan",
    "read_plan",
    "read_scenario",
    "run",
    "solve",
    "write_report",
]


@dataclass(frozen=True)
class Run:
    """
    One run of the solver and what the judge says of it.

    Parameters
    ----------
    plan
        What was decided.
    audit
        The judge's figures and findings.
    seconds
        Time spent on each rung.
    """

    plan: Plan
    audit: AuditReport
    seconds: tuple[float, ...]


def run(
    scenario: Scenario,
    *,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Run:
    """
    Plan a scenario, and return the plan with the audit and the seconds of each rung.

    The parameters and errors are those of :func:`solve`, except that findings of
    the audit are returned, not raised.
    """
    # Loading the engine takes a second that no other verb should pay.
    from matcher.explain import ledger  # noqa: PLC0415
    from matcher.solver import solve as decide  # noqa: PLC0415

    solution = decide(
        scenario,
        seed=seed,
        time_limit=time_limit,
        workers=workers,
        progress=progress,
        stop=stop,
    )
    plan = Plan(
        schema="matcher.plan/1",
        scenario=scenario.name,
        fingerprint=scenario.fingerprint,
        versions={"matcher": __version__, "ortools": version("ortools")},
        seed=solution.seed,
        status=solution.status,
        interrupted=solution.interrupted,
        assignments=solution.assignments,
        rungs=solution.rungs,
        shortages=ledger(scenario, solution.assignments),
    )
    return Run(plan, audit(scenario, plan), solution.seconds)


def solve(
    scenario: Scenario,
    *,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Plan:
    """
    Return the best plan of a scenario, with proofs and shortages, audited.

    Parameters
    ----------
    scenario
        What is to be planned.
    seed
        Seed of the draw and of the search; None: the scenario's.
    time_limit
        Seconds for the whole run; None: until everything is proven.
    workers
        Threads of the engine; None: the engine's choice.
    progress
        Told whenever something is found or proven, from another thread.
    stop
        Set by somebody who wants the run to end with the best plan so far.

    Raises
    ------
    matcher.errors.ContradictionError
        If the strict locks cannot all be kept.
    matcher.errors.NoPlanError
        If no plan that keeps the strict locks was found in time.
    matcher.errors.InterruptedSolveError
        If the run was stopped before there was such a plan.
    matcher.errors.AuditError
        If the independent judge finds something wrong with the plan.
    """
    done = run(
        scenario,
        seed=seed,
        time_limit=time_limit,
        workers=workers,
        progress=progress,
        stop=stop,
    )
    if not done.audit.clean:
        raise AuditError(len(done.audit.findings))
    return done.plan


def audit_plan(scenario: Scenario, plan: Plan) -> AuditReport:
    """
    Judge a plan from the scenario and the plan alone.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided, with what it says of itself.
    """
    return audit(scenario, plan)


def write_report(
    scenario: Scenario,
    plan: Plan,
    folder: Path | str,
    language: Language | None = None,
    *,
    force: bool = False,
) -> Path:
    """
    Write the report of a plan as ``report.html`` and return its path.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    folder
        Where the report goes; made if it is not there.
    language
        The language of the report; None: the scenario's.
    force
        Whether a report that is already there is replaced.

    Raises
    ------
    matcher.errors.OutputError
        If a report is already there and ``force`` was not given.
    """
    # Templates are needed by this verb only.
    from matcher.report.html import render  # noqa: PLC0415

    page = render(scenario, plan, audit(scenario, plan), language or scenario.language)
    path = Path(folder, "report.html")
    write_whole(path, page, force=force)
    return path
