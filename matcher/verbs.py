"""
What one can do, in Python: read, solve, audit, report, tabulate.

Each verb takes values and returns values; none of them prints. The solver is
imported only by the verb that solves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from matcher._version import __version__
from matcher.auditor import AuditReport, audit, rung_values
from matcher.errors import AuditError
from matcher.plan import Plan, RungProof, Status
from matcher.plan.files import read_plan, write_together
from matcher.scenario.reading import read, read_scenario

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    import pandas as pd

    from matcher.language import Language
    from matcher.scenario import GoalPolicy, Scenario
    from matcher.solver import Progress

__all__ = [
    "Run",
    "audit",
    "read",
    "read_plan",
    "read_scenario",
    "run",
    "solve",
    "tables",
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
    pieces
        The method of each piece of the scenario, with its reason and the measures of
        its model.
    work
        What CP-SAT did, in its own measure.
    """

    plan: Plan
    audit: AuditReport
    seconds: tuple[float, ...]
    pieces: tuple[Mapping[str, object], ...] = ()
    work: float = 0.0


def run(
    scenario: Scenario,
    *,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    engine: str = "auto",
    address: str | None = None,
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
        engine=engine,
        address=address,
        progress=progress,
        stop=stop,
    )
    values = rung_values(
        scenario, solution.assignments, solution.seed, solution.arrangements
    )
    policies = {each.goal: each for each in scenario.policy.goals}
    rungs = tuple(
        _valued(proof, values[proof.goal, proof.part], policies[proof.goal])
        for proof in solution.rungs
    )
    proven = all(each.status is Status.OPTIMAL for each in rungs)
    plan = Plan(
        schema="matcher.plan/1",
        scenario=scenario.name,
        fingerprint=scenario.fingerprint,
        versions={"matcher": __version__, "ortools": version("ortools")},
        seed=solution.seed,
        status=Status.OPTIMAL if proven else Status.FEASIBLE,
        interrupted=solution.interrupted,
        assignments=solution.assignments,
        arrangements=solution.arrangements,
        rungs=rungs,
        shortages=ledger(scenario, solution.assignments, solution.arrangements),
    )
    pieces = tuple(asdict(each) for each in solution.pieces)
    return Run(plan, audit(scenario, plan), solution.seconds, pieces, solution.work)


def _valued(proof: RungProof, value: int, policy: GoalPolicy) -> RungProof:
    """
    Return the proof with the plan's own value where the solver's may fall short.

    A rung that time cut short, or that later rungs may worsen, has only a value that
    the plan is known to reach. A rung that is settled keeps the solver's word, which
    the audit must confirm.
    """
    if proof.status is Status.OPTIMAL and not proof.tolerance:
        return proof
    best = (max if proof.sense == "max" else min)(proof.best, value)
    status = Status.OPTIMAL if best == proof.bound else Status.FEASIBLE
    return proof.model_copy(
        update={
            "best": best,
            "value": value,
            "tolerance": policy.slack(best),
            "status": status,
        }
    )


def solve(
    scenario: Scenario,
    *,
    seed: int | None = None,
    time_limit: float | None = None,
    workers: int | None = None,
    engine: str = "auto",
    address: str | None = None,
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
    engine
        ``auto``: what suits each piece of the scenario; or ``cp-sat``, ``mip``
        (integer programs, for pieces whose rules are all linear), ``benders`` (who
        goes first and dates afterwards, where dates are free) or ``flow`` (for pieces
        whose rules are a flow); or ``ray``: what suits each piece, the pieces spread
        over a Ray cluster (needs the extra ray).
    address
        Where the cluster is, as ``ray start --head`` printed it, or ``auto`` for the
        one that this machine belongs to; None: one is started here.
    progress
        Told whenever something is found or proven, from another thread.
    stop
        Set by somebody who wants the run to end with the best plan so far.

    Raises
    ------
    matcher.extras.ExtraError
        If Ray is asked for and not installed.
    matcher.extras.ClusterError
        If there is no cluster at the address.
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
        engine=engine,
        address=address,
        progress=progress,
        stop=stop,
    )
    if not done.audit.clean:
        raise AuditError(len(done.audit.findings))
    return done.plan


def write_report(
    scenario: Scenario,
    plan: Plan,
    folder: Path | str,
    language: Language | None = None,
    *,
    force: bool = False,
) -> Path:
    """
    Write the report of a plan, and return the path of its page.

    It is ``report.html``, a page that opens offline and prints, and ``report.xlsx``,
    a workbook to filter and to decide in.

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
    from matcher.report.report import report_of  # noqa: PLC0415
    from matcher.report.workbook.book import render_workbook  # noqa: PLC0415

    judged = audit(scenario, plan)
    report = report_of(scenario, plan, judged, language or scenario.language)
    page, workbook = Path(folder, "report.html"), Path(folder, "report.xlsx")
    files: dict[Path, str | bytes] = {
        page: render(report),
        workbook: render_workbook(report),
    }
    write_together(files, force=force)
    return page


def tables(scenario: Scenario, plan: Plan) -> dict[str, pd.DataFrame]:
    """
    Return the plan as tidy data frames by name, for analysis in a notebook.

    The frames are ``assignments``, ``agreement``, ``shortages``, ``rungs``,
    ``months``, ``mentorships``, ``links`` (to contact leaders), ``beds``,
    ``sessions``, ``seating`` (of delegations in sessions), ``handovers``, ``care``
    (its dated acts), ``exchange`` (the two-direction ledger, ``by`` pair, sector,
    unit and month) and ``provisions`` (the figures of the source's rows). Codes are
    text, never numbers, and several of them are parted by ``；``; ``end`` is the
    first day after the term; a frame without rows has all its columns.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    """
    # pandas is needed by this verb only, and takes long to load.
    from matcher.report import tables as room  # noqa: PLC0415

    return room.tables(scenario, plan)
