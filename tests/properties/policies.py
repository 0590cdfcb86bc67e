"""Random policies: which rules bind, and what is wanted first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.rulebook import GOALS, RULES
from matcher.scenario import GoalPolicy, Policy, RulePolicy
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from random import Random


def policy(random: Random) -> Policy:
    """Return a policy with a few rules soft or off, and goals in some order."""
    rules = {
        "one-place": RulePolicy(parameters={"rest_days": random.choice((0, 1))}),
        "availability": RulePolicy(
            parameters={"acclimatisation_days": random.choice((0, 0, 1))}
        ),
    }
    for slug in random.sample(tuple(RULES), random.choice((0, 0, 1, 2, 3))):
        mode = random.choice((Mode.SOFT, Mode.SOFT, Mode.OFF))
        known = rules.get(slug, RulePolicy())
        rules[slug] = known.model_copy(
            update={"mode": mode, "price": random.choice((1, 3))}
        )
    return Policy(rules=rules, goals=tuple(_goals(random)))


def _goals(random: Random) -> list[GoalPolicy]:
    goals = list(GOALS)
    if random.random() < 0.3:
        # The tie-break stays last: it leaves nothing to decide.
        head = goals[:-1]
        random.shuffle(head)
        goals = [*head[: random.choice((8, 8, 4))], "tie-break"]
    settings: dict[str, dict[str, object]] = {
        "coverage": {"order": random.choice(("lexicographic", "weighted"))},
        "fairness": {"weights": random.choice(("equal", "population"))},
    }
    return [
        GoalPolicy.model_validate(
            {
                "goal": goal,
                "parameters": settings.get(goal, {}),
                "tolerance": random.choice((0, 0, 0, 0, 0, 1, 5)),
                "tolerance_percent": random.choice((100, 50)),
            }
        )
        for goal in goals
    ]
