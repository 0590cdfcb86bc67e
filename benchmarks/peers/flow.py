"""
The peer ``flow``: min-cost flow from people to posts, then a repair.

The flow knows nothing of time; what meets on too many days is dropped, the least
worthy first, and what is open then is filled by hand.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from benchmarks.peers.board import Board
from benchmarks.peers.desk import Answer, Deadline, serve

if TYPE_CHECKING:
    from benchmarks.peers.instance import Instance


def solve(instance: Instance, _deadline: Deadline) -> Answer:
    """
    Return the flow's plan, repaired.

    Parameters
    ----------
    instance
        What is planned.
    """
    board = Board(instance)
    board.take_all(sorted(_flow(instance), key=lambda each: -instance.value[each]))
    board.fill()
    return Answer(board.pairs, None, f"OR-Tools {version('ortools')}")


def _flow(instance: Instance) -> list[int]:
    """Return the pairs of greatest worth that keep seats and posts a person."""
    network = SimpleMinCostFlow()
    people, posts = len(instance.people), len(instance.posts)
    source, sink = people + posts, people + posts + 1
    columns = zip(instance.person, instance.post, instance.value, strict=True)
    arcs = [
        network.add_arc_with_capacity_and_unit_cost(person, people + post, 1, -value)
        for person, post, value in columns
    ]
    for person in range(people):
        network.add_arc_with_capacity_and_unit_cost(source, person, instance.most, 0)
    for post, seats in enumerate(instance.seats):
        network.add_arc_with_capacity_and_unit_cost(people + post, sink, seats, 0)
    # Seats may stay empty: the rest of the flow goes past everybody.
    wanted = sum(instance.seats)
    network.add_arc_with_capacity_and_unit_cost(source, sink, wanted, 0)
    network.set_node_supply(source, wanted)
    network.set_node_supply(sink, -wanted)
    if network.solve() != network.OPTIMAL:
        raise RuntimeError("the flow was not solved")
    return [pair for pair, arc in enumerate(arcs) if network.flow(arc)]


if __name__ == "__main__":
    serve(solve)
