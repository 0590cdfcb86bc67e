"""The peer ``greedy``: a plan by hand, post by post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.peers.board import Board
from benchmarks.peers.desk import Answer, Deadline, serve

if TYPE_CHECKING:
    from benchmarks.peers.instance import Instance


def solve(instance: Instance, _deadline: Deadline) -> Answer:
    """
    Return the plan of a careful planner without a computer.

    Parameters
    ----------
    instance
        What is planned.
    """
    board = Board(instance)
    board.fill()
    return Answer(board.pairs, None, "by hand")


if __name__ == "__main__":
    serve(solve)
