"""How sheets look: fills, formats, and what a printed page carries."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from xlsxwriter.format import Format

from matcher.scenario.workbook.columns import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

REQUIRED, OPTIONAL, QUIET = "#C00000", "#1F6E79", "#8C8C8C"
"""Colours of what must be filled in, of what may be, and of what is not used."""

FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
HEADER = {
    **FONT,
    "bold": True,
    "font_color": "#FFFFFF",
    "border": 1,
    "border_color": "#FFFFFF",
    "text_wrap": True,
}
_A4 = 9
_PLACES = 170
"""Places that can be read across one page."""


@dataclass(frozen=True)
class Looks:
    """
    The formats of one workbook.

    Parameters
    ----------
    required
        Name of a column that must be filled in.
    optional
        Name of any other column.
    text
        Whatever must stay as it is typed.
    number
        A number.
    day
        A day.
    wrapped
        Long text.
    heading
        A heading of the guide.
    link
        A link to another sheet.
    twice
        A code that stands twice.
    """

    required: Format
    optional: Format
    text: Format
    number: Format
    day: Format
    wrapped: Format
    heading: Format
    link: Format
    twice: Format

    def of(self, sort: Sort) -> Format:
        """Return the format of a column by what stands in it."""
        return {Sort.NUMBER: self.number, Sort.DAY: self.day}.get(sort, self.text)


def looks(workbook: Workbook) -> Looks:
    """Return the formats, made for a workbook."""

    def add(**properties: Any) -> Format:  # noqa: ANN401 -- the library's own names
        return workbook.add_format({**FONT, **properties})

    return Looks(
        required=add(**{**HEADER, "bg_color": REQUIRED}),
        optional=add(**{**HEADER, "bg_color": OPTIONAL}),
        text=add(num_format="@"),
        number=add(align="center"),
        day=add(num_format="yyyy-mm-dd", align="center"),
        wrapped=add(num_format="@", text_wrap=True),
        heading=add(bold=True, font_size=14),
        link=add(font_color="#1F6E79", underline=1),
        twice=workbook.add_format({"bg_color": "#FFD9D9", "font_color": "#9C0006"}),
    )


def printed(sheet: Worksheet, *, rows: int, widths: Sequence[int]) -> None:
    """
    Freeze the names of the columns, add filters, and set up an A4 page.

    Parameters
    ----------
    sheet
        The sheet.
    rows
        How many rows stand below the names of the columns.
    widths
        How wide each column is, in places.
    """
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(widths) - 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    page(sheet, across=ceil(sum(widths) / _PLACES))


def page(sheet: Worksheet, across: int = 1) -> None:
    """
    Set up a sheet for A4 pages across, with its name and the page number.

    Parameters
    ----------
    sheet
        The sheet.
    across
        How many pages stand side by side.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(across, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_header("&L&A&R&F")
    sheet.set_footer("&C&P / &N")
