"""Running a command as a whole process, and measuring it from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks.machine import ROOT

MATCHER = str(Path(sys.executable).with_name("matcher"))

# Users have bytecode; where it is not written, start-up would look too slow.
_ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
} | {"MATCHER_LANG": "en"}


@dataclass(frozen=True)
class Measured:
    """
    What a process took and said.

    Parameters
    ----------
    seconds
        Wall time from start to end.
    peak_mb
        The most memory it ever held.
    output
        What it printed.
    """

    seconds: float
    peak_mb: int
    output: str


def measure(*command: str) -> Measured:
    """
    Run a command to its end and measure it.

    Parameters
    ----------
    command
        The program and its words.

    Raises
    ------
    subprocess.CalledProcessError
        If it failed; a failed run is no measurement.

    Notes
    -----
    On Linux a child's peak can never seem smaller than what this process held when it
    started the child. So nothing here may load the engine.
    """
    with TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 -- our own commands
            command, stdout=output, cwd=ROOT, env=_ENVIRONMENT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        text = output.read().decode()
    in_a_megabyte = 2**20 if sys.platform == "darwin" else 2**10
    return Measured(round(seconds, 3), usage.ru_maxrss // in_a_megabyte, text)
