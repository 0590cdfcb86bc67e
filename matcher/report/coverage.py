"""Coverage: what each area is asked for and gets, sector by sector."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Block, Cell, Column, Group, Notes, Section, Table
from matcher.report.words import number
from matcher.scenario.base import City

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matcher.report.material import Material

_HOW = mark(
    "Posts filled / posts asked at the least; the paler a field, the more of them is "
    "missing. Posts beyond the least headcount are not counted."
)

Posts = Counter[tuple[str, str]]
"""Posts by area and sector; a blank sector: all sectors."""


def coverage(material: Material) -> Section:
    """Return the chapter on the posts of each area and sector."""
    words, scenario = material.words, material.scenario
    asked: Posts = Counter()
    filled: Posts = Counter()
    for each in material.audit.figures.needs:
        need = scenario.need[each.need]
        area = scenario.host_area(need).id
        for sector in (scenario.sector(need), ""):
            asked[area, sector] += each.least
            filled[area, sector] += min(each.least, each.filled)
    areas = sorted({area for (area, _), posts in asked.items() if posts})
    sectors = [each for each in _most_first(asked) if each]
    columns = (
        Column(mark("Area")),
        *(Column(words.sector(sector), "heat", said=True) for sector in sectors),
        Column(mark("Altogether"), "heat"),
    )
    groups = (
        Group(
            tuple(
                (
                    words.area(area),
                    *(_share(asked, filled, (area, each)) for each in (*sectors, "")),
                )
                for area in areas
                if scenario.area[area].city is city
            ),
            Cell(words.say(title)),
        )
        for city, title in _CITIES.items()
    )
    blocks: tuple[Block, ...] = ()
    if areas:
        table = Table(
            "coverage-table",
            mark("By area and sector"),
            columns,
            tuple(group for group in groups if group.rows),
        )
        blocks = (Notes((Cell(words.say(_HOW)),)), table)
    return Section("coverage", mark("Coverage"), blocks)


_CITIES = {City.XINING: mark("In Xining"), City.NANJING: mark("In Nanjing")}


def _most_first(asked: Posts) -> Iterable[str]:
    """Return the sectors, those with most posts first."""
    whole: Counter[str] = Counter()
    for (_, sector), posts in asked.items():
        whole[sector] += posts
    return sorted(whole, key=lambda each: (-whole[each], each))


def _share(
    asked: Mapping[tuple[str, str], int],
    filled: Mapping[tuple[str, str], int],
    key: tuple[str, str],
) -> Cell:
    posts, part = asked[key], filled[key]
    if not posts:
        return Cell("")
    heat = 4 * part // posts
    text = f"{number(part).text} / {number(posts).text}"
    return Cell(text, tone="bad" if part < posts else "", heat=heat)
