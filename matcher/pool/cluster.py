"""A pool on a Ray cluster: one that is there, or one that is started here."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from contextlib import ExitStack, redirect_stdout
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import ray
from ray.exceptions import RayError, RayTaskError

from matcher.extras import ClusterError
from matcher.language import mark
from matcher.pool.pool import DeadError, Item, Pool, Result, outcome, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self, TextIO, TypeAlias

    Reference: TypeAlias = ray.ObjectRef[Any]

_NO_START = mark("Ray cannot be started here: {said}")
_NO_ADDRESS = mark(
    "{address} is no address: write HOST:PORT, as ray start --head printed it, or auto."
)
_AWAY = mark(
    "No Ray cluster can be reached at {address}: {said}. Give the address that ray "
    "start --head printed on its machine; this machine has to belong to the cluster, "
    "too."
)
_UNFIT = mark(
    "A machine of the Ray cluster cannot do the work: {said}. Each needs the versions "
    "of Python, ray and matcher that this one has."
)

_PATIENCE = 5.0
"""Seconds in which a cluster must answer; Ray itself would try for minutes."""


class Cluster(Pool["Reference"]):
    """
    The machines of a Ray cluster.

    A connection that is there already is used and left open.

    Parameters
    ----------
    address
        Where the cluster is, as ``ray start --head`` says, or ``auto`` for the one
        that this machine belongs to; None: one is started here, for the block.
    threads
        The cores that the work on one item is counted with, as far as every machine
        has them.
    most
        How many items are worked on at the same time at most; None: no limit but the
        cores.
    """

    def __init__(
        self, address: str | None = None, threads: int = 1, most: int | None = None
    ) -> None:
        self._address = address
        self._threads = threads
        self._most = most
        self._share = threads
        self._work: object = None
        self._sent: Reference | None = None
        self._leaving = ExitStack()

    def __enter__(self) -> Self:
        if not ray.is_initialized():
            _connect(self._address)
            self._leaving.callback(ray.shutdown)
        self._leaving.enter_context(redirect_stdout(_WithoutRay(sys.stdout)))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sent = self._work = None
        self._leaving.close()

    def _slots(self) -> int:
        # Machines come and go.
        nodes = ray.nodes()  # type: ignore[no-untyped-call]  # by Ray
        found = [
            int(each["Resources"].get("CPU", 0)) for each in nodes if each["Alive"]
        ]
        cores = [each for each in found if each]
        # More than a machine has would never be given.
        self._share = min([self._threads, *cores])
        room = max(1, sum(each // self._share for each in cores))
        return min(room, self._most) if self._most else room

    def _begin(self, work: Callable[[Item], Result], item: Item) -> Reference:
        if self._work is not work:
            self._work, self._sent = work, ray.put(work)
        # In a list the work stays a reference, and is fetched once by each process.
        task: Reference = _TASK.options(num_cpus=self._share).remote([self._sent], item)
        return task

    def _ready(
        self, handles: Sequence[Reference], seconds: float
    ) -> Sequence[Reference]:
        return ray.wait(list(handles), num_returns=1, timeout=seconds)[0]

    def _result(self, handle: Reference) -> Any:  # noqa: ANN401 -- what the work returns
        try:
            content = ray.get(handle)
        except RayTaskError as failure:
            # What the work itself raises comes as a value.
            said = _said(failure.cause or failure)
            raise ClusterError(_UNFIT, said=said) from failure
        except RayError:
            raise DeadError from None
        return value_of(content)

    def _end(self, handle: Reference) -> None:
        ray.cancel(handle, force=True)


class _WithoutRay:
    """
    Standard output without what threads of Ray print there.

    It is for data; Ray tells of dead workers at length, and the pool tells, too.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what does not come from Ray."""
        if threading.current_thread().name.startswith("ray_"):
            return len(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def flush(self) -> None:
        """Write what is held back."""
        self._stream.flush()


def _connect(address: str | None) -> None:
    """Connect to a cluster, or start one here."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    logging.getLogger("ray").setLevel(logging.ERROR)
    try:
        if address is not None and address != "auto":
            host, _, port = address.rpartition(":")
            if not port.isdecimal():
                raise ClusterError(_NO_ADDRESS, address=address)
            socket.create_connection((host, int(port)), _PATIENCE).close()
        ray.init(
            address or "local",
            include_dashboard=False if address is None else None,
            configure_logging=False,
            log_to_driver=False,
        )
    except (OSError, RuntimeError, ValueError, RayError, SystemExit) as failure:
        what, said = _AWAY if address else _NO_START, _said(failure)
        raise ClusterError(what, address=address, said=said) from failure


def _said(failure: BaseException) -> str:
    """Return an error as one line, the last one that it tells."""
    return f"{type(failure).__name__}: {str(failure).strip().rpartition(chr(10))[2]}"


def _done(sent: list[Reference], item: Item) -> bytes:
    """Return what comes of the work on an item."""
    work = _fetched(sent[0])
    return outcome(lambda: work(item))


@lru_cache(maxsize=1)
def _fetched(sent: Reference) -> Callable[[Any], Any]:
    work: Callable[[Any], Any] = ray.get(sent)
    return work


# Tries are counted by the pool.
_TASK: Any = ray.remote(max_retries=0)(_done)
