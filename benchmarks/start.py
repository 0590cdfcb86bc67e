"""
Tell where the time goes until a scenario has its first plan.

``python -m benchmarks.start SCENARIO`` prints, for each stage from the start of the
process to the first plan that a search finds, the processor time it takes and the
peak memory until then. Stages are the solver's own, in its order.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.around import timed
from matcher.eligibility import candidates
from matcher.scenario.reading import read_scenario
from matcher.solver.building import all_kept
from matcher.solver.clock import Clock
from matcher.solver.engine import Engine
from matcher.solver.ladder import Ladder
from matcher.solver.piece import Piece
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.scenario import Scenario
    from matcher.solver import Progress

_SECONDS = 600.0


def first_plan(scenario: Scenario, pieces: Sequence[Piece]) -> float:
    """
    Search until some rung has more than the plan that sends nobody.

    Parameters
    ----------
    scenario
        What is planned.
    pieces
        Its pieces.

    Returns
    -------
    float
        The processor time of the whole process when the plan was found.
    """
    stop, found = threading.Event(), [float("nan")]

    def look(news: Progress) -> None:
        if news.best and not stop.is_set():
            found[0] = time.process_time()
            stop.set()

    engine = Engine(scenario.seed, None, stop)
    for piece in pieces:
        if piece.group.locks:
            piece.start(engine, None)
    Ladder(scenario, pieces, engine, Clock(_SECONDS), look).climb()
    return found[0]


def main() -> None:
    """Time every stage and print a table."""
    (folder,) = map(Path, sys.argv[1:])
    print("| stage | processor time | peak memory |\n| --- | --- | --- |")
    print(f"| loading | {time.process_time():.2f} s | |")
    scenario = timed("reading", lambda: read_scenario(folder))
    with all_kept():
        chosen = timed("eligibility", lambda: candidates(scenario))
        groups = timed("pieces", lambda: split(scenario, chosen))
        pieces = timed("models", lambda: [Piece(scenario, each) for each in groups])
    timed("rows", lambda: [each.promises.linear for each in pieces])
    before = time.process_time()
    after = first_plan(scenario, pieces)
    print(f"| first plan | {after - before:.2f} s | |")
    print(f"| together | {after:.2f} s | |")


if __name__ == "__main__":
    main()
