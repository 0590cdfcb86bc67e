"""Load: how full hosts, sites and releasing units are, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Cell, Column, Group, Notes, Section, Table
from matcher.report.words import Words, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from matcher.auditor.load import LoadFigures
    from matcher.report.material import Material

_HOW = mark(
    "Each number is the fullest day of its month: the deeper its shade, the nearer to "
    "the cap. Without a cap the shade tells the load beside the fullest place."
)

_MOST = 200
"""Places of a kind that are listed: the fullest; nobody reads thousands."""

_MORE = mark("Only the {most} fullest of {all} are listed, of each kind of place.")

_TABLES = {
    "host": ("load-hosts", mark("Guests of each host"), mark("Host")),
    "site": ("load-sites", mark("Guests of each housing site"), mark("Housing")),
    "releasing": (
        "load-releasing",
        mark("People away from each releasing unit"),
        mark("Releasing unit"),
    ),
}


def load(material: Material) -> Section:
    """Return the chapter on the load of places over the year."""
    found = material.audit.figures.load
    months = sorted({month for each in found for month, _ in each.months})
    kinds = {
        kind: sorted((each for each in found if each.kind == kind), key=_fullest_first)
        for kind in _TABLES
    }
    tables = tuple(
        _table(material, kind, lines[:_MOST], months)
        for kind, lines in kinds.items()
        if lines
    )
    notes = [Cell(material.words.say(_HOW))]
    most = max(map(len, kinds.values()))
    if most > _MOST:
        notes.append(Cell(material.words.say(_MORE, most=_MOST, all=most)))
    how = Notes(tuple(notes))
    return Section("load", mark("Load over the year"), (how, *tables) if tables else ())


def _fullest_first(each: LoadFigures) -> tuple[object, ...]:
    most = max(count for _, count in each.months)
    return -most / (each.cap or most + 1), -most, natural(each.code)


def _table(
    material: Material,
    kind: str,
    lines: Sequence[LoadFigures],
    months: Sequence[date],
) -> Table:
    words = material.words
    code, title, head = _TABLES[kind]
    columns = (
        Column(head, "name"),
        Column(mark("Cap"), "number"),
        *(Column(words.month(month), "heat", said=True) for month in months),
    )
    most = max(count for each in lines for _, count in each.months)
    groups = tuple(_groups(words, lines, months, most))
    return Table(code, title, columns, groups)


def _groups(
    words: Words, lines: Sequence[LoadFigures], months: Sequence[date], most: int
) -> Iterator[Group]:
    """Yield the lines of each area."""
    by_area: dict[str, list[LoadFigures]] = {}
    for each in sorted(lines, key=lambda each: natural(each.code)):
        by_area.setdefault(_area(words, each), []).append(each)
    for area in sorted(by_area):
        rows = tuple(_row(words, each, months, most) for each in by_area[area])
        yield Group(rows, words.area(area))


def _area(words: Words, each: LoadFigures) -> str:
    known = words.scenario
    if each.kind == "site":
        return known.site[each.code].area
    return known.unit[each.code].area


def _row(
    words: Words, each: LoadFigures, months: Sequence[date], most: int
) -> tuple[Cell, ...]:
    name = words.site if each.kind == "site" else words.unit
    counts, whole = dict(each.months), each.cap or most
    return (
        name(each.code),
        number(each.cap),
        *(
            Cell(str(counts[month]), heat=min(4, 4 * counts[month] // whole))
            if month in counts
            else Cell("")
            for month in months
        ),
    )
