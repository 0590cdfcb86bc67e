"""Running a peer as a whole process, with a limit of time and one of memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.machine import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CEILING_MB = 10_000
"""A peer that holds more is ended."""

_PROCESSES = Path("/proc")
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
_LOOK_EVERY = 0.25

Ending = Literal["finished", "failed", "ended for time", "ended for memory"]


@dataclass(frozen=True)
class Outcome:
    """
    How a process went.

    Parameters
    ----------
    ending
        Whether it came to its own end.
    seconds
        Wall time from start to end.
    peak_mb
        The most memory that it and its children held at one time.
    lines
        What it said on standard error, each line with the seconds since the start.
    """

    ending: Ending
    seconds: float
    peak_mb: int
    lines: tuple[tuple[float, str], ...]


def run(
    words: Sequence[str],
    seconds: float,
    environment: Mapping[str, str],
    ceiling_mb: float = CEILING_MB,
) -> Outcome:
    """
    Run a process; end it with its children if it takes too long or too much memory.

    Parameters
    ----------
    words
        The program and its words.
    seconds
        When it is ended at the latest.
    environment
        What differs from ours.
    ceiling_mb
        How much memory it may hold.
    """
    began = time.monotonic()
    lines: list[tuple[float, str]] = []
    with subprocess.Popen(  # noqa: S603 -- our own commands
        words,
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        watch = _Watch(process.pid, began + seconds, ceiling_mb)
        assert process.stderr is not None  # noqa: S101 -- it is a pipe
        reader = threading.Thread(target=_read, args=(process.stderr, began, lines))
        watcher = threading.Thread(target=watch.look)
        reader.start()
        watcher.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            spent = time.monotonic() - began
        finally:
            # Also if somebody stops the study: nothing that it started lives on.
            watch.over.set()
            watcher.join()
            _end(process.pid)
            reader.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    own = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    ending = watch.ending or ("failed" if process.returncode else "finished")
    peak = round(max(own, watch.peak_mb))
    return Outcome(ending, round(spent, 3), peak, tuple(lines))


def _read(stream: Iterator[str], began: float, lines: list[tuple[float, str]]) -> None:
    lines.extend((round(time.monotonic() - began, 3), line.rstrip()) for line in stream)


class _Watch:
    """Looks at a process from time to time and ends it where a limit is passed."""

    def __init__(self, leader: int, deadline: float, ceiling_mb: float) -> None:
        self._leader = leader
        self._deadline = deadline
        self._ceiling_mb = ceiling_mb
        self.peak_mb = 0.0
        self.ending: Ending | None = None
        self.over = threading.Event()

    def look(self) -> None:
        """Look until the process is over."""
        while self.ending is None and not self.over.wait(_LOOK_EVERY):
            self.peak_mb = max(self.peak_mb, _held(self._leader))
            if self.peak_mb > self._ceiling_mb:
                self.ending = "ended for memory"
            elif time.monotonic() > self._deadline:
                self.ending = "ended for time"
            if self.ending:
                _end(self._leader)


def _end(leader: int) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def _held(session: int) -> float:
    """Return how much memory the processes of a session hold now; 0 without /proc."""
    held = 0
    for folder in _PROCESSES.glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                held += int(fields[21])
        except (OSError, IndexError, ValueError):
            continue  # It ended while we looked.
    return held * _PAGE_MB
