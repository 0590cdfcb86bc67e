"""Links from one page to others."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from matcher.report.html import render

if TYPE_CHECKING:
    from matcher.report.report import Report

_OTHER_PAGE = "page:"


def other_page(path: str) -> str:
    """
    Return the place of a cell that leads to another page.

    Parameters
    ----------
    path
        Where that page lies, seen from the page with the link.
    """
    return _OTHER_PAGE + quote(path)


def render_linked(report: Report) -> str:
    """
    Return a report as the text of an HTML page that may lead to other pages.

    Parameters
    ----------
    report
        What the page shows.
    """
    # The template links inside the page. No text of ours can be taken for a link: in
    # text and attributes it writes every quotation mark as an entity.
    return render(report).replace(f'href="#{_OTHER_PAGE}', 'href="')
