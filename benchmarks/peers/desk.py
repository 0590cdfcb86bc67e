"""
What all peers in Python share: they read the instance, answer, and mind the time.

A peer is called as ``PEER INSTANCE ANSWER DEADLINE``, the deadline in seconds since
1970, and writes a JSON file: ``pairs`` of places of person and post, the ``bound`` that
it proved or null, and the ``solver`` with its version.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers.instance import Instance, read_instance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GAP = 1e-4
"""A proven gap of this share is as good as none; peers with bounds end there."""


@dataclass(frozen=True)
class Answer:
    """
    What a peer found.

    Parameters
    ----------
    pairs
        Places of person and post.
    bound
        No plan is worth more; None if nothing is proven.
    solver
        What solved it, with its version.
    """

    pairs: list[tuple[int, int]]
    bound: float | None
    solver: str


class Deadline:
    """
    The moment at which a peer should end.

    Parameters
    ----------
    moment
        In seconds since 1970.
    """

    def __init__(self, moment: float) -> None:
        self._moment = moment

    @property
    def left(self) -> float:
        """Seconds until then; never quite none, which many take for no limit."""
        return max(0.01, self._moment - time.time())


def chosen(instance: Instance, pairs: Iterable[int]) -> list[tuple[int, int]]:
    """
    Return the person and post of pairs.

    Parameters
    ----------
    instance
        Where they are from.
    pairs
        Their places.
    """
    return [(instance.person[each], instance.post[each]) for each in pairs]


def serve(solve: Callable[[Instance, Deadline], Answer]) -> None:
    """
    Read the instance that the command line names, solve it and write the answer.

    Parameters
    ----------
    solve
        The peer.
    """
    source, target, moment = sys.argv[1:]
    answer = solve(read_instance(Path(source)), Deadline(float(moment)))
    Path(target).write_text(json.dumps(asdict(answer)) + "\n", encoding="utf-8")
