"""What tests share that kill processes: waiting until one is there, or gone."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 120.0
"""How long is waited for what must happen soon: never, when all is well."""


def until(happened: Callable[[], bool]) -> bool:
    """Wait until something has happened; return whether it has."""
    deadline = time.monotonic() + _SECONDS
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.05)
    return happened()


def gone(pid: int) -> bool:
    """Wait until a process has gone; return whether it has."""
    return until(lambda: not _there(pid))


def _there(pid: int) -> bool:
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
