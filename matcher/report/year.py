"""The year at a glance: who is where when, as bars with the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.bars import bar, scale
from matcher.report.blocks import Bar, Cell, Column, Group, Notes, Section, Table
from matcher.report.words import Words, number, span
from matcher.scenario.base import City, Direction
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Served
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Host")),
    Column(mark("Programme")),
    Column(mark("On post"), "date"),
    Column(mark("People"), "number"),
    Column(mark("Months"), "bar"),
)

_LOOKS = {Direction.TO_XINING: "in", Direction.TO_NANJING: "out"}

_HOW = mark(
    "A bar covers the days on post, the pale stretch before it the acclimatisation."
)

Stretch = tuple[str, str, Window]
"""Host, programme and term."""


def year(material: Material) -> Section:
    """Return the chapter that draws the year of each area's hosts."""
    words = material.words
    drawn: dict[str, dict[Stretch, list[Served]]] = {}
    for each in material.served:
        key = (each.host.id, each.programme.id, each.term)
        drawn.setdefault(each.host.area, {}).setdefault(key, []).append(each)

    def order(area: str) -> tuple[bool, str]:
        return words.scenario.area[area].city is City.NANJING, area

    groups = tuple(
        Group(tuple(_rows(words, drawn[area])), words.area(area))
        for area in sorted(drawn, key=order)
    )
    table = Table("year-bars", mark("By area and host"), _COLUMNS, groups, scale(words))
    how = Notes((Cell(words.say(_HOW)),))
    return Section("year", mark("The year at a glance"), (how, table))


def _rows(
    words: Words, stretches: dict[Stretch, list[Served]]
) -> Iterator[tuple[Cell, ...]]:
    def order(stretch: Stretch) -> tuple[object, ...]:
        host, programme, term = stretch
        return natural(host), term, programme

    for stretch in sorted(stretches, key=order):
        host, programme, term = stretch
        served = stretches[stretch]
        yield (
            words.unit(host),
            words.programme(programme),
            Cell(span(term)),
            number(len(served)),
            Cell(bars=_bars(words, served[0])),
        )


def _bars(words: Words, each: Served) -> tuple[Bar, ...]:
    """Return the acclimatisation and the term as stretches of the horizon."""
    look = _LOOKS[each.programme.direction]
    term = bar(words, each.term, look)
    if each.stay.start == each.term.start:
        return (term,)
    return (bar(words, Window(each.stay.start, each.term.start), "lead"), term)
