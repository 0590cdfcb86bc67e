"""Prices on what joins blocks, and plans that grow without a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from matcher.scenario.generate.monolith import generate_monolith
from matcher.solver import solve
from matcher.solver.blocks import Blocks, owners
from matcher.solver.expressions import evaluate, terms
from matcher.solver.goals import GOALS
from matcher.solver.greedy import Greedy
from matcher.solver.linear import FREE, Array, Linear
from matcher.solver.model import build
from matcher.solver.programs import BRANCHING, SIMPLEX, solve_program
from matcher.solver.relaxation import proven
from matcher.solver.rows import linear

if TYPE_CHECKING:
    from matcher.scenario import Scenario

BLOCKS = 12
WIDTH = 8


def _joined_blocks(random: np.random.Generator) -> tuple[Linear, Array, Array]:
    """Return blocks that take two columns at most, and rows of one column of each."""
    columns = np.arange(BLOCKS * WIDTH).reshape(BLOCKS, WIDTH)
    rows = [*columns, *columns.T]
    linear = Linear(
        np.zeros(columns.size, np.int64),
        np.ones(columns.size, np.int64),
        np.append(0, np.cumsum([len(each) for each in rows])),
        np.concatenate(rows),
        np.ones(2 * columns.size, np.int64),
        np.full(len(rows), -FREE),
        np.array([2] * BLOCKS + [1] * WIDTH),
        exact=True,
    )
    weights = random.integers(50, 100, columns.size)
    return linear, weights, np.repeat(np.arange(BLOCKS), WIDTH)


@pytest.mark.parametrize("seed", range(10))
def test_prices_close_in_on_the_linear_program_and_never_pass_it(seed: int) -> None:
    """From no prices at all, the bound falls to near the best, which it never cuts."""
    rows, weights, groups = _joined_blocks(np.random.default_rng(seed))
    best = solve_program(rows, weights.astype(float), SIMPLEX)
    assert best.values is not None
    least = float(weights @ best.values)
    first = proven(rows, weights, np.zeros(len(rows.least)))
    block = owners(rows, groups)
    assert first is not None
    assert block is not None
    priced = Blocks(rows, weights, block, first)
    seen = [first.bound]

    def news() -> None:
        assert least - 1e-6 <= priced.relaxed.bound <= seen[-1]
        seen.append(priced.relaxed.bound)

    priced.improve(lambda: priced.steps >= 300, news)
    assert seen[-1] <= least * 1.01
    assert (priced.priced() <= weights).all()


def test_a_piece_in_one_block_does_not_fall_apart() -> None:
    """Without several small blocks there is nothing to give prices to."""
    rows, _, groups = _joined_blocks(np.random.default_rng(0))
    assert owners(rows, np.zeros_like(groups)) is None
    assert owners(rows, groups // (BLOCKS // 3)) is None


def test_columns_that_count_one_block_belong_to_it() -> None:
    """A sum over one block is its own, a sum over two is nobody's."""
    rows, _, groups = _joined_blocks(np.random.default_rng(0))
    size = len(groups)
    counted = Linear(
        np.append(rows.low, [0, 0]),
        np.append(rows.high, [2, 2]),
        np.append(rows.starts, rows.starts[-1] + np.array([3, 6])),
        np.append(rows.columns, [0, 1, size, 0, WIDTH, size + 1]),
        np.append(rows.coeffs, [1, 1, -1, 1, 1, -1]),
        np.append(rows.least, [0, 0]),
        np.append(rows.most, [0, 0]),
        exact=True,
    )
    found = owners(counted, np.append(groups, [-1, -1]))
    assert found is not None
    assert found[size:].tolist() == [0, -1]


def _grown(world: Scenario) -> tuple[list[tuple[str, str]], Linear, Array, Array]:
    """Return whom a growing plan has, its rows, its values, and who decides."""
    variables = build(world)
    (part, *_) = GOALS["fit"](variables)
    rows = linear(variables.model)
    objective, _ = terms(part.value)
    weights = np.zeros(len(rows.low), np.int64)
    weights[list(objective)] = list(objective.values())
    deciding = np.zeros(len(rows.low), bool)
    deciding[[each.taken.index for each in variables.choices]] = True
    order = np.argsort(-weights, kind="stable")
    order = order[deciding[order]]
    nobody = np.maximum(0, rows.low)
    values = Greedy(rows, deciding).grown(nobody, order, lambda: False)
    pairs = [
        (each.person, each.need)
        for each in variables.choices
        if evaluate(each.taken, values.tolist())
    ]
    return pairs, rows, values, deciding


@pytest.mark.parametrize("seed", range(8))
def test_a_growing_plan_keeps_all_rows_and_leaves_nobody_who_could_go(
    seed: int,
) -> None:
    """The rows hold, and raising any one column more breaks them."""
    pairs, rows, values, deciding = _grown(generate_monolith(25, seed))
    assert pairs
    assert rows.holds(values)
    for column in np.flatnonzero(deciding & (values < rows.high)):
        free = ~deciding
        more = values.copy()
        more[column] += 1
        part = rows.part(free, more)
        none = np.zeros(int(free.sum()))
        rest = solve_program(part, none, BRANCHING, whole=True)
        assert rest.values is None or not _with(rows, more, free, rest.values)


def _with(rows: Linear, values: Array, free: Array, rest: Array) -> bool:
    """Return whether values keep all rows with the free ones as given."""
    values = values.copy()
    values[free] = np.rint(rest).astype(np.int64)
    return rows.holds(values)


@pytest.mark.parametrize("seed", range(8))
def test_plans_grow_alike_over_profiles_and_over_plain_rows(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts follow from decisions: chains of them admit what plain rows admit."""
    world = generate_monolith(40, seed)
    plain, _, plain_values, _ = _grown(world)
    monkeypatch.setattr("matcher.solver.capacity._DENSE", 0)
    monkeypatch.setattr("matcher.solver.capacity._MANY_OF_ONE", 2)
    found, rows, values, _ = _grown(world)
    assert len(values) > len(plain_values)
    assert rows.holds(values)
    assert found == plain


@pytest.mark.parametrize("seed", [1, 2])
def test_a_piece_that_is_searched_by_parts_has_a_true_bound(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By parts and prices, the plan is no better and the bound no worse than proven."""
    world = generate_monolith(60, seed)
    exact = solve(world).rungs
    monkeypatch.setattr("matcher.solver.relaxation.MANY", 0)
    monkeypatch.setattr("matcher.solver.branching._WHOLE", 0)
    monkeypatch.setattr("matcher.solver.relaxation._MANY_EXACT", 0)
    found = solve(world, engine="mip").rungs
    for mine, true in zip(found, exact, strict=True):
        assert true.status == "OPTIMAL"
        assert mine.best <= true.best <= mine.bound
        assert mine.best >= 0.9 * true.best
