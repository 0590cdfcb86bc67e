"""The report in a real browser: opens offline, complaint-free, whole, printable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import HEIGHT, WIDTH, opened
from builders import plan
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.report.html import render
from matcher.report.report import report_of
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from matcher.scenario import Scenario

pytestmark = pytest.mark.browser

YEAR = Path(__file__).parents[2] / "scenarios" / "nanjing-xining"
PEOPLE_ROWS = "#person-list tbody tr"


@pytest.fixture(scope="module", params=LANGUAGES)
def report(
    browser: Browser,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open the report of the small year."""
    language: Language = request.param
    path = tmp_path_factory.mktemp("report") / "report.html"
    page = opened(
        browser, path, render(report_of(WORLD, PLAN, audit(WORLD, PLAN), language))
    )
    yield page
    page.close()


@pytest.fixture(scope="module")
def article() -> Scenario:
    """Read the year that the article tells of."""
    return read_scenario(YEAR)


@pytest.fixture(scope="module", params=LANGUAGES)
def row_by_row(
    browser: Browser,
    article: Scenario,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open the report of a plan for the article's year that sends nobody yet."""
    decided = plan(article)
    path = tmp_path_factory.mktemp("article") / "report.html"
    text = render(report_of(article, decided, audit(article, decided), request.param))
    page = opened(browser, path, text)
    yield page
    page.close()


def test_every_chapter_is_visible(report: Page) -> None:
    """All chapters stand open on the page, each with its heading."""
    chapters = report.locator("main > section > h2")
    assert chapters.count() == report.locator("nav a").count()
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
        assert 0 <= box["y"] < HEIGHT


def test_every_assignment_has_a_row(report: Page) -> None:
    """The list by person has each assignment, visible."""
    rows = report.locator(PEOPLE_ROWS)
    assert rows.count() == len(PLAN.assignments)
    assert all(row.is_visible() for row in rows.all())


def test_bars_are_drawn(report: Page) -> None:
    """The bars of the year have a width and a colour from the style sheet."""
    bars = report.locator("#person-list td rect")
    assert bars.count() > 0
    for bar in bars.all():
        box = bar.bounding_box()
        assert box is not None
        assert box["width"] > 3
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


def test_every_row_of_the_article_has_its_place(
    row_by_row: Page, article: Scenario
) -> None:
    """Each row, S1 to S26, is found on the page, with a figure at least."""
    rows = row_by_row.locator("#provision-rows tbody")
    codes = [f"provision-{each.id}" for each in article.provisions]
    assert len(codes) == 26
    assert sorted(row.get_attribute("id") or "" for row in rows.all()) == sorted(codes)
    for row in rows.all():
        assert row.locator("th").is_visible()
        assert row.locator("td").count() > 0


def test_overview_leads_to_every_row_of_the_article(row_by_row: Page) -> None:
    """A click in the overview shows the row, not hidden by the head of its table."""
    links = row_by_row.locator("#provision-overview td a")
    assert links.count() == 26
    for link in links.all():
        link.click()
        place = (link.get_attribute("href") or "")[1:]
        row = row_by_row.locator(f'tbody[id="{place}"] th').bounding_box()
        head = row_by_row.locator("#provision-rows thead th").first.bounding_box()
        assert row is not None
        assert head is not None
        assert head["y"] + head["height"] <= row["y"] + 1
        assert row["y"] < HEIGHT


def test_links_of_the_article_lead_to_chapters(row_by_row: Page) -> None:
    """What a row refers to is on the page."""
    links = row_by_row.locator("#provision-rows th a")
    assert links.count() > 26
    for target in {link.get_attribute("href") for link in links.all()}:
        assert row_by_row.locator(f"main > section{target}").count() == 1


def test_article_fits_the_screen(row_by_row: Page) -> None:
    """The chapters on the systems need no sideways scrolling either."""
    assert row_by_row.evaluate("document.documentElement.scrollWidth") == WIDTH
