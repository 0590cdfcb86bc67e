"""What the solver does to be quick changes no value: compared with the plain model."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from ortools.sat.python import cp_model
from systems import tiny_systems
from worlds import tiny

from matcher.eligibility import candidates
from matcher.errors import ContradictionError
from matcher.scenario.generate import generate
from matcher.solver import promises as promises_room
from matcher.solver import solve
from matcher.solver.climbing import Climb
from matcher.solver.conflicts import Conflicts
from matcher.solver.engine import Answer, Engine
from matcher.solver.excerpts import Excerpts
from matcher.solver.expressions import aim, evaluate, terms, total
from matcher.solver.goals import GOALS
from matcher.solver.linear import FREE, Linear
from matcher.solver.methods import suited
from matcher.solver.model import build
from matcher.solver.piece import Piece
from matcher.solver.pieces import split
from matcher.solver.programs import BRANCHING, FIRST_ORDER, SIMPLEX, solve_program
from matcher.solver.promises import maximise
from matcher.solver.relaxation import relax
from matcher.solver.rows import linear
from matcher.solver.wide import Steps, Wide

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def _fixed(seed: int) -> Scenario:
    """Return a tiny world whose needs leave no date open."""
    world = tiny(seed)
    needs = []
    for need in world.needs:
        days = need.shortest or 1
        term = {
            "last_day": need.first_day + timedelta(days=days - 1),
            "shortest": days,
            "longest": days,
        }
        needs.append(need.model_copy(update=term))
    return world.model_copy(update={"needs": tuple(needs)})


def _values(
    world: Scenario, engine: str = "auto", seconds: float | None = None
) -> list[int] | None:
    """Return the value of every rung; None if the locks contradict each other."""
    try:
        found = solve(world, engine=engine, time_limit=seconds)
        return [each.best for each in found.rungs]
    except ContradictionError:
        return None


@pytest.mark.parametrize("block", range(10))
def test_engines_give_the_same_rungs(block: int) -> None:
    """Constraints, integer programs and the choice between them: the same values."""
    for seed in range(block * 12, block * 12 + 12):
        for world in (_fixed(seed), tiny(seed)):
            plain = _values(world, "cp-sat")
            assert _values(world, "mip") == plain, f"seed {seed}"
            assert _values(world, "benders") == plain, f"seed {seed}"
            assert _values(world) == plain, f"seed {seed}"


def test_some_worlds_are_for_integer_programs() -> None:
    """Worlds without open dates are solved by integer programs when asked."""
    used = []
    for seed in range(40):
        try:
            pieces = solve(_fixed(seed), engine="mip").pieces
        except ContradictionError:
            continue
        used += [each.engine for each in pieces if each.candidates > 1]
    assert used.count("mip") > 10


@pytest.mark.parametrize("block", range(5))
def test_without_linear_programs_the_rungs_are_the_same(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bounds and narrowing by linear programs change no value of any rung."""
    seeds = range(block * 12, block * 12 + 12)
    worlds = [make(seed) for seed in seeds for make in (tiny, tiny_systems)]
    quick = [_values(world) for world in worlds]
    monkeypatch.setattr(promises_room, "relax", lambda *_args, **_more: None)
    assert [_values(world) for world in worlds] == quick


@pytest.mark.parametrize("block", range(3))
def test_rows_against_conflicts_hold(block: int) -> None:
    """Whatever a conflict among all candidates rules out, the whole model does too."""
    found = 0
    for seed in range(block * 20, block * 20 + 20):
        for world in (tiny(seed), tiny_systems(seed)):
            for group in split(world, candidates(world)):
                variables = build(world, group.candidates, ())
                taken = [each.taken.index for each in variables.choices]
                engine = Engine(0, 1, Event())
                excerpts = Excerpts(variables.model, taken)
                conflicts = Conflicts(variables, excerpts, engine)
                for members, most in conflicts.among(taken, ()):
                    model = variables.model.clone()
                    chosen = map(model.get_bool_var_from_proto_index, sorted(members))
                    aim(model, total(chosen), maximise=True)
                    most_of_all = engine.run(model, None).bound
                    assert most_of_all is not None
                    assert most_of_all <= most
                    found += 1
    assert found > 10


def test_leaps_change_no_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rungs tried several at a time end with the values of rungs tried one by one."""
    worlds = [generate(people=14, seats=8, seed=seed) for seed in range(6)]
    one_by_one = [_values(world) for world in worlds]
    monkeypatch.setattr("matcher.solver.climbing._LONG", 0)
    assert [_values(world) for world in worlds] == one_by_one


def test_several_workers_end_what_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a time limit all workers finish what one leaves open: the same values."""
    worlds = [tiny(seed) for seed in range(20)]
    alone = [_values(world) for world in worlds]
    ran: list[bool] = []
    run = Climb._run

    def noted(climb: Climb, *, last: bool) -> None:
        ran.append(True)
        run(climb, last=last)

    monkeypatch.setattr(Climb, "_run", noted)
    monkeypatch.setattr("matcher.solver.climbing._WORK_AT_FIRST", 0.0)
    assert [_values(world, seconds=600) for world in worlds] == alone
    assert ran


def test_the_first_leap_of_rows_is_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given more work than the others, once for a piece whose rules are rows."""
    asked: list[float] = []
    run = Engine.run

    def noted(self: Engine, *words: Any, **options: Any) -> Answer:  # noqa: ANN401
        asked.append(options["work"])
        return run(self, *words, **options)

    world = _fixed(3)
    piece = Piece(world, split(world, candidates(world))[0])
    goals = [(rung, part.value) for rung, part in piece.parts.items()]
    monkeypatch.setattr(Engine, "run", noted)
    engine = Engine(0, 1, Event())
    for _ in range(2):
        piece.promises.leap(goals, piece.values, engine, None)
    assert piece.promises.linear.exact
    assert asked[0] > max(asked[1:])


@pytest.mark.parametrize("seed", range(60))
def test_linear_rows_hold_for_what_the_model_allows(seed: int) -> None:
    """A solution keeps every row; where the rows are exact, so do no worse points."""
    variables = build(tiny_systems(seed) if seed % 2 else _fixed(seed))
    engine = Engine(0, 1, Event())
    for part in GOALS["coverage"](variables):
        if isinstance(part.value, int):
            continue
        rows = linear(variables.model)
        aim(variables.model, part.value, maximise=True)
        answer = engine.run(variables.model, None)
        if answer.values is None:
            assert answer.impossible
            return
        best = evaluate(part.value, answer.values)
        assert rows.holds(np.array(answer.values))
        objective, offset = terms(part.value)
        weights = _weights(rows, objective)
        whole = solve_program(rows, weights, BRANCHING, whole=True)
        assert whole.values is not None
        found = offset + round(float(weights @ whole.values))
        assert found == best if rows.exact else found >= best


@pytest.mark.parametrize("seed", range(40))
def test_what_linear_programs_rule_out_is_in_no_best_plan(seed: int) -> None:
    """Bounds hold, and every best solution lies in the narrowed domains."""
    variables = build(tiny(seed))
    for goal in ("coverage", "fit", "cost"):
        for part in GOALS[goal](variables):
            if isinstance(part.value, int):
                continue
            rows = linear(variables.model)
            up = maximise((goal, part.name))
            aim(variables.model, part.value, maximise=up)
            answer = Engine(seed, 1, Event()).run(variables.model, None)
            if answer.values is None:
                return
            best = evaluate(part.value, answer.values)
            objective, offset = terms(part.value)
            sign = 1 if up else -1
            relaxed = relax(rows, {key: sign * each for key, each in objective.items()})
            assert relaxed is not None
            worth = sign * (best - offset)
            assert relaxed.bound >= worth
            low, high = relaxed.held(rows, worth)
            values = np.array(answer.values)
            assert ((low <= values) & (values <= high)).all()


def test_any_prices_prove_a_bound() -> None:
    """A method stopped early gives a weaker bound, never a wrong one."""
    rows, weights = _assignment(30, np.random.default_rng(1))
    exact = solve_program(rows, weights, SIMPLEX)
    assert exact.values is not None
    best = float(weights @ exact.values)
    objective = {i: int(each) for i, each in enumerate(weights)}
    for solver_rows in (rows, replace(rows, exact=False)):
        relaxed = relax(solver_rows, objective, seconds=0.01)
        assert relaxed is None or relaxed.bound >= best - 1e-6
    rough = solve_program(rows, weights, FIRST_ORDER, seconds=0.01)
    assert rough.duals is None or len(rough.duals) == len(rows.least)


def test_steps_keep_all_rows_and_never_lose() -> None:
    """Each step ends with a plan that keeps every row and is worth no less."""
    rows, weights = _assignment(40, np.random.default_rng(2))
    side = int(len(weights) ** 0.5)
    groups = {
        "need": np.arange(len(weights)) // side,
        "unit": np.arange(len(weights)) % side // 4,
    }
    wide = Wide(rows, weights, groups, np.ones(len(weights)))
    steps = Steps(wide, np.zeros(len(weights), np.int64), seed=3)
    seen = [0]

    def news(worth: int) -> None:
        assert rows.holds(steps.values)
        assert worth >= seen[-1]
        seen.append(worth)

    steps.improve(60, lambda: False, news)
    exact = solve_program(rows, weights, SIMPLEX)
    assert exact.values is not None
    assert seen[-1] == round(float(weights @ exact.values))


def test_a_part_of_the_rows_is_the_rows_with_values_put_in() -> None:
    """Free columns keep the rows exactly if the whole point keeps them."""
    random = np.random.default_rng(4)
    rows, _ = _assignment(6, random)
    for _ in range(200):
        values = random.integers(0, 2, len(rows.low))
        free = random.random(len(rows.low)) < 0.5
        part = rows.part(free, values)
        outside = rows.part(~free, np.where(free, 0, values))
        holds = part.holds(values[free])
        whole = rows.holds(values)
        assert holds or not whole
        assert whole or not (holds and outside.holds(values[~free]) and free.all())


def test_the_method_follows_from_what_the_rules_are() -> None:
    """Integer programs are for linear rules only, whatever is asked for."""
    rows, _ = _assignment(50, np.random.default_rng(5))
    rows = rows.with_row({0: 1, 51: 1, 102: 1}, -FREE, 2)
    bent = replace(rows, exact=False)
    chosen = np.arange(2500)
    assert suited(rows, chosen, "auto").engine == "mip"
    assert suited(rows, chosen, "cp-sat").engine == "cp-sat"
    assert suited(bent, chosen, "mip").engine == "cp-sat"
    assert suited(bent, chosen, "cp-sat").engine == "cp-sat"
    assert suited(bent, chosen, "auto").engine == "cp-sat"
    huge = replace(bent, low=np.tile(bent.low, 3))
    assert suited(huge, chosen, "auto").engine == "benders"
    assert "free" in suited(bent, chosen, "mip").reason


def test_candidates_with_fixed_dates_need_linear_rows_alone() -> None:
    """Where no date is free, the rows say everything that the model says."""
    exact = 0
    for seed in range(30):
        world = _fixed(seed)
        variables = build(world, candidates(world))
        if all(each.fixed for each in variables.choices):
            exact += linear(variables.model).exact
    assert exact > 0


def _weights(rows: Linear, objective: dict[int, int]) -> np.ndarray:
    weights = np.zeros(len(rows.low))
    weights[list(objective)] = list(objective.values())
    return weights


def _assignment(side: int, random: np.random.Generator) -> tuple[Linear, np.ndarray]:
    """Return the rows of an assignment problem: each row and column at most once."""
    cells = np.arange(side * side)
    by_row = cells.reshape(side, side)
    entries = np.concatenate([by_row.ravel(), by_row.T.ravel()])
    rows = Linear(
        np.zeros(side * side, np.int64),
        np.ones(side * side, np.int64),
        np.arange(2 * side + 1) * side,
        entries,
        np.ones(2 * side * side, np.int64),
        np.full(2 * side, -FREE),
        np.ones(2 * side, np.int64),
        exact=True,
    )
    return rows, random.integers(1, 100, side * side)


def test_crowds_are_found_where_places_are_short() -> None:
    """Only those are named who could need more places on a day than there are."""
    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in range(5)]
    days = ((0, 10), (5, 15), (9, 20), (30, 40), (35, 45))
    stays = [
        model.new_optional_interval_var(first, last - first, last, each, "")
        for each, (first, last) in zip(taken, days, strict=True)
    ]
    model.add_cumulative(stays, [1] * 5, 2)
    model.add_no_overlap(stays[3:])
    excerpts = Excerpts(model, range(5))
    assert excerpts.crowds(range(5)) == [{0, 1, 2, 3, 4}]
    assert excerpts.crowds({0, 1, 3}) == []
    assert excerpts.crowds({0, 3, 4}) == [{3, 4}]
