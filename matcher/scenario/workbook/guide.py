"""The sheet that says how the workbook is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark, translate
from matcher.scenario.contents import TABLES
from matcher.scenario.draft import NEEDED
from matcher.scenario.meanings import about
from matcher.scenario.workbook.looks import OPTIONAL, page
from matcher.scenario.workbook.sheets import SETTINGS, reference, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.scenario.workbook.desk import Desk

_TITLE = mark("How to fill in this workbook")
_STEPS = (
    mark("Each sheet is a table, each row an entry. A sheet with a red tab is needed."),
    mark("Columns with a red name and a star must be filled in; point at the name of "
         "a column to read what it means."),
    mark("Do not merge cells, do not change the names of columns or sheets; columns "
         "may stand in any order, and columns that are not needed may be deleted."),
    mark("Choose from the drop-downs where there are any. Codes come from the sheet "
         "of their own table: what is typed there can be chosen here."),
    mark("People are entered under a code, never under their name."),
    mark("Write days as 2023-09-01 and windows as 2023-03-01~2023-08-31; part the "
         "items of a list by “；”."),
    mark("Red cells in a column of codes: this code stands there twice."),
    mark("Save as .xlsx, close the workbook, then run: matcher check FILE.xlsx"),
)  # fmt: skip
_SHEETS = mark("Sheets")
_SHEET, _ROWS, _NEEDED, _ABOUT = (
    mark("Sheet"),
    mark("Rows"),
    mark("Needed"),
    mark("What it holds"),
)
_SETTINGS = mark("Horizon, rules and goals of the plan.")
_WIDTHS = (14, 8, 10, 92)


def write_guide(desk: Desk, counts: Mapping[str, int]) -> None:
    """
    Write the guide into its sheet, which is there already.

    Parameters
    ----------
    desk
        What to write with.
    counts
        How many rows each table has.
    """
    look, language = desk.look, desk.language
    sheet = desk.workbook.get_worksheet_by_name(title_of("guide", language))
    assert sheet is not None  # noqa: S101 -- all sheets are made before any is written
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width, look.wrapped)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, translate(_TITLE, language), look.heading)
    for row, step in enumerate(_STEPS, start=2):
        text = f"{row - 1}. {translate(step, language)}"
        sheet.write_string(row, 0, text, look.text)
    row = len(_STEPS) + 3
    sheet.write_string(row, 0, translate(_SHEETS, language), look.heading)
    names = (_SHEET, _ROWS, _NEEDED, _ABOUT)
    for number, name in enumerate(names):
        sheet.write_string(row + 1, number, translate(name, language), look.optional)
    for place, name in enumerate((SETTINGS, *TABLES), start=row + 2):
        title = title_of(name, language)
        link = f"internal:{reference(title)}!A1"
        sheet.write_url(place, 0, link, look.link, title)
        if name in counts:
            sheet.write_number(place, 1, counts[name], look.number)
        needed = name in NEEDED or name == SETTINGS
        sheet.write_string(place, 2, "●" if needed else "", look.text)
        words = translate(_SETTINGS, language)
        if name in TABLES:
            words = about(TABLES[name], language)
        sheet.write_string(place, 3, words, look.wrapped)
    page(sheet)
    sheet.fit_to_pages(1, 1)
    sheet.set_tab_color(OPTIONAL)
