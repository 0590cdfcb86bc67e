"""Beds: who sleeps where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import Block, Cell, Column, Group, Section, Table
from matcher.report.words import Words, number, span
from matcher.scenario.base import Sex

if TYPE_CHECKING:
    from matcher.plan import Bed
    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("Bed"), "short"),
    Column(mark("Guest"), "short"),
    Column(mark("From")),
    Column(mark("Host")),
    Column(mark("Stay"), "date"),
    Column(mark("Nights"), "number"),
)

_BEDS = {
    Sex.FEMALE: mark("women's bed {number}"),
    Sex.MALE: mark("men's bed {number}"),
}

_HEAD = mark("{area} · women's beds: {female} · men's beds: {male} · lease {lease}")


def beds(material: Material) -> Section:
    """Return the chapter on who sleeps where."""
    by_site: dict[str, list[Bed]] = {}
    for each in material.plan.arrangements.beds:
        by_site.setdefault(each.site, []).append(each)
    groups = tuple(
        _group(material, site, by_site[site]) for site in sorted(by_site, key=natural)
    )
    blocks: tuple[Block, ...] = ()
    if groups:
        blocks = (Table("bed-list", mark("Beds by site"), _COLUMNS, groups),)
    return Section("beds", mark("Beds"), blocks)


def _group(material: Material, site: str, given: list[Bed]) -> Group:
    """Return the beds of a site by number, the guests of each by day."""

    def order(bed: Bed) -> tuple[object, ...]:
        person = material.scenario.person.get(bed.person)
        stay = material.stays.get((bed.person, bed.need))
        sex = person.sex.value if person else ""
        return sex, bed.number, stay.start.isoformat() if stay else "", bed.person

    lines = tuple(_row(material, each) for each in sorted(given, key=order))
    return Group(lines, _head(material.words, site))


def _head(words: Words, code: str) -> Cell:
    site, known = words.site(code), words.scenario.site.get(code)
    if known is None:
        return site
    line = words.say(
        _HEAD,
        area=words.area(known.area).text,
        female=known.beds_female,
        male=known.beds_male,
        lease=span(known.window),
    )
    return Cell(site.text, site.code, lines=(line,))


def _row(material: Material, bed: Bed) -> tuple[Cell, ...]:
    words, person = material.words, material.scenario.person.get(bed.person)
    stay = material.stays.get((bed.person, bed.need))
    name = number(bed.number).text
    if person and not material.bare:
        name = words.say(_BEDS[person.sex], number=name)
    return (
        Cell(name),
        Cell(bed.person),
        words.home(bed.person),
        words.host(bed.need),
        Cell(span(stay) if stay else ""),
        number(stay.days if stay else None),
    )
