"""
The peer ``mathopt``: HiGHS through OR-Tools' MathOpt, limits over time as profiles.

How much of a limit is used is a variable for each day on which that may change: what
was used before, and what begins, less what ends. That takes far fewer entries than rows
of all pairs that meet.
"""

from __future__ import annotations

from datetime import timedelta
from importlib.metadata import version
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING

from ortools.math_opt.python import mathopt

from benchmarks.peers.desk import GAP, Answer, Deadline, chosen, serve
from benchmarks.peers.instance import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.peers.instance import Instance


def solve(instance: Instance, deadline: Deadline) -> Answer:
    """
    Return what HiGHS finds on the sparse model.

    Parameters
    ----------
    instance
        What is planned.
    deadline
        When it should end.
    """
    model = mathopt.Model()
    model.objective.is_maximize = True
    take = [model.add_binary_variable() for _ in instance.value]
    for each, value in zip(take, instance.value, strict=True):
        model.objective.set_linear_coefficient(each, value)
    people = instance.of_person()
    for pairs in people:
        _limit(model, take, pairs, instance.most)
        _profile(model, take, instance, pairs, 1)
    for groups, caps in (
        (instance.of_unit(), instance.release),
        (instance.of_site(), instance.beds),
    ):
        for pairs, cap in zip(groups, caps, strict=True):
            _profile(model, take, instance, pairs, cap)
    for pairs, cap in zip(instance.of_post(), instance.seats, strict=True):
        _limit(model, take, pairs, cap)
    return _answer(instance, model, take, deadline)


def _limit(
    model: mathopt.Model,
    take: Sequence[mathopt.Variable],
    pairs: Sequence[int],
    cap: int,
) -> None:
    if len(pairs) > cap:
        row = model.add_linear_constraint(ub=cap)
        for each in pairs:
            row.set_coefficient(take[each], 1)


def _profile(
    model: mathopt.Model,
    take: Sequence[mathopt.Variable],
    instance: Instance,
    pairs: Iterable[int],
    cap: int,
) -> None:
    """Add what is used from each day on, as variables that the cap bounds."""
    before = None
    for _, events in groupby(changes(instance, pairs), key=lambda each: each[0]):
        used = model.add_variable(lb=0, ub=cap)
        row = model.add_linear_constraint(lb=0, ub=0)
        row.set_coefficient(used, 1)
        if before is not None:
            row.set_coefficient(before, -1)
        # A post never begins and ends on the same day, so no pair comes twice.
        for _, begins, pair in events:
            row.set_coefficient(take[pair], -1 if begins else 1)
        before = used


def _answer(
    instance: Instance,
    model: mathopt.Model,
    take: Sequence[mathopt.Variable],
    deadline: Deadline,
) -> Answer:
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=deadline.left), relative_gap_tolerance=GAP
    )
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    taken: list[int] = []
    if result.has_primal_feasible_solution():
        values = result.variable_values(take)
        taken = [pair for pair, value in enumerate(values) if value > 0.5]
    bound = result.best_objective_bound()
    solver = f"HiGHS in OR-Tools {version('ortools')}"
    return Answer(chosen(instance, taken), bound if isfinite(bound) else None, solver)


if __name__ == "__main__":
    serve(solve)
