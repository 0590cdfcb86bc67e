"""The list of problems as the part of a workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from matcher.language import LANGUAGES, mark, translate
from matcher.scenario.workbook.cells import LONGEST, name_of_cell
from matcher.scenario.workbook.sheets import reference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from zipfile import ZipFile

    from matcher.errors import Place, Problem
    from matcher.language import Language

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMES = (
    mark("Code"),
    mark("Sheet"),
    mark("Cell"),
    mark("What is wrong"),
    mark("Way out"),
)
_WIDTHS = (8, 14, 22, 80, 70)
_BOLD = '<b/><sz val="11"/>'
_LINKED = '<u/><sz val="11"/><color rgb="FF1F6E79"/>'
_LINK = 2
"""The column that leads to the cell, counted from 0."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow."""

_MOST_LINKS = 65_000
"""Spreadsheet programs take so many links in a sheet."""


def problem_sheet(
    problems: Iterable[Problem],
    file: str,
    sheets: Collection[str],
    language: Language,
) -> str:
    """
    Return the part of a sheet that lists problems, errors before warnings.

    Parameters
    ----------
    problems
        The problems.
    file
        Name of the workbook.
    sheets
        The titles of its sheets.
    language
        The language of the list.
    """
    listed = sorted(problems, key=lambda each: each.is_warning)
    rows = [_row(1, _head(language), dict.fromkeys(range(len(_NAMES)), _BOLD))]
    links: list[str] = []
    for number, each in enumerate(listed, start=2):
        target = _target(each.place, file, sheets)
        linked = bool(target) and len(links) < _MOST_LINKS
        looks = {_LINK: _LINKED} if linked else {}
        rows.append(_row(number, _cells(each, file, language), looks))
        if linked:
            cell = name_of_cell(number, _LINK + 1)
            links.append(f'<hyperlink ref="{cell}" location={quoteattr(target)}/>')
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS, start=1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    hyperlinks = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_MAIN}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A1:E{len(rows)}"/>{hyperlinks}'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def is_ours(package: ZipFile, part: str) -> bool:
    """
    Return whether a sheet is a list of problems that was written before.

    Parameters
    ----------
    package
        The workbook, which may have been saved by another program since.
    part
        The part of the sheet.
    """
    text = package.read(part).decode("utf-8", "replace")
    strings = "xl/sharedStrings.xml"
    if strings in package.NameToInfo and 't="s"' in text:
        text += package.read(strings).decode("utf-8", "replace")
    return any(
        all(f">{name}<" in text for name in _head(language)) for language in LANGUAGES
    )


def _head(language: Language) -> Sequence[str]:
    return [translate(name, language) for name in _NAMES]


def _cells(each: Problem, file: str, language: Language) -> Sequence[str]:
    place = each.place
    cell = f"{place.letter or 'A'}{place.row}" if place.row else ""
    what = translate(each.what, language, **each.facts)
    way_out = translate(each.way_out, language, **each.facts) if each.way_out else ""
    if place.file != file:
        return each.code, place.file, cell, what, way_out
    column = f"{cell} {place.column}".strip()
    return each.code, place.sheet, column, what, way_out


def _target(place: Place, file: str, sheets: Collection[str]) -> str:
    """Return the link to a place, or nothing."""
    if place.file != file or place.sheet not in sheets:
        return ""
    return f"{reference(place.sheet)}!{place.letter or 'A'}{place.row or 1}"


def _row(number: int, texts: Iterable[str], looks: Mapping[int, str]) -> str:
    cells = "".join(
        f'<c r="{name_of_cell(number, column + 1)}" t="inlineStr"><is>'
        f"{_run(text, looks.get(column, ''))}</is></c>"
        for column, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


def _run(text: str, look: str) -> str:
    """Return a text with its look in it: the formats of the workbook stay."""
    plain = escape(_FORBIDDEN.sub("", text)[:LONGEST])
    run = f'<t xml:space="preserve">{plain}</t>'
    return f"<r><rPr>{look}</rPr>{run}</r>" if look and plain else run
