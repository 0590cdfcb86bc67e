"""The settings of a scenario by their dotted path in ``scenario.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.rulebook import GOALS, RULES
from matcher.scenario import GoalPolicy, RulePolicy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matcher.scenario import Policy, Scenario

_PLAIN = ("name", "title", "title_en", "language")


def settings_of(scenario: Scenario) -> Mapping[str, object]:
    """
    Return every setting that holds, whether the file or the rulebook gives it.

    Parameters
    ----------
    scenario
        Where they stand.
    """
    horizon, policy = scenario.horizon, scenario.policy
    return {
        **{name: getattr(scenario, name) for name in _PLAIN},
        "horizon.first_day": horizon.start,
        "horizon.last_day": horizon.last_day,
        "seed": scenario.seed,
        "public_holidays": scenario.public_holidays,
        **dict(_rules(policy)),
        "goals": tuple(each.goal for each in policy.goals),
        **dict(_goals(policy)),
    }


def _rules(policy: Policy) -> Iterator[tuple[str, object]]:
    for slug in RULES:
        path = f"rules.{slug}"
        yield f"{path}.mode", policy.mode(slug)
        yield f"{path}.price", policy.price(slug)
        yield f"{path}.reason", policy.rules.get(slug, RulePolicy()).reason
        yield from _parameters(policy, slug, path)


def _goals(policy: Policy) -> Iterator[tuple[str, object]]:
    given = {each.goal: each for each in policy.listed}
    for slug in GOALS:
        path, rung = f"goals.{slug}", given.get(slug, GoalPolicy(goal=slug))
        yield f"{path}.tolerance", rung.tolerance
        yield f"{path}.tolerance_percent", rung.tolerance_percent
        yield from _parameters(policy, slug, path)


def _parameters(policy: Policy, slug: str, path: str) -> Iterator[tuple[str, object]]:
    for name, value in policy.parameters(slug).items():
        yield f"{path}.parameters.{name}", value
