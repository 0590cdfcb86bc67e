"""The choice of a pool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from matcher.extras import ExtraError
from matcher.pool.pool import THREADS, Pool, cores
from matcher.pool.processes import Processes

if TYPE_CHECKING:
    from collections.abc import Sequence

Engine = Literal["processes", "ray"]

ENGINES: Sequence[Engine] = get_args(Engine)
"""On what work is spread."""


def opened(
    engine: Engine = "processes",
    *,
    threads: int | None = None,
    most: int | None = None,
    address: str | None = None,
) -> Pool[Any]:
    """
    Return a pool, which begins with the block that it is the context of.

    Parameters
    ----------
    engine
        Processes of this machine, or a Ray cluster.
    threads
        The cores that the work on one item is counted with; None: as many as the
        solver has threads.
    most
        How many items are worked on at the same time; None: as many as the cores have
        room for.
    address
        Where the Ray cluster is; None: one is started here.

    Raises
    ------
    matcher.extras.ExtraError
        If the extra ``ray`` is asked for and not installed.
    """
    threads = threads or THREADS
    if engine == "processes":
        return Processes(most or max(1, cores() // threads))
    try:
        from matcher.pool.cluster import Cluster  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as missing:
        raise ExtraError("ray", missing) from missing
    return Cluster(address, threads, most)
