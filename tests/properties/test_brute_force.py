"""The ladder against brute force: all rungs of hundreds of tiny worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from brute import best_rungs, possible
from judges import changed
from systems import tiny_systems
from wishes import apart, tiny_wishes
from worlds import tiny

from matcher.auditor import breaches, rung_values
from matcher.eligibility import candidates
from matcher.errors import ContradictionError
from matcher.plan import Status
from matcher.rulebook import RULES
from matcher.scenario import RulePolicy
from matcher.scenario.base import Mode
from matcher.solver import solve
from matcher.solver.pieces import split

if TYPE_CHECKING:
    from matcher.scenario import Scenario

ONCE_WRONG = (827, 2692)
"""Seeds: a dispatch excuses nothing where the rule locks is off."""

BITTEN = {
    "cover": 14,
    "handover": 12,
    "phases": 1,
    "studio": 4,
    "mentoring": 2,
    "contact-leader": 5,
    "event": 3,
    "continuity": 8,
    "growth": 37,
    "exchange-balance": 36,
}
"""Seeds of worlds with systems in which a rule, or a goal, changes what is best."""

WEIGHED = {"people-away": 15, "workload": 54, "finish": 12}
"""Seeds of worlds with wishes in which a goal changes what is best."""


@pytest.mark.parametrize("block", range(16))
def test_brute_force_equals_the_ladder(block: int) -> None:
    """Every rung of every tiny world is what counting out all plans finds."""
    for seed in range(block * 10, block * 10 + 10):
        _count_out(tiny(seed), f"seed {seed}")


@pytest.mark.parametrize("block", range(16))
def test_brute_force_equals_the_ladder_with_systems(block: int) -> None:
    """The same for worlds with undertakings, all arrangements counted out, too."""
    for seed in range(block * 10, block * 10 + 10):
        _count_out(tiny_systems(seed), f"systems {seed}")


@pytest.mark.parametrize("block", range(16))
def test_brute_force_equals_the_ladder_with_wishes(block: int) -> None:
    """The same for worlds in which planners weigh points and wish for little effort."""
    for seed in range(block * 10, block * 10 + 10):
        _count_out(tiny_wishes(seed), f"wishes {seed}")


@pytest.mark.parametrize("block", range(8))
def test_brute_force_equals_the_ladder_in_pieces(block: int) -> None:
    """Values of pieces make that of the whole: a sum, a maximum, or who is in none."""
    for seed in range(block * 10, block * 10 + 10):
        world = apart(seed)

        assert len(split(world, candidates(world))) == 2
        _count_out(world, f"apart {seed}")


@pytest.mark.parametrize("slug", WEIGHED)
def test_the_worlds_feel_every_goal_for_effort(slug: str) -> None:
    """Without the goal the best plan of some world is another."""
    world = tiny_wishes(WEIGHED[slug])
    best = best_rungs(world)
    rest = {rung: value for rung, value in best.items() if rung[0] != slug}

    assert best_rungs(_without(world, slug)) != rest


@pytest.mark.parametrize("slug", BITTEN)
def test_the_worlds_feel_every_rule_and_goal_of_the_systems(slug: str) -> None:
    """Without the rule, or the goal, the best plan of some world is another."""
    world = tiny_systems(BITTEN[slug])
    best = best_rungs(world)
    rest = {rung: value for rung, value in best.items() if rung[0] != slug}

    assert best_rungs(_without(world, slug)) != rest


def _without(world: Scenario, slug: str) -> Scenario:
    """Return the world with a rule switched off, or without a goal."""
    policy = world.policy
    rules = dict(policy.rules)
    if slug in RULES:
        parameters = policy.parameters(slug)
        rules[slug] = RulePolicy(mode=Mode.OFF, parameters=parameters)
    goals = tuple(each for each in policy.goals if each.goal != slug)
    return changed(
        world, policy=policy.model_copy(update={"rules": rules, "goals": goals})
    )


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_brute_force_equals_the_ladder_where_it_once_did_not(seed: int) -> None:
    """The same for worlds on which solver and judge were once of two minds."""
    _count_out(tiny(seed), f"seed {seed}")


def _count_out(world: Scenario, name: str) -> None:
    """Assert that the solver says of a world what counting out all plans says."""
    if possible(world):
        _compare(world, name)
    else:
        _contradict(world, name)


def _compare(world: Scenario, name: str) -> None:
    """Assert that the solver's rungs are those of the best plan there is."""
    solution = solve(world, workers=1)
    found = {(rung.goal, rung.part): rung.best for rung in solution.rungs}
    planned, arranged = solution.assignments, solution.arrangements
    values = rung_values(world, planned, arrangements=arranged)
    strict = [
        finding
        for finding in breaches(world, planned, arranged)
        if finding.mode is Mode.STRICT
    ]

    assert found == best_rungs(world), name
    assert strict == [], name
    assert solution.status is Status.OPTIMAL, name
    for rung in solution.rungs:
        if rung.tolerance == 0:
            assert values[rung.goal, rung.part] == rung.best, name


def _contradict(world: Scenario, name: str) -> None:
    """Assert that the solver names locks that cannot be kept, and none too many."""
    with pytest.raises(ContradictionError) as caught:
        solve(world, workers=1)
    core = [lock for lock in world.locks if lock.id in caught.value.locks]

    assert not possible(changed(world, locks=tuple(core))), name
    for lock in core:
        rest = tuple(each for each in core if each is not lock)
        assert possible(changed(world, locks=rest)), name
