"""
The peer ``tutorial``: CP-SAT as tutorials write it.

A 0/1 variable for every person and post, eligible or not, with an interval each, no
overlap for each person, and a cumulative constraint for each unit and site; parameters
are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from benchmarks.peers.cpsat import search
from benchmarks.peers.desk import Answer, Deadline, serve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.peers.instance import Instance

    Cells = Mapping[tuple[int, int], cp_model.IntVar]
    Intervals = Mapping[tuple[int, int], cp_model.IntervalVar]


def solve(instance: Instance, deadline: Deadline) -> Answer:
    """
    Return what CP-SAT finds with its own parameters on the dense model.

    Parameters
    ----------
    instance
        What is planned.
    deadline
        When it should end.
    """
    model = cp_model.CpModel()
    people, posts = range(len(instance.people)), range(len(instance.posts))
    take, stay = {}, {}
    for person in people:
        for post in posts:
            here = model.new_bool_var(f"take_{person}_{post}")
            start = instance.start[post]
            take[person, post] = here
            stay[person, post] = model.new_optional_fixed_size_interval_var(
                start, instance.end[post] - start, here, f"stay_{person}_{post}"
            )
    eligible = set(zip(instance.person, instance.post, strict=True))
    for cell, here in take.items():
        if cell not in eligible:
            model.add(here == 0)
    for post in posts:
        model.add(sum(take[each, post] for each in people) <= instance.seats[post])
    for person in people:
        model.add(sum(take[person, each] for each in posts) <= instance.most)
        model.add_no_overlap([stay[person, each] for each in posts])
    _limit(model, instance, stay)
    columns = zip(instance.person, instance.post, strict=True)
    pairs = [take[each] for each in columns]
    worth = zip(instance.value, pairs, strict=True)
    model.maximize(sum(value * each for value, each in worth))
    return search(cp_model.CpSolver(), model, pairs, instance, deadline)


def _limit(model: cp_model.CpModel, instance: Instance, stay: Intervals) -> None:
    """Add what units spare and what sites hold."""
    _cumulate(model, instance.release, stay, [instance.unit[p] for p, _ in stay])
    _cumulate(model, instance.beds, stay, [instance.site[j] for _, j in stay])


def _cumulate(
    model: cp_model.CpModel, caps: Sequence[int], stay: Intervals, groups: Sequence[int]
) -> None:
    held: list[list[cp_model.IntervalVar]] = [[] for _ in caps]
    for group, interval in zip(groups, stay.values(), strict=True):
        held[group].append(interval)
    for cap, intervals in zip(caps, held, strict=True):
        model.add_cumulative(intervals, [1] * len(intervals), cap)


if __name__ == "__main__":
    serve(solve)
