"""fairness: the worst-served area first, then the next (leximin)."""

from __future__ import annotations

import pytest
from builders import ladder, need, person, post, rules, scenario, unit
from judges import altered, both_value

from matcher.scenario import GoalPolicy, Scenario
from matcher.scenario.entities import Area

AREAS = (
    Area(id="N1", name="N1", city="nanjing", population=900, weight=9),
    Area(id="X1", name="X1", city="xining", population=300, weight=7),
    Area(id="X2", name="X2", city="xining", population=100, weight=3),
    Area(id="X3", name="X3", city="xining"),
)


def world_of(weights: str = "equal") -> Scenario:
    """Return a world of three areas; X3 has neither population nor weight."""
    goal = GoalPolicy(goal="fairness", parameters={"weights": weights})
    return scenario(
        policy=ladder(rules(), goal),
        areas=AREAS,
        units=(
            unit("NU", "N1"),
            unit("XU", "X1"),
            unit("XV", "X2"),
            unit("XW", "X3"),
        ),
        pairings=(),
        people=(
            *(person(code) for code in "ABCD"),
            person("L", unit="XV"),
        ),
        needs=(
            need("n1", max_headcount=3),
            need("n2", unit="XV"),
            need("n3", unit="XW"),
            need("out", programme="OUT", unit="NU"),
        ),
    )


def worst(*values: int) -> dict[tuple[str, str], int]:
    """Return the parts of the goal with these values, from the first on."""
    return {("fairness", f"worst-{k}"): value for k, value in enumerate(values, 1)}


def test_parts_add_up_from_the_smallest_score() -> None:
    """Three assignments in X1, one in X2, none in X3: 0, 0 + 1, 0 + 1 + 3."""
    world = world_of()
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]
    moved.append(post(world, "D", "n2", 0, 3))

    assert both_value(world, *moved) == worst(0, 1, 4)


def test_equal_scores_are_all_counted() -> None:
    """Ties in the middle: 1, 1 + 1, 1 + 1 + 2."""
    world = world_of()
    moved = [post(world, code, "n1", 0, 3) for code in "AB"]
    moved += [post(world, "C", "n2", 0, 3), post(world, "D", "n3", 0, 3)]

    assert both_value(world, *moved) == worst(1, 2, 4)


def test_people_sent_out_serve_their_own_area() -> None:
    """L of X2 goes to Nanjing: that is a service to X2."""
    world = world_of()
    moved = post(world, "A", "n3", 0, 3), post(world, "L", "out", 0, 3)

    assert both_value(world, *moved) == worst(0, 1, 2)


def test_population_weighs_scores() -> None:
    """X1 has three times the people of X2, so a service there is a third; X3 is out."""
    world = world_of("population")
    moved = [post(world, code, "n1", 0, 3) for code in "AB"]
    moved += [post(world, "C", "n2", 0, 3), post(world, "D", "n3", 0, 3)]

    assert both_value(world, *moved) == worst(2 * 1, 2 * 1 + 1 * 3)


def test_given_weights_are_rounded_to_a_thousandth() -> None:
    """Weights 7 and 3 make scores of 1000 and 2333 for a service; Nanjing is out."""
    world = world_of("given")
    moved = [post(world, code, "n1", 0, 3) for code in "ABC"]
    moved += [post(world, "D", "n2", 0, 3)]

    assert both_value(world, *moved) == worst(2333, 2333 + 3000)


@pytest.mark.parametrize("weights", ["equal", "population", "given"])
def test_areas_outside_fairness_are_not_looked_at(weights: str) -> None:
    """With X2 and X3 out, only X1 is left, whatever the weights."""
    world = altered(world_of(weights), "areas", "X2", in_fairness=False)
    world = altered(world, "areas", "X3", in_fairness=False)
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n2", 0, 3)

    assert both_value(world, *moved) == worst(1)


def test_a_weight_of_none_is_no_weight() -> None:
    """An area whose given weight is 0 is left out like one without."""
    world = altered(world_of("given"), "areas", "X1", weight=0)

    assert both_value(world, post(world, "A", "n2", 0, 3)) == worst(1)
