"""The peer ``milp``: HiGHS through scipy.optimize.milp, limits over time as rows."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

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
    sets, caps = zip(*rows(instance), strict=True)
    starts = [0, *accumulate(len(each) for each in sets)]
    indices = np.fromiter(chain.from_iterable(sets), dtype=np.int32)
    shape = (len(sets), len(instance.value))
    matrix = csr_array((np.ones(len(indices)), indices, starts), shape=shape)
    result = milp(
        -np.array(instance.value, dtype=float),
        integrality=np.ones(shape[1]),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, -np.inf, caps),
        options={"time_limit": deadline.left, "mip_rel_gap": GAP},
    )
    taken = [] if result.x is None else np.flatnonzero(result.x > 0.5).tolist()
    bound = result.get("mip_dual_bound")
    proven = None if bound is None or not np.isfinite(bound) else -bound
    return Answer(chosen(instance, taken), proven, f"scipy {scipy.__version__}")


if __name__ == "__main__":
    serve(solve)
