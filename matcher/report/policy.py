"""What the plan was held to: rules and goals in force, and the assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Cell, Column, Section, Table, rows
from matcher.report.words import Words, number
from matcher.rulebook import GOALS, RULES, Goal, Rule
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.report.material import Material
    from matcher.scenario import GoalPolicy
    from matcher.scenario.conditions import Assumption

_RULE_COLUMNS = (
    Column(mark("Rule")),
    Column(mark("Mode")),
    Column(mark("Parameters")),
    Column(mark("Why it exists")),
)

_GOAL_COLUMNS = (
    Column(mark("Place"), "number"),
    Column(mark("Goal")),
    Column(mark("Sense")),
    Column(mark("Counted in")),
    Column(mark("Tolerance")),
    Column(mark("Parameters")),
    Column(mark("Why it exists")),
)

_ASSUMPTION_COLUMNS = (
    Column(mark("Assumption"), "short"),
    Column(mark("Subject")),
    Column(mark("Value")),
    Column(mark("Source")),
    Column(mark("Remarks")),
)

_MODES = {
    Mode.STRICT: mark("strict"),
    Mode.SOFT: mark("soft, price {price} per unit"),
    Mode.OFF: mark("off"),
}

_SENSES = {"max": mark("as much as possible"), "min": mark("as little as possible")}


def policy(material: Material) -> Section:
    """Return the chapter on rules and goals in force."""
    words = material.words
    rules = Table(
        "rules",
        mark("Rules in force"),
        _RULE_COLUMNS,
        rows(_rule(words, rule) for rule in RULES.values()),
    )
    goals = Table(
        "goals",
        mark("Goals, from the first to the last"),
        _GOAL_COLUMNS,
        rows(_goals(words)),
    )
    return Section("policy", mark("Rules and goals in force"), (rules, goals))


def assumptions(material: Material) -> Section:
    """Return the chapter on the values that the sources leave open."""
    words = material.words
    table = Table(
        "assumption-list",
        mark("Values the sources leave open"),
        _ASSUMPTION_COLUMNS,
        rows(_assumption(words, each) for each in material.scenario.assumptions),
    )
    return Section("assumptions", mark("Assumptions"), (table,))


def _assumption(words: Words, row: Assumption) -> tuple[Cell, ...]:
    # The one source that planners give by a word of ours.
    bare = row.source == "assumption"
    source = words.say(mark("assumption")) if bare else row.source
    texts = (row.id, row.subject, row.value, source, row.note)
    return tuple(Cell(text) for text in texts)


def _rule(words: Words, rule: Rule) -> tuple[Cell, ...]:
    in_force = words.scenario.policy
    given = in_force.rules.get(rule.slug)
    mode = in_force.mode(rule.slug)
    return (
        Cell(words.entry(rule.title), rule.slug),
        Cell(
            words.say(_MODES[mode], price=in_force.price(rule.slug)),
            lines=(given.reason,) if given and given.reason else (),
        ),
        Cell(lines=_parameters(words, rule)),
        Cell(words.entry(rule.reason)),
    )


def _goals(words: Words) -> Iterator[tuple[Cell, ...]]:
    """Yield the rungs, then what is listed for its parameters only."""
    in_force = words.scenario.policy
    for place, step in enumerate(in_force.goals, start=1):
        yield _goal(words, number(place), step)
    for step in in_force.aside:
        yield _goal(words, Cell("–"), step)


def _goal(words: Words, place: Cell, step: GoalPolicy) -> tuple[Cell, ...]:
    goal = GOALS[step.goal]
    return (
        place,
        Cell(words.entry(goal.title), goal.slug),
        Cell(words.say(_SENSES[goal.sense])),
        Cell(words.entry(goal.unit)),
        Cell(_tolerance(words, step)),
        Cell(lines=_parameters(words, goal)),
        Cell(words.entry(goal.reason)),
    )


def _tolerance(words: Words, step: GoalPolicy) -> str:
    if not step.tolerance:
        return words.say(mark("none"))
    text = mark("{tolerance}, but at most {percent}%")
    return words.say(text, tolerance=step.tolerance, percent=step.tolerance_percent)


def _parameters(words: Words, entry: Rule | Goal) -> tuple[str, ...]:
    """Return each parameter with its value, one in a line."""
    in_force = words.scenario.policy.parameters(entry.slug)
    return tuple(
        words.say(
            mark("{name}: {value}"),
            name=words.entry(parameter.text),
            value=words.value(in_force[parameter.name]),
        )
        for parameter in entry.parameters
    )
