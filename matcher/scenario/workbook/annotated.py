"""
The planner's own workbook back, with one more sheet: the list of its problems.

The sheet is put into the package beside the others; no other part is written anew
from values, so that formats, drop-downs, charts and macros stay as they are.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from matcher.errors import AnnotationError
from matcher.scenario.workbook.package import (
    DAMAGED,
    attribute,
    relations_part,
    sheet_parts,
    workbook_part,
)
from matcher.scenario.workbook.places import put, refuse
from matcher.scenario.workbook.problem_sheet import is_ours, problem_sheet
from matcher.scenario.workbook.sheets import SPECIAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matcher.errors import Problem
    from matcher.language import Language

_ENDINGS = (".xlsx", ".xlsm")
_TYPES = "[Content_Types].xml"
_SHEET_TYPE = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
)
_SHEETS = re.compile(r"<sheets>.*?</sheets>", re.DOTALL)
_WORKSHEET = re.compile(r"<Relationship\s[^>]*?Type=\"([^\"]+/worksheet)\"")


def write_annotated(
    source: Path | str,
    problems: Sequence[Problem],
    target: Path | str,
    language: Language,
    *,
    force: bool = False,
) -> None:
    """
    Write a workbook again, with a sheet that lists its problems.

    Parameters
    ----------
    source
        The planner's .xlsx or .xlsm file.
    problems
        What is wrong with it; a problem of another file has no link to a cell.
    target
        Where to write; the source itself if ``force`` is given.
    language
        The language of the list.
    force
        Whether a file that is there already may be replaced.

    Raises
    ------
    AnnotationError
        If the workbook is none of the kinds that can be added to.
    OutputError
        If the target is there already and ``force`` is not given.
    OutputLockedError
        If another program holds the target open.
    """
    source, target = Path(source), Path(target)
    refuse(target, force=force)
    if source.suffix.lower() not in _ENDINGS:
        raise AnnotationError(source)
    try:
        with ZipFile(source) as package:
            name = workbook_part(package)
            parts = dict(sheet_parts(package, name))
            sheet = problem_sheet(problems, source.name, parts, language)
            changed = _changes(package, name, parts, sheet, language)
            content = _rewritten(package, changed)
    except (*DAMAGED, _OddError):
        raise AnnotationError(source) from None
    put(content, target, force=force)


class _OddError(Exception):
    """A part is not written as Excel, WPS and LibreOffice write it."""


def _changes(
    package: ZipFile,
    name: str,
    parts: Mapping[str, str],
    sheet: str,
    language: Language,
) -> Mapping[str, str]:
    """Return the parts that change or are new."""
    for title in SPECIAL["problems"].values():
        if title in parts and is_ours(package, parts[title]):
            return {parts[title]: sheet}
    title = _free(SPECIAL["problems"][language], parts)
    part = _new_part(package, name)
    relations = relations_part(name)
    identity = f"rIdMatcher{len(package.namelist())}"
    linked = package.read(relations).decode()
    return {
        part: sheet,
        _TYPES: _with_type(package.read(_TYPES).decode(), part),
        relations: _with_relation(linked, identity, f"/{part}"),
        name: _with_sheet(package.read(name).decode(), identity, title),
    }


def _free(title: str, taken: Mapping[str, str]) -> str:
    number, free = 2, title
    while free in taken:
        free, number = f"{title}{number}", number + 1
    return free


def _new_part(package: ZipFile, name: str) -> str:
    folder = name.rpartition("/")[0]
    number = 1
    while f"{folder}/worksheets/problems{number}.xml".lstrip("/") in package.NameToInfo:
        number += 1
    return f"{folder}/worksheets/problems{number}.xml".lstrip("/")


def _with_type(text: str, part: str) -> str:
    override = f'<Override PartName="/{part}" ContentType="{_SHEET_TYPE}"/>'
    return _inserted(text, "</Types>", override)


def _with_relation(text: str, identity: str, target: str) -> str:
    found = _WORKSHEET.search(text)
    if found is None:
        raise _OddError
    relation = f'<Relationship Id="{identity}" Type="{found[1]}" Target="{target}"/>'
    return _inserted(text, "</Relationships>", relation)


def _with_sheet(text: str, identity: str, title: str) -> str:
    sheets = _SHEETS.search(text)
    if sheets is None:
        raise _OddError
    listed = re.findall(r"<sheet\s[^>]*>", sheets[0])
    prefix = re.search(r"\s(\w+):id=", sheets[0])
    if not listed or prefix is None:
        raise _OddError
    number = max(int(attribute(tag, "sheetId")) for tag in listed) + 1
    tag = f'<sheet name="{title}" sheetId="{number}" {prefix[1]}:id="{identity}"/>'
    at = sheets.end() - len("</sheets>")
    return text[:at] + tag + text[at:]


def _inserted(text: str, end: str, what: str) -> str:
    before, found, after = text.rpartition(end)
    if not found:
        raise _OddError
    return before + what + found + after


def _rewritten(package: ZipFile, changed: Mapping[str, str]) -> bytes:
    """Return the package with some parts changed and the others as they were."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as fresh:
        for info in package.infolist():
            if info.filename in changed:
                fresh.writestr(info, changed[info.filename].encode())
            else:
                fresh.writestr(info, package.read(info))
        for name in changed.keys() - package.NameToInfo.keys():
            fresh.writestr(name, changed[name].encode())
    return content.getvalue()
