"""The record of a run: what went in, how long it took, on what machine."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.scenario import Scenario
    from matcher.verbs import Run


def run_record(
    scenario: Scenario,
    folder: Path,
    run: Run,
    parameters: Mapping[str, object],
    seconds: float,
) -> str:
    """
    Return the text of ``run.json``.

    Parameters
    ----------
    scenario
        What was planned.
    folder
        Where it was read from.
    run
        What came out.
    parameters
        What the command line asked for.
    seconds
        Time of the whole run.
    """
    content = {
        "schema": "matcher.run/1",
        "finished": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "versions": {**run.plan.versions, "python": platform.python_version()},
        "parameters": {**parameters, "seed": run.plan.seed},
        "scenario": scenario.name,
        "fingerprint": scenario.fingerprint,
        "files": file_digests(folder),
        "status": run.plan.status,
        "interrupted": run.plan.interrupted,
        "rungs": [
            {"goal": rung.goal, "part": rung.part, "seconds": round(spent, 3)}
            for rung, spent in zip(run.plan.rungs, run.seconds, strict=True)
        ],
        "seconds": round(seconds, 3),
        "peak_memory_mb": _peak_memory_mb(),
        "cores": _cores(),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def file_digests(folder: Path) -> dict[str, str]:
    """
    Return the SHA-256 of each input file, by its name.

    Parameters
    ----------
    folder
        The scenario's folder.
    """
    inputs = sorted([folder / "scenario.yaml", *folder.glob("*.csv")])
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in inputs}


def _cores() -> int:
    """Return the cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _peak_memory_mb() -> int | None:
    """Return the most memory this process ever held, where the system tells."""
    if find_spec("resource") is None:
        return None
    # Windows has no such module.
    import resource  # noqa: PLC0415

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
