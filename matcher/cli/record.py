"""The record of a run: what went in, how long it took, on what machine."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matcher.scenario.reading import Reading
    from matcher.verbs import Run


def run_record(
    reading: Reading,
    source: Sequence[Path],
    run: Run,
    parameters: Mapping[str, object],
    *,
    folder: Path,
    seconds: float,
) -> str:
    """
    Return the text of ``run.json``.

    Parameters
    ----------
    reading
        What was planned, with the files it was read from.
    source
        The scenario and its overlays, as the command line named them.
    run
        What came out.
    parameters
        What the command line asked for.
    folder
        Where the record goes.
    seconds
        Time of the whole run.
    """
    content = {
        "schema": "matcher.run/1",
        "finished": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "versions": {**run.plan.versions, "python": platform.python_version()},
        "parameters": {**parameters, "seed": run.plan.seed},
        "scenario": reading.scenario.name,
        "source": [_way(path, folder) for path in source],
        "fingerprint": reading.scenario.fingerprint,
        "files": file_digests(reading.files, source[0]),
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


def file_digests(files: Iterable[Path], scenario: Path) -> dict[str, str]:
    """
    Return the SHA-256 of each input file, by its way from the scenario's folder.

    Parameters
    ----------
    files
        What was read.
    scenario
        The scenario's folder or workbook.
    """
    folder = scenario if scenario.is_dir() else scenario.parent
    return {
        Path(os.path.relpath(path, folder)).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in files
    }


def _way(path: Path, folder: Path) -> str:
    """Return the way from a folder to a path, which holds when both are moved."""
    whole = path.resolve()
    try:
        return Path(os.path.relpath(whole, folder.resolve())).as_posix()
    except ValueError:  # On Windows there is no way to another drive.
        return whole.as_posix()


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
