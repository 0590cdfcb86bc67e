"""``matcher rules``: each value with the place where it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from builders import ladder, rules, scenario

from matcher.cli.rules import Setting, goal_settings, rule_settings
from matcher.rulebook import GOALS, RULES
from matcher.scenario import GoalPolicy, Policy, RulePolicy
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


def test_without_a_scenario_every_value_is_the_rulebooks(run: Runner) -> None:
    """The rulebook alone: every rule and goal is there, all of it by default."""
    document = json.loads(run("rules", "--json").stdout)
    assert document["schema"] == "matcher.rules/1"
    assert [each["slug"] for each in document["rules"]] == list(RULES)
    assert [each["slug"] for each in document["goals"]] == list(GOALS)
    origins = {
        setting["from"]
        for each in document["rules"] + document["goals"]
        for setting in each["settings"].values()
    }
    assert origins == {"rulebook"}


def test_a_rule_of_the_scenario_says_so() -> None:
    """A soft rule lists mode, price and reason as given, its parameters one by one."""
    given = RulePolicy.model_validate(
        {"mode": "soft", "price": 4, "reason": "why", "parameters": {"altitude_m": 9}}
    )
    assert rule_settings(Policy(rules={"health": given}), RULES["health"]) == [
        Setting("mode", "soft", given=True),
        Setting("price", 4, given=True),
        Setting("altitude_m", 9, given=True),
        Setting("reason", "why", given=True),
    ]


def test_a_rule_that_is_not_mentioned_is_strict_by_the_rulebook() -> None:
    """The default mode has no price, and its parameters are the rulebook's."""
    assert rule_settings(Policy(), RULES["health"]) == [
        Setting("mode", "strict", given=False),
        Setting("altitude_m", 1500, given=False),
    ]


def test_a_goal_lists_its_place_tolerance_and_parameters() -> None:
    """The place is counted from 1; a percentage that nobody gave is the rulebook's."""
    policy = ladder(
        Policy(),
        "fit",
        GoalPolicy(goal="cost", tolerance=5, parameters={"lodging_yuan": 1}),
    )
    policy = Policy.model_validate(policy.model_dump(exclude_unset=True))
    assert goal_settings(policy, GOALS["cost"]) == [
        Setting("place", 2, given=True),
        Setting("tolerance", 5, given=True),
        Setting("tolerance_percent", 100, given=False),
        Setting("travel_yuan", 3000, given=False),
        Setting("lodging_yuan", 1, given=True),
    ]
    assert goal_settings(policy, GOALS["agreement"]) == [
        Setting("place", 0, given=True)
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("scenario.yaml", "not pursued")), ("zh", ("scenario.yaml", "不追求"))],
)
def test_the_table_is_in_the_readers_language(
    run: Runner, tmp_path: Path, lang: str, words: tuple[str, ...]
) -> None:
    """A person sees where values stand and which goals are not pursued."""
    write_scenario(scenario(policy=ladder(rules(level="off"), "fit")), tmp_path / "s")
    result = run("rules", tmp_path / "s", lang=lang)
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout
