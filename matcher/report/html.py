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
from matcher.report.material import Material
from matcher.report.sections import sections
from matcher.report.words import Words, span

if TYPE_CHECKING:
    from matcher.auditor import AuditReport
    from matcher.plan import Plan
    from matcher.scenario import Scenario

_LANG = {"zh": "zh-Hans", "en": "en"}


def render(
    scenario: Scenario, plan: Plan, audit_report: AuditReport, language: Language
) -> str:
    """
    Return the report as the text of one HTML page.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    audit_report
        The judge's figures and findings: the page computes no figure itself.
    language
        The language of the page.

    Notes
    -----
    The page holds no time of its making, so that equal plans give equal pages. Its
    content security policy lets it load nothing and run nothing.
    """
    words = Words(scenario, language)
    chapters = sections(Material(scenario, plan, audit_report, words))
    return (
        _environment(language)
        .get_template("report.html")
        .render(
            lang=_LANG[language],
            kind=words.say(mark("Plan of talent exchange between Xining and Nanjing")),
            title=words.title,
            lead=span(scenario.horizon),
            contents=words.say(mark("Contents")),
            sections=chapters,
            comma=words.listed(("", "")),
            titles={chapter.id: chapter.title for chapter in chapters},
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
