"""Working in a thread while the main thread hears Ctrl-C."""

from __future__ import annotations

import signal
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Result = TypeVar("Result")


@contextmanager
def interruptible(stop: threading.Event) -> Iterator[None]:
    """
    Turn Ctrl-C into a wish to stop: nothing is torn apart while it works.

    Parameters
    ----------
    stop
        Set by Ctrl-C.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: stop.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def in_thread(work: Callable[[], Result]) -> Result:
    """
    Return what the work returns, done in a thread, or raise what it raises.

    Parameters
    ----------
    work
        What is to be done. The engine must not work in the main thread: Python
        would not hear a signal until it ended.
    """
    outcome: Future[Result] = Future()
    done = threading.Event()

    def body() -> None:
        try:
            outcome.set_result(work())
        except BaseException as failure:  # noqa: BLE001 -- raised again by whoever waits
            outcome.set_exception(failure)
        finally:
            done.set()

    threading.Thread(target=body, daemon=True).start()
    # A wait without a limit would not hear a signal on Windows.
    while not done.wait(0.1):
        pass
    return outcome.result()
