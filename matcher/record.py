"""The record of a run: what went in, how long it took, on what machine."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.pool import cores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.scenario import Scenario
    from matcher.verbs import Run


@dataclass(frozen=True)
class Origin:
    """
    What a scenario was read from, told without the files themselves.

    Parameters
    ----------
    source
        The ways from the folder of the record to the scenario and its overlays.
    files
        The digest of each file.
    """

    source: tuple[str, ...]
    files: Mapping[str, str]


def origin(source: Sequence[Path], files: Iterable[Path], folder: Path) -> Origin:
    """
    Return what a scenario was read from.

    Parameters
    ----------
    source
        The scenario and its overlays, as the command line named them.
    files
        What was read.
    folder
        Where the record goes.
    """
    ways = tuple(_way(path, folder) for path in source)
    return Origin(ways, file_digests(files, source[0]))


def run_record(
    scenario: Scenario,
    read: Origin,
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
    read
        What it was read from.
    run
        What came out.
    parameters
        What the command line asked for.
    seconds
        Time of the whole run.
    """
    content = {
        "schema": "matcher.run/1",
        "finished": finished(),
        "versions": {**run.plan.versions, "python": platform.python_version()},
        "parameters": {**parameters, "seed": run.plan.seed},
        "scenario": scenario.name,
        "source": read.source,
        "fingerprint": scenario.fingerprint,
        "files": read.files,
        "status": run.plan.status,
        "interrupted": run.plan.interrupted,
        "rungs": [
            {"goal": rung.goal, "part": rung.part, "seconds": round(spent, 3)}
            for rung, spent in zip(run.plan.rungs, run.seconds, strict=True)
        ],
        "pieces": run.pieces,
        "work": round(run.work, 3),
        "seconds": round(seconds, 3),
        "peak_memory_mb": _peak_memory_mb(),
        "cores": cores(),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def finished() -> str:
    """Return the time at which something ends: now."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z")


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


def _peak_memory_mb() -> int | None:
    """Return the most memory this process ever held, where the system tells."""
    if find_spec("resource") is None:
        return None
    # Windows has no such module.
    import resource  # noqa: PLC0415

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
