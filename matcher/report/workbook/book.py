"""The report as one workbook: which sheets it has, and what they are called."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from matcher.report.blocks import Table
from matcher.report.workbook.assignments import lines, write_assignments
from matcher.report.workbook.bench import Bench
from matcher.report.workbook.coverage import write_coverage
from matcher.report.workbook.gantt import write_gantt
from matcher.report.workbook.overview import ORIGIN, Overview
from matcher.report.workbook.tables import write_table
from matcher.scenario.decisions import SHEET
from matcher.scenario.workbook.writing import AS_TYPED, MADE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from matcher.language import Language
    from matcher.report.report import Report

_WITHOUT = frozenset(("people", "coverage", "policy"))
"""Chapters that other sheets show, or that are only read."""

_OWN: tuple[Mapping[Language, str], ...] = (
    {"zh": "概览", "en": "Overview"},
    {"zh": "甘特图", "en": "Gantt"},
    {"zh": "覆盖", "en": "Coverage"},
)
_LONGEST = 31
_DOT = " · "
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def render_workbook(report: Report) -> bytes:
    """
    Return the report as an .xlsx workbook.

    Parameters
    ----------
    report
        What the workbook shows.

    Notes
    -----
    It holds no time of its making, so that equal plans give equal files. Texts of
    the plan are never formulas; the only formulas are our own, on the sheet of bars.
    """
    content = io.BytesIO()
    workbook = Workbook(content, AS_TYPED)
    workbook.set_properties(
        {"title": report.title, "created": MADE.replace(tzinfo=None)}
    )
    bench = Bench(workbook, report)
    language, tables = report.language, tuple(_tables(report))
    overview, gantt, coverage = (each[language] for each in _OWN)
    own = (overview, SHEET[language], gantt, coverage)
    titles = titles_of((*own, *(title for title, _ in tables)))
    made = {title: workbook.add_worksheet(title) for title in titles}
    others = {
        title: table for title, (_, table) in zip(titles[4:], tables, strict=True)
    }
    rows = lines(bench)
    sizes = {SHEET[language]: len(rows), gantt: len(rows), coverage: None}
    sizes |= {title: table.size for title, table in others.items()}
    Overview(bench, made[overview]).write(sizes)
    write_assignments(bench, made[SHEET[language]], rows)
    write_gantt(bench, made[gantt], rows, SHEET[language])
    write_coverage(bench, made[coverage])
    for title, table in others.items():
        write_table(bench, made[title], table)
    workbook.close()
    return content.getvalue()


def _tables(report: Report) -> Iterator[tuple[str, Table]]:
    """Yield the tables that have a sheet of their own, with what it is called."""
    say = report.material.words.say
    for chapter in report.sections:
        tables = [
            block
            for block in chapter.blocks
            if isinstance(block, Table) and block.id != ORIGIN
        ]
        for table in () if chapter.id in _WITHOUT else tables:
            own, above = say(table.title), say(chapter.title)
            if chapter.id == "summary":
                yield own, table
            elif len(tables) == 1:
                yield above, table
            else:
                yield together(above, own), table


def together(chapter: str, table: str) -> str:
    """
    Return a title of both, or a shorter one that still says what is there.

    Parameters
    ----------
    chapter
        Title of the chapter.
    table
        Title of one of its tables.
    """
    room = _LONGEST - len(_DOT) - len(table)
    if len(chapter) > room and (" " in table or room < 2):
        return table
    while len(chapter) > room:
        chapter = chapter.removesuffix("…").rpartition(" ")[0] + "…"
    return f"{chapter}{_DOT}{table}"


def titles_of(wanted: Iterable[str]) -> list[str]:
    """
    Return titles that a workbook can have: short, plain, and each only once.

    Parameters
    ----------
    wanted
        What the sheets should be called.
    """
    taken: dict[str, int] = defaultdict(int)
    titles = []
    for each in wanted:
        title = _NOT_IN_TITLES.sub(" ", each).strip("' ")[:_LONGEST]
        taken[title.casefold()] += 1
        if (number := taken[title.casefold()]) > 1:
            end = f" ({number})"
            title = title[: _LONGEST - len(end)] + end
        titles.append(title)
    return titles
