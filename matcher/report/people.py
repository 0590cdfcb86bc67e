"""The lists: who comes to each host, who leaves each unit, and every assignment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.eligibility import Wishes, fit_parts
from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Group, Notes, Section, Table, rows
from matcher.report.words import Words, day, number
from matcher.scenario.base import Direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from matcher.auditor import UnitFigures
    from matcher.auditor.case import Served
    from matcher.report.material import Material
    from matcher.scenario.entities import Need

_TERM = (
    Column(mark("Arrival"), "date"),
    Column(mark("First day"), "date"),
    Column(mark("Last day"), "date"),
    Column(mark("Days"), "number"),
)

_HOST_COLUMNS = (
    Column(mark("Need and programme")),
    Column(mark("Person"), "short"),
    Column(mark("From")),
    *_TERM,
    Column(mark("Team and role")),
)

_RELEASING_COLUMNS = (
    Column(mark("Person"), "short"),
    Column(mark("Department")),
    Column(mark("Host")),
    Column(mark("Need and programme")),
    *_TERM,
)

_PEOPLE_COLUMNS = (
    Column(mark("Person"), "short"),
    Column(mark("Releasing unit")),
    Column(mark("Need and programme")),
    Column(mark("Host")),
    *_TERM,
    Column(mark("Fit")),
    Column(mark("Wishes"), "short"),
)

_FIT = {
    "exact": mark("exact specialty"),
    "family": mark("same family"),
    "level": mark("level"),
    "experience": mark("experience"),
    "returning": mark("returning"),
}

_DAYS_HOW = mark(
    "Days are inclusive: the last day is the last one on post. Between arrival and "
    "first day lies the acclimatisation."
)

_WISH_HOW = mark(
    "Wishes are steps below the first wish, of the person and of the host; 0 is the "
    "first wish, or none was given."
)


def hosts(material: Material) -> Section:
    """Return the chapter on who comes to each host."""
    words = material.words
    groups = _groups(
        words,
        _by_unit(material.served, lambda each: each.host.id),
        material.audit.figures.hosts,
        lambda each: _host_row(words, each),
    )
    table = Table("host-lists", mark("By host"), _HOST_COLUMNS, groups)
    how = Notes((Cell(words.say(_DAYS_HOW)),))
    return Section("hosts", mark("Who comes to each host"), (how, table))


def releasing_units(material: Material) -> Section:
    """Return the chapter on who leaves each unit."""
    words = material.words
    groups = _groups(
        words,
        _by_unit(material.served, lambda each: each.home.id),
        material.audit.figures.releasing_units,
        lambda each: _releasing_row(words, each),
    )
    table = Table(
        "releasing-lists", mark("By releasing unit"), _RELEASING_COLUMNS, groups
    )
    return Section("releasing-units", mark("Who leaves each unit"), (table,))


def people(material: Material) -> Section:
    """Return the chapter that lists every assignment by person."""
    words, wishes = material.words, Wishes(material.scenario)
    table = Table(
        "person-list",
        mark("By person"),
        _PEOPLE_COLUMNS,
        rows(_person_row(words, wishes, each) for each in material.served),
    )
    how = Notes((Cell(words.say(_WISH_HOW)),))
    return Section("people", mark("Every assignment"), (how, table))


def _by_unit(
    served: Iterable[Served], unit: Callable[[Served], str]
) -> Mapping[str, list[Served]]:
    found: dict[str, list[Served]] = {}
    for each in served:
        found.setdefault(unit(each), []).append(each)
    return found


def _groups(
    words: Words,
    by_unit: Mapping[str, list[Served]],
    figures: Iterable[UnitFigures],
    row: Callable[[Served], tuple[Cell, ...]],
) -> tuple[Group, ...]:
    """Return one group for each unit, by direction, area and code, its rows by day."""
    known, of_unit = words.scenario.unit, {each.unit: each for each in figures}

    def order(code: str) -> tuple[object, ...]:
        to_nanjing = by_unit[code][0].programme.direction is Direction.TO_NANJING
        return to_nanjing, known[code].area, natural(code)

    return tuple(
        Group(
            tuple(row(each) for each in sorted(by_unit[code], key=_by_day)),
            _unit_head(words, code, of_unit[code]),
        )
        for code in sorted(by_unit, key=order)
    )


def _by_day(each: Served) -> tuple[object, ...]:
    return each.term, each.need.team, not each.need.leader, natural(each.person.id)


def _unit_head(words: Words, code: str, figures: UnitFigures) -> Cell:
    """Return the unit's name with its area, its people and its busiest day."""
    text = (
        mark("{area} · people: {people} · most on one day: {peak}, no cap")
        if figures.cap is None
        else mark("{area} · people: {people} · most on one day: {peak}, cap {cap}")
    )
    line = words.say(
        text,
        area=words.area(words.scenario.unit[code].area).text,
        people=figures.people,
        peak=figures.peak,
        cap=figures.cap,
    )
    unit = words.unit(code)
    return Cell(unit.text, unit.code, lines=(line,))


def _term(each: Served) -> tuple[Cell, ...]:
    return (
        day(each.stay.start),
        day(each.term.start),
        day(each.term.last_day),
        number(each.term.days),
    )


def _tagged(words: Words, need: Need) -> Cell:
    """Return what a need asks for, with its programme and policy tags beneath."""
    cell = words.asked(need.id)
    tags = (words.listed(need.tags),) if need.tags else ()
    return replace(cell, lines=(" · ".join((*cell.lines, *tags)),))


def _host_row(words: Words, each: Served) -> tuple[Cell, ...]:
    return (
        _tagged(words, each.need),
        Cell(each.person.id),
        words.unit(each.home.id),
        *_term(each),
        Cell(_role(words, each)),
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


def _releasing_row(words: Words, each: Served) -> tuple[Cell, ...]:
    return (
        Cell(each.person.id),
        Cell(each.person.department),
        words.unit(each.host.id),
        _tagged(words, each.need),
        *_term(each),
    )


def _person_row(words: Words, wishes: Wishes, each: Served) -> tuple[Cell, ...]:
    pair = each.person, each.need
    steps = wishes.of_person(*pair), wishes.of_host(*pair)
    parts = fit_parts(words.scenario, *pair)
    listed = (
        f"{words.say(_FIT[name])} {points}" for name, points in parts.items() if points
    )
    return (
        Cell(each.person.id),
        words.unit(each.home.id),
        words.asked(each.need.id),
        words.unit(each.host.id),
        *_term(each),
        Cell(number(sum(parts.values())).text, lines=(words.listed(listed),)),
        Cell(" / ".join(map(str, steps))),
    )
