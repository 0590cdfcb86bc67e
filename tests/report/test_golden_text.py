"""The report as text, letter by letter, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import every_system
import pytest
import records_by_hand
from formats import printed

from matcher.language import LANGUAGES, Language
from matcher.report.report import report_of

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
