"""The report as text and as cells of a workbook, in both languages."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import every_system
import pytest
import records_by_hand
from formats import printed
from python_calamine import CalamineWorkbook

from matcher.language import LANGUAGES, Language
from matcher.report.report import report_of
from matcher.report.workbook.book import render_workbook

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_the_golden_text(
    golden: Callable[[str, str], str], language: Language
) -> None:
    """Every chapter of a year with all systems, as a terminal shows it."""
    judged = records_by_hand.judged()
    report = report_of(every_system.WORLD, every_system.PLAN, judged, language)
    text = printed(report)
    assert text == golden(f"systems.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cells_are_the_golden_cells(
    golden: Callable[[str, str], str], language: Language
) -> None:
    """Every sheet of the workbook, cell by cell, numbers and days as such."""
    judged = records_by_hand.judged()
    report = report_of(every_system.WORLD, every_system.PLAN, judged, language)
    book = CalamineWorkbook.from_filelike(BytesIO(render_workbook(report)))
    lines = [
        json.dumps([name, *row], ensure_ascii=False, default=str)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
    ]
    text = "\n".join(lines) + "\n"
    assert text == golden(f"systems.{language}.cells", text)
