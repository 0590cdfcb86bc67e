"""The page of rules, goals and causes, from the rulebook."""

from __future__ import annotations

from docs.pages.markdown import alternatives, code, document, table
from matcher.rulebook import (
    CAUSES,
    COUPLING_RULES,
    GOALS,
    PAIR_RULES,
    RULES,
    Cause,
    Goal,
    Parameter,
    Rule,
)

HEAD = """\
# 规则与目标 · Rules and goals

规则须遵守，目标按次序追求；公式见[模型](../model.md)，
写法见[规则的方式](../zh/rules.md)与[目标的次序](../zh/goals.md)。

A rule must be respected, a goal is pursued in its order. The formulas stand in
[the model](../model.md); how to set them, in [rules](../en/rules.md) and
[goals](../en/goals.md)."""


def page() -> str:
    """Return the page."""
    return document(
        HEAD,
        "## 个人规则 · Pair rules",
        "一人一岗即可判断。Judged for one person and one post.",
        *(_rule(RULES[slug]) for slug in PAIR_RULES),
        "## 共处规则 · Coupling rules",
        "须把多项派任放在一起判断。Judged for several assignments together.",
        *(_rule(RULES[slug]) for slug in COUPLING_RULES),
        "## 目标 · Goals",
        "按默认次序列出。In their default order.",
        *(_goal(goal) for goal in GOALS.values()),
        "## 缺口原因 · Causes of a shortage",
        table(
            ("cause", "中文", "English", "rules"),
            (_cause(cause) for cause in CAUSES.values()),
        ),
    )


def _rule(rule: Rule) -> str:
    return "\n\n".join(
        (
            f"### {rule.slug} · {rule.title.zh} · {rule.title.en}",
            f"{rule.reason.zh}\n{rule.reason.en}",
            f"> {rule.sentence.zh}\n>\n> {rule.sentence.en}",
            f"Measure when soft 软性时的计量: {rule.measure.zh} · {rule.measure.en}",
            f"[Formula 公式](#rule-{rule.slug})",
            *_parameters(rule.parameters),
        )
    )


def _goal(goal: Goal) -> str:
    sense = {"max": "more is better 越大越好", "min": "less is better 越小越好"}
    return "\n\n".join(
        (
            f"### {goal.slug} · {goal.title.zh} · {goal.title.en}",
            f"{goal.reason.zh}\n{goal.reason.en}",
            f"> {goal.sentence.zh}\n>\n> {goal.sentence.en}",
            f"Unit 单位: {goal.unit.zh} · {goal.unit.en}; {sense[goal.sense]}",
            f"[Formula 公式](#goal-{goal.slug})",
            *_parameters(goal.parameters),
        )
    )


def _parameters(parameters: tuple[Parameter, ...]) -> list[str]:
    if not parameters:
        return []
    head = ("parameter 参数", "default 默认", "allowed 允许", "中文", "English")
    return [table(head, (_parameter(each) for each in parameters))]


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    default = parameter.default
    shown = list(default) if isinstance(default, tuple) else default
    allowed = alternatives(parameter.choices) or f"≥ {parameter.least}"
    text = parameter.text
    return code(parameter.name), code(shown), allowed, text.zh, text.en


def _cause(cause: Cause) -> tuple[str, ...]:
    rules = ", ".join(f"[{rule}](#rule-{rule})" for rule in cause.rules) or "—"
    return code(cause.slug), cause.text.zh, cause.text.en, rules
