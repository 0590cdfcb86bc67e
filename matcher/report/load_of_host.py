"""What a host bears over the year: stays, beds and guests by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.caps import levels_of_guests
from matcher.language import mark
from matcher.report.bars import bar, scale
from matcher.report.blocks import Block, Cell, Column, Table, rows
from matcher.report.words import number, span
from matcher.scenario.base import Direction
from matcher.timeline import Window, by_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Served
    from matcher.report.standing import Standing
    from matcher.scenario.entities import Unit

_STAYS = (
    Column(mark("Person"), "short"),
    Column(mark("Stay"), "date"),
    Column(mark("Bed")),
    Column(mark("Months"), "bar"),
)

_LOAD = (
    Column(mark("Month"), "date"),
    Column(mark("Most guests on one day"), "number"),
    Column(mark("Cap"), "number"),
    Column(mark("Days of guests"), "number"),
)


def load_of(standing: Standing, host: Unit, served: list[Served]) -> tuple[Block, ...]:
    """
    Return the stays of a host's guests with their beds, and the load by month.

    Parameters
    ----------
    standing
        The plan and the words for ranks in it.
    host
        Whose guests they are.
    served
        Their assignments.
    """
    if not served:
        return ()
    stays = Table(
        "stay-bars",
        mark("Stays and beds"),
        _STAYS,
        rows(_stay(standing, each) for each in served),
        scale(standing.words),
    )
    months = rows(
        (Cell(month), number(most), number(host.host_cap), number(days))
        for month, most, days in _months(served)
    )
    return stays, Table("load-list", mark("Load by month"), _LOAD, months)


def _stay(standing: Standing, each: Served) -> tuple[Cell, ...]:
    words = standing.words
    beds = tuple(
        words.say(
            mark("{site}, bed {number}"),
            site=words.site(bed.site).text,
            number=bed.number,
        )
        for bed in standing.gathered.beds.get(each.subjects, ())
    )
    if not each.host.housing:
        beds = (words.say(mark("lodged by the host itself")),)
    look = "in" if each.programme.direction is Direction.TO_XINING else "out"
    bars = [bar(words, each.term, look)]
    if each.stay.start != each.term.start:
        lead = Window(each.stay.start, each.term.start)
        bars.insert(0, bar(words, lead, "lead"))
    return (
        Cell(each.person.id),
        Cell(span(each.stay)),
        Cell(lines=beds),
        Cell(bars=tuple(bars)),
    )


def _months(served: list[Served]) -> Iterator[tuple[str, int, int]]:
    """Yield each month with guests, those of its busiest day, and their days."""
    months: dict[str, list[tuple[int, int]]] = {}
    for level in levels_of_guests(served):
        for part in by_month(level.days):
            month = f"{part.start:%Y-%m}"
            months.setdefault(month, []).append((level.stays, part.days))
    for month, found in months.items():
        most = max(guests for guests, _ in found)
        yield month, most, sum(guests * days for guests, days in found)
