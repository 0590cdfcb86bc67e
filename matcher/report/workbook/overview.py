"""The first sheet: what the plan achieves, and what stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.language import mark
from matcher.report.blocks import Cell, Column, Figures, Notes, Table
from matcher.report.workbook.assignments import HOW
from matcher.report.workbook.bench import LINE, PLAIN, Bench, Content, Style, lines_of
from matcher.report.workbook.tables import content_of, text_of
from matcher.scenario.decisions import SHEET
from matcher.scenario.workbook.looks import page
from matcher.scenario.workbook.sheets import reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from matcher.report.blocks import Section

ORIGIN = "origin"
"""The table that stands here and has no sheet of its own."""

_WIDTHS = (32, 16, 72)
_FIGURE = Column("", "number")

_DECIDE = mark("Decide")
_CONTENTS = mark("Sheets")
_AGAIN = mark(
    "Decide in the sheet {sheet}, save the workbook, and plan again into another "
    "folder: matcher solve SCENARIO --decisions report.xlsx -o OUT"
)


class Overview:
    """
    The first sheet, written from top to bottom.

    Parameters
    ----------
    bench
        What to write with.
    sheet
        Where.
    """

    def __init__(self, bench: Bench, sheet: Worksheet) -> None:
        self.bench = bench
        self.sheet = sheet
        self.row = 0

    def write(self, sheets: Mapping[str, int | None]) -> None:
        """
        Write everything.

        Parameters
        ----------
        sheets
            The titles of the other sheets, with the number of their rows.
        """
        report, say = self.bench.report, self.bench.words.say
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.write_string(0, 0, report.title, self.bench.title)
        self.sheet.set_row(0, 24)
        self.row = 1
        self._sentence(f"{report.kind} · {report.lead}")
        for chapter in report.sections:
            if chapter.id == "summary":
                self._summary(chapter)
        self._heading(say(_DECIDE))
        decide = SHEET[report.language]
        for text in (say(_AGAIN, sheet=decide), say(HOW)):
            self._sentence(text)
        self._heading(say(_CONTENTS))
        for title, rows in sheets.items():
            target = f"internal:{reference(title)}!A1"
            self.sheet.write_url(self.row, 0, target, self.bench.link, title)
            text = "" if rows is None else say(mark("{count} rows"), count=f"{rows:,}")
            self._next(None, text)
        self._notes()
        self._origin()
        page(self.sheet)

    def _summary(self, chapter: Section) -> None:
        for block in chapter.blocks:
            if isinstance(block, Notes):
                for sentence in block.sentences:
                    self._sentence(text_of(sentence), Style(sentence.tone, bold=True))
            elif isinstance(block, Figures):
                self.row += 1
                for each in block.figures:
                    value = content_of(Cell(each.value), _FIGURE)
                    self.bench.put(self.sheet, self.row, 0, each.label)
                    style = Style(each.tone, bold=True)
                    self.bench.put(self.sheet, self.row, 1, value, style)
                    self.bench.put(self.sheet, self.row, 2, each.note)
                    self.row += 1

    def _origin(self) -> None:
        """Write where the plan comes from."""
        for chapter in self.bench.report.sections:
            for block in chapter.blocks:
                if isinstance(block, Table) and block.id == ORIGIN:
                    self._heading(self.bench.words.say(block.title))
                    for group in block.groups:
                        for row in group.rows:
                            self._next(*map(text_of, row))

    def _notes(self) -> None:
        """Write what chapters say in sentences, under their titles."""
        for chapter in self.bench.report.sections:
            notes = [block for block in chapter.blocks if isinstance(block, Notes)]
            if chapter.id == "summary" or not notes:
                continue
            self._heading(self.bench.words.say(chapter.title))
            for block in notes:
                for sentence in block.sentences:
                    self._sentence(text_of(sentence), Style(sentence.tone))

    def _next(self, *contents: Content) -> None:
        """Write one row and go on to the next."""
        for column, content in enumerate(contents):
            if content is not None:
                self.bench.put(self.sheet, self.row, column, content, PLAIN)
        self.row += 1

    def _heading(self, text: str) -> None:
        self.row += 1
        self.sheet.write_string(self.row, 0, text, self.bench.title)
        self.row += 1

    def _sentence(self, text: str, style: Style = PLAIN) -> None:
        """Write a text across all columns, in as many lines as it takes."""
        look = self.bench.look("", Style(style.tone, bold=style.bold, wrapped=True))
        last = len(_WIDTHS) - 1
        self.sheet.merge_range(self.row, 0, self.row, last, "", look)
        self.sheet.write_string(self.row, 0, text, look)
        self.sheet.set_row(self.row, LINE * lines_of(text, sum(_WIDTHS) - 6))
        self.row += 1
