"""Rows for stays with free dates say nothing that the stays do not say themselves."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import builders as b
from judges import changed
from ortools.sat.python import cp_model

from matcher.eligibility import Candidate
from matcher.eligibility.terms import Terms
from matcher.scenario import RulePolicy
from matcher.scenario.undertakings import Leaver
from matcher.solver import capacity, chains
from matcher.solver.capacity import Block, limit_stays
from matcher.solver.choice import Choice
from matcher.solver.dates import Dates
from matcher.solver.expressions import total
from matcher.solver.model import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from matcher.scenario import Scenario
    from matcher.solver.expressions import Literal
    from matcher.solver.packing import Row


def terms(draw: Random) -> Terms:
    """Return a family of short terms that begin within a few days."""
    first, slack = draw.randint(0, 8), draw.randint(0, 4)
    least, more = draw.randint(1, 6), draw.randint(0, 2)
    return Terms(
        starts=((first, first + slack),),
        lasts=((first + least - 1, first + slack + least + more - 1),),
        shortest=least,
        longest=least + more,
    )


def stays(draw: Random) -> tuple[cp_model.CpModel, list[Choice]]:
    """Return choices of different people, of which some go on shared dates."""
    model = cp_model.CpModel()
    choices = []
    for group in range(draw.randint(1, 4)):
        size = draw.randint(1, 3)
        base = terms(draw)
        families = [base] * size
        if draw.random() < 0.3:
            families = [terms(draw) for _ in range(size)]
        dates = Dates(model, families) if size > 1 else None
        for number, family in enumerate(families):
            lead = draw.randint(0, 1)
            one = Candidate(f"P{group}{number}", f"n{group}", lead, family)
            choices.append(Choice(model, one, alone=True, dates=dates))
    return model, choices


def most(model: cp_model.CpModel, taken: Sequence[Literal]) -> int:
    """Return how many can be taken at most."""
    asked = model.clone()
    asked.maximize(total(taken))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(asked) == cp_model.OPTIMAL
    return round(solver.objective_value)


def rows_of(
    model: cp_model.CpModel,
    choices: Sequence[Choice],
    cap: int,
    blocks: Sequence[Block],
    monkeypatch: pytest.MonkeyPatch,
    *,
    kind: str = "_of_shared_dates",
) -> list[Row]:
    """Limit the stays without rows of a kind, and return these."""
    found: list[Row] = []
    plain = getattr(capacity, kind)

    def noted(*given: Any) -> list[Row]:  # noqa: ANN401
        found.extend(plain(*given))
        return []

    with monkeypatch.context() as patch:
        patch.setattr(capacity, kind, noted)
        limit_stays(model, choices, cap, blocks)
    return found


def test_a_row_for_shared_dates_holds_in_the_model_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No plan has more of a row's stays; many rows are reached, and some say more."""
    reached = told = 0
    for seed in range(150):
        draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
        model, choices = stays(draw)
        blocks = [Block(draw.randint(0, 8), draw.randint(9, 14), 1)][: seed % 2]
        rows = rows_of(model, choices, draw.randint(1, 3), blocks, monkeypatch)
        for row in rows:
            taken = [choices[i].taken for i in sorted(row.choices)]
            possible = most(model, taken)
            assert possible <= row.most
            reached += possible == row.most
            dates = {choices[i].dates for i in row.choices}
            told += len(dates) > 1
    assert reached > 40
    assert told > 20


def test_a_row_for_a_window_holds_in_the_model_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No plan has more of the stays than the row says, and many rows are reached."""
    reached = 0
    for seed in range(100):
        draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
        model, choices = stays(draw)
        cap = draw.randint(1, 3)
        for row in rows_of(model, choices, cap, [], monkeypatch, kind="packing_rows"):
            possible = most(model, [choices[i].taken for i in sorted(row.choices)])
            assert possible <= row.most
            reached += possible == row.most
    assert reached > 60


def test_a_team_meets_whoever_is_there_all_the_days_that_it_may_choose_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two who go together have one day with three who stay: four beds are too few."""
    model = cp_model.CpModel()
    long = Terms(starts=((5, 8),), lasts=((64, 67),), shortest=60, longest=60)
    short = Terms(starts=((0, 20),), lasts=((9, 29),), shortest=10, longest=10)
    dates = Dates(model, [short, short])
    choices = [
        Choice(model, Candidate(f"P{i}", "n", 0, long), alone=True) for i in range(3)
    ]
    choices += [
        Choice(model, Candidate(f"Q{i}", "t", 0, short), alone=True, dates=dates)
        for i in range(2)
    ]
    found = rows_of(model, choices, 4, [], monkeypatch)

    assert [(row.choices, row.most) for row in found] == [(frozenset(range(5)), 4)]


def relay(seed: int) -> Scenario:
    """Return a random world with one post that is handed over."""
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    least = draw.randint(0, 2)
    days = {"least_days": least, "most_days": least + draw.randint(0, 2)}
    rule = RulePolicy.model_validate({"mode": "strict", "parameters": days})
    shortest = draw.randint(1, 5)
    wanted = b.need(
        "n1",
        handover=True,
        shortest=shortest,
        longest=shortest + draw.randint(0, 2),
        max_headcount=4,
    )
    world = b.scenario(
        policy=b.rules(handover=rule),
        people=tuple(b.person(code) for code in "ABCD"),
        needs=(wanted,),
    )
    if draw.random() < 0.5:
        leaver = Leaver(need="n1", person="L", last_day=b.day(draw.randint(0, 6)))
        world = changed(world, leavers=(leaver,))
    return world


def test_no_more_hold_a_post_in_turn_than_the_row_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The model without the row has no plan with more holders; it often has as many."""
    plain = chains.most_holders
    reached = narrow = 0
    for seed in range(80):
        monkeypatch.setattr(chains, "most_holders", lambda *_: 99)
        variables = build(relay(seed))
        if not variables.choices:
            continue
        bound = plain(variables, variables.chains["n1"])
        possible = most(variables.model, [each.taken for each in variables.choices])
        assert possible <= bound
        reached += possible == bound
        narrow += bound < len(variables.choices)
    assert reached > 30
    assert narrow > 30
