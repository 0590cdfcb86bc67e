"""The ladder against brute force: all rungs of hundreds of tiny worlds."""

from __future__ import annotations

from random import Random

import pytest
from brute import best_rungs
from worlds import tiny

from matcher.auditor import breaches, rung_values
from matcher.plan import Status
from matcher.scenario.base import Mode
from matcher.solver import solve


@pytest.mark.parametrize("block", range(30))
def test_brute_force_equals_the_ladder(block: int) -> None:
    """Every rung of every tiny world has the value that counting out all plans finds."""
    for seed in range(block * 10, block * 10 + 10):
        world = tiny(Random(seed))

        solution = solve(world, workers=1)
        found = {(rung.goal, rung.part): rung.best for rung in solution.rungs}
        values = rung_values(world, solution.assignments)
        strict = [
            finding
            for finding in breaches(world, solution.assignments)
            if finding.mode is Mode.STRICT
        ]

        assert found == best_rungs(world), f"seed {seed}"
        assert strict == [], f"seed {seed}"
        assert solution.status is Status.OPTIMAL, f"seed {seed}"
        for rung in solution.rungs:
            if rung.tolerance == 0:
                assert values[rung.goal, rung.part] == rung.best, f"seed {seed}"
