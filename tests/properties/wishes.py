"""Tiny random worlds of planners who weigh points, and wish for little effort."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import builders as b
from equipment import equipped
from judges import changed
from policies import EFFORT
from systems import tiny_systems
from worlds import tiny

from matcher.scenario import GoalPolicy
from matcher.scenario.conditions import Preference, Rating

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def tiny_wishes(seed: int) -> Scenario:
    """Return another tiny world with ratings, targets, and the goals for effort."""
    random = Random(f"wishes {seed}")  # noqa: S311 -- can be repeated, not a secret
    return _wishing(tiny_systems(seed) if seed % 2 else tiny(seed), random, 1)


def wished(people: int, seats: int, seed: int) -> Scenario:
    """Return the same of a scenario of real size with all systems."""
    random = Random(f"wished {seed}")  # noqa: S311 -- can be repeated, not a secret
    return _wishing(equipped(people, seats, seed), random, 30)


def _wishing(world: Scenario, random: Random, days: int) -> Scenario:
    """Return the world with wishes, targets being so many days or a few times more."""
    goals = [_weighed(each, random) for each in world.policy.goals]
    for goal in random.sample(EFFORT, random.choice((1, 2, 3))):
        # What comes after the tie-break has nothing left to decide.
        place = random.randrange(len(goals))
        tolerance = random.choice((0, 0, 0, 1, 2))
        goals.insert(place, GoalPolicy(goal=goal, tolerance=tolerance))
    return changed(
        world,
        policy=world.policy.model_copy(update={"goals": tuple(goals)}),
        people=tuple(
            each.model_copy(
                update={"target_days": random.choice((None, *range(0, 4 * days, days)))}
            )
            for each in world.people
        ),
        ratings=tuple(
            Rating(person=person.id, need=need.id, points=random.randint(-4, 6))
            for person in world.people
            for need in world.needs
            if random.random() < 0.7
        ),
    )


def apart(seed: int) -> Scenario:
    """Return a world of two people, or three, whom no rule and no need brings near."""
    random = Random(f"apart {seed}")  # noqa: S311 -- can be repeated, not a secret
    wanted = random.sample((*EFFORT, *EFFORT, "coverage", "cost", "preferences"), 5)
    # Little effort alone sends nobody.
    first = ["coverage"] * (random.random() < 0.8)
    goals = list(dict.fromkeys((*first, *wanted, "tie-break")))
    homes = (("NU", "XU"), ("NV", "XV"))
    return b.scenario(
        horizon=b.days(0, 5),
        policy=b.ladder(
            b.rules(pairing="off", release_cap="off"),
            *(
                GoalPolicy(goal=goal, tolerance=random.choice((0, 0, 0, 1, 2)))
                for goal in goals
            ),
        ),
        people=(
            *(
                b.person(
                    f"P{number}",
                    unit=home,
                    consent_areas=(b.scenario().unit[host].area,),
                    target_days=random.choice((None, 0, 1, 2, 4)),
                )
                for number, (home, host) in enumerate(homes)
            ),
            b.person("idle", windows=(), target_days=random.choice((None, 3))),
        ),
        needs=tuple(
            b.need(
                f"n{number}{turn}",
                unit=host,
                first_day=b.day(random.choice((0, 1, 2))),
                last_day=b.day(random.choice((3, 4))),
                shortest=1,
                longest=random.choice((1, 2)),
            )
            for number, (_, host) in enumerate(homes)
            for turn in range(random.choice((1, 2)))
        ),
        preferences=tuple(
            Preference(side="person", person=f"P{number}", target=home, rank=1)
            for number, (home, _) in enumerate(homes)
            if random.random() < 0.5
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
