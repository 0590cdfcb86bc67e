"""The list of every assignment, with its bar: one table to filter, sort and print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.eligibility import Wishes, fit_parts
from matcher.language import mark
from matcher.report.bars import bar, scale
from matcher.report.blocks import Bar, Cell, Column, Notes, Section, Table, rows
from matcher.report.words import Words, day, number
from matcher.scenario.base import Direction
from matcher.timeline import Window

if TYPE_CHECKING:
    from matcher.auditor.case import Served
    from matcher.report.material import Material

_LOOKS = {Direction.TO_XINING: "in", Direction.TO_NANJING: "out"}

_TERM = (
    Column(mark("First day"), "date"),
    Column(mark("Last day"), "date"),
    Column(mark("Days"), "number"),
)

_PEOPLE_COLUMNS = (
    Column(mark("Person"), "short"),
    Column(mark("Releasing unit")),
    Column(mark("Need")),
    Column(mark("Programme")),
    Column(mark("Host")),
    Column(mark("Area")),
    *_TERM,
    Column(mark("Fit"), "number"),
    Column(mark("Wishes"), "short"),
    Column(mark("Months"), "bar"),
)

_DAYS_HOW = mark(
    "Days are inclusive: the last day is the last one on post. A bar covers the days "
    "on post, the pale stretch before it the acclimatisation."
)

_WISH_HOW = mark(
    "Wishes are steps below the first wish, of the person and of the host; 0 is the "
    "first wish, or none was given."
)


def people(material: Material) -> Section:
    """Return the chapter that lists every assignment, each with its bar."""
    words, wishes = material.words, Wishes(material.scenario)
    table = Table(
        "person-list",
        mark("By person"),
        _PEOPLE_COLUMNS,
        rows(_person_row(words, wishes, each) for each in material.served),
        scale(words),
        tuple(_key(each) for each in material.served),
    )
    how = Notes((Cell(words.say(_DAYS_HOW)), Cell(words.say(_WISH_HOW))))
    return Section("people", mark("Every assignment"), (how, table))


def _key(each: Served) -> tuple[str, str, str, str]:
    first, last = each.term.start.isoformat(), each.term.last_day.isoformat()
    return each.person.id, each.need.id, first, last


def _term(words: Words, each: Served) -> tuple[Cell, ...]:
    arrival = words.say(mark("arrives {day}"), day=each.stay.start.isoformat())
    early = each.stay.start < each.term.start
    return (
        Cell(each.term.start.isoformat(), lines=(arrival,) if early else ()),
        day(each.term.last_day),
        number(each.term.days),
    )


def _role(words: Words, each: Served) -> str:
    """Return the team, the role in it and whether it leads."""
    if not each.need.team:
        return ""
    leads = words.say(mark("leader")) if each.need.leader else ""
    team = words.scenario.team[each.need.team].name
    # Many teams call the role that leads simply the leader.
    parts = dict.fromkeys((team, each.need.role, leads))
    return " · ".join(filter(None, parts))


def _person_row(words: Words, wishes: Wishes, each: Served) -> tuple[Cell, ...]:
    pair = each.person, each.need
    steps = wishes.of_person(*pair), wishes.of_host(*pair)
    fit = sum(fit_parts(words.scenario, *pair).values())
    need = words.need(each.need.id)
    lines = (_role(words, each), words.listed(each.need.tags))
    return (
        Cell(each.person.id),
        words.unit(each.home.id),
        replace(need, lines=tuple(filter(None, lines))),
        words.programme(each.programme.id),
        words.unit(each.host.id),
        Cell(words.area(each.host.area).text),
        *_term(words, each),
        number(fit),
        Cell(" / ".join(map(str, steps))),
        Cell(bars=_bars(words, each)),
    )


def _bars(words: Words, each: Served) -> tuple[Bar, ...]:
    """Return the acclimatisation and the term as stretches of the horizon."""
    term = bar(words, each.term, _LOOKS[each.programme.direction])
    if each.stay.start == each.term.start:
        return (term,)
    return (bar(words, Window(each.stay.start, each.term.start), "lead"), term)
