"""Hostile texts in every text of a scenario: text everywhere, and nothing more."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import every_system
import pytest
import records_by_hand
from formats import FORMATS

from matcher.report.report import Report, report_of
from matcher.report.workbook.book import render_workbook
from matcher.scenario import TABLES, Scenario

HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "at": "@SUM(A1:A9)",
    "end of a script": "</script><b>",
    "very long": "長" * 10_000,
}
_PRINTED = {"name", "name_en", "title", "title_en", "statement", "statement_en"}


def report(text: str) -> Report:
    """Return the report of a year in which every name and title is the text."""
    tables = {
        table: [
            row.model_copy(
                update=dict.fromkeys(_PRINTED & set(entity.model_fields), text)
            )
            for row in getattr(every_system.WORLD, table)
        ]
        for table, entity in TABLES.items()
    }
    world = Scenario.model_validate(
        {"name": "hostile", "horizon": every_system.WORLD.horizon, **tables}
    )
    return report_of(world, every_system.PLAN, records_by_hand.judged(), "en")


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_page_prints_it(kind: str) -> None:
    """No text becomes markup, however it looks."""
    page = FORMATS["page"](report(HOSTILE[kind]))
    plain = FORMATS["page"](report("plain"))
    assert page.count("<script") == plain.count("<script")
    assert page.count("</script") == plain.count("</script")


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_workbook_holds_it_as_text(kind: str) -> None:
    """No cell becomes a formula but those of the bars, and no link is made."""
    with ZipFile(BytesIO(render_workbook(report(HOSTILE[kind])))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    with ZipFile(BytesIO(render_workbook(report("plain")))) as package:
        plain = {name: package.read(name).decode() for name in package.namelist()}
    assert parts.keys() == plain.keys()
    assert [text.count("<f") for text in parts.values()] == [
        text.count("<f") for text in plain.values()
    ]


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("kind", ["formula", "very long"])
def test_every_format_is_made(name: str, kind: str) -> None:
    """No format stumbles over a formula or ten thousand characters."""
    assert FORMATS[name](report(HOSTILE[kind]))
