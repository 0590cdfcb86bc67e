"""
The method of flows: pieces whose rows are two nested families of limits.

Each row counts columns: a person's, a need's, a programme's. Rows of one family lie
apart or inside each other, so they are the nodes of a tree; a column is an arc from the
innermost row of one family to the innermost of the other. A flow of least cost through
both trees is a best plan, in whole numbers. A column of a single row (what a count
falls short of, say) is an arc beside the arc of its row.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python import min_cost_flow

from matcher.solver.engine import Answer
from matcher.solver.linear import FREE, Array, Linear
from matcher.solver.trimming import Trimmed, trim

if TYPE_CHECKING:
    from matcher.solver.engine import Engine
    from matcher.solver.methods import Task

_DEEP = 12
"""No flow is looked for where a column has more rows than this."""


class Flow:
    """Flows of least cost, by OR-Tools."""

    def search(self, task: Task, engine: Engine) -> Answer:  # noqa: ARG002 -- one call
        """Return a best plan with its proof; nothing where the rows are no flow."""
        weights = np.zeros(len(task.linear.low), np.int64)
        weights[list(task.objective)] = list(task.objective.values())
        found = network(task.linear, weights)
        values = None if found is None else found.solve()
        if values is None or not task.linear.holds(values):
            return Answer(None, None, impossible=False)
        worth = task.offset + task.sign * int(weights @ values)
        task.news(worth, worth)
        return Answer(tuple(values.tolist()), worth, impossible=False)


@dataclass(frozen=True)
class Network:
    """
    Arcs between numbered nodes, round which flow goes.

    Parameters
    ----------
    tails, heads
        Nodes of each arc; shape (arcs,).
    low, high
        Limits of its flow.
    gains
        What a unit of its flow is worth.
    columns
        The columns whose values are the flows of the first arcs.
    settled
        A value for each column of the program; right for those without an arc.
    """

    tails: Array
    heads: Array
    low: Array
    high: Array
    gains: Array
    columns: Array
    settled: Array

    def solve(self) -> Array | None:
        """Return a best value for each column; None if the solver finds none."""
        values = self.settled.copy()
        if not len(self.columns):
            return values
        solver = min_cost_flow.SimpleMinCostFlow()
        arcs = solver.add_arcs_with_capacity_and_unit_cost(
            self.tails, self.heads, self.high - self.low, -self.gains
        )
        # What must flow anyhow comes out at the head of an arc and is due at its tail.
        supplies = np.zeros(1 + max(self.tails.max(), self.heads.max()), np.int64)
        np.add.at(supplies, self.heads, self.low)
        np.add.at(supplies, self.tails, -self.low)
        solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
        if solver.solve() != solver.OPTIMAL:
            return None
        flows = np.asarray(solver.flows(arcs), np.int64) + self.low
        values[self.columns] = flows[: len(self.columns)]
        return values


def network(linear: Linear, weights: Array) -> Network | None:
    """Return the network of a program to be made large; None if it is no flow."""
    if not linear.exact:
        return None
    trimmed = trim(linear, weights)
    linear = trimmed.linear
    shared = np.bincount(linear.columns, minlength=len(linear.low)) > 1
    counted = _counts(linear, shared)
    if counted is None:
        return None
    sides = _sides(counted, shared)
    if sides is None:
        return None
    return _network(counted, shared, sides, weights[trimmed.columns], trimmed)


def _counts(linear: Linear, shared: Array) -> Linear | None:
    """Return each row as a count of shared columns; None if a row is none."""
    rows, size = linear.rows, len(linear.least)
    scale = np.ones(size, np.int64)
    scale[rows] = np.abs(linear.coeffs)
    mine = shared[linear.columns]
    sign = np.ones(size, np.int64)
    sign[rows[mine]] = np.sign(linear.coeffs[mine])
    coeffs = linear.coeffs * sign[rows]
    if (np.abs(coeffs) != scale[rows]).any() or (coeffs[mine] < 0).any():
        return None
    turned = sign < 0
    least = np.where(turned, -linear.most, linear.least)
    most = np.where(turned, -linear.least, linear.most)
    counted = replace(
        linear,
        coeffs=np.sign(coeffs),
        # A count is whole: a limit between two numbers is as good as the nearer one.
        least=np.where(least > -FREE, -(-least // scale), -FREE),
        most=np.where(most < FREE, most // scale, FREE),
    )
    lowest, highest = counted.ends()
    return replace(
        counted,
        least=np.maximum(counted.least, lowest),
        most=np.minimum(counted.most, highest),
    )


def _sides(linear: Linear, shared: Array) -> Array | None:
    """Return 0 or 1 for each row, -1 for none needed; None if two do not suffice."""
    mine = shared[linear.columns]
    rows, columns = linear.rows[mine], linear.columns[mine]
    order = np.lexsort((rows, columns))
    rows, columns = rows[order], columns[order]
    size = len(linear.least)
    if np.bincount(columns, minlength=1).max() > _DEEP:
        return None
    keys = [
        rows[:-gap][same] * size + rows[gap:][same]
        for gap in range(1, _DEEP)
        for same in [columns[:-gap] == columns[gap:]]
    ]
    pairs, common = np.unique(np.concatenate(keys), return_counts=True)
    one, other = pairs // size, pairs % size
    sizes = np.bincount(rows, minlength=size)
    # Whoever keeps a row with a smaller limit around this one keeps this one.
    alone = np.bincount(linear.rows[~mine], minlength=size) == 0
    loose = alone & (linear.least <= linear.ends()[0]) & (linear.low >= 0).all()
    gone = np.zeros(size, bool)
    for inner, outer, first in ((one, other, False), (other, one, True)):
        # Of equals the first stays.
        slack = linear.most[inner] - linear.most[outer]
        tie = (sizes[inner] == sizes[outer]) & (slack == 0) & (not first)
        implied = (common == sizes[inner]) & (slack >= 0) & ~tie
        gone[inner[implied & loose[inner] & loose[outer]]] = True
    crossing = common < np.minimum(sizes[one], sizes[other])
    crossing &= ~gone[one] & ~gone[other]
    sides = _coloured(size, one[crossing].tolist(), other[crossing].tolist())
    return None if sides is None else np.where(gone, -1, sides)


def _coloured(size: int, one: list[int], other: list[int]) -> Array | None:
    """Return 0 or 1 for each of some nodes, so that no edge joins equals."""
    near: list[list[int]] = [[] for _ in range(size)]
    for left, right in zip(one, other, strict=True):
        near[left].append(right)
        near[right].append(left)
    sides = [-1] * size
    for start in range(size):
        if sides[start] >= 0:
            continue
        sides[start] = 0
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for each in near[node]:
                if sides[each] < 0:
                    sides[each] = 1 - sides[node]
                    queue.append(each)
                elif sides[each] == sides[node]:
                    return None
    return np.array(sides, np.int64)


def _network(
    linear: Linear,
    shared: Array,
    sides: Array,
    weights: Array,
    trimmed: Trimmed,
) -> Network:
    """Return the arcs: columns first, then rows, then the way back."""
    size = len(sides)
    roots = np.array([size, size + 1])
    parents = roots[np.maximum(sides, 0)]
    leaves = np.repeat(roots[:, None], len(weights), axis=1)
    sizes = np.bincount(linear.rows[shared[linear.columns]], minlength=size)
    for side in (0, 1):
        mine = shared[linear.columns] & (sides[linear.rows] == side)
        rows, held = linear.rows[mine], linear.columns[mine]
        order = np.lexsort((rows, -sizes[rows], held))
        rows, held = rows[order], held[order]
        inside = held[1:] == held[:-1]
        parents[rows[1:][inside]] = rows[:-1][inside]
        leaves[side][held] = rows
    # One tree is gone down, the other up.
    tails = np.where(sides == 1, np.arange(size), parents)
    heads = np.where(sides == 1, parents, np.arange(size))
    single = ~shared[linear.columns]
    row, column = linear.rows[single], linear.columns[single]
    back = linear.coeffs[single] > 0
    leaves[0][column] = np.where(back, heads[row], tails[row])
    leaves[1][column] = np.where(back, tails[row], heads[row])
    kept = sides >= 0
    low, high = linear.low, linear.high
    return Network(
        np.concatenate([leaves[0], tails[kept], roots[1:]]),
        np.concatenate([leaves[1], heads[kept], roots[:1]]),
        np.concatenate([low, linear.least[kept], [low[shared].sum()]]),
        np.concatenate([high, linear.most[kept], [high[shared].sum()]]),
        np.concatenate([weights, np.zeros(kept.sum() + 1, np.int64)]),
        trimmed.columns,
        trimmed.settled,
    )
