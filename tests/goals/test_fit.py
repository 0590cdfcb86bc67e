"""fit: the right person, in points of named parts."""

from __future__ import annotations

import pytest
from builders import ladder, need, person, post, rules, scenario
from judges import both_value

from matcher.scenario import GoalPolicy, Policy
from matcher.scenario.conditions import Rating
from matcher.solver import solve

POINTS = {"exact": 1000, "family": 500, "level": 100, "experience": 10, "returning": 1}


def aimed(**modes: str) -> Policy:
    """Return a policy in which each part of the fit has a digit of its own."""
    return ladder(rules(**modes), GoalPolicy(goal="fit", parameters=dict(POINTS)))


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ({"level": 3}, 1000),
        ({"level": 3, "specialties": ("T1", "S1")}, 1000),
        ({"level": 3, "specialties": ("S2",)}, 500),
        ({"level": 3, "specialties": ("F",)}, 500),
        ({"level": 4}, 1100),
        ({"level": 5}, 1200),
        ({"level": 3, "experience": 4}, 1000),
        ({"level": 3, "experience": 5}, 1010),
        ({"level": 3, "experience": 14}, 1020),
        ({"level": 3, "experience": 40}, 1030),
        ({"level": 3, "past_hosts": ("XV", "XU")}, 1001),
        ({"level": 3, "past_hosts": ("XV",)}, 1000),
        (
            {
                "level": 5,
                "specialties": ("S2",),
                "experience": 15,
                "past_hosts": ("XU",),
            },
            731,
        ),
    ],
)
def test_parts_of_one_assignment(row: dict[str, object], points: int) -> None:
    """Each part is counted by itself, up to its limit."""
    world = scenario(
        policy=aimed(), people=(person("A", **row),), needs=(need("n1", level=3),)
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("fit", ""): points}


def test_levels_above_count_up_to_two() -> None:
    """Level 5 for a need of level 1 counts as two above."""
    world = scenario(
        policy=aimed(), people=(person("A", level=5),), needs=(need("n1", level=1),)
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("fit", ""): 1200}


def test_a_need_of_a_family_is_met_exactly_by_its_members() -> None:
    """Any specialty of the family is exact for the family."""
    world = scenario(
        policy=aimed(),
        people=(person("A", level=1, specialties=("S2",)),),
        needs=(need("n1", specialty="F"),),
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("fit", ""): 1000}


def test_what_soft_rules_allow_earns_nothing() -> None:
    """Neither another family nor a level below gains or loses points."""
    world = scenario(
        policy=aimed(specialty="soft", level="soft"),
        people=(person("A", level=1, specialties=("T1",)),),
        needs=(need("n1", level=5),),
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("fit", ""): 0}


def test_a_relative_earns_its_points_where_it_does_not_serve() -> None:
    """The fit looks at the specialties, not at the match that the need asks for."""
    world = scenario(
        policy=aimed(specialty="soft"),
        people=(person("A", level=1, specialties=("S2",)),),
        needs=(need("n1", match="exact"),),
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {("fit", ""): 500}


def test_assignments_add_up() -> None:
    """The rulebook's points: 6 + 2 for levels, and 2 + 3 for a relative who returns."""
    world = scenario(
        policy=ladder(rules(), "fit"),
        people=(
            person("A", level=3),
            person("B", level=1, specialties=("S2",), past_hosts=("XU",)),
        ),
        needs=(need("n1", max_headcount=2),),
    )
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)

    assert both_value(world, *moved) == {("fit", ""): 6 + 2 + 2 + 3}


@pytest.mark.parametrize(("most", "points"), [(0, 0), (1, 100), (3, 300), (9, 400)])
def test_the_policy_says_how_many_levels_count(most: int, points: int) -> None:
    """Level 5 for a need of level 1 is four above."""
    goal = GoalPolicy(goal="fit", parameters={**POINTS, "levels_most": most})
    world = scenario(
        policy=ladder(rules(), goal),
        people=(person("A", level=5),),
        needs=(need("n1", level=1),),
    )

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {
        ("fit", ""): 1000 + points
    }


@pytest.mark.parametrize(("worth", "points"), [(0, 0), (1, 70 - 4), (3, 210 - 12)])
def test_ratings_count_for_their_pair_alone(worth: int, points: int) -> None:
    """70 for A at n1 and -4 for B at n2; what is said of other pairs means nothing."""
    goal = GoalPolicy(goal="fit", parameters={**POINTS, "rating": worth})
    world = scenario(
        policy=ladder(rules(), goal),
        people=(person("A", level=3), person("B", level=3)),
        needs=(need("n1", level=3), need("n2", level=3)),
        ratings=(
            Rating(person="A", need="n1", points=70),
            Rating(person="A", need="n2", points=500),
            Rating(person="B", need="n2", points=-4),
        ),
    )
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n2", 0, 3)

    assert both_value(world, *moved) == {("fit", ""): 2000 + points}


def test_nobody_goes_for_less_than_nothing() -> None:
    """With fit alone a post stays empty if who could hold it is rated below 0."""
    world = scenario(
        policy=aimed(),
        people=(person("A", level=3), person("B", level=3)),
        needs=(need("n1", level=3, max_headcount=2),),
        ratings=(Rating(person="B", need="n1", points=-1001),),
    )

    (rung,) = solve(world, workers=1).rungs

    assert (rung.best, rung.bound) == (1000, 1000)
