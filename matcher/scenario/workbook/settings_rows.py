"""The settings as rows: dotted path, value, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.language import mark, translate
from matcher.rulebook import GOALS, RULES
from matcher.scenario.base import Mode
from matcher.scenario.policy import GoalPolicy, RulePolicy
from matcher.scenario.spellings import label
from matcher.scenario.workbook.values import Content, content_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.language import Language
    from matcher.rulebook import Goal, Rule
    from matcher.rulebook.entries import Value
    from matcher.scenario.model import Scenario

NOTHING = "；"
"""A list without items; a blank cell would mean the default."""

_MEANINGS = {
    "schema": mark("Version of the file format."),
    "name": mark("Short name."),
    "title": mark("Title as printed."),
    "title_en": mark("Title in English reports; blank: the Chinese title."),
    "language": mark("Language of reports: zh or en."),
    "seed": mark("Same data and same seed, same plan."),
    "public_holidays": mark(
        "yes: on the public holidays of China nobody moves; blank: no."
    ),
    "horizon.first_day": mark("First day of the horizon; every term lies inside it."),
    "horizon.last_day": mark("Last day of the horizon; it belongs to it."),
}
_MODES = mark("strict, soft (counted and priced) or off")
_PARTS = {
    "mode": _MODES,
    "price": mark("price of one breach, when soft"),
    "reason": mark("why it is taken so"),
    "tolerance": mark("how much later goals may worsen it, in its own units"),
    "tolerance_percent": mark("the same in per cent of its value"),
    "rung": mark("no: its parameters count for other goals only"),
}
_NO_GOALS = mark("No goal is pursued.")


@dataclass(frozen=True)
class Setting:
    """
    One row of the sheet of settings.

    Parameters
    ----------
    path
        Dotted path of the key.
    value
        What stands in the cell.
    meaning
        What it means.
    choices
        The words to choose from.
    """

    path: str
    value: Content
    meaning: str = ""
    choices: tuple[str, ...] = ()


def settings_rows(scenario: Scenario, language: Language) -> Iterator[Setting]:
    """
    Yield the settings of a scenario, so that they are read back the same.

    Parameters
    ----------
    scenario
        The scenario.
    language
        The language of the workbook.
    """
    given: dict[str, object] = {
        "schema": scenario.schema_version,
        "name": scenario.name,
        "title": scenario.title,
        "title_en": scenario.title_en,
        "language": scenario.language,
        "seed": scenario.seed,
        "public_holidays": scenario.public_holidays or "",
        "horizon.first_day": scenario.horizon.start,
        "horizon.last_day": scenario.horizon.last_day,
    }
    truth = tuple(str(content_of(each, language)) for each in (True, False))
    choices = {"language": ("zh", "en"), "public_holidays": truth}
    for path, value in given.items():
        meaning = translate(_MEANINGS[path], language)
        yield Setting(path, content_of(value, language), meaning, choices.get(path, ()))
    for slug, rule in scenario.policy.rules.items():
        yield from _rule(slug, rule, language)
    policy = scenario.policy
    for number, goal in enumerate(policy.listed, start=1):
        yield from _goal(number, goal, language, is_rung=goal in policy.goals)
    if not policy.listed:
        yield Setting("goals", NOTHING, translate(_NO_GOALS, language))


def _rule(slug: str, rule: RulePolicy, language: Language) -> Iterator[Setting]:
    entry = RULES[slug]
    modes = tuple(label(mode, language) for mode in Mode)
    mode = label(rule.mode, language)
    title = entry.title.in_language(language)
    about = f"{title}：{translate(_MODES, language)}"
    if rule == RulePolicy(mode=rule.mode):
        yield Setting(f"rules.{slug}", mode, about, modes)
        return
    yield Setting(f"rules.{slug}.mode", mode, about, modes)
    parts: dict[str, object] = {"price": rule.price, "reason": rule.reason}
    yield from _parts(f"rules.{slug}", parts, RulePolicy(), entry, language)
    yield from _parameters(f"rules.{slug}", rule.parameters, entry, language)


def _goal(
    number: int, goal: GoalPolicy, language: Language, *, is_rung: bool
) -> Iterator[Setting]:
    entry = GOALS[goal.goal]
    path = f"goals.{number}"
    title = entry.title.in_language(language)
    if is_rung and goal == GoalPolicy(goal=goal.goal):
        yield Setting(path, goal.goal, title, tuple(GOALS))
        return
    yield Setting(f"{path}.goal", goal.goal, title, tuple(GOALS))
    parts: dict[str, object] = {
        "tolerance": goal.tolerance,
        "tolerance_percent": goal.tolerance_percent,
    }
    yield from _parts(path, parts, GoalPolicy(goal=goal.goal), entry, language)
    if not is_rung:
        about = f"{title}：{translate(_PARTS['rung'], language)}"
        yield Setting(f"{path}.rung", content_of(is_rung, language), about)
    yield from _parameters(path, goal.parameters, entry, language)


def _parts(
    path: str,
    parts: dict[str, object],
    default: RulePolicy | GoalPolicy,
    entry: Rule | Goal,
    language: Language,
) -> Iterator[Setting]:
    title = entry.title.in_language(language)
    for name, value in parts.items():
        if value != getattr(default, name):
            about = f"{title}：{translate(_PARTS[name], language)}"
            yield Setting(f"{path}.{name}", content_of(value, language), about)


def _parameters(
    path: str, given: dict[str, Value], entry: Rule | Goal, language: Language
) -> Iterator[Setting]:
    for each in entry.parameters:
        if each.name in given:
            yield Setting(
                f"{path}.parameters.{each.name}",
                content_of(given[each.name], language),
                each.text.in_language(language),
                each.choices,
            )
