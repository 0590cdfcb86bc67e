"""The peer ``highs``: the newest HiGHS through highspy, limits over time as rows."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING

import highspy
import numpy as np

from benchmarks.peers.desk import GAP, Answer, Deadline, chosen, serve
from benchmarks.peers.instance import rows

if TYPE_CHECKING:
    from benchmarks.peers.instance import Instance


def solve(instance: Instance, deadline: Deadline) -> Answer:
    """
    Return what HiGHS finds on one 0/1 variable a pair.

    Parameters
    ----------
    instance
        What is planned.
    deadline
        When it should end.
    """
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)  # noqa: FBT003 -- positional only
    highs.setOptionValue("mip_rel_gap", GAP)
    highs.passModel(_model(instance))
    highs.setOptionValue("time_limit", deadline.left)
    highs.run()
    info = highs.getInfo()
    taken: list[int] = []
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        values = np.array(highs.getSolution().col_value)
        taken = np.flatnonzero(values > 0.5).tolist()
    bound = info.mip_dual_bound
    proven = bound if np.isfinite(bound) else None
    return Answer(chosen(instance, taken), proven, f"HiGHS {highs.version()}")


def _model(instance: Instance) -> highspy.HighsLp:
    sets, caps = zip(*rows(instance), strict=True)
    columns = len(instance.value)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, len(sets)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array(instance.value, dtype=float)
    model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    model.row_lower_ = np.full(len(sets), -highspy.kHighsInf)
    model.row_upper_ = np.array(caps, dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array([0, *accumulate(len(each) for each in sets)])
    indices = np.fromiter(chain.from_iterable(sets), dtype=np.int32)
    model.a_matrix_.index_ = indices
    model.a_matrix_.value_ = np.ones(len(indices))
    return model


if __name__ == "__main__":
    serve(solve)
