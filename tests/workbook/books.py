"""Workbooks for tests: made by hand, broken on purpose, filled in by a script."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from matcher.scenario.workbook.book import Book, read_book
from matcher.scenario.workbook.cells import position_of
from matcher.scenario.workbook.writing import AS_TYPED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from matcher.errors import Problem

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
"""LibreOffice, if it is there."""


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook with plain sheets."""
    with Workbook(path, {**AS_TYPED, "default_date_format": "yyyy-mm-dd"}) as workbook:
        for title, rows in sheets.items():
            sheet = workbook.add_worksheet(title)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return path


def retyped(
    source: Path, target: Path, cells: Mapping[tuple[str, str], object]
) -> Path:
    """Write the values of a workbook again, some cells changed by sheet and name."""
    workbook = CalamineWorkbook.from_path(source)
    sheets: dict[str, list[list[object]]] = {
        title: [list(row) for row in workbook.get_sheet_by_name(title).iter_rows()]
        for title in workbook.sheet_names
    }
    for (title, name), value in cells.items():
        row, column = position_of(name)
        sheets[title][row - 1][column - 1] = value
    return book(target, sheets)


def told(path: Path) -> tuple[Book | None, list[Problem]]:
    """Return what is read from a workbook, and what is said of it."""
    problems: list[Problem] = []
    return read_book(path, problems), problems


def edited(
    path: Path, change: Callable[[str, str], str], target: Path | None = None
) -> Path:
    """Change the parts of a workbook, each given by name and text."""
    content = io.BytesIO()
    with ZipFile(path) as package, ZipFile(content, "w", ZIP_DEFLATED) as fresh:
        for info in package.infolist():
            data = package.read(info)
            if info.filename.endswith((".xml", ".rels")):
                data = change(info.filename, data.decode()).encode()
            fresh.writestr(info, data)
    result = target or path
    result.write_bytes(content.getvalue())
    return result


def converted(path: Path, folder: Path, ending: str = "xlsx") -> Path:
    """Let LibreOffice open a workbook and save it."""
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [SOFFICE, profile, "--headless", "--convert-to", ending]
    subprocess.run(
        [*words, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder / f"{path.stem}.{ending}"


def filled(path: Path, rows: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write rows below the names of the columns, as a planner types them."""
    from matcher.scenario.workbook.package import look_inside  # noqa: PLC0415

    inside = look_inside(path)
    assert inside
    parts = {inside.parts[title]: cells for title, cells in rows.items()}

    def change(name: str, text: str) -> str:
        if name not in parts:
            return text
        lines = "".join(
            f'<row r="{number}">{"".join(map(_cell, cells))}</row>'
            for number, cells in enumerate(parts[name], start=2)
        )
        # Whatever stood below the names of the columns is typed over.
        kept = re.sub(r'<row r="(?!1")\d+".*?</row>', "", text, flags=re.DOTALL)
        kept = re.sub(r'<row r="(?!1")\d+"[^>]*/>', "", kept)
        return kept.replace("</sheetData>", f"{lines}</sheetData>")

    return edited(path, change)


def _cell(value: object) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def marked(path: Path, sheet: str, cells: Mapping[str, object]) -> Path:
    """Type values into cells of a workbook, as a planner does, and leave the rest."""
    from matcher.scenario.workbook.package import look_inside  # noqa: PLC0415

    inside = look_inside(path)
    assert inside
    part = inside.parts[sheet]

    def change(name: str, text: str) -> str:
        return _typed(text, cells) if name == part else text

    return edited(path, change)


def _typed(text: str, cells: Mapping[str, object]) -> str:
    for name, value in cells.items():
        row = position_of(name)[0]
        old = re.search(rf'<c r="{name}"(?: s="(\d+)")?[^>]*?(?:/>|>.*?</c>)', text)
        style = f' s="{old[1]}"' if old and old[1] else ""
        if isinstance(value, date):
            days = (value - date(1899, 12, 30)).days
            new = f'<c r="{name}"{style}><v>{days}</v></c>'
        else:
            inline = f"<is><t>{value}</t></is>"
            new = f'<c r="{name}"{style} t="inlineStr">{inline}</c>'
        if old:
            text = text.replace(old[0], new)
        else:
            row_part = rf'(<row r="{row}"[^>]*>.*?)(</row>)'
            text = re.sub(row_part, rf"\g<1>{new}\g<2>", text, count=1)
    return text
