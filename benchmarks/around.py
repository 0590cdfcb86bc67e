"""
Tell where the time goes around the solver, for a scenario and a plan of it.

``python -m benchmarks.around SCENARIO PLAN`` prints, for each stage of a run but the
solver, the processor time it takes alone and the peak memory until then. The plan may
be any plan of the scenario, however it was found.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from matcher.auditor import audit, rung_values
from matcher.eligibility import candidates
from matcher.explain import ledger
from matcher.foresight import foresee
from matcher.plan.files import dump_plan, read_plan
from matcher.report.html import render
from matcher.report.report import report_of
from matcher.report.workbook.book import render_workbook
from matcher.scenario.reading import read_scenario
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


def timed(stage: str, work: Callable[[], Value]) -> Value:
    """
    Do some work, print what it took, and return what came out.

    Parameters
    ----------
    stage
        What the work is called.
    work
        What is to be done.
    """
    began = time.process_time()
    value = work()
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {stage} | {spent:.2f} s | {peak} MB |", flush=True)
    return value


def main() -> None:
    """Time every stage and print a table."""
    folder, file = map(Path, sys.argv[1:])
    plan = read_plan(file)
    print("| stage | processor time | peak memory |\n| --- | --- | --- |")
    scenario = timed("reading", lambda: read_scenario(folder))
    timed("check", lambda: foresee(scenario))
    found = timed("eligibility", lambda: candidates(scenario))
    timed("pieces", lambda: split(scenario, found))
    taken, arranged = plan.assignments, plan.arrangements
    timed("ledger", lambda: ledger(scenario, taken, arranged))
    timed("values", lambda: rung_values(scenario, taken, plan.seed, arranged))
    timed("fingerprint", lambda: scenario.fingerprint)
    judged = timed("audit", lambda: audit(scenario, plan))
    timed("plan file", lambda: dump_plan(plan))
    report = timed("report", lambda: report_of(scenario, plan, judged, "zh"))
    timed("page", lambda: render(report))
    timed("workbook", lambda: render_workbook(report))


if __name__ == "__main__":
    main()
