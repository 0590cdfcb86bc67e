"""``matcher rules``: every rule and goal with its values and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, this_face
from matcher.cli.tables import show_table
from matcher.language import mark
from matcher.rulebook import GOALS, RULES, Goal, Rule
from matcher.scenario import GoalPolicy, Policy, RulePolicy
from matcher.scenario.base import Mode
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from matcher.rulebook.entries import Entry

_ORIGINS = {False: mark("rulebook"), True: mark("scenario.yaml")}


@dataclass(frozen=True)
class Setting:
    """
    One value of a rule or goal.

    Parameters
    ----------
    name
        As it is called in ``scenario.yaml``.
    value
        What holds.
    given
        Whether the scenario says so; otherwise the rulebook does.
    """

    name: str
    value: object
    given: bool


@click.command(
    "rules",
    help=mark(
        "List every rule and every goal with mode, price, place, tolerance and "
        "parameters, and whether a value stands in the rulebook or in scenario.yaml "
        "of the folder SCENARIO. Without SCENARIO the rulebook's values are listed."
    ),
)
@click.argument(
    "scenario",
    metavar="[SCENARIO]",
    required=False,
    type=options.EXISTING,
)
@options.as_json
@options.common
def command(scenario: Path | None) -> None:
    """List rules and goals."""
    face = this_face()
    policy = read_scenario(scenario).policy if scenario else Policy()
    rules = {rule: rule_settings(policy, rule) for rule in RULES.values()}
    goals = {goal: goal_settings(policy, goal) for goal in GOALS.values()}
    if face.as_json:
        face.emit(
            "rules",
            {
                "rules": [_document(face, *entry) for entry in rules.items()],
                "goals": [_document(face, *entry) for entry in goals.items()],
            },
        )
        return
    _show(face, mark("Rules"), rules)
    _show(face, mark("Goals"), goals)


def rule_settings(policy: Policy, rule: Rule) -> list[Setting]:
    """
    Return every value of a rule.

    Parameters
    ----------
    policy
        The planners' policy.
    rule
        An entry of the rulebook.
    """
    given = policy.rules.get(rule.slug, RulePolicy())
    said = given.model_fields_set
    settings = [Setting("mode", policy.mode(rule.slug).value, "mode" in said)]
    if policy.mode(rule.slug) is Mode.SOFT:
        settings.append(Setting("price", policy.price(rule.slug), "price" in said))
    settings += _parameters(policy, rule, given.parameters)
    if given.reason:
        settings.append(Setting("reason", given.reason, given=True))
    return settings


def goal_settings(policy: Policy, goal: Goal) -> list[Setting]:
    """
    Return every value of a goal; place 0 means that it is not pursued.

    Parameters
    ----------
    policy
        The planners' policy.
    goal
        An entry of the rulebook.
    """
    ordered = "goals" in policy.model_fields_set
    places = {each.goal: place for place, each in enumerate(policy.goals, start=1)}
    given = {each.goal: each for each in policy.listed}.get(
        goal.slug, GoalPolicy(goal=goal.slug)
    )
    settings = [Setting("place", places.get(goal.slug, 0), ordered)]
    if given.tolerance:
        settings.append(Setting("tolerance", given.tolerance, given=True))
        percent = "tolerance_percent" in given.model_fields_set
        settings.append(Setting("tolerance_percent", given.tolerance_percent, percent))
    return settings + list(_parameters(policy, goal, given.parameters))


def _parameters(
    policy: Policy, entry: Rule | Goal, given: Mapping[str, object]
) -> Iterator[Setting]:
    for name, value in policy.parameters(entry.slug).items():
        yield Setting(name, value, name in given)


def _document(
    face: Face, entry: Rule | Goal, settings: list[Setting]
) -> Mapping[str, object]:
    return {
        "slug": entry.slug,
        "title": entry.title.in_language(face.language),
        "reason": entry.reason.in_language(face.language),
        "settings": {
            each.name: {"value": each.value, "from": _ORIGINS[each.given]}
            for each in settings
        },
    }


def _show(face: Face, title: str, entries: Mapping[Entry, list[Setting]]) -> None:
    rows = [
        (
            "" if place else entry.slug,
            "" if place else entry.title.in_language(face.language),
            setting.name,
            _shown(face, setting),
            face.translate(_ORIGINS[setting.given]),
        )
        for entry, settings in entries.items()
        for place, setting in enumerate(settings)
    ]
    show_table(
        face.translate(title),
        (
            face.translate(mark("Slug")),
            face.translate(mark("Name")),
            face.translate(mark("Setting")),
            face.translate(mark("Value")),
            face.translate(mark("From")),
        ),
        rows,
        wide=(1, 3),
    )


def _shown(face: Face, setting: Setting) -> str:
    if setting.name == "place" and setting.value == 0:
        return face.translate(mark("not pursued"))
    if isinstance(setting.value, tuple):
        return ", ".join(map(str, setting.value))
    return str(setting.value)
