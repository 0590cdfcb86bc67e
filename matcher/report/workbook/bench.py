"""What every sheet of the report is written with: words, formats, cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from matcher.scenario.workbook.cells import LONGEST
from matcher.scenario.workbook.columns import places
from matcher.scenario.workbook.looks import FONT, HEADER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from matcher.report.report import Report
    from matcher.report.words import Words

Content: TypeAlias = str | int | float | date | None
"""What a cell holds; a fraction is a share."""

_TONES = {"good": "#1E7B34", "warn": "#9A5B00", "bad": "#B3261E"}
_EDIT = "#FFF6D6"
_TITLE = 14
_HIGHEST = 400
LINE = 15
"""How high a line is."""


class Style(NamedTuple):
    """
    How a cell looks.

    Parameters
    ----------
    tone
        Whether what it says is good or bad.
    bold
        Whether it is a sum.
    wrapped
        Whether long text breaks.
    edit
        Whether planners fill it in.
    centred
        Whether text stands in the middle.
    """

    tone: str = ""
    bold: bool = False
    wrapped: bool = False
    edit: bool = False
    centred: bool = False


PLAIN = Style()


class Bench:
    """
    What every sheet of one report is written with.

    Parameters
    ----------
    workbook
        The workbook.
    report
        What it shows.
    """

    def __init__(self, workbook: Workbook, report: Report) -> None:
        self.workbook = workbook
        self.report = report
        self.words: Words = report.material.words
        self._formats: dict[tuple[Style, type], Format] = {}
        self.head = workbook.add_format({**HEADER, "bg_color": "#1F6E79"})
        self.head_edit = workbook.add_format({**HEADER, "bg_color": "#B45F06"})
        self.head_day = workbook.add_format(
            {**HEADER, "bg_color": "#1F6E79", "num_format": "d", "align": "center"}
        )
        self.title = self.format(bold=True, font_size=_TITLE)
        self.link = self.format(font_color="#1F6E79", underline=1)

    def format(self, **properties: Any) -> Format:  # noqa: ANN401 -- the library's own names
        """Return a format in the font of every sheet."""
        return self.workbook.add_format({**FONT, **properties})

    def look(self, content: Content, style: Style = PLAIN) -> Format:
        """Return the format of a cell by what it holds."""
        key = style, type(content)
        if key not in self._formats:
            self._formats[key] = self.format(**_properties(*key))
        return self._formats[key]

    def put(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        content: Content,
        style: Style = PLAIN,
    ) -> None:
        """
        Write a cell: a day as a day, a number as a number, text as it is.

        Parameters
        ----------
        sheet
            The sheet.
        row
            Row, counted from 0.
        column
            Column, counted from 0.
        content
            What to write; None: an empty cell.
        style
            How it looks.
        """
        look = self.look(content, style)
        if isinstance(content, date):
            sheet.write_datetime(row, column, content, look)
        elif isinstance(content, (int, float)):
            sheet.write_number(row, column, content, look)
        elif content:
            sheet.write_string(row, column, content[:LONGEST], look)
        elif style != PLAIN:
            sheet.write_blank(row, column, None, look)

    def fit(
        self,
        sheet: Worksheet,
        row: int,
        contents: Sequence[Content],
        widths: Sequence[int],
    ) -> None:
        """
        Make a row as high as its texts need: not every program does it by itself.

        Parameters
        ----------
        sheet
            The sheet.
        row
            Row, counted from 0.
        contents
            What its cells hold.
        widths
            How wide each column is, in places.
        """
        lines = max(
            (
                lines_of(content, width)
                for content, width in zip(contents, widths, strict=False)
                if isinstance(content, str) and (len(content) * 2 > width)
            ),
            default=1,
        )
        if lines > 1:
            sheet.set_row(row, min(LINE * lines, _HIGHEST))


def lines_of(text: str, width: int) -> int:
    """
    Return how many lines a text takes.

    Parameters
    ----------
    text
        The text.
    width
        Places in a line; a Chinese character takes two.
    """
    return sum(max(1, -(-places(line) // width)) for line in text.split("\n"))


def _properties(style: Style, kind: type) -> dict[str, object]:
    properties: dict[str, object] = {"num_format": "@", "text_wrap": style.wrapped}
    if kind is int:
        properties = {"num_format": "#,##0", "align": "right", "indent": 1}
    elif kind is float:
        properties = {"num_format": "0.0%"}
    elif issubclass(kind, date) or style.edit:
        properties |= {"num_format": "yyyy-mm-dd", "align": "center"}
    if style.centred:
        properties |= {"align": "center", "indent": 0}
    if style.tone:
        properties["font_color"] = _TONES[style.tone]
    if style.edit:
        properties |= {"bg_color": _EDIT, "border": 1, "border_color": "#D9C98A"}
    return properties | {"bold": style.bold}
