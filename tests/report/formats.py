"""
Every format in which a plan leaves the house, for tests on what must not leave.

A new format is added to ``FORMATS``, one line: a name and a function that returns
all its texts as one.
"""

from __future__ import annotations

import json
import os
from contextlib import redirect_stdout
from html import unescape
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from unittest import mock
from zipfile import ZipFile

from matcher.calendar.entries import calendars_of
from matcher.cli.blocks import report_document, show_report
from matcher.letters.letters import letters_of
from matcher.report.html import render
from matcher.report.personal import Explanations
from matcher.report.workbook.book import render_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.report.report import Report


def printed(report: Report) -> str:
    """Return the report as a terminal shows it."""
    wide = mock.patch.dict(os.environ, COLUMNS="300")
    with wide, redirect_stdout(StringIO()) as out:
        show_report(report)
    return out.getvalue()


def document(report: Report) -> str:
    """Return the report as a program reads it."""
    return json.dumps(report_document(report), ensure_ascii=False)


def workbook(report: Report) -> str:
    """Return all texts of the workbook, as its parts hold them."""
    with ZipFile(BytesIO(render_workbook(report))) as package:
        parts = [package.read(name).decode() for name in package.namelist()]
    return unescape("".join(parts))


def _sheets(report: Report) -> list[Report]:
    pages = Explanations(report)
    return [*map(pages.person, pages.people), *map(pages.host, pages.hosts)]


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "page": render,
    "workbook": workbook,
    "text": printed,
    "json": document,
    "personal pages": lambda report: "".join(
        path + text for path, text in Explanations(report).pages()
    ),
    "personal text": lambda report: "".join(map(printed, _sheets(report))),
    "personal json": lambda report: "".join(map(document, _sheets(report))),
    # All that templates can take, and all that stands in calendars.
    "letters": lambda report: str(letters_of(report.material)),
    "calendars": lambda report: str(calendars_of(report.material)),
}
"""All texts of a report, by format."""
