"""Fairness by levels, in pieces and in turns: what is told is what the plan has."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, pairwise, product
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import tiny

from matcher.auditor import rung_values
from matcher.eligibility import candidates
from matcher.scenario import GoalPolicy, Scenario
from matcher.scenario.generate import generate
from matcher.solver import fairness, goals_of_fairness, ladder, solve
from matcher.solver.climbing import climb
from matcher.solver.engine import Engine
from matcher.solver.expressions import aim, narrow, total
from matcher.solver.fairness import Block, Fairness, clusters, open_areas
from matcher.solver.goals_of_fairness import Opened, area_scales
from matcher.solver.leximin import Known, smallest
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from matcher.solver.piece import Reached
    from matcher.solver.promises import Rung

Scores = tuple[int, ...]


@st.composite
def _sides(draw: st.DrawFn) -> list[list[Scores]]:
    """Draw what each of two sides, with areas of its own, could do."""
    found = []
    for _ in range(2):
        size = draw(st.integers(1, 3))
        plan = st.tuples(*[st.integers(0, 4)] * size)
        found.append(draw(st.lists(plan, min_size=1, max_size=6)))
    return found


def _having(scores: Scores, level: int) -> int:
    return sum(each >= level for each in scores)


def _proven(side: list[Scores], mine: Scores, slack: list[int]) -> dict[int, int]:
    """Return for each level the most areas of plans that keep all levels below."""
    found, kept = {}, side
    for level in range(1, 5):
        most = max(_having(each, level) for each in kept)
        found[level] = most + slack[level - 1]
        kept = [each for each in kept if _having(each, level) >= _having(mine, level)]
    return found


@given(_sides(), st.data())
def test_bounds_of_sums_follow_from_bounds_of_levels(
    sides: list[list[Scores]], data: st.DataObject
) -> None:
    """No plan that keeps the sums of fewer scores has more than the bound of a sum."""
    picked = [data.draw(st.sampled_from(side)) for side in sides]
    slacks = st.lists(st.integers(0, 1), min_size=4, max_size=4)
    known = [
        Known(mine, _tops(side), _proven(side, mine, data.draw(slacks)))
        for side, mine in zip(sides, picked, strict=True)
    ]
    told = smallest(known)
    plans = [_sums(one + other) for one, other in product(*sides)]
    assert [best for best, _ in told] == _sums(picked[0] + picked[1])
    for place, (best, bound) in enumerate(told):
        assert bound >= best
        assert all(each[place] <= bound for each in plans)
        plans = [each for each in plans if each[place] >= best]


@given(_sides())
def test_the_best_of_each_side_is_the_best_of_both(sides: list[list[Scores]]) -> None:
    """Leximin over areas apart is leximin over all, and levels prove it to the end."""
    picked = [max(side, key=sorted) for side in sides]
    known = [
        Known(mine, _tops(side), _proven(side, mine, [0] * 4))
        for side, mine in zip(sides, picked, strict=True)
    ]
    best = max(_sums(one + other) for one, other in product(*sides))
    assert smallest(known) == [(each, each) for each in best]


def _tops(side: list[Scores]) -> list[int]:
    """Return the most of each area in any plan."""
    return [max(each) for each in zip(*side, strict=True)]


def _sums(scores: Scores) -> list[int]:
    return list(accumulate(sorted(scores)))


def test_pieces_are_joined_by_chains_of_areas() -> None:
    """Whoever shares no open area, directly or through others, stays apart."""
    one, two, three, four, five = (object() for _ in range(5))
    found = clusters({one: {"A"}, two: {"B"}, three: {"C"}, four: {"B", "A"}, five: ()})
    assert [(set(pieces), areas) for pieces, areas in found] == [
        ({three}, {"C"}),
        ({one, two, four}, {"A", "B"}),
    ]


def _worlds(*first: str) -> list[Scenario]:
    """Return small years that pursue some goals, fairness and fit; either weights."""
    found = []
    for seed in range(8):
        world = generate(people=16, seats=10, seed=seed)
        weights = ("equal", "population")[seed % 2]
        goals = (
            *(GoalPolicy(goal=each) for each in first),
            GoalPolicy(goal="fairness", parameters={"weights": weights}),
            GoalPolicy(goal="fit"),
        )
        policy = world.policy.model_copy(update={"goals": goals})
        found.append(world.model_copy(update={"policy": policy}))
    return found


def _told(world: Scenario) -> list[tuple[int, int]]:
    return [(each.best, each.bound) for each in solve(world).rungs]


def test_levels_give_the_rungs_of_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether areas are counted by level or their scores summed: the same proofs."""
    worlds = _worlds("coverage")
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", 0)
    sums = [_told(world) for world in worlds]
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", 1000)
    assert [_told(world) for world in worlds] == sums
    assert any(best for told in sums for best, _ in told[-5:-1])


@pytest.mark.parametrize("levels", [0, 1000])
def test_turns_claim_no_more_than_is_so(
    levels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pieces that take turns reach no more than together, and their bounds hold."""
    worlds = _worlds("coverage")
    best = [solve(world).rungs for world in worlds]
    monkeypatch.setattr(ladder, "HUGE", 0)
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", levels)
    turns = []
    for world, proven in zip(worlds, best, strict=True):
        found = solve(world)
        turns.append([each.best for each in found.rungs])
        assert turns[-1] <= [each.best for each in proven[:-1]] + [10**9]
        values = rung_values(world, found.assignments)
        level = True
        for mine, its in zip(found.rungs, proven, strict=True):
            if level and mine.goal == "fairness":
                assert mine.bound >= its.best
                level = mine.best == its.best
            assert values[mine.goal, mine.part] >= mine.best
    assert any(each[-2] for each in turns)


@pytest.mark.parametrize("searches", range(6))
def test_a_run_that_is_cut_short_claims_no_more_than_is_so(
    searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a few levels nobody searches: values are the plan's, and bounds hold."""
    worlds = _worlds()
    best = [solve(world).rungs for world in worlds]
    climbed = 0

    def few(piece: Piece, rung: Rung, *given: Any, **more: Any) -> Reached:  # noqa: ANN401 -- handed on
        nonlocal climbed
        climbed += 1
        if climbed > searches:
            return piece.standing(rung)
        return climb(piece, rung, *given, **more)

    monkeypatch.setattr(fairness, "climb", few)
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", 1000)
    open_rungs = 0
    for world, proven in zip(worlds, best, strict=True):
        climbed, level = 0, True
        for mine, its in zip(solve(world).rungs, proven, strict=True):
            if level and mine.goal == "fairness":
                assert mine.best <= its.best <= mine.bound
                open_rungs += mine.best < mine.bound
                level = mine.best == its.best
    assert open_rungs


def test_without_any_time_bounds_hold() -> None:
    """A run that is late joins no pieces, and claims what needs no solver only."""
    values = 0
    for locked in _worlds():
        # To keep locks takes some search, and so some time.
        world = locked.model_copy(update={"locks": ()})
        best, late = solve(world), solve(world, time_limit=1e-9)
        told = rung_values(world, late.assignments)
        for mine in late.rungs:
            assert told[mine.goal, mine.part] >= mine.best
        worst = [each.rungs[0] for each in (best, late)]
        assert worst[0].part == "worst-1"
        assert worst[1].best <= worst[0].best <= worst[1].bound
        values += worst[0].best
    assert values


def test_what_levels_rule_out_lowers_no_bound() -> None:
    """Choices that fall away while levels are climbed count in bounds all the same."""
    most = 0
    for world in _worlds():
        areas = frozenset(area_scales(world))
        piece = Piece(world, split(world, candidates(world))[0])
        fair = Fairness(world, [piece], [Block(areas, (piece,))])
        bounds = fair.sums()
        for each in piece.variables.choices:
            narrow(piece.variables.model.proto.variables[each.taken.index], 0, 0)
        assert not any(piece.ceilings().values())
        assert fair.sums() == bounds
        most += bounds[-1].bound
    assert most


@pytest.mark.parametrize("levels", [0, 1000])
def test_an_opened_piece_says_what_its_plan_has(
    levels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No search is needed to know the scores of a plan, whatever was sought before."""
    monkeypatch.setattr(goals_of_fairness, "_LEVELS", levels)
    engine, served = Engine(1, 1, Event()), 0
    for world in _worlds("coverage"):
        areas = tuple(sorted(area_scales(world)))
        for group in split(world, candidates(world)):
            piece = Piece(world, group)
            most = {area: piece.ceilings().get(area, 0) for area in areas}
            few = goals_of_fairness.few_levels(area_scales(world), {}, most)
            before = len(piece.values)
            piece.open_fairness(Opened(areas, {}, few))
            for rung in [each for each in piece.parts if each[0] != "fairness"]:
                climb(piece, rung, engine, None, lambda *_: None)
                # As an engine might leave them that looks at another goal.
                idle = [0] * (len(piece.values) - before)
                piece.values = [*piece.values[:before], *idle]
                values = rung_values(world, piece.assignments())
                scores = _scores(values, len(areas))
                served += sum(scores)
                for mine in [each for each in piece.parts if each[0] == "fairness"]:
                    kind, number = mine[1].split("-")
                    wanted = values.get(mine)
                    if kind == "level":
                        wanted = _having(tuple(scores), int(number))
                    assert piece.standing(mine).best == wanted
    assert served


def _scores(values: dict[tuple[str, str], int], size: int) -> list[int]:
    """Return the scores of which these are the sums, ascending."""
    sums = [0, *(values["fairness", f"worst-{k + 1}"] for k in range(size))]
    return [after - before for before, after in pairwise(sums)]


def test_open_areas_are_those_that_some_plan_serves_otherwise() -> None:
    """One question for all areas finds what asking for each end of each finds."""
    engine, counts = Engine(1, 1, Event()), Counter[bool]()
    for world in (*_worlds("coverage"), *(tiny(seed) for seed in range(30))):
        areas = sorted(each.id for each in world.areas)
        for group in split(world, candidates(world)):
            piece = Piece(world, group)
            if not piece.start(engine, None):
                continue
            for rung in [each for each in piece.parts if each[0] == "coverage"]:
                climb(piece, rung, engine, None, lambda *_: None)
                piece.keep(rung, piece.standing(rung).best)
            found = open_areas(piece, areas, engine, None)
            assert found == {area for area in areas if _moves(piece, area, engine)}
            counts.update(area in found for area in piece.served())
    assert counts[True]
    assert counts[False]


def _moves(piece: Piece, area: str, engine: Engine) -> bool:
    """Return whether the area can have more or less than it has."""
    model = piece.variables.model
    count = total(each.taken for each in piece.variables.by_area.get(area, ()))
    ends = set()
    for up in (False, True):
        aim(model, count, maximise=up)
        ends.add(engine.run(model, None).bound)
    return ends != {piece.served().get(area, 0)}
