"""How planners want rules taken and goals ordered, resolved to definite values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from matcher.rulebook import GOALS, RULES
from matcher.rulebook.entries import Value
from matcher.scenario.base import Entity, Mode

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULTS: Mapping[tuple[str, str], Value] = {
    (slug, each.name): each.default
    for entries in (RULES, GOALS)
    for slug, entry in entries.items()
    for each in entry.parameters
}


class RulePolicy(Entity):
    """
    How one rule is taken.

    一条规则如何执行。
    """

    mode: Mode = Mode.STRICT
    """strict, soft (breaking it is counted, priced and reported) or off.
    硬性、软性（违反时计数、计价并报告）或停用。"""
    price: int = Field(1, ge=1)
    """Price of one unit of breaking it, when soft.
    软性时，每违反一个单位的价格。"""
    reason: str = ""
    """Why it is taken so.
    如此执行的理由。"""
    parameters: dict[str, Value] = Field(default_factory=dict)
    """Values that differ from the rulebook's, by name.
    与规则手册不同的参数值，按名称填写。"""


class GoalPolicy(Entity):
    """
    One rung of the ladder.

    阶梯上的一层。
    """

    goal: str
    """Slug of the goal.
    目标的代码。"""
    tolerance: int = Field(0, ge=0)
    """How much later goals may worsen it, in its own units.
    后面的目标最多可使它变差多少，以其自身单位计。"""
    tolerance_percent: int = Field(100, ge=0, le=100)
    """The same in per cent of its value; the smaller of both holds.
    同上，以其取值的百分比计；两者取较小的。"""
    parameters: dict[str, Value] = Field(default_factory=dict)
    """Values that differ from the rulebook's, by name.
    与规则手册不同的参数值，按名称填写。"""

    def slack(self, value: int) -> int:
        """Return how much later goals may worsen a value that was reached."""
        return min(self.tolerance, abs(value) * self.tolerance_percent // 100)


class Policy(Entity):
    """
    All rules with their modes, and the goals in their order.

    所有规则的方式和目标的次序。
    """

    rules: dict[str, RulePolicy] = Field(default_factory=dict)
    """By slug; a rule that is not listed is strict with the rulebook's values.
    按规则代码填写；没有列出的规则为硬性，参数按规则手册。"""
    goals: tuple[GoalPolicy, ...] = tuple(
        GoalPolicy(goal=goal.slug) for goal in GOALS.values() if not goal.optional
    )
    """From the first rung to the last; a goal that is not listed is not pursued.
    从第一层到最后一层；没有列出的目标不追求。"""
    aside: tuple[GoalPolicy, ...] = ()
    """Goals that are no rungs, but whose parameters count for other goals.
    不作为一层、只有参数供其他目标使用的目标。"""

    @property
    def listed(self) -> tuple[GoalPolicy, ...]:
        """All goals that the planners listed: the rungs, then those aside."""
        return (*self.goals, *self.aside)

    def mode(self, rule: str) -> Mode:
        """Return how the rule is taken."""
        return self.rules[rule].mode if rule in self.rules else Mode.STRICT

    def price(self, rule: str) -> int:
        """Return the price of one unit of breaking the rule, when soft."""
        return self.rules[rule].price if rule in self.rules else 1

    def number(self, slug: str, name: str) -> int:
        """Return a parameter of a rule or goal that is a whole number."""
        value = self.parameter(slug, name)
        assert isinstance(value, int)  # noqa: S101 -- the reader checked the type
        return value

    def pursues(self, goal: str) -> bool:
        """Return whether the goal is on the ladder."""
        return any(each.goal == goal for each in self.goals)

    def word(self, slug: str, name: str) -> str:
        """Return a parameter of a rule or goal that is a word."""
        return str(self.parameter(slug, name))

    def parameter(self, slug: str, name: str) -> Value:
        """Return a parameter: the scenario's value, else the rulebook's."""
        # Asked for every pair of people and needs: nothing is put together here.
        if slug in self.rules and name in self.rules[slug].parameters:
            return self.rules[slug].parameters[name]
        for goal in self.listed:
            if goal.goal == slug and name in goal.parameters:
                return goal.parameters[name]
        return _DEFAULTS[slug, name]

    def parameters(self, slug: str) -> dict[str, Value]:
        """Return all parameters of a rule or goal by name."""
        entry = RULES.get(slug) or GOALS[slug]
        return {each.name: self.parameter(slug, each.name) for each in entry.parameters}
