"""Both languages in one page: Chinese, with the English beneath."""

from __future__ import annotations

import every_system
import pytest
import records_by_hand
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.language import translate
from matcher.report.bilingual import bilingual
from matcher.report.blocks import Table
from matcher.report.html import render
from matcher.report.report import Report, report_of


def both(year: str) -> tuple[Report, Report, Report]:
    """Return the report in Chinese, in English and in both."""
    if year == "small":
        parts = WORLD, PLAN, audit(WORLD, PLAN)
    else:
        parts = every_system.WORLD, every_system.PLAN, records_by_hand.judged()
    zh, en = report_of(*parts, "zh"), report_of(*parts, "en")
    return zh, en, bilingual(zh, en)


def words(report: Report) -> set[str]:
    """Return every text of the cells of all tables."""
    return {
        text
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Table)
        for group in block.groups
        for row in (*group.rows, (group.title,))
        for cell in row
        for text in (cell.text, *cell.lines)
    }


@pytest.mark.parametrize("year", ["small", "full"])
def test_nothing_of_either_language_is_lost(year: str) -> None:
    """Every text of a cell, Chinese or English, stands in the report of both."""
    zh, en, joined = both(year)
    assert words(joined) >= words(zh) | words(en)
    assert [each.id for each in joined.sections] == [each.id for each in zh.sections]


def test_titles_are_said_in_both() -> None:
    """The page has each chapter's title in Chinese and English."""
    zh, _, joined = both("small")
    text = render(joined)
    for section in zh.sections:
        title = f"{translate(section.title, 'zh')} {translate(section.title, 'en')}"
        assert f"<h2>{title}</h2>" in text


def test_what_is_the_same_stands_once() -> None:
    """Codes, days and numbers are not repeated."""
    zh, _, joined = both("small")
    listed = next(
        b for s in joined.sections for b in s.blocks if isinstance(b, Table) and b.keys
    )
    assert [row[0].lines for row in listed.groups[0].rows] == [()] * listed.size
    assert zh.material is joined.material


def test_reports_of_different_plans_cannot_be_joined() -> None:
    """A report with another number of rows is refused, not cut."""
    zh, _, _ = both("small")
    _, en, _ = both("full")
    with pytest.raises(ValueError, match=r"shorter|longer|differ"):
        bilingual(zh, en)
