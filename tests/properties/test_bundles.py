"""Several rungs in one program end as they do one by one: compared with both."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from ortools.sat.python import cp_model
from systems import tiny_systems
from worlds import tiny

from matcher.errors import ContradictionError
from matcher.scenario import GoalPolicy
from matcher.scenario.generate import generate
from matcher.solver import bundles, climbing, goals_of_fairness, solve
from matcher.solver.bundles import bundle
from matcher.solver.expressions import evaluate, total
from matcher.solver.rows import linear

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.solver.bundles import Bundle
    from matcher.solver.promises import Goal

_COLUMNS = 7
_RUNGS = (("coverage", "1"), ("cost", "2"), ("coverage", "3"), ("cost", "4"))


def _drawn(seed: int) -> tuple[cp_model.CpModel, list[Goal]]:
    """Return a small model of rows and a few goals."""
    random = np.random.default_rng(seed)
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in range(_COLUMNS)]
    for _ in range(4):
        weights = random.integers(-2, 4, _COLUMNS).tolist()
        row = total(w * x for w, x in zip(weights, columns, strict=True))
        model.add(row <= int(random.integers(1, 6)))
    goals = []
    for rung in _RUNGS:
        weights = random.integers(-1, 4, _COLUMNS).tolist()
        value = total(w * x for w, x in zip(weights, columns, strict=True)) + 5
        goals.append((rung, value))
    return model, goals


@pytest.mark.parametrize("seed", range(40))
def test_the_most_of_all_is_the_most_of_one_after_the_other(seed: int) -> None:
    """The heaviest point is the best in the order of rungs, and its bound is theirs."""
    model, goals = _drawn(seed)
    rows = linear(model)
    found = bundle(rows, goals, None)
    assert found is not None
    assert found.rungs == _RUNGS
    every = map(np.array, product((0, 1), repeat=_COLUMNS))
    points = [each.tolist() for each in every if rows.holds(each)]

    def order(point: list[int]) -> list[int]:
        values = [evaluate(value, point) for _, value in goals]
        return [values[0], -values[1], values[2], -values[3]]

    assert order(max(points, key=found.worth)) == max(map(order, points))
    worth = max(map(found.worth, points))
    assert found.relaxed.bound >= worth
    # Without the 5 of the goal itself.
    assert found.first(worth) >= max(order(each)[0] for each in points) - 5


def test_a_rung_that_would_weigh_too_much_is_left_to_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Weights stay as small as solvers want them; one rung alone is no bundle."""
    model, goals = _drawn(0)
    rows = linear(model)
    whole = bundle(rows, goals, None)
    assert whole is not None
    monkeypatch.setattr(bundles, "_HEAVIEST", whole.weight - 1)
    fewer = bundle(rows, goals, None)
    assert fewer is not None
    assert fewer.rungs == whole.rungs[:-1]
    monkeypatch.setattr(bundles, "_HEAVIEST", 1)
    assert bundle(rows, goals, None) is None


def _told(world: Scenario, engine: str = "benders") -> list[tuple[int, int]] | None:
    try:
        rungs = solve(world, engine=engine).rungs
    except ContradictionError:
        return None
    return [(each.best, each.bound) for each in rungs]


def _worlds(block: int) -> list[Scenario]:
    """Return small years with free dates, and some that count areas by level."""
    seeds = range(block * 8, block * 8 + 8)
    found = [make(seed) for seed in seeds for make in (tiny, tiny_systems)]
    goals = tuple(GoalPolicy(goal=each) for each in ("coverage", "fairness", "fit"))
    for seed in seeds:
        world = generate(people=14, seats=8, seed=seed)
        policy = world.policy.model_copy(update={"goals": goals})
        found.append(world.model_copy(update={"policy": policy}))
    return found


@pytest.mark.parametrize("block", range(4))
def test_bundles_change_no_rung(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rungs climbed in one program have the values and proofs of rungs one by one."""
    worlds = _worlds(block)
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", 1000)
    found: list[Bundle] = []

    def noted(*given: object) -> Bundle | None:
        mine = bundle(*given)  # type: ignore[arg-type]
        found.extend([] if mine is None else [mine])
        return mine

    monkeypatch.setattr(climbing, "bundle", noted)
    together = [_told(world) for world in worlds]
    assert len(found) > 5
    monkeypatch.setattr(climbing, "bundle", lambda *_: None)
    assert [_told(world) for world in worlds] == together
    monkeypatch.undo()
    assert [_told(world, "cp-sat") for world in worlds] == together
