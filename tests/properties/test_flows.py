"""Flows of least cost give what other methods give, and say where they cannot."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import builders as b
import numpy as np
import pytest

from matcher.scenario.policy import GoalPolicy
from matcher.solver import solve
from matcher.solver.flow import Flow, network
from matcher.solver.linear import FREE, Linear
from matcher.solver.methods import suited
from matcher.solver.programs import BRANCHING, SIMPLEX, solve_program

if TYPE_CHECKING:
    from matcher.scenario import Scenario

GOALS = ("release-balance", "fit", "preferences", "cost", "tie-break")


def _world(seed: int) -> Scenario:
    """Return people, posts on the same fixed days, programmes with a maximum."""
    random = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    posts = random.randint(2, 5)
    needs = tuple(
        b.need(
            f"n{i}",
            programme=random.choice(["IN", "IM"]),
            unit=random.choice(["XU", "XV"]),
            specialty=random.choice(["S1", "S2", "F"]),
            priority=random.randint(1, 3),
            level=random.randint(1, 3),
            min_headcount=most if seed % 4 else 1,
            max_headcount=most,
            last_day=b.day(2),
        )
        for i in range(posts)
        for most in [random.randint(1, 2)]
    )
    people = tuple(
        b.person(
            f"P{i}",
            specialties=tuple(random.sample(["S1", "S2"], random.randint(1, 2))),
            level=random.randint(2, 5),
            experience=random.randint(0, 20),
        )
        for i in range(random.randint(2, 7))
    )
    programmes = [
        b.programme(each, maximum=random.randint(1, 3)) for each in ("IN", "IM")
    ]
    weighted = GoalPolicy(
        goal="coverage", parameters={"order": "weighted", "fit_weight": seed % 2}
    )
    first: str | GoalPolicy = weighted if seed % 3 else "coverage"
    policy = b.ladder(b.rules(), first, *GOALS)
    return b.scenario(
        people=people, needs=needs, programmes=tuple(programmes), policy=policy
    )


@pytest.mark.parametrize("block", range(10))
def test_three_methods_give_the_same_rungs(block: int) -> None:
    """Flows, integer programs and constraints: the same value of every rung."""
    for seed in range(block * 12, block * 12 + 12):
        world = _world(seed)
        found = [
            [each.best for each in solve(world, engine=engine).rungs]
            for engine in ("flow", "mip", "cp-sat")
        ]
        assert found[0] == found[1] == found[2], f"seed {seed}"


def test_flows_prove_first_rungs_and_leave_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forced or chosen, flows solve rungs of assignment worlds; not after all goals."""
    proven = []
    plain = Flow.search

    def search(*arguments: object) -> object:
        answer = plain(*arguments)  # type: ignore[arg-type]
        proven.append(answer.bound is not None)
        return answer

    monkeypatch.setattr(Flow, "search", search)
    for engine in ("flow", "auto"):
        proven.clear()
        pieces = [
            each
            for seed in range(30)
            for each in solve(_world(seed), engine=engine).pieces
        ]
        chosen = [each.engine for each in pieces]
        assert chosen.count("flow") > 15
        assert {each.reason for each in pieces if each.engine != "flow"}
        assert sum(proven) > 15
        assert not all(proven)


@pytest.mark.parametrize("block", range(10))
def test_a_network_is_worth_what_the_program_is(block: int) -> None:
    """Random programs: the same best value as integer programs, or none for both."""
    seen = []
    for seed in range(block * 60, block * 60 + 60):
        random = np.random.default_rng(seed)
        rows, weights = _program(random)
        found = network(rows, weights)
        if found is None:
            continue
        values = found.solve()
        whole = solve_program(rows, weights.astype(float), BRANCHING, whole=True)
        if values is None or not rows.holds(values):
            assert whole.impossible, f"seed {seed}"
            seen.append("impossible")
            continue
        assert whole.values is not None
        best = round(float(weights @ whole.values))
        assert weights @ values == best, f"seed {seed}"
        seen.append("arcs" if len(found.columns) else "settled")
    assert seen.count("arcs") > 10


def test_sixty_by_sixty_is_what_the_linear_program_says() -> None:
    """An assignment polytope has whole corners: simplex is right about it."""
    random = np.random.default_rng(7)
    cells = np.arange(3600).reshape(60, 60)
    rows = _rows(3600, [*cells, *cells.T], most=1)
    weights = random.integers(1, 10_000, 3600)
    found = network(rows, weights)
    assert found is not None
    values = found.solve()
    assert values is not None
    assert rows.holds(values)
    exact = solve_program(rows, weights.astype(float), SIMPLEX)
    assert exact.values is not None
    assert weights @ values == round(float(weights @ exact.values))


SQUARE = ([0, 1], [2, 3], [0, 2], [1, 3])
"""Two people, two posts: no column twice on a side."""


@pytest.mark.parametrize(
    ("more", "fine"),
    [
        ([], True),
        ([[0, 1]], True),
        ([[0, 1, 2, 3]], True),
        ([[0, 3]], False),
        ([[1, 2]], False),
    ],
    ids=["square", "twice", "all", "across", "across too"],
)
def test_rows_are_a_flow_if_they_fall_into_two_nests(
    more: list[list[int]],
    fine: bool,  # noqa: FBT001 -- of a table
) -> None:
    """Equal and enclosing rows are no harm; rows across both sides are."""
    rows = _rows(4, [*SQUARE, *more], most=1)
    assert (network(rows, np.ones(4, np.int64)) is not None) is fine


def test_a_row_that_another_implies_does_not_matter() -> None:
    """A row inside one with a smaller limit is dropped, and so cannot be in the way."""
    sets = [[0, 1, 4], [2, 3], [0, 2], [1, 3, 4], [0, 1, 3, 4, 2]]
    across = [*sets, [0, 3, 1]]
    rows = _rows(5, across, most=1)
    assert network(rows, np.ones(5, np.int64)) is not None
    wide = replace(rows, most=np.array([1, 1, 1, 1, 3, 1]))
    assert network(wide, np.ones(5, np.int64)) is None


def test_other_coefficients_and_open_dates_are_no_flow() -> None:
    """A kept goal with unequal weights is no count; one with equal weights is."""
    rows = _rows(4, SQUARE, most=1)
    weights = np.array([3, 1, 1, 2])
    equal = rows.with_row(dict.fromkeys(range(4), 5), 7, FREE)
    found = network(equal, -weights)
    assert found is not None
    values = found.solve()
    # Seven fifths are two: the cheaper pair, not the cheapest cell.
    assert values is not None
    assert values.tolist() == [0, 1, 1, 0]
    assert network(rows.with_row({0: 3, 1: 1, 2: 1, 3: 2}, 4, FREE), weights) is None
    assert network(replace(rows, exact=False), weights) is None


def test_the_record_says_why() -> None:
    """Flows are chosen where the rows are one; where not, the reason says so."""
    fine = _rows(4, SQUARE, most=1)
    across = _rows(4, [*SQUARE, [0, 3]], most=1)
    for rows, asked, engine, otherwise in (
        (fine, "auto", "flow", "cp-sat"),
        (fine, "flow", "flow", "cp-sat"),
        (fine, "mip", "mip", "mip"),
        (fine, "cp-sat", "cp-sat", "cp-sat"),
        (across, "flow", "cp-sat", "cp-sat"),
        (replace(fine, exact=False), "flow", "cp-sat", "cp-sat"),
    ):
        got = suited(rows, np.arange(4), asked)
        assert (got.engine, got.otherwise) == (engine, otherwise)
    assert "no flow" in suited(across, np.arange(4), "flow").reason
    assert "are a flow" in suited(fine, np.arange(4), "auto").reason


def _rows(
    size: int, sets: list[list[int]] | tuple[list[int], ...], most: int
) -> Linear:
    """Return rows that each count some columns of 0 or 1."""
    return Linear(
        np.zeros(size, np.int64),
        np.ones(size, np.int64),
        np.cumsum([0, *map(len, sets)]),
        np.concatenate(sets).astype(np.int64),
        np.ones(sum(map(len, sets)), np.int64),
        np.full(len(sets), -FREE),
        np.full(len(sets), most),
        exact=True,
    )


def _program(random: np.random.Generator) -> tuple[Linear, np.ndarray]:
    """Return a small program: two nests of rows, slack columns, at times one more."""
    shape = random.integers(2, 5, 2)
    size = int(shape.prod())
    cells = np.arange(size).reshape(shape)
    sets = [each for each in (*cells, *cells.T) if random.random() < 0.9]
    if random.random() < 0.5:
        sets.append(cells[:2].ravel())
    if random.random() < 0.3:
        sets.append(random.choice(size, 3, replace=False))
    extra = random.integers(0, 4)
    rows = _rows(size + int(extra), sets, most=1)
    most = random.integers(0, 4, len(sets))
    least = np.where(
        random.random(len(sets)) < 0.4, most - random.integers(0, 3), -FREE
    )
    high = np.where(random.random(size + extra) < 0.2, 3, 1)
    low = np.where(random.random(size + extra) < 0.1, -1, 0)
    rows = replace(rows, least=least, most=most, high=high, low=low)
    for column in range(size, size + int(extra)):
        rows = _with_slack(rows, column, random)
    return rows, random.integers(-9, 10, size + extra)


def _with_slack(rows: Linear, column: int, random: np.random.Generator) -> Linear:
    """Put one column more into one row, and perhaps turn and stretch the row."""
    row = int(random.integers(len(rows.least)))
    first, end = rows.starts[row], rows.starts[row + 1]
    factor = int(random.choice([1, -1]))
    entries = {
        int(key): factor * int(value)
        for key, value in zip(
            rows.columns[first:end], rows.coeffs[first:end], strict=True
        )
    }
    entries[column] = int(random.choice([1, -1]))
    ends = [int(rows.least[row]), int(rows.most[row])]
    if factor < 0:
        ends = [-each for each in ends[::-1]]
    return replace(
        rows.with_row(entries, *ends),
        # The old row stays without a limit.
        least=np.append(_put(rows.least, row, -FREE), ends[0]),
        most=np.append(_put(rows.most, row, FREE), ends[1]),
    )


def _put(values: np.ndarray, place: int, value: int) -> np.ndarray:
    changed = values.copy()
    changed[place] = value
    return changed
