"""Mentoring: who raises whom at each host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table

if TYPE_CHECKING:
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Mentor")),
    Column(mark("Need and programme"), "name"),
    Column(mark("On post"), "date"),
    Column(mark("Asked for"), "number"),
    Column(mark("Local staff raised"), "list"),
)

Pair = tuple[str, str]
"""Codes of person and need."""


def mentoring(material: Material) -> Section:
    """Return the chapter on who raises whom."""
    raised: dict[str, dict[Pair, list[str]]] = {}
    for each in material.plan.arrangements.mentorships:
        need = material.scenario.need.get(each.need)
        pairs = raised.setdefault(need.unit if need else "", {})
        pairs.setdefault((each.person, each.need), []).append(each.mentee)

    def order(host: str) -> tuple[object, ...]:
        known = material.scenario.unit.get(host)
        return known.area if known else "", natural(host)

    groups = tuple(
        _group(material, host, raised[host]) for host in sorted(raised, key=order)
    )
    blocks: tuple[Block, ...] = ()
    if groups:
        blocks = (Table("mentorships", mark("Mentors by host"), _COLUMNS, groups),)
    return Section("mentoring", mark("Mentoring"), blocks)


def _group(material: Material, host: str, raised: dict[Pair, list[str]]) -> Group:
    pairs = sorted(raised, key=_natural)
    lines = tuple(_row(material, pair, raised[pair]) for pair in pairs)
    return Group(lines, material.words.unit(host))


def _natural(pair: Pair) -> tuple[object, ...]:
    return tuple(natural(code) for code in pair)


def _row(material: Material, pair: Pair, mentees: list[str]) -> tuple[Cell, ...]:
    words, (person, need) = material.words, pair
    return (
        words.person(person),
        words.asked(need),
        material.on_post(person, need),
        Cell(_range(material, need)),
        Cell(lines=tuple(words.skilled(code) for code in sorted(mentees))),
    )


def _range(material: Material, code: str) -> str:
    """Return how many each holder of the need raises, at least and at most."""
    need = material.scenario.need.get(code)
    return "–".join(map(str, material.scenario.mentees(need))) if need else ""
