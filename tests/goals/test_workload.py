"""workload: each person is away for about as many days as meant."""

from __future__ import annotations

import pytest
from builders import ladder, need, person, post, rules, scenario
from judges import aiming, both_value

from matcher.eligibility import candidates
from matcher.rulebook import GOALS
from matcher.scenario import Policy, RulePolicy, Scenario
from matcher.solver import solve
from matcher.solver.pieces import split


def world_of(*targets: int | None, policy: Policy | None = None) -> Scenario:
    """Return a world of people A, B, … for whom so many days are meant."""
    world = scenario(
        policy=policy or rules(person_limit="off"),
        people=tuple(
            person(code, target_days=target)
            for code, target in zip("ABCD", targets, strict=False)
        ),
        needs=(
            need("n1", longest=6, max_headcount=2),
            need("n2", unit="XV", longest=6, max_headcount=2),
        ),
    )
    return aiming(world, "workload")


def value(world: Scenario, *moved: tuple[str, str, int, int]) -> int:
    """Return the value of people sent to needs, on which both judges agree."""
    (found,) = both_value(world, *(post(world, *each) for each in moved)).values()
    return found


def test_more_and_less_count_alike() -> None:
    """4 days are one short of 5; 3 and 5 days together are three beyond."""
    world = world_of(5)

    assert value(world, ("A", "n1", 0, 4)) == 1
    assert value(world, ("A", "n1", 0, 5)) == 0
    assert value(world, ("A", "n1", 0, 3), ("A", "n2", 3, 8)) == 3


def test_who_stays_at_home_counts() -> None:
    """B is two days short; C, for whom nothing is meant, does not count."""
    world = world_of(5, 2, None)

    assert value(world) == 5 + 2
    assert value(world, ("A", "n1", 0, 3), ("C", "n2", 0, 3)) == 2 + 2


def test_days_are_meant_even_where_they_are_none() -> None:
    """A target of 0 is a target: each day away is one too many."""
    assert value(world_of(0), ("A", "n1", 0, 3)) == 3


def test_days_of_acclimatisation_are_days_away() -> None:
    """Three days of term and two before: five, as the rule person-limit counts."""
    arrive = RulePolicy(parameters={"acclimatisation_days": 2})
    world = world_of(5, policy=rules(availability=arrive))

    assert value(world, ("A", "n1", 2, 5)) == 0


def test_days_that_were_served_before_do_not_count() -> None:
    """The target is for the assignments of the plan."""
    world = scenario(
        people=(person("A", target_days=5, served_days=4, max_days=99),),
        needs=(need("n1"),),
    )

    assert value(aiming(world, "workload"), ("A", "n1", 0, 3)) == 2


@pytest.mark.parametrize("coverage", [True, False])
def test_people_whom_nobody_can_send_count_once(*, coverage: bool) -> None:
    """Two pieces and two people without any candidate: each of them is four short."""
    goals = ["coverage"] * coverage + ["workload"]
    world = scenario(
        policy=ladder(rules(pairing="off", release_cap="off"), *goals),
        people=(
            person("A", target_days=3, consent_areas=("X1",)),
            person("B", unit="NV", target_days=2, consent_areas=("X2",)),
            person("idle", windows=(), target_days=4),
            person("unfit", health="no", target_days=4),
        ),
        needs=(need("n1"), need("n2", unit="XV")),
    )

    rung = solve(world, workers=1).rungs[-1]

    assert len(split(world, candidates(world))) == 2
    assert (rung.best, rung.bound) == (4 + 4 + 1, 4 + 4 + 1)


def test_without_any_candidate_the_value_is_known() -> None:
    """Nothing is left to solve: the bound is what all are short of."""
    world = scenario(people=(person("A", windows=(), target_days=7),))

    (rung,) = solve(aiming(world, "workload"), workers=1).rungs

    assert (rung.best, rung.bound) == (7, 7)


def test_the_goal_is_pursued_only_where_it_is_listed() -> None:
    """It is optional: a policy that lists no goals leaves it out."""
    assert GOALS["workload"].optional
    assert not Policy().pursues("workload")
