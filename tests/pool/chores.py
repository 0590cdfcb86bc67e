"""Work for the tests of pools, in a module that every process can import."""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from killing import until

FATAL = 3
"""The item whose process dies."""


def square(number: int) -> int:
    """Return the square of a number."""
    return number**2


def process(_number: int) -> int:
    """Return which process this is."""
    return os.getpid()


def refuse(number: int) -> int:
    """Raise an error."""
    raise LookupError(number)


def unsendable(_number: int) -> object:
    """Return what cannot be sent to another process."""
    return threading.Lock()


@dataclass(frozen=True)
class Deaths:
    """
    Work whose process dies at one item, as if something had killed it.

    Parameters
    ----------
    folder
        Holds a file for each death.
    count
        How many processes die.
    """

    folder: Path
    count: int

    def __call__(self, number: int) -> int:
        """Return the square of the number, or die."""
        if number == FATAL and (tries := len(list(self.folder.iterdir()))) < self.count:
            (self.folder / str(tries)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)


@dataclass(frozen=True)
class Heavy:
    """
    Work that holds much, and counts how often it was received.

    Parameters
    ----------
    folder
        Gets a file for each time.
    """

    folder: Path

    def __setstate__(self, state: dict[str, Path]) -> None:
        """Come into a process."""
        vars(self).update(state)
        (self.folder / f"{os.getpid()}-{time.monotonic_ns()}").touch()

    def __call__(self, number: int) -> int:
        """Return the process this is."""
        return process(number)


@dataclass(frozen=True)
class Waiting:
    """
    Work that goes on until somebody ends it, except for the item 0.

    Parameters
    ----------
    folder
        Gets a file named by each process that waits.
    """

    folder: Path

    def __call__(self, number: int) -> int:
        """Return the item 0, or wait."""
        if number:
            (self.folder / str(os.getpid())).touch()
            threading.Event().wait()
        return number


def appeared(folder: Path) -> list[int]:
    """Wait until processes have named themselves in a folder, and return them."""
    assert until(lambda: any(folder.iterdir()))
    return [int(each.name) for each in folder.iterdir()]
