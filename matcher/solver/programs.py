"""
Linear and integer programs, handed to OR-Tools' MathOpt as arrays.

MathOpt's own Python model wraps each variable and each value in an object. Models here
have up to a million of them, and wrapping takes longer than solving; so the messages
that MathOpt exchanges with its solvers are filled and read directly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    model_update_pb2,
    parameters_pb2,
    result_pb2,
)
from ortools.math_opt.core.python import solver as core

from matcher.solver.linear import FREE, Array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.solver.linear import Linear

SIMPLEX = parameters_pb2.SOLVER_TYPE_GLOP
FIRST_ORDER = parameters_pb2.SOLVER_TYPE_PDLP
BRANCHING = parameters_pb2.SOLVER_TYPE_HIGHS
CUTTING = parameters_pb2.SOLVER_TYPE_GSCIP
"""Branch and bound, too: SCIP, which proves degenerate programs in fewer nodes."""

_BASIC = 5
"""BASIS_STATUS_BASIC, for rows that a basis does not know yet."""


@dataclass(frozen=True)
class Outcome:
    """
    What a solver of linear or integer programs brought.

    Parameters
    ----------
    values
        A value of each column, if there is a point; shape (columns,).
    duals
        A price of each row, if there are prices; shape (rows,).
    bound
        The solver's own bound of the objective, infinite if it has none.
    impossible
        Whether the solver says that there is no point, or none above what was asked.
    basis
        Where a similar program may begin; None if unknown.
    """

    values: Array | None
    duals: Array | None
    bound: float
    impossible: bool
    basis: Any


def solve_program(
    linear: Linear,
    weights: Array,
    solver: int,
    *,
    seconds: float | None = None,
    whole: bool = False,
    gap: float = 0.0,
    hint: Sequence[int] | Array | None = None,
    above: float | None = None,
    basis: Any = None,  # noqa: ANN401 -- a message of the engine
) -> Outcome:
    """
    Maximise ``weights @ x`` over the rows and columns.

    Parameters
    ----------
    linear
        Rows and columns.
    weights
        Objective; shape (columns,), any numbers.
    solver
        ``SIMPLEX``, ``FIRST_ORDER``, ``BRANCHING`` or ``CUTTING``.
    seconds
        Time limit.
    whole
        Whether values must be whole numbers.
    gap
        Relative gap that is good enough, for integer programs.
    hint
        A point to begin with, for integer programs.
    above
        Only points with more than this are of interest, for ``CUTTING``.
    basis
        The basis of an outcome to begin with, for the simplex method.
    """
    parameters = _parameters(seconds)
    if above is not None:
        parameters.cutoff_limit = above
    if whole:
        parameters.relative_gap_tolerance = gap
        parameters.absolute_gap_tolerance = 0.0
    if solver == FIRST_ORDER:
        parameters.threads = 2
        goal = parameters.pdlp.termination_criteria.simple_optimality_criteria
        goal.eps_optimal_relative = goal.eps_optimal_absolute = 1e-5
    if solver == CUTTING:
        # These programs are proven in few nodes: what comes before takes the time.
        parameters.presolve = parameters_pb2.EMPHASIS_LOW
        parameters.heuristics = parameters_pb2.EMPHASIS_LOW
        parameters.cuts = parameters_pb2.EMPHASIS_LOW
        # So a few columns are enough to try before one is chosen to branch on.
        parameters.gscip.int_params["branching/relpscost/initcand"] = 20
        parameters.gscip.int_params["branching/relpscost/maxlookahead"] = 3
        # By itself it counts the processor time of all threads.
        parameters.gscip.int_params["timing/clocktype"] = 2
    model = model_parameters_pb2.ModelSolveParametersProto()
    if hint is not None:
        values = model.solution_hints.add().variable_values
        values.ids.extend(range(len(linear.low)))
        values.values.extend(np.asarray(hint, float).tolist())
    if basis is not None and len(basis.constraint_status.ids) <= len(linear.least):
        model.initial_basis.CopyFrom(basis)
        known = len(basis.constraint_status.ids)
        more = range(known, len(linear.least))
        model.initial_basis.constraint_status.ids.extend(more)
        model.initial_basis.constraint_status.values.extend([_BASIC] * len(more))
        model.initial_basis.basic_dual_feasibility = 0
    answer = core.solve(
        _message(linear, weights, whole=whole),
        solver,
        parameters_pb2.SolverInitializerProto(),
        parameters,
        model,
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )
    return _outcome(answer)


class Kept:
    """
    A linear program that is solved again and again, each time for other weights.

    Parameters
    ----------
    linear
        Its rows and columns.
    """

    def __init__(self, linear: Linear) -> None:
        self._columns = range(len(linear.low))
        message = _message(linear, np.zeros(len(linear.low)), whole=False)
        initial = parameters_pb2.SolverInitializerProto()
        self._solver = core.new(SIMPLEX, message, initial)

    def maximise(self, weights: Array, seconds: float | None = None) -> Outcome:
        """Return the best for weights, beginning where the last search ended."""
        update = model_update_pb2.ModelUpdateProto()
        changed = update.objective_updates.linear_coefficients
        changed.ids.extend(self._columns)
        changed.values.extend(weights.tolist())
        self._solver.update(update)
        answer = self._solver.solve(
            _parameters(seconds),
            model_parameters_pb2.ModelSolveParametersProto(),
            None,
            callback_pb2.CallbackRegistrationProto(),
            None,
            None,
        )
        return _outcome(answer)


def _parameters(seconds: float | None) -> parameters_pb2.SolveParametersProto:
    """Return parameters that say how long."""
    parameters = parameters_pb2.SolveParametersProto()
    if seconds is not None:
        parameters.time_limit.FromNanoseconds(int(max(0.01, seconds) * 1e9))
    return parameters


def _message(linear: Linear, weights: Array, *, whole: bool) -> model_pb2.ModelProto:
    """Return the program as MathOpt's message."""
    proto = model_pb2.ModelProto()
    columns, rows = len(linear.low), len(linear.least)
    proto.variables.ids.extend(range(columns))
    proto.variables.lower_bounds.extend(linear.low.astype(float).tolist())
    proto.variables.upper_bounds.extend(linear.high.astype(float).tolist())
    proto.variables.integers.extend([whole] * columns)
    proto.linear_constraints.ids.extend(range(rows))
    least = np.where(linear.least > -FREE, linear.least, -math.inf)
    most = np.where(linear.most < FREE, linear.most, math.inf)
    proto.linear_constraints.lower_bounds.extend(least.tolist())
    proto.linear_constraints.upper_bounds.extend(most.tolist())
    order = np.lexsort((linear.columns, linear.rows))
    matrix = proto.linear_constraint_matrix
    matrix.row_ids.extend(linear.rows[order].tolist())
    matrix.column_ids.extend(linear.columns[order].tolist())
    matrix.coefficients.extend(linear.coeffs[order].astype(float).tolist())
    used = np.flatnonzero(weights)
    proto.objective.maximize = True
    proto.objective.linear_coefficients.ids.extend(used.tolist())
    proto.objective.linear_coefficients.values.extend(weights[used].tolist())
    return proto


def _outcome(answer: result_pb2.SolveResultProto) -> Outcome:
    values = duals = basis = None
    for each in answer.solutions:
        if values is None and each.HasField("primal_solution"):
            values = np.array(each.primal_solution.variable_values.values)
        if duals is None and each.HasField("dual_solution"):
            duals = np.array(each.dual_solution.dual_values.values)
        if basis is None and each.HasField("basis"):
            basis = each.basis
    end = answer.termination
    return Outcome(
        values,
        duals,
        end.objective_bounds.dual_bound,
        end.reason == result_pb2.TERMINATION_REASON_INFEASIBLE
        or end.limit == result_pb2.LIMIT_CUTOFF,
        basis,
    )
