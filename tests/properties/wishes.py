"""Tiny random worlds in which planners weigh points: ratings and one weighted sum."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from judges import changed
from systems import tiny_systems
from worlds import tiny

from matcher.scenario.conditions import Rating

if TYPE_CHECKING:
    from matcher.scenario import GoalPolicy, Scenario


def tiny_wishes(seed: int) -> Scenario:
    """Return one of the other tiny worlds with ratings, and weights of its goals."""
    random = Random(f"wishes {seed}")  # noqa: S311 -- can be repeated, not a secret
    world = tiny_systems(seed) if seed % 2 else tiny(seed)
    goals = tuple(_weighed(each, random) for each in world.policy.goals)
    return changed(
        world,
        policy=world.policy.model_copy(update={"goals": goals}),
        ratings=tuple(
            Rating(person=person.id, need=need.id, points=random.randint(-4, 6))
            for person in world.people
            for need in world.needs
            if random.random() < 0.7
        ),
    )


def _weighed(goal: GoalPolicy, random: Random) -> GoalPolicy:
    """Return the goal, or coverage and fit with other weights."""
    given = dict(goal.parameters)
    if goal.goal == "coverage":
        given["order"] = random.choice(("lexicographic", "weighted", "weighted"))
        given["weights"] = random.choice(((9, 6, 3, 2, 1, 1), (2, 1, 0, 0, 0, 1)))
        given["fit_weight"] = random.choice((0, 1, 3))
    if goal.goal == "fit":
        given["rating"] = random.choice((0, 1, 1, 2))
        given["levels_most"] = random.choice((0, 1, 3))
    return goal.model_copy(update={"parameters": given})
