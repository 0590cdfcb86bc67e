"""The shortage ledger: which posts stay empty, why, and who is nearest to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Notes, Section, Table, rows
from matcher.report.privacy import cause_told, obstacles_told
from matcher.report.words import Words, number

if TYPE_CHECKING:
    from matcher.plan import Gap, Shortage
    from matcher.report.material import Material
    from matcher.scenario.entities import Need

SHORTAGE_COLUMNS = (
    Column(mark("Priority"), "number"),
    Column(mark("Need")),
    Column(mark("Host")),
    Column(mark("Programme")),
    Column(mark("Earliest and latest day"), "date"),
    Column(mark("Empty posts"), "number"),
    Column(mark("Why they stay empty")),
    Column(mark("Nearest people and what stands between"), "wide"),
)

_NONE = mark("No post of any need's least headcount stays empty.")
_SUM = mark("Empty posts: {posts}, in {needs} needs.")


def shortages(material: Material) -> Section:
    """Return the chapter on empty posts."""
    words, scenario = material.words, material.scenario
    ledger = sorted(
        (each for each in material.plan.shortages if each.need in scenario.need),
        key=lambda each: (scenario.need[each.need].priority, natural(each.need)),
    )
    title = mark("Shortages")
    if not ledger:
        return Section(
            "shortages", title, (Notes((Cell(words.say(_NONE), tone="good"),)),)
        )
    posts = sum(each.posts for each in ledger)
    note = Cell(words.say(_SUM, posts=posts, needs=len(ledger)), tone="warn")
    table = Table(
        "shortage-ledger",
        mark("Shortage ledger"),
        SHORTAGE_COLUMNS,
        rows(shortage_row(material, shortage) for shortage in ledger),
    )
    return Section("shortages", title, (Notes((note,)), table))


def shortage_row(material: Material, shortage: Shortage) -> tuple[Cell, ...]:
    """
    Return the line of a need in the ledger.

    Parameters
    ----------
    material
        What the report is drawn from.
    shortage
        The empty posts of a need that the scenario knows.
    """
    words = material.words
    need = words.scenario.need[shortage.need]
    wanted = words.need(need.id)
    return (
        number(need.priority),
        Cell(wanted.text, wanted.code, lines=_asked(words, need)),
        words.unit(need.unit),
        words.programme(need.programme),
        Cell(lines=(need.first_day.isoformat(), need.last_day.isoformat())),
        number(shortage.posts),
        Cell(_cause(words, shortage)),
        Cell(lines=tuple(_nearest(material, need, gap) for gap in shortage.nearest)),
    )


def _asked(words: Words, need: Need) -> tuple[str, ...]:
    """Return what the need asks for beyond the specialty, and why it is pressing."""
    level = words.say(mark("title level {level} or higher"), level=need.level)
    return tuple(part for part in (level, need.reason) if part)


def _cause(words: Words, shortage: Shortage) -> str:
    detail = words.listed(words.anything(code) for code in shortage.detail)
    return cause_told(words, shortage.cause, detail)


def _nearest(material: Material, need: Need, gap: Gap) -> str:
    """Return who is near and what stands between."""
    words = material.words
    person = words.scenario.person.get(gap.person)
    if person is None:
        return gap.person
    unit = words.unit(person.unit).text
    if not gap.rules:
        return words.say(
            mark("{person} ({unit}): could go"), person=person.id, unit=unit
        )
    return words.say(
        mark("{person} ({unit}): {obstacles}"),
        person=person.id,
        unit=unit,
        obstacles=words.joined(obstacles_told(material, person, need, gap.rules)),
    )
