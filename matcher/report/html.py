"""One page for the meeting: self-contained, offline, without scripts, for printing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from matcher.language import Language, mark, translate

if TYPE_CHECKING:
    from matcher.report.report import Report

_LANG = {"zh": "zh-Hans", "en": "en"}


def render(report: Report) -> str:
    """
    Return the report as the text of one HTML page.

    Parameters
    ----------
    report
        What the page shows.

    Notes
    -----
    The page holds no time of its making, so that equal plans give equal pages. Its
    content security policy lets it load nothing and run nothing.
    """
    words = report.material.words
    return (
        _environment(report.language)
        .get_template("report.html")
        .render(
            lang=_LANG[report.language],
            kind=report.kind,
            title=report.title,
            lead=report.lead,
            contents=words.say(mark("Contents")),
            sections=report.sections,
            comma=words.listed(("", "")),
            titles={chapter.id: chapter.title for chapter in report.sections},
            style=Markup(_style()),  # noqa: S704 -- our own file, no data in it
            style_hash=_hash(_style()),
        )
    )


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("matcher.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["t"] = lambda text: translate(text, language)
    return environment


@cache
def _style() -> str:
    return files("matcher.report").joinpath("templates/report.css").read_text("utf-8")


def _hash(text: str) -> str:
    """Return the text's digest as a content security policy writes it."""
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
