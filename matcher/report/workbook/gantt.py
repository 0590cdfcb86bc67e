"""The sheet of bars, week by week: it follows the days of the sheet of assignments."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from matcher.language import mark
from matcher.report.workbook.assignments import (
    COLUMNS,
    PLACES,
    decision_words,
    headings,
)
from matcher.scenario.base import DecisionKind
from matcher.scenario.workbook.columns import width_of
from matcher.scenario.workbook.looks import page
from matcher.scenario.workbook.sheets import reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from matcher.report.workbook.assignments import Line
    from matcher.report.workbook.bench import Bench

_LABELS = (
    *("host", "person", "sector", "direction"),
    *("arrival", "first_day", "last_day", "decision"),
)
_PLACES = {name: number for number, name in enumerate(_LABELS)}
_TOP = 3
"""Rows above the first bar: legend, months, weeks."""

_WEEK = timedelta(days=7)
_WEEK_WIDTH = 2.6
_ACROSS = 190
_COLOURS = (
    *("#1F77B4", "#2CA02C", "#D98200", "#8C564B", "#C4508E", "#17A2B8"),
    *("#7B5EA7", "#6B7A00", "#B22222", "#5F6B76"),
)
_GAP = {"top_color": "#FFFFFF", "bottom_color": "#FFFFFF"}
_LEAD, _FORBIDDEN = "#C9D6E2", "#BDBDBD"

_LEGEND = 4
"""Weeks that an entry of the legend covers."""


def write_gantt(
    bench: Bench, sheet: Worksheet, rows: Sequence[Line], source: str
) -> None:
    """
    Write a bar for each assignment.

    The labels are formulas on the sheet of assignments, one for each column, so that
    bars follow when planners write other days there, or sort that sheet.

    Parameters
    ----------
    bench
        What to write with.
    sheet
        Where.
    rows
        The assignments, in the order of their sheet.
    source
        Title of their sheet.
    """
    weeks = tuple(_weeks(bench))
    widths = _heads(bench, sheet, rows)
    _calendar(bench, sheet, weeks)
    if rows:
        _labels(bench, sheet, rows, source)
        _bars(bench, sheet, rows, len(weeks))
    sheet.freeze_panes(_TOP, _PLACES["sector"])
    sheet.autofilter(_TOP - 1, 0, max(_TOP, _TOP + len(rows) - 1), len(_LABELS) - 1)
    sheet.repeat_rows(1, _TOP - 1)
    sheet.repeat_columns(0, _PLACES["person"])
    page(sheet, across=ceil((sum(widths) + _WEEK_WIDTH * len(weeks)) / _ACROSS))


def _weeks(bench: Bench) -> Iterator[date]:
    """Yield the Mondays of the weeks that touch the horizon."""
    horizon = bench.report.material.scenario.horizon
    monday = horizon.start - timedelta(days=horizon.start.weekday())
    while monday < horizon.end:
        yield monday
        monday += _WEEK


def _heads(bench: Bench, sheet: Worksheet, rows: Sequence[Line]) -> list[int]:
    titles = dict(zip(COLUMNS, headings(bench), strict=True))
    widths = []
    for number, name in enumerate(_LABELS):
        place = PLACES[name]
        below = [str(each.cells[place]) for each in rows if place < len(each.cells)]
        widths.append(min(width_of(titles[name], below), 26))
        sheet.set_column(number, number, widths[-1])
        sheet.write_string(_TOP - 1, number, titles[name], bench.head)
    return widths


def _calendar(bench: Bench, sheet: Worksheet, weeks: Sequence[date]) -> None:
    """Write the months above the weeks, each named by its Monday."""
    left = len(_LABELS)
    plain = bench.format(left=4, left_color="#E4E4E4")
    edge = bench.format(left=1, left_color="#9A9A9A")
    for number, monday in enumerate(weeks, start=left):
        begins = number == left or monday.month != (monday - _WEEK).month
        sheet.set_column(number, number, _WEEK_WIDTH, edge if begins else plain)
        sheet.write_datetime(_TOP - 1, number, monday, bench.head_day)
    number = left
    for (year, month), group in groupby(weeks, lambda each: (each.year, each.month)):
        count = len(list(group))
        first = date(year, month, 1)
        text = f"{year}-{month:02}" if count > 2 else f"{first.month}"
        if count > 1:
            last = number + count - 1
            sheet.merge_range(1, number, 1, last, text, bench.head)
        else:
            sheet.write_string(1, number, text, bench.head)
        number += count


def _labels(bench: Bench, sheet: Worksheet, rows: Sequence[Line], source: str) -> None:
    """Write the labels, with their values as long as nothing is decided."""

    def column(name: str) -> str:
        place, end = PLACES[name], len(rows)
        cells = xl_range_abs(1, place, end, place)
        return f"{reference(source)}!{cells}"

    first, last = column("first_day"), column("last_day")
    arrival, new, end = (
        column(each) for each in ("arrival", "other_first_day", "other_last_day")
    )
    days = {
        "arrival": f'{{=IF({new}="",{arrival},{new}-{first}+{arrival})}}',
        "first_day": f'{{=IF({new}="",{first},{new})}}',
        "last_day": f'{{=IF({end}="",{last},{end})}}',
    }
    for number, name in enumerate(_LABELS):
        # Of an empty cell a formula would make a nought.
        formula = days.get(name) or f'{{={column(name)}&""}}'
        contents = [_content(each, name) for each in rows]
        look = bench.look(rows[0].served.term.start if name in days else "")
        area = _TOP, number, _TOP + len(rows) - 1, number
        sheet.write_array_formula(*area, formula, look, contents[0])
        for row, content in enumerate(contents[1:], start=_TOP + 1):
            if isinstance(content, str):
                sheet.write_string(row, number, content, look)
            else:
                sheet.write_number(row, number, content, look)


def _content(line: Line, name: str) -> str | int:
    """Return what a label says, a day as spreadsheet programs count it."""
    place = PLACES[name]
    content = line.cells[place] if place < len(line.cells) else ""
    if isinstance(content, date):
        return (content - date(1899, 12, 30)).days
    return str(content)


def _bars(bench: Bench, sheet: Worksheet, rows: Sequence[Line], weeks: int) -> None:
    """Colour the weeks of each assignment by its sector, and give the legend."""
    left, last = len(_LABELS), _TOP + len(rows) - 1
    for number, (criteria, colour, text) in enumerate(_rules(bench, rows)):
        look = bench.workbook.add_format(
            {"bg_color": colour, "top": 1, "bottom": 1, **_GAP}
        )
        rule = {"type": "formula", "criteria": f"=AND({criteria})", "format": look}
        rule["stop_if_true"] = True
        sheet.conditional_format(_TOP, left, last, left + weeks - 1, rule)
        font = "#000000" if colour in (_LEAD, _FORBIDDEN) else "#FFFFFF"
        shown = bench.format(bg_color=colour, font_color=font, shrink=True)
        first = left + _LEGEND * number
        if first + _LEGEND <= left + weeks:
            sheet.merge_range(0, first, 0, first + _LEGEND - 1, "", shown)
            sheet.write_string(0, first, text, shown)


def _rules(bench: Bench, rows: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    """Yield when a week is coloured, its colour, and what the colour says."""

    def cell(name: str) -> str:
        return str(xl_rowcol_to_cell(_TOP, _PLACES[name], col_abs=True))

    week = xl_rowcol_to_cell(_TOP - 1, len(_LABELS), row_abs=True)
    on_post = f"{cell('first_day')}<={week}+6,{cell('last_day')}>={week}"
    forbid = decision_words(bench.words.language)[DecisionKind.FORBID]
    yield f'{cell("decision")}="{forbid}",{on_post}', _FORBIDDEN, forbid
    sectors = sorted({str(each.cells[PLACES["sector"]]) for each in rows})
    for number, sector in enumerate(sectors):
        quoted = sector.replace('"', '""')
        colour = _COLOURS[number % len(_COLOURS)]
        yield f'{cell("sector")}="{quoted}",{on_post}', colour, sector
    if any(each.served.stay.start < each.served.term.start for each in rows):
        before = f"{cell('arrival')}<={week}+6,{cell('first_day')}>{week}"
        yield before, _LEAD, bench.words.say(mark("acclimatisation"))
