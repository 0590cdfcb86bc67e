"""Opening a page as its reader does: from a file, with nothing to complain of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WIDTH = 1400
HEIGHT = 900


def opened(browser: Browser, path: Path, text: str) -> Page:
    """Open a report from a file; nothing may be complained of or asked for."""
    path.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: requests.append(asked.url))
    page.goto(path.as_uri())
    assert complaints == []
    assert requests == [path.as_uri()]
    return page
