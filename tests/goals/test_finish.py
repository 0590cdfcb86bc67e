"""finish: all assignments are over as early as possible."""

from __future__ import annotations

from threading import Event

import pytest
from builders import day, ladder, need, person, phase, post, rules, scenario
from judges import aiming, both_value

from matcher.eligibility import candidates
from matcher.rulebook import GOALS
from matcher.scenario import GoalPolicy, Policy, Scenario
from matcher.solver import solve
from matcher.solver.climbing import Climb, climb
from matcher.solver.engine import Engine
from matcher.solver.piece import Piece
from matcher.solver.pieces import split


def value(world: Scenario, *moved: tuple[str, str, int, int]) -> int:
    """Return the value of people sent to needs, on which both judges agree."""
    aimed = aiming(world, "finish")
    (found,) = both_value(aimed, *(post(aimed, *each) for each in moved)).values()
    return found


@pytest.mark.parametrize("headcount", [1, 2])
def test_the_latest_end_counts(headcount: int) -> None:
    """Days are counted from the first of the horizon; without assignments it is 0."""
    world = scenario(
        people=(person("A"), person("B")),
        needs=(
            need("n1", longest=6, max_headcount=headcount),
            need("n2", max_headcount=headcount),
        ),
    )

    assert value(world) == 0
    assert value(world, ("A", "n1", 2, 8)) == 8
    assert value(world, ("A", "n1", 0, 4), ("B", "n2", 2, 5)) == 5


def test_several_at_one_need_end_with_the_last() -> None:
    """Ends of one need are no sum."""
    world = scenario(
        people=(person("A"), person("B"), person("C")),
        needs=(need("n1", longest=9, max_headcount=3),),
    )
    ends = (("A", "n1", 0, 3), ("B", "n1", 0, 9), ("C", "n1", 1, 6))

    assert value(world, *ends) == 9


def test_phases_are_done_as_early_as_their_order_allows() -> None:
    """Three days, a day between, and three days: the last ends on the seventh."""
    world = scenario(
        policy=ladder(rules(person_limit="off"), "coverage", "finish"),
        people=(person("A"), person("B")),
        phases=(phase("f0"), phase("f1", after=("f0",), min_gap=1)),
        needs=(need("n1", phase="f0"), need("n2", phase="f1")),
    )

    rung = solve(world, workers=1).rungs[-1]

    assert (rung.best, rung.bound) == (7, 7)


@pytest.mark.parametrize(("tolerance", "longest"), [(0, 3), (1, 4)])
def test_a_piece_may_use_the_days_until_the_last_of_all(
    tolerance: int, longest: int
) -> None:
    """B may be away until A is back, and for as much longer as the goal tolerates."""
    world = scenario(
        policy=ladder(
            rules(pairing="off", release_cap="off"),
            "coverage",
            GoalPolicy(goal="finish", tolerance=tolerance),
            "workload",
        ),
        people=(
            person("A", consent_areas=("X1",)),
            person("B", unit="NV", consent_areas=("X2",), target_days=9),
        ),
        needs=(
            need("n1", first_day=day(5), last_day=day(7)),
            need("n2", unit="XV", first_day=day(5), shortest=1, longest=9),
        ),
    )

    solution = solve(world, workers=1)

    assert len(split(world, candidates(world))) == 2
    assert [(each.best, each.bound) for each in solution.rungs[1:]] == [
        (8, 8),
        (9 - longest, 9 - longest),
    ]


def test_a_schedule_made_anew_is_dense(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six terms of three days fill nine days of two people before any other search."""
    world = scenario(
        policy=ladder(rules(person_limit="off"), "coverage", "finish"),
        people=(person("A"), person("B")),
        needs=tuple(need(f"n{each}") for each in range(6)),
    )
    coverage, finish = ("coverage", "priority-3"), ("finish", "")
    piece = Piece(world, split(world, candidates(world))[0])
    engine = Engine(0, 1, Event())
    assert piece.start(engine, None)
    reached = climb(piece, coverage, engine, None, _quiet)
    piece.keep(coverage, reached.best)
    before = piece.standing(finish)
    monkeypatch.setattr(Climb, "_look", lambda _: None)

    found = climb(piece, finish, engine, None, _quiet)

    assert before.best > 9
    assert (found.best, found.bound) == (9, 9)
    assert piece.standing(coverage).best == 6


def _quiet(_best: int | None, _bound: int | None) -> None:
    """Take news of nobody's interest."""


def test_the_goal_is_pursued_only_where_it_is_listed() -> None:
    """It is optional: a policy that lists no goals leaves it out."""
    assert GOALS["finish"].optional
    assert not Policy().pursues("finish")
