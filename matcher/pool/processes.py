"""A pool of processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from functools import partial
from multiprocessing import connection
from typing import TYPE_CHECKING, Any

from matcher.pool.pool import DeadError, Item, Pool, Result, outcome, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

# The engine has threads, which a forked process would have lost.
_CONTEXT = multiprocessing.get_context("spawn")


class Processes(Pool["Worker"]):
    """
    Processes on this machine, started when they are first needed.

    The pools of the standard library end all processes when one dies; here one that
    dies takes along nothing but the try it worked on.

    Parameters
    ----------
    count
        How many work at the same time.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._idle: list[Worker] = []

    def _slots(self) -> int:
        return self._count

    def _begin(self, work: Callable[[Item], Result], item: Item) -> Worker:
        worker = self._idle.pop() if self._idle else Worker()
        worker.begin(work, item)
        return worker

    def _ready(self, handles: Sequence[Worker], seconds: float) -> Sequence[Worker]:
        ready = connection.wait([each.end for each in handles], seconds)
        return [each for each in handles if each.end in ready]

    def _result(self, handle: Worker) -> Any:  # noqa: ANN401 -- what the work returns
        content = handle.outcome()
        self._idle.append(handle)
        return value_of(content)

    def _end(self, handle: Worker) -> None:
        handle.kill()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while self._idle:
            self._idle.pop().kill()


class Worker:
    """A process with the end of a pipe to it."""

    def __init__(self) -> None:
        self.end, other = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        # Only then does the pipe end with the process.
        other.close()
        self._work: object = None

    def begin(self, work: Callable[[Item], Result], item: Item) -> None:
        """Send an item, and the work if it is another one than before."""
        news = work if self._work is not work else None
        self._work = work
        try:
            self.end.send((news, item))
        except OSError:
            # It died while it waited, which the pipe will tell.
            return
        except BaseException:
            self.kill()
            raise

    def outcome(self) -> bytes:
        """Return what came of the item, or raise DeadError."""
        try:
            return self.end.recv_bytes()
        except (EOFError, OSError):
            self.kill()
            raise DeadError from None

    def kill(self) -> None:
        """End the process whatever it does."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.end.close()


def _serve(end: connection.Connection[Any, Any]) -> None:
    """Work on items until the pipe ends."""
    # Whether Ctrl-C ends the work is decided where it is handed out.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    kept: list[Callable[[Any], Any]] = []

    def done(content: bytes) -> object:
        news, item = pickle.loads(content)  # noqa: S301 -- from whoever started this
        if news is not None:
            kept[:] = [news]
        return kept[0](item)

    while True:
        try:
            content = end.recv_bytes()
        except EOFError:
            return
        end.send_bytes(outcome(partial(done, content)))


def _follow() -> None:
    """End this process as soon as the one that started it has ended."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 -- this is a child
    parent.join()
    os._exit(1)
