"""The agreement ledger: each programme's target beside what is planned and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Group, Section, Table, rows
from matcher.report.words import Words, number
from matcher.scenario.base import Direction
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.auditor import ProgrammeFigures
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Source row"), "short"),
    Column(mark("Programme")),
    Column(mark("What counts")),
    Column(mark("Target"), "number"),
    Column(mark("Planned"), "number"),
    Column(mark("Counted"), "number"),
    Column(mark("Not counted"), "number"),
    Column(mark("Shortfall"), "number"),
)

_AREA_COLUMNS = (
    Column(mark("Area")),
    Column(mark("Residents"), "number"),
    Column(mark("Assignments that benefit it"), "number"),
)


def agreement(material: Material) -> Section:
    """Return the chapter on targets and what is counted toward them."""
    ledger = Table(
        "agreement-ledger", mark("Programmes"), _COLUMNS, tuple(_groups(material))
    )
    areas = Table(
        "areas", mark("Areas of Xining"), _AREA_COLUMNS, rows(_areas(material))
    )
    return Section("agreement", mark("Agreement ledger"), (ledger, areas))


def shortfall(figures: ProgrammeFigures) -> int:
    """Return how many are missing to the programme's target."""
    return max(0, (figures.target or 0) - figures.counted)


def _groups(material: Material) -> Iterable[Group]:
    """Yield the programmes of each direction, their sums, and the sums of all."""
    words, programmes = material.words, material.audit.figures.programmes
    known = material.scenario.programme

    def order(each: ProgrammeFigures) -> tuple[object, ...]:
        return natural(known[each.programme].source), natural(each.programme)

    for direction in Direction:
        lines = sorted(
            (each for each in programmes if each.direction is direction), key=order
        )
        title = Cell(words.direction(direction))
        yield Group(tuple(_row(words, each) for each in lines), title)
        yield Group((_sums(words.say(mark("Sum")), lines),), total=True)
    yield Group((_sums(words.say(mark("Both directions")), programmes),), total=True)


def _row(words: Words, figures: ProgrammeFigures) -> tuple[Cell, ...]:
    programme = words.scenario.programme[figures.programme]
    as_of = programme.as_of or words.scenario.horizon.last_day
    counts = label(figures.counting, words.language)
    if programme.min_days_to_count > 1:
        text = mark("{what} with {days} days or more by {as_of}")
        counts = words.say(
            text,
            what=counts,
            days=programme.min_days_to_count,
            as_of=as_of.isoformat(),
        )
    return (
        words.source(programme.source),
        words.programme(programme.id),
        Cell(counts),
        number(figures.target),
        *_numbers(figures.planned, figures.counted, figures.not_counted),
        _missing(shortfall(figures) if figures.target is not None else None),
    )


def _sums(title: str, lines: Iterable[ProgrammeFigures]) -> tuple[Cell, ...]:
    lines = tuple(lines)
    return (
        Cell(),
        Cell(title),
        Cell(),
        number(sum(each.target or 0 for each in lines)),
        *_numbers(
            sum(each.planned for each in lines),
            sum(each.counted for each in lines),
            sum(each.not_counted for each in lines),
        ),
        _missing(sum(shortfall(each) for each in lines)),
    )


def _numbers(*values: int) -> tuple[Cell, ...]:
    return tuple(number(value) for value in values)


def _missing(value: int | None) -> Cell:
    """Return a shortfall, marked if there is one."""
    return Cell(number(value).text, tone="bad" if value else "")


def _areas(material: Material) -> Iterable[tuple[Cell, ...]]:
    words = material.words
    for code, served in material.audit.figures.areas.items():
        residents = material.scenario.area[code].population
        yield words.area(code), number(residents or None), number(served)
