"""Working in a thread while the main thread hears Ctrl-C."""

from __future__ import annotations

import signal
import threading

import pytest

from matcher.cli.waiting import in_thread, interruptible


def test_the_work_is_done_in_another_thread() -> None:
    """The result comes back, and the main thread did not make it."""
    assert in_thread(threading.current_thread) is not threading.main_thread()


def test_what_the_work_raises_is_raised_to_whoever_waits() -> None:
    """An error crosses the thread unchanged."""

    def work() -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        in_thread(work)


def test_an_interrupt_becomes_a_wish_to_stop() -> None:
    """Ctrl-C while work goes on sets the event and leaves the work alone."""
    stop = threading.Event()

    def work() -> bool:
        signal.raise_signal(signal.SIGINT)
        return stop.wait(60)

    with interruptible(stop):
        assert in_thread(work)


def test_an_interrupt_is_itself_again_afterwards() -> None:
    """Outside the block Ctrl-C ends the program as ever."""
    before = signal.getsignal(signal.SIGINT)
    with interruptible(threading.Event()):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_thread_other_than_the_main_one_may_ask() -> None:
    """Where Python allows no signal handler, the block runs without one."""

    def work() -> str:
        with interruptible(threading.Event()):
            return "done"

    assert in_thread(work) == "done"
