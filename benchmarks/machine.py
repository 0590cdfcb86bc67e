"""The description of the machine that every result carries."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.records import Machine
from matcher import __version__

ROOT = Path(__file__).parent.parent
_CPUINFO = Path("/proc/cpuinfo")
_MEASURED = ("matcher", "scenarios", "pyproject.toml")


def this_machine() -> Machine:
    """Return what figures depend on, as it is now."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        processor=_processor(),
        cores=_cores(),
        memory_gb=round(memory / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        load=round(os.getloadavg()[0], 2),
        python=platform.python_version(),
        ortools=version("ortools"),
        matcher=__version__,
        commit=_commit(),
    )


def _processor() -> str:
    if _CPUINFO.exists():
        for line in _CPUINFO.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown"


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _commit() -> str:
    """Return the commit, and whether what is measured differs from it."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    changed = _git("status", "--porcelain", "--", *_MEASURED)
    return f"{commit} with changes" if commit and changed else commit or "unknown"


def _git(*words: str) -> str:
    program = shutil.which("git")
    if program is None:
        return ""
    command = [program, *words]
    done = subprocess.run(  # noqa: S603 -- our own words
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
