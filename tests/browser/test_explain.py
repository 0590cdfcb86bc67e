"""Pages for people and hosts, and comparisons, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import HEIGHT, WIDTH, opened
from builders import plan
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.comparison import compare, judged
from matcher.comparison.chapters import Chapters
from matcher.language import LANGUAGES, Language
from matcher.report.html import render
from matcher.report.personal import Explanations
from matcher.report.report import report_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NARROW = 420


@pytest.fixture(scope="module", params=LANGUAGES)
def folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Write the pages of the small year, and a comparison of its plan with none."""
    language: Language = request.param
    path = tmp_path_factory.mktemp("pages")
    pages = Explanations(report_of(WORLD, PLAN, audit(WORLD, PLAN), language))
    for name, text in pages.pages():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    plans = [judged("one", WORLD, PLAN), judged("two", WORLD, plan(WORLD))]
    text = render(Chapters(compare(plans), language).page())
    (path / "comparison.html").write_text(text, encoding="utf-8")
    return path


@pytest.fixture(
    params=["people/P10.html", "hosts/XU.html", "index.html", "comparison.html"]
)
def page(
    browser: Browser, folder: Path, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Open one page of each kind; nothing may be complained of or asked for."""
    path = folder / request.param
    found = opened(browser, path, path.read_text(encoding="utf-8"))
    yield found
    found.close()


def test_every_chapter_is_visible_and_reached(page: Page) -> None:
    """A click in the contents brings each chapter's heading into view."""
    links = page.locator("nav a").all()
    assert len(links) == page.locator("main > section > h2").count() > 0
    for link in links:
        link.click()
        box = page.locator(f"{link.get_attribute('href')} > h2").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < HEIGHT


@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_nothing_sticks_out(page: Page, width: int) -> None:
    """On a meeting's screen and on a telephone the page does not scroll sideways."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_prints(page: Page) -> None:
    """Each kind of page prints as a document."""
    page.emulate_media(media="print")
    assert page.pdf(format="A4", landscape=True).startswith(b"%PDF")


def test_links_lead_to_the_pages(browser: Browser, folder: Path) -> None:
    """A click in the page of links opens the page of the person and of the host."""
    path = folder / "index.html"
    for place in ("#people-list", "#hosts-list"):
        page = opened(browser, path, path.read_text(encoding="utf-8"))
        link = page.locator(f"{place} td a").first
        name = link.inner_text()
        link.click()
        assert name in page.locator("h1").inner_text()
        page.close()
