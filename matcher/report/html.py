"""One page for the meeting: self-contained, offline, for screen and paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from matcher.language import folder_of, mark
from matcher.report.packing import MOST_STATIC, as_json, columns_of, packed, texts

if TYPE_CHECKING:
    from matcher.report.report import Report

_NO_SCRIPT = mark(
    "This browser runs no scripts, which the list of so many rows needs. The workbook "
    "report.xlsx has every row."
)

_LANG = {"zh_CN": "zh-Hans", "zh_TW": "zh-Hant", "en": "en"}


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
    content security policy lets it load nothing, and run nothing but its own scripts.
    """
    words, environment = report.material.words, _environment()
    # A page in both languages says its titles in both.
    environment.filters["t"] = report.say
    scripts = _scripts() if report.decidable else ()
    return environment.get_template("report.html").render(
        lang=_LANG[folder_of(report.language)],
        kind=report.kind,
        title=report.title,
        lead=report.lead,
        contents=report.say(mark("Contents")),
        sections=report.sections,
        comma=words.listed(("", "")),
        titles={chapter.id: chapter.title for chapter in report.sections},
        style=Markup(_style()),  # noqa: S704 -- our own file, no data in it
        style_hash=_hash(_style()),
        scripts=[Markup(each) for each in scripts],  # noqa: S704 -- ditto
        script_hashes=[_hash(each) for each in scripts],
        most=MOST_STATIC,
        no_script=report.say(_NO_SCRIPT),
        packed=packed,
        zip=zip,
        texts=as_json(texts(report)),
        keys=as_json(columns_of(report.keys)),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("matcher.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


@cache
def _style() -> str:
    return _vendored("columnControl.dataTables.min.css") + _own("report.css")


@cache
def _scripts() -> tuple[str, ...]:
    names = ("dataTables.min.js", "dataTables.columnControl.min.js")
    return (*map(_vendored, names), _own("report.js"))


def _own(name: str) -> str:
    """Return a file of ours without what only its authors need."""
    text = files("matcher.report").joinpath("templates", name).read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if not line.startswith(("//", "/*")))


def _vendored(name: str) -> str:
    return files("matcher.report").joinpath("vendor", name).read_text("utf-8")


def _hash(text: str) -> str:
    """Return the text's digest as a content security policy writes it."""
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
