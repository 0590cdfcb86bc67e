"""The keys ``rules`` and ``goals`` of ``scenario.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from matcher.rulebook import GOALS, RULES
from matcher.scenario.base import Entity, Mode
from matcher.scenario.faults import faults_of
from matcher.scenario.nodes import Item, Readers, values_of
from matcher.scenario.policy import GoalPolicy, Policy, RulePolicy
from matcher.scenario.values import UnreadableError, choice, kind, truth, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matcher.rulebook import Goal, Parameter, Rule
    from matcher.rulebook.entries import Value

E = TypeVar("E", bound=Entity)


def read_policy(layers: Sequence[Mapping[str, Item]]) -> Policy | None:
    """
    Return the policy as far as it could be read, or None if the goals are wrong.

    Parameters
    ----------
    layers
        The items of ``rules`` and ``goals``, where the planners wrote them, of each
        layer of the settings: rules are laid over each other one by one.
    """
    given: dict[str, Item] = {}
    for keys in layers:
        if "rules" in keys:
            known = tuple(RULES)
            given |= keys["rules"].keys(known, "health: strict", unknown="E501") or {}
    rules = {slug: _rule(item, RULES[slug]) for slug, item in given.items()}
    ladders = [_goals(keys["goals"]) for keys in layers if "goals" in keys]
    if None in ladders:
        return None
    listed = ladders[-1] if ladders else None
    policy = Policy(rules={slug: rule for slug, rule in rules.items() if rule})
    if listed is not None:
        rungs = tuple(goal for goal, is_rung in listed if is_rung)
        aside = tuple(goal for goal, is_rung in listed if not is_rung)
        policy = policy.model_copy(update={"goals": rungs, "aside": aside})
    _judge(policy, given)
    return policy


def _judge(policy: Policy, given: Mapping[str, Item]) -> None:
    """Add the faults of values that stand together, at the rules they stand in."""
    if not policy.pursues("concessions"):
        for slug, item in given.items():
            if policy.mode(slug) is Mode.SOFT:
                item.report("E506", value=slug)
    least = policy.number("handover", "least_days")
    most = policy.number("handover", "most_days")
    if least > most:
        given["handover"].report("E508", least=least, greatest=most)


_MODE = kind(Mode)

_RULE: Readers = {
    "mode": (_MODE, "mode: soft"),
    "price": (whole, "price: 10"),
    "reason": (str, "reason: agreed by both cities"),
}


def _rule(item: Item, rule: Rule) -> RulePolicy | None:
    if item.single:
        mode = item.read(_MODE, f"{rule.slug}: strict")
        return RulePolicy(mode=Mode(mode)) if mode else None
    keys = item.keys((*_RULE, "parameters"), "mode: strict")
    if keys is None:
        return None
    given = values_of(keys, _RULE)
    if "parameters" in keys:
        given["parameters"] = _parameters(keys["parameters"], rule)
    return _built(RulePolicy, given, keys, item)


def _slug(text: str) -> str:
    if text not in GOALS:
        allowed = ", ".join(GOALS)
        raise UnreadableError("E502", tuple(GOALS), value=text, allowed=allowed)
    return text


_GOAL: Readers = {
    "goal": (_slug, "goal: coverage"),
    "tolerance": (whole, "tolerance: 2"),
    "tolerance_percent": (whole, "tolerance_percent: 5"),
    "rung": (truth, "rung: no"),
}


_Listed = tuple[GoalPolicy, bool]
"""A goal, and whether it is a rung."""


def _goals(item: Item) -> tuple[_Listed, ...] | None:
    faults = len(item.problems)
    lines: dict[str, int] = {}
    goals = []
    for step in item.items("[coverage, fit]") or ():
        listed = _goal(step)
        if listed is None:
            continue
        slug = listed[0].goal
        if slug in lines:
            step.report("E505", value=slug, first=lines[slug])
        else:
            lines[slug] = step.place.row
            goals.append(listed)
    return tuple(goals) if len(item.problems) == faults else None


def _goal(item: Item) -> _Listed | None:
    if item.single:
        slug = item.read(_slug, "coverage")
        return (GoalPolicy(goal=slug), True) if slug else None
    keys = item.keys((*_GOAL, "parameters"), "goal: coverage")
    if keys is None:
        return None
    given = values_of(keys, _GOAL)
    if "goal" not in keys:
        item.miss("goal")
    if "goal" not in given:
        return None
    if "parameters" in keys:
        goal = GOALS[str(given["goal"])]
        given["parameters"] = _parameters(keys["parameters"], goal)
    is_rung = bool(given.pop("rung", True))
    built = _built(GoalPolicy, given, keys, item)
    return (built, is_rung) if built else None


def _parameters(item: Item, entry: Rule | Goal) -> dict[str, Value]:
    known = {each.name: each for each in entry.parameters}
    example = next((f"{name}: {known[name].default}" for name in known), "key: value")
    keys = item.keys(tuple(known), example, unknown="E503", slug=entry.slug) or {}
    given = {name: _value(each, known[name]) for name, each in keys.items()}
    return {name: value for name, value in given.items() if value is not None}


def _value(item: Item, parameter: Parameter) -> Value | None:
    example = f"{parameter.name}: {parameter.default}"
    if isinstance(parameter.default, tuple):
        return _numbers(item, parameter, list(parameter.default))
    if isinstance(parameter.default, str):
        return item.read(choice(parameter.choices), example)
    return item.read(_at_least(parameter.least), example)


def _numbers(
    item: Item, parameter: Parameter, default: list[int]
) -> tuple[int, ...] | None:
    parts = item.items(str(default))
    if parts is None:
        return None
    if len(parts) != len(default):
        item.report("E504", given=len(parts), wanted=len(default), example=default)
    numbers = [each.read(_at_least(parameter.least), "10") for each in parts]
    return tuple(number for number in numbers if number is not None)


def _at_least(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = whole(text)
        if number < least:
            raise UnreadableError("E208", value=text, limit=least)
        return number

    return read


def _built(
    entity: type[E], given: Mapping[str, object], keys: Mapping[str, Item], item: Item
) -> E | None:
    try:
        return entity.model_validate(given)
    except ValidationError as error:
        found = faults_of(error, lambda field: keys.get(field, item).place)
        item.problems.extend(fault for _, fault in found)
        return None
