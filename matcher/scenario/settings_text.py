"""The settings of a scenario as keys and values, as ``scenario.yaml`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.scenario.model import Scenario
    from matcher.scenario.policy import GoalPolicy, RulePolicy

PLAIN = ("schema", "name", "title", "title_en", "language", "seed", "public_holidays")
"""The keys that have one value."""


def settings_of(scenario: Scenario) -> dict[str, object]:
    """Return the settings of a scenario as keys and values, blanks left out."""
    horizon = scenario.horizon
    plain = {
        "schema": scenario.schema_version,
        "name": scenario.name,
        "title": scenario.title,
        "title_en": scenario.title_en,
        "language": scenario.language,
        "seed": scenario.seed,
        "public_holidays": "yes" if scenario.public_holidays else "",
    }
    policy = scenario.policy
    return {
        **{key: value for key, value in plain.items() if value != ""},
        "horizon": {"first_day": horizon.start, "last_day": horizon.last_day},
        "rules": {slug: _rule(rule) for slug, rule in policy.rules.items()},
        "goals": [
            *(_goal(goal) for goal in policy.goals),
            *(_aside(goal) for goal in policy.aside),
        ],
    }


def _rule(rule: RulePolicy) -> object:
    given = {"mode": rule.mode.value}
    given |= rule.model_dump(mode="json", exclude_defaults=True)
    return given["mode"] if len(given) == 1 else given


def _goal(goal: GoalPolicy) -> object:
    given = goal.model_dump(mode="json", exclude_defaults=True)
    return given["goal"] if len(given) == 1 else given


def _aside(goal: GoalPolicy) -> object:
    return goal.model_dump(mode="json", exclude_defaults=True) | {"rung": "no"}
