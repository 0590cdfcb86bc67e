"""
Climb a generated scenario in pieces or as one model, and print what came out.

It runs as a process of its own, so that its peak memory is its own, and is composed of
the solver's own parts; only the split differs. Called by the sub-study ``pieces``:
``python -m benchmarks.climb (pieces|whole) PEOPLE SEATS SEED TIME_LIMIT``.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import TYPE_CHECKING

from matcher.eligibility import candidates
from matcher.scenario.generate import generate
from matcher.solver.clock import Clock
from matcher.solver.engine import Engine
from matcher.solver.ladder import Ladder
from matcher.solver.piece import Piece
from matcher.solver.pieces import Group, split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matcher.scenario import Scenario


def climb(
    scenario: Scenario, time_limit: float, *, whole: bool
) -> Mapping[str, object]:
    """
    Solve a scenario and return the fields of a climb, but for its memory.

    Parameters
    ----------
    scenario
        What is to be planned.
    time_limit
        Seconds for all rungs together.
    whole
        Whether everything is put into one model.
    """
    clock = Clock(time_limit)
    chosen = candidates(scenario)
    one = [Group(tuple(chosen), scenario.locks)]
    groups = one if whole else split(scenario, chosen)
    engine = Engine(scenario.seed, None, threading.Event())
    ladder = _ladder(scenario, groups, engine, clock)
    proofs, seconds = ladder.climb()
    return {
        "seconds": round(clock.elapsed, 3),
        "rungs": [
            {**proof.model_dump(mode="json"), "seconds": round(spent, 3)}
            for proof, spent in zip(proofs, seconds, strict=True)
        ],
        "first_pieces": len(groups),
        "last_pieces": len(ladder.pieces),
        "largest": max(len(each.candidates) for each in groups),
    }


def _ladder(
    scenario: Scenario, groups: Sequence[Group], engine: Engine, clock: Clock
) -> Ladder:
    """Return the ladder with pieces that keep the locks, as the solver begins."""
    pieces = [Piece(scenario, group) for group in groups]
    for piece in pieces:
        if piece.group.locks and not piece.start(engine, clock.share()):
            raise TimeoutError("no plan that keeps the locks was found in time")
    return Ladder(scenario, pieces, engine, clock, lambda _news: None)


def main() -> None:
    """Climb as the command line says and print JSON."""
    way, people, seats, seed, time_limit = sys.argv[1:]
    scenario = generate(int(people), int(seats), int(seed))
    print(json.dumps(climb(scenario, float(time_limit), whole=way == "whole")))


if __name__ == "__main__":
    main()
