"""
The inside of an .xlsx file, for what the reading library does not tell.

It gives the values of a workbook, but neither that a formula was never calculated
nor that a cell holds an error, and it lays out a far cell's whole rectangle.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from matcher.scenario.workbook.cells import position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

DAMAGED = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zlib.error,
)
"""What the library raises for a package that is damaged, locked or none at all."""

_AREA = 5_000_000
"""Cells of a rectangle that may be laid out in memory."""

_ROWS = 100_000
"""Rows that no table has."""

_ENTITIES = {"&quot;": '"', "&apos;": "'"}
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_OPEN = rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]+[0-9]+)\"[^>]*?"
_FILLED = re.compile(_OPEN + rb"(?<!/)>(?=<)")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s(?=[^>]*\bt=\"e\")[^>]*?\br=\"([A-Z]+[0-9]+)\"[^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_FORMULA = re.compile(
    _OPEN + rb">\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v>[^<]+<|<(?:\w+:)?is>)?"
)
_EXTENT = re.compile(
    rb"<(?:\w+:)?dimension\s[^>]*?ref=\"(?:[A-Z]+[0-9]+:)?([A-Z]+[0-9]+)"
)
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=\"([0-9]+)\"")
_COMMENT = re.compile(r"<(?:\w+:)?comment\s[^>]*>")
_HIDDEN = re.compile(rb"<(?:\w+:)?(?:row|col)\s(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*>")
_CALCULATE = re.compile(r"fullCalcOnLoad=\"(?:1|true)\"")
_EPOCH = re.compile(r"date1904=\"(?:1|true)\"")


@dataclass(frozen=True)
class Inside:
    """
    What stands in the parts of a workbook.

    Parameters
    ----------
    path
        The workbook.
    parts
        The part of each sheet, by the sheet's title.
    uncalculated
        Whether formulas wait for being calculated when the workbook is opened.
    since_1904
        Whether its days are counted from 1904 on.
    """

    path: Path
    parts: Mapping[str, str]
    uncalculated: bool = False
    since_1904: bool = False

    def sheet(self, title: str) -> bytes:
        """Return the part of a sheet, or nothing; raise one of DAMAGED."""
        if title not in self.parts:
            return b""
        with ZipFile(self.path) as package:
            return package.read(self.parts[title])

    def comments(self, title: str) -> tuple[str, ...]:
        """Return the names of the cells of a sheet that carry comments."""
        part = self.parts.get(title, "")
        with ZipFile(self.path) as package:
            names = [
                name
                for kind, name in _targets(package, part)
                if kind.endswith("/comments") and name in package.NameToInfo
            ]
            texts = [package.read(name).decode(errors="replace") for name in names]
        tags = (tag for text in texts for tag in _COMMENT.findall(text))
        return tuple(sorted({attribute(tag, "ref") for tag in tags}, key=position_of))


def attribute(tag: str, name: str) -> str:
    """Return an attribute of a tag, or nothing."""
    # The library brings all that reads from the web with it.
    from xml.sax.saxutils import unescape  # noqa: PLC0415

    found = re.search(rf"\s(?:\w+:)?{name}=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return unescape(found[1] or found[2] or "", _ENTITIES) if found else ""


def look_inside(path: Path) -> Inside | None:
    """Return the parts of a workbook, or None if it is no .xlsx or .xlsm file."""
    try:
        with ZipFile(path) as package:
            name = workbook_part(package)
            text = package.read(name).decode()
            parts = dict(sheet_parts(package, name))
    except DAMAGED:
        return None
    return Inside(path, parts, bool(_CALCULATE.search(text)), bool(_EPOCH.search(text)))


def workbook_part(package: ZipFile) -> str:
    """Return the name of the part that lists the sheets."""
    relations = package.read("_rels/.rels").decode()
    for tag in _RELATION.findall(relations):
        if attribute(tag, "Type").endswith("/officeDocument"):
            return attribute(tag, "Target").lstrip("/")
    raise KeyError("officeDocument")


def relations_part(name: str) -> str:
    """Return the name of the part with the relations of a part."""
    folder, _, file = name.rpartition("/")
    return join(folder, "_rels", f"{file}.rels")


def sheet_parts(package: ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """Yield the title and the part of each sheet."""
    folder = name.rpartition("/")[0]
    relations = package.read(relations_part(name)).decode()
    targets = {
        attribute(tag, "Id"): attribute(tag, "Target")
        for tag in _RELATION.findall(relations)
    }
    for tag in _SHEET.findall(package.read(name).decode()):
        target = targets.get(attribute(tag, "id"), "")
        part = normpath(join("/" + folder, target)).lstrip("/")
        if part in package.NameToInfo:
            yield attribute(tag, "name"), part


def _targets(package: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each part that a part refers to."""
    relations = relations_part(part)
    if relations in package.NameToInfo:
        folder = "/" + part.rpartition("/")[0]
        for tag in _RELATION.findall(package.read(relations).decode()):
            target = normpath(join(folder, attribute(tag, "Target")))
            yield attribute(tag, "Type"), target.lstrip("/")


def hidden(sheet: bytes) -> tuple[set[int], set[int]]:
    """Return the numbers of the rows and of the columns that are hidden."""
    rows, columns = set[int](), set[int]()
    for tag in (found.decode() for found in _HIDDEN.findall(sheet)):
        if row := attribute(tag, "r"):
            rows.add(int(row))
        elif first := attribute(tag, "min"):
            columns |= set(range(int(first), int(attribute(tag, "max")) + 1))
    return rows, columns


def errors(sheet: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and value of each cell that holds an error."""
    if b't="e"' in sheet:
        for name, value in _ERROR.findall(sheet):
            yield *position_of(name.decode()), value.decode()


def formulas(sheet: bytes, *, uncalculated: bool) -> Iterator[tuple[int, int]]:
    """
    Yield row and column of each formula without a value.

    Parameters
    ----------
    sheet
        The part of the sheet.
    uncalculated
        Whether all values are to be mistrusted.
    """
    if b"<f" in sheet or b":f>" in sheet or b":f " in sheet:
        for name, value in _FORMULA.findall(sheet):
            if uncalculated or not value:
                yield position_of(name.decode())


def extent(sheet: bytes) -> tuple[int, int]:
    """Return the last row and column that the sheet says it uses, (0, 0): unknown."""
    found = _EXTENT.search(sheet, 0, 5_000)
    return position_of(found[1].decode()) if found else (0, 0)


def last_row(sheet: bytes) -> int:
    """Return the last row that the sheet knows of, formatted or filled."""
    start = max(sheet.rfind(b"<row "), sheet.rfind(b":row "))
    found = _ROW.search(sheet, max(0, start - 20)) if start >= 0 else None
    return int(found[1]) if found else 0


def too_far(sheet: bytes) -> tuple[int, int] | None:
    """Return the farthest cell if a sheet that reaches so far cannot be laid out."""
    rows, columns = extent(sheet)
    if 0 < rows * columns <= _AREA:
        return None
    cells = [position_of(name.decode()) for name in _FILLED.findall(sheet)]
    lowest = max(cells, default=(0, 0))
    rightmost = max(cells, default=(0, 0), key=lambda cell: cell[1])
    if lowest[0] * rightmost[1] <= _AREA:
        return None
    return lowest if lowest[0] > _ROWS else rightmost
