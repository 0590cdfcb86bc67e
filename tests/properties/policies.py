"""Random policies: which rules bind, and what is wanted first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.rulebook import GOALS, RULES
from matcher.rulebook.system_rules import SYSTEM
from matcher.scenario import GoalPolicy, Policy, RulePolicy
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SYSTEMS = tuple(rule.slug for rule in SYSTEM)
"""The rules on undertakings and support."""

NEW = ("continuity", "growth", "exchange-balance")
"""The goals that look at them."""

EFFORT = ("people-away", "workload", "finish")
"""The goals that the worlds of planners' wishes add."""

_PLAIN = tuple(slug for slug in RULES if slug not in SYSTEMS)
_USUAL = tuple(slug for slug in GOALS if slug not in EFFORT)
_OLD = tuple(slug for slug in _USUAL if slug not in NEW)


def policy(random: Random) -> Policy:
    """Return a policy with a few rules soft or off, and goals in some order."""
    rules = {
        "one-place": RulePolicy(parameters={"rest_days": random.choice((0, 1))}),
        "availability": RulePolicy(
            parameters={"acclimatisation_days": random.choice((0, 0, 1))}
        ),
    }
    for slug in random.sample(_PLAIN, random.choice((0, 0, 1, 2, 3))):
        mode = random.choice((Mode.SOFT, Mode.SOFT, Mode.OFF))
        known = rules.get(slug, RulePolicy())
        rules[slug] = known.model_copy(
            update={"mode": mode, "price": random.choice((1, 3))}
        )
    return Policy(rules=rules, goals=tuple(_goals(random, _OLD)))


def policy_with_systems(random: Random) -> Policy:
    """Return a policy in which the rules and goals of the systems are settled, too."""
    plain = policy(random)
    least = random.choice((0, 1, 1))
    rules = {
        **dict(random.sample(tuple(plain.rules.items()), min(3, len(plain.rules)))),
        "handover": RulePolicy(
            parameters={
                "least_days": least,
                "most_days": least + random.choice((0, 0, 1)),
            }
        ),
        "contact-leader": RulePolicy(
            parameters={"long_stay_days": random.choice((1, 1, 2))}
        ),
    }
    for slug in random.sample(SYSTEMS, random.choice((0, 0, 1, 2))):
        mode = random.choice((Mode.SOFT, Mode.SOFT, Mode.OFF))
        known = rules.get(slug, RulePolicy())
        rules[slug] = known.model_copy(
            update={"mode": mode, "price": random.choice((1, 3))}
        )
    goals = [each for each in _USUAL if each not in NEW[2:] or random.random() < 0.7]
    if random.random() < 0.4:
        goals = random.sample(goals[:-1], len(goals) - 1) + goals[-1:]
    return Policy(rules=rules, goals=tuple(_goals(random, goals)))


def _goals(random: Random, all_goals: Sequence[str]) -> list[GoalPolicy]:
    goals = list(all_goals)
    if random.random() < 0.3:
        # The tie-break stays last: it leaves nothing to decide.
        head = goals[:-1]
        random.shuffle(head)
        goals = [*head[: random.choice((len(_OLD) - 1, len(_OLD) - 1, 4))], "tie-break"]
    settings: dict[str, dict[str, object]] = {
        "coverage": {"order": random.choice(("lexicographic", "weighted"))},
        "fairness": {"weights": random.choice(("equal", "population"))},
    }
    if "continuity" in goals:
        settings["continuity"] = {
            "hand_off": random.choice((1, 5)),
            "edge_days": random.choice((0, 1)),
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
