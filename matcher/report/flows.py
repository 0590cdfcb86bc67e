"""Flows: from the areas that send to the units that host, drawn and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.blocks import (
    Band,
    Block,
    Cell,
    Column,
    Group,
    Mark,
    Notes,
    Section,
    Streams,
    Table,
)
from matcher.report.words import Words, number
from matcher.scenario.base import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matcher.report.material import Material

_COLUMNS = (
    Column(mark("From")),
    Column(mark("Host")),
    Column(mark("Area")),
    Column(mark("Assignments"), "number"),
)

_MOST_ENDS = 40
"""Ends that are drawn on a side; the smallest of more are drawn as one."""

_MOST_ROWS = 200
"""Pairs of a direction that are listed: the largest."""

_MORE = mark("Only the {most} largest of {all} pairs are listed.")

_WIDTH, _LEFT, _RIGHT = 960, 240, 640
_BAR, _GAP, _LEAST = 10, 6, 14
"""Width of a bar, gap between two, and room that a name needs, in pixels."""

_LOOKS = {Direction.TO_XINING: "in", Direction.TO_NANJING: "out"}

Flow = Counter[tuple[str, str]]
"""Assignments by the area that sends and the unit that hosts."""


def flows(material: Material) -> Section:
    """Return the chapter on who goes from where to where."""
    words, blocks = material.words, list[Block]()
    for way in Direction:
        flow: Flow = Counter(
            (each.home.area, each.host.id)
            for each in material.served
            if each.programme.direction is way
        )
        if flow:
            listed = Counter(dict(flow.most_common(_MOST_ROWS)))
            blocks += [_drawn(words, way, flow), _table(words, way, listed)]
            if len(flow) > _MOST_ROWS:
                more = words.say(_MORE, most=_MOST_ROWS, all=len(flow))
                blocks.append(Notes((Cell(more),)))
    return Section("flows", mark("From where to where"), tuple(blocks))


def _table(words: Words, way: Direction, flow: Flow) -> Table:
    def order(pair: tuple[str, str]) -> tuple[object, ...]:
        return pair[0], words.scenario.unit[pair[1]].area, natural(pair[1])

    lines = tuple(
        (
            words.area(area),
            words.unit(unit),
            words.area(words.scenario.unit[unit].area),
            number(flow[area, unit]),
        )
        for area, unit in sorted(flow, key=order)
    )
    title = mark("Nanjing to Xining")
    if way is Direction.TO_NANJING:
        title = mark("Xining to Nanjing")
    return Table(f"flow-{_LOOKS[way]}", title, _COLUMNS, (Group(lines),))


def _drawn(words: Words, way: Direction, flow: Flow) -> Streams:
    """Return the drawing: thickness is the number of assignments."""
    rest = words.say(mark("other units"))
    units: Counter[str] = Counter()
    for (_, unit), count in flow.items():
        units[unit] += count
    kept = {unit for unit, _ in units.most_common(_MOST_ENDS)}
    links: Flow = Counter()
    for (area, unit), count in flow.items():
        links[area, unit if unit in kept else ""] += count
    starts = sorted({area for area, _ in links})
    ends = sorted(
        {unit for _, unit in links},
        key=lambda each: (not each, _area(words, each), natural(each)),
    )
    sums = [Counter[str](), Counter[str]()]
    for pair, count in links.items():
        for side, code in enumerate(pair):
            sums[side][code] += count
    unit_height = max(2.0, min(12.0, 480 / sum(flow.values())))
    tops = [_tops(side, sums[i], unit_height) for i, side in enumerate((starts, ends))]
    names = {code: words.area(code).text for code in starts}
    names |= {code: words.unit(code).text if code else rest for code in ends}
    height = max(top[1] for top in tops)
    marks = [
        Mark(
            _LEFT if outward else _RIGHT,
            top,
            sums[side][code] * unit_height,
            f"{names[code]} {sums[side][code]}",
            outward,
        )
        for side, outward in ((0, True), (1, False))
        for code, top in tops[side][0].items()
    ]
    bands = _bands(links, [tops[0][0], tops[1][0]], unit_height, names, _LOOKS[way])
    return Streams(
        words.direction(way), _WIDTH, round(height), tuple(bands), tuple(marks)
    )


def _area(words: Words, unit: str) -> str:
    return words.scenario.unit[unit].area if unit else ""


def _tops(
    codes: Sequence[str], sums: Mapping[str, int], unit_height: float
) -> tuple[dict[str, float], float]:
    """Return where each end begins, from the top, and how high all are together."""
    found, y = {}, 4.0
    for code in codes:
        found[code] = round(y, 1)
        y += max(_LEAST, sums[code] * unit_height) + _GAP
    return found, y


def _bands(
    links: Flow,
    tops: Sequence[Mapping[str, float]],
    unit_height: float,
    names: Mapping[str, str],
    look: str,
) -> Iterator[Band]:
    """Yield the streams, those of one end beside each other and never crossing."""
    free = [dict(side) for side in tops]
    order = [list(side) for side in tops]
    pairs = sorted(
        links, key=lambda pair: (order[0].index(pair[0]), order[1].index(pair[1]))
    )
    x1, x2 = _LEFT + _BAR, _RIGHT
    middle = (x1 + x2) // 2
    for area, unit in pairs:
        thick = round(links[area, unit] * unit_height, 1)
        y1, y2 = round(free[0][area], 1), round(free[1][unit], 1)
        free[0][area] += thick
        free[1][unit] += thick
        path = (
            f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}v{thick}"
            f"C{middle} {y2 + thick:.1f} {middle} {y1 + thick:.1f} "
            f"{x1} {y1 + thick:.1f}z"
        )
        title = f"{names[area]} → {names[unit]}: {links[area, unit]}"
        yield Band(path, look, title)
