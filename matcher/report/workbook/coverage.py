"""The sheet of coverage: posts asked for and filled, by area and sector."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.language import mark, natural
from matcher.report.workbook.bench import Bench, Content, Style
from matcher.scenario.base import City
from matcher.scenario.workbook.columns import width_of
from matcher.scenario.workbook.looks import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

_HEADS = ((mark("Posts"), 7), (mark("Filled"), 7), (mark("Share"), 8.5))
_SCALE = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 0,
    "mid_value": 0.5,
    "max_value": 1,
    "min_color": "#F4A79D",
    "mid_color": "#FBE7A3",
    "max_color": "#9AD3A5",
}


@dataclass
class _Posts:
    """Posts of the least headcount, and how many of them are filled."""

    asked: int = 0
    filled: int = 0

    @property
    def cells(self) -> tuple[Content, ...]:
        if not self.asked:
            return (None, None, None)
        return self.asked, self.filled, self.filled / self.asked


def write_coverage(bench: Bench, sheet: Worksheet) -> None:
    """
    Write a row for each host area and three columns for each sector.

    Parameters
    ----------
    bench
        What to write with.
    sheet
        Where.
    """
    posts = _posts(bench)
    areas = bench.report.material.scenario.area

    def order(code: str) -> tuple[object, ...]:
        return areas[code].city is City.NANJING, natural(code)

    rows = sorted({area for area, _ in posts if area}, key=order)
    sectors = sorted({sector for _, sector in posts if sector})
    say = bench.words.say
    names = [bench.words.name(areas[code]) for code in rows]
    names.append(say(mark("All areas")))
    heads = [bench.words.sector(each) for each in sectors]
    _heads(bench, sheet, (*heads, say(mark("All sectors"))))
    for row, (code, name) in enumerate(zip((*rows, ""), names, strict=True)):
        style = Style(bold=not code)
        bench.put(sheet, 2 + row, 0, name, style)
        for number, sector in enumerate((*sectors, "")):
            strong = Style(bold=not (code and sector), centred=True)
            cells = posts.get((code, sector), _Posts()).cells
            for place, content in enumerate(cells, start=1 + 3 * number):
                bench.put(sheet, 2 + row, place, content, strong)
    last = 2 + len(rows)
    for number in range(len(sectors) + 1):
        sheet.conditional_format(2, 3 + 3 * number, last, 3 + 3 * number, _SCALE)
    sheet.set_column(0, 0, width_of(say(mark("Area")), names))
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, 1)
    sheet.repeat_columns(0)
    page(sheet)


def _posts(bench: Bench) -> Mapping[tuple[str, str], _Posts]:
    """Return the posts of each area and sector; blank: of all."""
    material = bench.report.material
    found: dict[tuple[str, str], _Posts] = defaultdict(_Posts)
    found["", ""] = _Posts()
    for each in material.audit.figures.needs:
        need = material.scenario.need[each.need]
        area = material.scenario.host_area(need).id
        sector = material.scenario.sector(need)
        for key in ((area, sector), (area, ""), ("", sector), ("", "")):
            found[key].asked += each.least
            found[key].filled += min(each.filled, each.least)
    return found


def _heads(bench: Bench, sheet: Worksheet, sectors: tuple[str, ...]) -> None:
    say = bench.words.say
    sheet.merge_range(0, 0, 1, 0, say(mark("Area")), bench.head)
    for number, sector in enumerate(sectors):
        left = 1 + 3 * number
        sheet.merge_range(0, left, 0, left + 2, sector, bench.head)
        for place, (head, width) in enumerate(_HEADS, start=left):
            sheet.write_string(1, place, say(head), bench.head)
            sheet.set_column(place, place, width)
