"""The list of assignments in a real browser: found, sorted, decided, printed."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest
from browsing import opened
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.report import packing
from matcher.report.html import render
from matcher.report.report import report_of
from matcher.timeline import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DAYS = {
    (each.start.isoformat(), (each.end - DAY).isoformat()) for each in PLAN.assignments
}
ROWS = "#person-list tbody tr"
PDFTOTEXT = which("pdftotext")
AXE = Path(__file__).parents[2] / ".venv/editors/node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module", params=["static", "packed"])
def many(
    browser: Browser,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open a report whose rows stand in the page, and one whose rows are packed."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "packed":
            patch.setattr("matcher.report.html.MOST_STATIC", 1)
            patch.setattr(packing, "MOST_STATIC", 1)
        text = render(report_of(WORLD, PLAN, audit(WORLD, PLAN), "zh"))
    path = tmp_path_factory.mktemp("many") / "report.html"
    page = opened(browser, path, text)
    yield page
    page.close()


@pytest.fixture(autouse=True)
def nothing_decided(many: Page) -> None:
    """Begin each test without decisions, search or order."""
    many.evaluate("localStorage.clear()")
    many.reload()


def people(page: Page) -> list[str]:
    """Return the codes of the rows in their order."""
    return page.locator(f"{ROWS} td:first-child").all_inner_texts()


def test_every_assignment_is_a_row_with_its_bar(many: Page) -> None:
    """Packed or not, each row has its person, a choice, and the bar last."""
    assert many.locator(ROWS).count() == len(PLAN.assignments)
    for row in many.locator(ROWS).all():
        assert row.locator("td.decide select").is_visible()
        assert row.locator("td").last.locator("rect").count() >= 1


def test_a_search_leaves_what_is_found(many: Page) -> None:
    """Whatever is typed is looked for in all columns but the bar."""
    wanted = PLAN.assignments[0].person
    many.locator(".dt-search input").fill(wanted)
    assert set(people(many)) == {wanted}
    many.locator(".dt-search input").fill("")
    assert many.locator(ROWS).count() == len(PLAN.assignments)


def test_a_column_sorts_naturally(many: Page) -> None:
    """Codes sort as people count: P2 stands before P10, and turned round after it."""
    button = many.locator("#person-list thead th").first.locator("button").first
    button.click()
    many.locator("th[aria-sort=ascending]").wait_for()
    up = people(many)
    assert up == sorted(up, key=lambda code: (code[0], int(code[1:])))
    button.click()
    many.locator("th[aria-sort=descending]").wait_for()
    assert people(many) == up[::-1]


def test_decisions_are_saved_as_a_file(many: Page) -> None:
    """Keep, forbid and other dates reach decisions.csv, and survive a reload."""
    first, second = (many.locator(ROWS).nth(i) for i in range(2))
    first.locator("select").select_option("keep")
    second.locator("select").select_option("dates")
    second.locator("input[type=date]").first.fill("2023-03-05")
    many.reload()
    assert many.locator("td.decide select").first.input_value() == "keep"
    with many.expect_download() as download:
        many.locator("button.save").click()
    assert download.value.suggested_filename == "decisions.csv"
    text = Path(download.value.path()).read_text("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["decision"] for row in rows] == ["keep", "dates"]
    assert rows[0]["person"] == people(many)[0]
    assert (rows[0]["first_day"], rows[0]["last_day"]) in DAYS
    assert rows[1]["first_day"] == "2023-03-05"
    assert rows[1]["last_day"]


def test_print_has_every_row_and_nothing_to_press(many: Page) -> None:
    """On paper all rows stand, without choices, search and buttons."""
    many.emulate_media(media="print")
    many.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert many.locator(ROWS).count() == len(PLAN.assignments)
    for thing in ("td.decide", "button.save", ".dt-search"):
        assert not many.locator(thing).first.is_visible()
    many.evaluate("window.dispatchEvent(new Event('afterprint'))")
    many.emulate_media(media="screen")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here: npm")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_bars_a_screen_reader(many: Page, scheme: str, width: int) -> None:
    """axe-core finds no violation, light and dark, wide and narrow."""
    many.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    many.set_viewport_size({"width": width, "height": 900})
    many.evaluate(AXE.read_text("utf-8"))
    found = many.evaluate("axe.run()")
    told = [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
    many.set_viewport_size({"width": 1400, "height": 900})
    many.emulate_media(color_scheme="light")
    assert told == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_needs_no_sideways_scrolling(
    browser: Browser, language: Language, tmp_path: Path
) -> None:
    """On a narrow screen only tables scroll sideways, never the page."""
    text = render(report_of(WORLD, PLAN, audit(WORLD, PLAN), language))
    page = opened(browser, tmp_path / "report.html", text)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


@pytest.mark.skipif(not PDFTOTEXT, reason="poppler is not here: pdftotext")
def test_paper_has_every_person(many: Page, tmp_path: Path) -> None:
    """The printed document names the person of each assignment, none is lost."""
    printed = tmp_path / "report.pdf"
    printed.write_bytes(many.pdf(prefer_css_page_size=True))
    assert PDFTOTEXT
    subprocess.run([PDFTOTEXT, "-layout", printed], check=True)
    text = printed.with_suffix(".txt").read_text("utf-8")
    for each in PLAN.assignments:
        assert re.search(rf"\b{each.person}\b", text)
