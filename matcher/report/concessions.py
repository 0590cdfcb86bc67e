"""The concessions: where the plan breaks soft rules, and at what price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Cell, Column, Group, Notes, Section, Table
from matcher.report.privacy import rule_title
from matcher.report.words import Words, number
from matcher.rulebook import PRIVATE, RULES

if TYPE_CHECKING:
    from matcher.auditor import Finding
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Rule")),
    Column(mark("What is given up")),
    Column(mark("Units"), "number"),
    Column(mark("Counted in")),
    Column(mark("Price per unit"), "number"),
    Column(mark("Price"), "number"),
)

_NONE = mark("No soft rule is broken.")


def concessions(material: Material) -> Section:
    """Return the chapter on broken soft rules."""
    words, broken = material.words, material.audit.concessions
    title = mark("Concessions")
    if not broken:
        none = Notes((Cell(words.say(_NONE), tone="good"),))
        return Section("concessions", title, (none,))
    groups = (
        Group(tuple(_row(words, each) for each in broken)),
        Group((_sum(words, material.audit.price),), total=True),
    )
    table = Table("concession-list", mark("Broken soft rules"), _COLUMNS, groups)
    return Section("concessions", title, (table,))


def _row(words: Words, finding: Finding) -> tuple[Cell, ...]:
    rule = RULES[finding.slug]
    price = words.scenario.policy.price(finding.slug)
    title = rule_title(words, rule.slug)
    return (
        Cell(title, "" if rule.slug in PRIVATE else rule.slug),
        Cell(finding.text(words.language)),
        number(finding.units),
        Cell(words.entry(rule.measure)),
        number(price),
        number(price * finding.units),
    )


def _sum(words: Words, price: int) -> tuple[Cell, ...]:
    return (Cell(words.say(mark("Sum"))), Cell(), Cell(), Cell(), Cell(), number(price))
