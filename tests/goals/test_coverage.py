"""coverage: posts are filled by priority, key posts first."""

from __future__ import annotations

import pytest
from builders import ladder, need, person, post, rules, scenario
from judges import aiming, both_value

from matcher.scenario import GoalPolicy, Scenario
from matcher.scenario.conditions import Rating
from matcher.solver import solve


def world_of(*goals: str | GoalPolicy) -> Scenario:
    """Return a world with needs of priorities 1, 4 and 5."""
    return scenario(
        policy=ladder(rules(), *goals),
        people=tuple(person(code) for code in "ABCDE"),
        needs=(
            need("n1", priority=1, min_headcount=2, max_headcount=4),
            need("n2", priority=4, min_headcount=2, max_headcount=2),
            need("n3", priority=4, min_headcount=0),
            need("n4", priority=5),
        ),
    )


def test_each_priority_that_occurs_is_a_part() -> None:
    """Three of four at n1, one of two at n2, one welcome at n3, none at n4."""
    world = world_of("coverage")
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]
    moved += [post(world, "D", "n2", 0, 3), post(world, "E", "n3", 0, 3)]

    values = both_value(world, *moved)

    assert list(values.items()) == [
        (("coverage", "priority-1"), 2),
        (("coverage", "priority-4"), 1),
        (("coverage", "priority-5"), 0),
        (("coverage", "beyond"), 1 + 1),
    ]


def test_without_welcome_posts_there_is_no_part_beyond() -> None:
    """Where every post is missed when empty, nothing lies beyond."""
    world = aiming(scenario(), "coverage")

    assert both_value(world) == {("coverage", "priority-3"): 0}


def test_weighted_coverage_is_one_part() -> None:
    """2 x 10000 and 1 x 10 for posts that are missed, 2 x 1 for those beyond."""
    world = world_of(GoalPolicy(goal="coverage", parameters={"order": "weighted"}))
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]
    moved += [post(world, "D", "n2", 0, 3), post(world, "E", "n3", 0, 3)]

    assert both_value(world, *moved) == {("coverage", ""): 20_012}


def test_the_policy_sets_the_weights() -> None:
    """Each weight belongs to its priority; the sixth to the posts beyond."""
    weights = (64, 32, 16, 8, 4, 3)
    world = world_of(
        GoalPolicy(
            goal="coverage", parameters={"order": "weighted", "weights": weights}
        )
    )
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]
    moved += [post(world, "D", "n2", 0, 3), post(world, "E", "n4", 0, 3)]

    assert both_value(world, *moved) == {("coverage", ""): 2 * 64 + 8 + 4 + 3}


def summed(fit_weight: int) -> Scenario:
    """Return a world in which fit speaks against two posts for one person each."""
    weights = (5, 4, 3, 2, 1, 1)
    parameters = {"order": "weighted", "weights": weights, "fit_weight": fit_weight}
    only_ratings = dict.fromkeys(("exact", "level"), 0)
    return scenario(
        policy=ladder(
            rules(person_limit="off"),
            GoalPolicy(goal="coverage", parameters=parameters),
            GoalPolicy(goal="fit", parameters=only_ratings),
        ),
        people=(person("A"), person("B")),
        needs=(need("n1", max_headcount=2), need("n2")),
        ratings=(
            Rating(person="A", need="n1", points=10),
            Rating(person="B", need="n1", points=-2),
            Rating(person="A", need="n2", points=-1),
            Rating(person="B", need="n2", points=-2),
        ),
    )


@pytest.mark.parametrize("weight", [0, 1, 7])
def test_each_point_of_fit_counts_besides(weight: int) -> None:
    """3 for n1, 1 for its welcome post, 3 for n2; the fit is 10 - 2 - 1."""
    world = summed(weight)
    moved = [post(world, code, "n1", 0, 3) for code in "AB"]
    moved.append(post(world, "A", "n2", 3, 6))

    assert both_value(world, *moved) == {
        ("coverage", ""): 7 + weight * 7,
        ("fit", ""): 7,
    }


@pytest.mark.parametrize(("weight", "best"), [(0, 7), (1, 15), (9, 93)])
def test_one_sum_of_posts_and_fit_is_proven(weight: int, best: int) -> None:
    """With the fit B stays at home; where it weighs much, n2 stays empty, too."""
    rung = solve(summed(weight), workers=1).rungs[0]

    assert (rung.best, rung.bound) == (best, best)


@pytest.mark.parametrize(("weight", "best"), [(1, 15), (9, 93)])
def test_the_sum_can_be_the_only_rung(weight: int, best: int) -> None:
    """The parameters of a goal that is no rung count in the sum all the same."""
    world = summed(weight)
    coverage, fit = world.policy.goals
    policy = world.policy.model_copy(update={"goals": (coverage,), "aside": (fit,)})
    world = world.model_copy(update={"policy": policy})
    (rung,) = solve(world, workers=1).rungs

    assert (rung.goal, rung.best, rung.bound) == ("coverage", best, best)


def test_fit_has_no_weight_where_priorities_follow_each_other() -> None:
    """The weight is for the weighted sum alone."""
    world = world_of(GoalPolicy(goal="coverage", parameters={"fit_weight": 1000}))
    moved = post(world, "A", "n4", 0, 3)

    assert both_value(world, moved)["coverage", "priority-5"] == 1
