"""What every pool does: hand out items, hear of results, try again what was lost."""

from __future__ import annotations

import os
import pickle
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType
    from typing import Self

THREADS = 8
"""The cores that the work on one item is counted with, if nobody says."""

TRIES = 3
"""How often an item is given to a process before it counts as lost."""

_TICK = 0.2
"""Seconds after which a wish to stop is heard at the latest."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Handle = TypeVar("Handle")


@dataclass(frozen=True)
class Lost:
    """
    What is known of an item of which no process returned anything.

    Parameters
    ----------
    tries
        How many processes died while they worked on it.
    """

    tries: int


class DeadError(Exception):
    """A process died while it worked."""


@dataclass(frozen=True)
class _Task(Generic[Item]):
    """An item with the number of its try."""

    item: Item
    number: int = 1


class Pool(ABC, Generic[Handle]):
    """
    Processes that do one piece of work on many items.

    It is a context: when the block is left, nothing goes on working.
    """

    def map(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        stop: threading.Event | None = None,
        again: Callable[[Item], None] | None = None,
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """
        Yield each item with what the work returns for it, in the order of ends.

        An item whose process dies is given to another one, a few times at most. What
        the work raises is raised here: work on many items had better return it.

        Parameters
        ----------
        work
            What is to be done; sent to each process once, however much it holds.
        items
            What it is to be done with; taken when there is room.
        stop
            Set by somebody who wants no more: what still runs then is ended.
        again
            Told of each item whose process died and that is tried again.
        """
        waiting = (_Task(item) for item in items)
        back: list[_Task[Item]] = []
        running: dict[Handle, _Task[Item]] = {}
        ends: list[tuple[Item, Result | Lost]] = []
        try:
            while True:
                stopped = stop is not None and stop.is_set()
                for _ in range(0 if stopped else self._slots() - len(running)):
                    task = back.pop() if back else next(waiting, None)
                    if task is None:
                        break
                    running[self._begin(work, task.item)] = task
                # Whoever asked may take long over an end: the others work by then.
                yield from ends
                if stopped or not running:
                    return
                ends = []
                for handle in self._ready(list(running), _TICK):
                    task = running.pop(handle)
                    try:
                        ends.append((task.item, self._result(handle)))
                    except DeadError:
                        if task.number == TRIES:
                            ends.append((task.item, Lost(TRIES)))
                            continue
                        back.append(replace(task, number=task.number + 1))
                        if again:
                            again(task.item)
        finally:
            for handle in running:
                self._end(handle)

    @property
    def room(self) -> int:
        """How many items are worked on at the same time, as things are now."""
        return self._slots()

    @abstractmethod
    def _slots(self) -> int:
        """Return how many items there is room for at the same time."""

    @abstractmethod
    def _begin(self, work: Callable[[Item], Result], item: Item) -> Handle:
        """Begin the work on an item."""

    @abstractmethod
    def _ready(self, handles: Sequence[Handle], seconds: float) -> Sequence[Handle]:
        """Return what has ended, after some seconds even if nothing has."""

    @abstractmethod
    def _result(self, handle: Handle) -> Any:  # noqa: ANN401 -- what the work returns
        """Return what the work returned, raise what it raised, or DeadError."""

    @abstractmethod
    def _end(self, handle: Handle) -> None:
        """End work that nobody waits for any more."""

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def value_of(content: bytes) -> Any:  # noqa: ANN401 -- what the work returned
    """
    Return what the work returned, or raise what it raised.

    Parameters
    ----------
    content
        What :func:`outcome` returned in another process.
    """
    found: Outcome[Any] = pickle.loads(content)  # noqa: S301 -- from our own process
    if found.failure is not None:
        raise found.failure
    return found.value


@dataclass(frozen=True)
class Outcome(Generic[Result]):
    """
    What came of work on an item, as a value that crosses between processes.

    Parameters
    ----------
    value
        What the work returned.
    failure
        What it raised.
    """

    value: Result | None = None
    failure: Exception | None = None


def outcome(work: Callable[[], Result]) -> bytes:
    """
    Return what comes of work, pickled: an :class:`Outcome`.

    Parameters
    ----------
    work
        What is to be done.
    """
    try:
        found: Outcome[Result] = Outcome(value=work())
    except Exception as failure:  # noqa: BLE001 -- raised again by whoever waits
        found = Outcome(failure=failure)
    try:
        return pickle.dumps(found)
    except Exception as fault:  # noqa: BLE001 -- not everything can be pickled
        text = f"{found!r} cannot be sent to another process: {fault}"
        return pickle.dumps(Outcome(failure=TypeError(text)))


def cores() -> int:
    """Return the cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
