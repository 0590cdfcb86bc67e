"""Who goes first, dates afterwards: what is learnt on the way holds for every plan."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from systems import tiny_systems
from worlds import tiny

from matcher.eligibility import candidates
from matcher.solver import benders
from matcher.solver.climbing import climb
from matcher.solver.engine import Engine
from matcher.solver.expressions import aim, total
from matcher.solver.model import build
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.solver.pieces import Group


def _climbed(world: Scenario, group: Group) -> Piece | None:
    """Return a piece that has climbed all its rungs, if it has a plan at all."""
    piece, engine = Piece(world, group, "benders"), Engine(0, 1, Event())
    if not piece.start(engine, None):
        return None
    for rung in list(piece.parts):
        reached = climb(piece, rung, engine, None, lambda *_: None)
        assert reached.best == reached.bound
        piece.reached[rung] = reached
        piece.keep(rung, reached.best)
    return piece


@pytest.mark.parametrize("block", range(2))
def test_rows_learnt_while_climbing_hold(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No plan of the whole model breaks a row that was learnt, however it was."""
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
                piece = _climbed(world, group)
                plain = build(world, group.candidates, group.locks, group.idle).model
                for members, most in () if piece is None else piece.cuts:
                    model = plain.clone()
                    chosen = map(model.get_bool_var_from_proto_index, sorted(members))
                    aim(model, total(chosen), maximise=True)
                    answer = Engine(0, 1, Event()).run(model, None)
                    assert answer.bound is not None
                    assert answer.bound <= most
                    found += 1
    assert found > 5
    assert set(used) == {"_widened", "_beside"}
