"""person-limit: nobody is away too often or too long."""

from __future__ import annotations

import pytest
from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario


def world_of(person_limit: RulePolicy, **row: object) -> Scenario:
    """Return a world with one person and three needs, under such a limit."""
    return scenario(
        policy=rules(person_limit=person_limit),
        people=(person("A", **row),),
        needs=(need("n1"), need("n2"), need("n3")),
    )


def limit(mode: str = "strict", **parameters: int) -> RulePolicy:
    """Return the rule with these parameters."""
    return RulePolicy.model_validate({"mode": mode, "parameters": parameters})


def test_the_limits_themselves_are_fine() -> None:
    """Two assignments and six days are allowed where these are the limits."""
    world = world_of(limit(max_assignments=2, max_days=6))

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "A", "n2", 3, 6))


@pytest.mark.parametrize(
    "parameters", [{"max_assignments": 1}, {"max_days": 5}, {"max_assignments": 0}]
)
def test_one_more_is_forbidden(parameters: dict[str, int]) -> None:
    """One assignment, or one day, beyond the limit."""
    world = world_of(RulePolicy.model_validate({"parameters": parameters}))

    both_forbid(
        world,
        "person-limit",
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 3, 6),
    )


@pytest.mark.parametrize(
    "row",
    [
        {"served_assignments": 1},
        {"served_days": 1},
        {"max_assignments": 1},
        {"max_days": 5},
    ],
)
def test_the_persons_row_counts(row: dict[str, int]) -> None:
    """Earlier service is added; a limit in the row overrides that of the policy."""
    world = world_of(limit(max_assignments=2, max_days=6), **row)

    both_forbid(
        world,
        "person-limit",
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 3, 6),
    )


def test_a_row_may_allow_more_than_the_policy() -> None:
    """A limit in the person's row may be the larger one."""
    world = world_of(
        limit(max_assignments=1, max_days=3), max_assignments=3, max_days=9
    )

    both_allow(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 3, 6),
        post(world, "A", "n3", 6, 9),
    )


def test_nobody_is_judged_without_an_assignment() -> None:
    """Who served beyond the limit before and stays at home now is no breach."""
    world = world_of(limit(max_assignments=1), served_assignments=5)

    both_allow(world)


def test_acclimatisation_counts_as_days_away() -> None:
    """A term of three days with two of acclimatisation makes five days away."""
    policy = rules(
        availability=RulePolicy(parameters={"acclimatisation_days": 2}),
        person_limit=limit(max_days=5),
    )
    world = scenario(policy=policy, needs=(need("n1", longest=4),))

    both_allow(world, post(world, "A", "n1", 3, 6))
    both_forbid(world, "person-limit", post(world, "A", "n1", 3, 7))


def test_a_soft_limit_counts_people() -> None:
    """However far beyond both limits, a person is one unit."""
    world = world_of(
        limit("soft", max_assignments=1, max_days=1),
        served_assignments=3,
        served_days=9,
    )
    moved = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 3, 6)

    both_concede(world, {"person-limit": 1}, *moved)
    assert only_finding(world, *moved).text("en") == (
        "A has 5 assignments and 15 days away; allowed are 1 and 1."
    )
