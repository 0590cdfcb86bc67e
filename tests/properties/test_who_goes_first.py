"""Who goes first, dates afterwards: what is learnt on the way holds for every plan."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from systems import tiny_systems
from worlds import tiny

from matcher.eligibility import candidates
from matcher.solver import benders, goals_of_people, promises
from matcher.solver.climbing import climb
from matcher.solver.engine import Engine
from matcher.solver.expressions import aim, total
from matcher.solver.piece import DATES, Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ortools.sat.python.cp_model import CpModel

    from matcher.scenario import Scenario
    from matcher.solver.engine import Cut
    from matcher.solver.pieces import Group


def _learnt(world: Scenario, group: Group) -> Iterator[tuple[Cut, CpModel]]:
    """Yield the rows that a piece learns on its rungs, each with the model before."""
    piece, engine = Piece(world, group, "benders"), Engine(0, 1, Event())
    if not piece.start(engine, None):
        return
    for rung in list(piece.parts):
        before, known = piece.variables.model.clone(), len(piece.cuts)
        reached = climb(piece, rung, engine, None, lambda *_: None)
        assert reached.best == reached.bound
        for cut in piece.cuts[known:]:
            yield cut, before.clone()
        piece.reached[rung] = reached
        piece.keep(rung, reached.best)


@pytest.mark.parametrize("block", range(2))
def test_rows_learnt_while_climbing_hold(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No plan of the whole model breaks a row that was learnt, however it was."""
    # Where nobody else can go, the dates need no rows.
    monkeypatch.setattr(Piece, "hold_people", lambda _: False)
    used: list[str] = []
    for name in ("_widened", "_beside"):
        whole = getattr(benders._Search, name)

        def noted(*given: Any, name: str = name, whole: Any = whole) -> Any:  # noqa: ANN401
            used.append(name)
            return whole(*given)

        monkeypatch.setattr(benders._Search, name, noted)
    found = 0
    for seed in range(block * 30, block * 30 + 30):
        for world in (tiny(seed), tiny_systems(seed)):
            for group in split(world, candidates(world)):
                for (members, most), model in _learnt(world, group):
                    chosen = map(model.get_bool_var_from_proto_index, sorted(members))
                    aim(model, total(chosen), maximise=True)
                    answer = Engine(0, 1, Event()).run(model, None)
                    assert answer.bound is not None
                    assert answer.bound <= most
                    found += 1
    assert found > 5
    assert set(used) == {"_widened", "_beside"}


def test_a_beginning_sends_some_of_those_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where few went, only people of the choice go, and often more than before."""
    begin, more = benders._Search._begin, 0

    def noted(search: benders._Search, chosen: Any) -> bool:  # noqa: ANN401
        nonlocal more
        before = search._taken(search._values)
        proven = begin(search, chosen)
        now = search._taken(search._values)
        if now != before:
            assert set(now) <= set(search._taken(chosen))
            more += len(now) > len(before)
        return proven

    monkeypatch.setattr(benders._Search, "_begin", noted)
    # What linear programs reach alone is begun already.
    monkeypatch.setattr(promises, "relax", lambda *_given, **_more: None)
    for seed in range(100):
        world = tiny(seed)
        for group in split(world, candidates(world)):
            piece, engine = Piece(world, group, "benders"), Engine(0, 1, Event())
            if piece.start(engine, None):
                climb(piece, next(iter(piece.parts)), engine, None, lambda *_: None)
    assert more > 5


def _alone(world: Scenario, group: Group) -> tuple[bool, CpModel, Piece] | None:
    """Return whether others are ruled out before the dates, and what is kept then."""
    piece, engine = Piece(world, group, "benders"), Engine(0, 1, Event())
    if not piece.start(engine, None):
        return None
    for rung in list(piece.parts):
        if rung == DATES:
            model = piece.variables.model.clone()
            model.proto.clear_objective()
            return piece.hold_people(), model, piece
        reached = climb(piece, rung, engine, None, lambda *_: None)
        piece.reached[rung] = reached
        piece.keep(rung, reached.best)
    return None


@pytest.mark.parametrize("weights", [2, 2**20])
def test_where_others_are_ruled_out_nobody_else_can_go(
    weights: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole model has no plan as good with other pairs of person and need."""
    draw = goals_of_people.draw
    monkeypatch.setattr(
        goals_of_people, "draw", lambda *given: 1 + draw(*given) % weights
    )
    # What linear programs prove alone asks no question about others.
    monkeypatch.setattr(promises, "relax", lambda *_given, **_more: None)
    found = 0
    for seed in range(40):
        for world in (tiny(seed), tiny_systems(seed)):
            for group in split(world, candidates(world)):
                known = _alone(world, group)
                if known is None or not known[0]:
                    continue
                _, model, piece = known
                pairs = piece.variables.pairs(piece.values)
                signed = (
                    (1 if (each.person, each.need) in pairs else -1)
                    * model.get_int_var_from_proto_index(each.taken.index)
                    for each in piece.variables.choices
                )
                model.add(total(signed) <= len(pairs) - 1)
                assert Engine(0, 1, Event()).run(model, None).impossible
                found += 1
    assert found > 20
