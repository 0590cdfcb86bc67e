"""
One Ray worker against two on a scenario of many pieces.

``python -m benchmarks.cluster SCENARIO`` writes ``benchmarks/studies/<date>-cluster``.
"""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import click
import ray

from benchmarks.machine import ROOT, this_machine
from benchmarks.page import machine_table
from benchmarks.records import Machine
from docs.pages.markdown import table
from matcher import verbs

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def measured(world: Scenario, workers: int, limit: float | None) -> dict[str, object]:
    """Return what a run took and proved on a cluster with so many cores here."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(
        "local", num_cpus=workers, include_dashboard=False, configure_logging=False
    )
    try:
        began = time.perf_counter()
        run = verbs.run(world, engine="ray", workers=1, time_limit=limit)
        seconds = time.perf_counter() - began
    finally:
        ray.shutdown()
    return {
        "workers": workers,
        "seconds": round(seconds, 2),
        "status": run.plan.status.value,
        "values": [each.best for each in run.plan.rungs],
        "pieces": [[each["candidates"], each["where"]] for each in run.pieces],
    }


@click.command()
@click.argument("scenario", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=3, show_default=True, help="Of each number of workers.")
@click.option("--limit", type=float, help="Seconds of each run.")
@click.option("--into", type=click.Path(path_type=Path), help="Another folder.")
def main(  # noqa: D103 -- the module says it
    scenario: Path,
    *,
    runs: int,
    limit: float | None,
    into: Path | None,
) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}-cluster"
    folder = into or ROOT / "benchmarks" / "studies" / today
    world = verbs.read_scenario(scenario)
    found = []
    # Turn by turn, so that what else the machine does meets both alike.
    for number in range(2 * runs):
        found.append(measured(world, 1 + number % 2, limit))
        print(json.dumps(found[-1]), flush=True)
    study = {
        "scenario": scenario.name,
        "limit": limit,
        "machine": this_machine().model_dump(mode="json"),
        "runs": found,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json.dumps(study, indent=1) + "\n", "utf-8")
    (folder / "README.md").write_text(page(study), "utf-8")
    print(page(study))


def page(study: Any) -> str:  # noqa: ANN401 -- as JSON has it
    """
    Return a study as tables.

    Parameters
    ----------
    study
        What is stored of it.
    """
    runs = study["runs"]
    one, two = (
        median(each["seconds"] for each in runs if each["workers"] == count)
        for count in (1, 2)
    )
    rows = [
        (str(each["workers"]), f"{each['seconds']:.1f}", each["status"])
        for each in runs
    ]
    same = len({str(each["values"]) for each in runs}) == 1
    limit = "no limit" if study["limit"] is None else f"{study['limit']} s"
    return "\n\n".join(
        (
            "# One Ray worker against two",
            f"Scenario {study['scenario']}, {limit}.",
            machine_table(Machine.model_validate(study["machine"])),
            table(("workers", "seconds", "status"), rows),
            f"Medians: {one:.1f} s and {two:.1f} s, {one / two:.2f} times.",
            f"The same values on every rung in all runs: {'yes' if same else 'no'}.\n",
        )
    )


if __name__ == "__main__":
    main()
