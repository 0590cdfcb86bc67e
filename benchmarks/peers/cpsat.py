"""The peer ``cpsat``: CP-SAT on eligible pairs only, limits over time as rows."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from benchmarks.peers.desk import GAP, Answer, Deadline, chosen, serve
from benchmarks.peers.instance import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.instance import Instance

_WORKERS = 8


def solve(instance: Instance, deadline: Deadline) -> Answer:
    """
    Return what eight workers find on one variable a pair.

    Parameters
    ----------
    instance
        What is planned.
    deadline
        When it should end.
    """
    model = cp_model.CpModel()
    take = [model.new_bool_var("") for _ in instance.value]
    for pairs, cap in rows(instance):
        literals = [take[each] for each in pairs]
        if cap == 1:
            model.add_at_most_one(literals)
        else:
            model.add(cp_model.LinearExpr.sum(literals) <= cap)
    model.maximize(cp_model.LinearExpr.weighted_sum(take, instance.value))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = _WORKERS
    return search(solver, model, take, instance, deadline)


def search(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    take: Sequence[cp_model.IntVar],
    instance: Instance,
    deadline: Deadline,
) -> Answer:
    """
    Solve a model and return what was found.

    Parameters
    ----------
    solver
        The solver with its parameters, but for when to end.
    model
        The model.
    take
        One variable a pair.
    instance
        What is planned.
    deadline
        When it should end.
    """
    solver.parameters.relative_gap_limit = GAP
    solver.parameters.max_time_in_seconds = deadline.left
    bounds: list[float] = []
    solver.best_bound_callback = bounds.append
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    taken = [pair for pair, each in enumerate(take) if found and solver.value(each)]
    # Without a plan the solver's own field may hold a bound that it never proved.
    known = bounds[-1] if bounds else None
    return Answer(
        chosen(instance, taken),
        solver.best_objective_bound if found else known,
        f"CP-SAT in OR-Tools {version('ortools')}",
    )


if __name__ == "__main__":
    serve(solve)
