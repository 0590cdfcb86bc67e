"""The report in a real browser: opens offline, complaint-free, whole, printable."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.report.html import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTH = 1400
PEOPLE_ROWS = "#person-list tbody tr"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the installed Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"none of {', '.join(names)} is installed")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=flags)
        yield started
        started.close()


@pytest.fixture(scope="module", params=LANGUAGES)
def report(
    browser: Browser,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open the report of the small year from a file, noting all it complains of."""
    language: Language = request.param
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(WORLD, PLAN, audit(WORLD, PLAN), language), encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: requests.append(asked.url))
    page.goto(path.as_uri())
    assert complaints == []
    assert requests == [path.as_uri()]
    yield page
    page.close()


def test_every_chapter_is_visible(report: Page) -> None:
    """All chapters stand open on the page, each with its heading."""
    chapters = report.locator("main > section")
    assert chapters.count() == 11
    assert all(chapter.is_visible() for chapter in chapters.all())
    assert report.locator("details:not([open])").count() == 0


def test_contents_lead_to_their_chapters(report: Page) -> None:
    """A click in the contents brings the chapter's heading into view."""
    for link in report.locator("nav a").all():
        link.click()
        target = report.locator(f"{link.get_attribute('href')} > h2")
        assert report.url.endswith(link.get_attribute("href") or "?")
        box = target.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 900


def test_every_assignment_has_a_row(report: Page) -> None:
    """The list by person has each assignment, visible."""
    rows = report.locator(PEOPLE_ROWS)
    assert rows.count() == len(PLAN.assignments)
    assert all(row.is_visible() for row in rows.all())


def test_bars_are_drawn(report: Page) -> None:
    """The bars of the year have a width and a colour from the style sheet."""
    bars = report.locator("#year-bars rect")
    assert bars.count() > 0
    for bar in bars.all():
        box = bar.bounding_box()
        assert box is not None
        assert box["width"] > 10
        fill = bar.evaluate("bar => getComputedStyle(bar).fill")
        assert fill != "rgb(0, 0, 0)"


def test_nothing_sticks_out(report: Page) -> None:
    """On a meeting's screen the page needs no sideways scrolling."""
    width = report.evaluate("document.documentElement.scrollWidth")
    assert width == WIDTH


def test_heads_of_tables_stay_in_view(report: Page) -> None:
    """While a long table scrolls, its head sticks to the top."""
    position = report.locator("#person-list thead th").first.evaluate(
        "head => getComputedStyle(head).position"
    )
    assert position == "sticky"


def test_page_prints_whole(report: Page) -> None:
    """Printing gives a document of pages, closed tables included."""
    report.emulate_media(media="print")
    report.locator("#person-list").evaluate("table => table.open = false")
    assert report.locator(PEOPLE_ROWS).first.is_visible()
    printed = report.pdf(format="A4", landscape=True)
    report.locator("#person-list").evaluate("table => table.open = true")
    report.emulate_media(media="screen")
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") > 1
