"""Who is worst off: areas and people, the worst first."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from matcher.auditor.goals import area_steps, own_step
from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Notes, Section, Table, rows
from matcher.report.words import number
from matcher.scenario.base import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.report.material import Material
    from matcher.scenario.conditions import Preference

_MOST = 20
"""People that are listed; the list of assignments has them all."""

_AREA_COLUMNS = (
    Column(mark("Area")),
    Column(mark("Residents"), "number"),
    Column(mark("Assignments that benefit it"), "number"),
    Column(mark("Empty posts"), "number"),
)

_PERSON_COLUMNS = (
    Column(mark("Person"), "short"),
    Column(mark("Releasing unit")),
    Column(mark("Need and programme")),
    Column(mark("Host")),
    Column(mark("Steps below the first wish"), "number"),
    Column(mark("Days away"), "number"),
)

_HOW = mark(
    "Areas stand in the order of the goal fairness, those it does not look at last. "
    "People stand by the steps below their first wish, then by the days away."
)


def worst_off(material: Material) -> Section:
    """Return the chapter on the areas and the people who get least."""
    words = material.words
    areas = Table(
        "worst-areas",
        mark("Areas by what they get"),
        _AREA_COLUMNS,
        rows(_areas(material)),
    )
    people = Table(
        "worst-people",
        mark("People furthest from their wishes"),
        _PERSON_COLUMNS,
        rows(_people(material)),
    )
    how = Notes((Cell(words.say(_HOW)),))
    blocks = (how, areas, people) if people.size else (how, areas)
    return Section("worst-off", mark("The worst-off first"), blocks)


def _areas(material: Material) -> Iterator[tuple[Cell, ...]]:
    words, scenario = material.words, material.scenario
    served, steps = material.audit.figures.areas, area_steps(scenario)
    empty: Counter[str] = Counter()
    for each in material.audit.figures.needs:
        area = scenario.host_area(scenario.need[each.need]).id
        empty[area] += max(0, each.least - each.filled)

    def order(code: str) -> tuple[object, ...]:
        return code not in steps, served[code] * steps.get(code, 0), natural(code)

    for code in sorted(served, key=order):
        yield (
            words.area(code),
            number(scenario.area[code].population or None),
            number(served[code]),
            Cell(number(empty[code]).text, tone="bad" if empty[code] else ""),
        )


def _people(material: Material) -> Iterator[tuple[Cell, ...]]:
    words = material.words
    wishes: dict[str, list[Preference]] = defaultdict(list)
    for wish in material.scenario.preferences:
        if wish.side is Side.PERSON:
            wishes[wish.person].append(wish)
    found = [
        (own_step(wishes[each.person.id], each), each.stay.days, each)
        for each in material.served
        if each.person.id in wishes
    ]
    worst = sorted(found, key=lambda each: (-each[0], -each[1]))
    for step, days, each in worst[:_MOST]:
        yield (
            Cell(each.person.id),
            words.unit(each.home.id),
            words.asked(each.need.id),
            words.unit(each.host.id),
            Cell(number(step).text, tone="warn" if step else ""),
            number(days),
        )
