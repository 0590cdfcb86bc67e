"""What a sheet holds that its readers may not see is told, once for the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from offices import HEAD, MAPPING, ROW, told

from matcher.importing import Import, import_lists, read_mapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

ROWS = [HEAD, *([f"N{number}", *ROW[1:]] for number in range(1, 6))]


def imported(folder: Path, change: Callable[[Worksheet], object]) -> Import:
    """Return what becomes of a workbook after a change of its sheet."""
    path = folder / "需求.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("一")
        workbook.add_worksheet("二").activate()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        change(sheet)
    file = folder / "mapping.yaml"
    file.write_text(MAPPING, encoding="utf-8")
    return import_lists(read_mapping(file), [path], partial=True)


def _rows(sheet: Worksheet) -> None:
    for row in (1, 3, 4, 90):
        sheet.set_row(row, None, None, {"hidden": True})


def _columns(sheet: Worksheet) -> None:
    sheet.set_column("C:D", None, None, {"hidden": True})
    sheet.set_column("XA:XB", None, None, {"hidden": True})


def _comments(sheet: Worksheet) -> None:
    sheet.write_comment("C11", "丙某某不得外派")
    sheet.write_comment("B3", "丙某某不得外派")


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (_rows, "W148", "2, 4–5"),
        (_columns, "W149", "C–D"),
        (_comments, "W150", "B3, C11"),
        (lambda sheet: sheet.hide(), "W132", "hidden"),
    ],
)
def test_what_is_not_seen_is_told(
    tmp_path: Path, change: Callable[[Worksheet], object], code: str, says: str
) -> None:
    """Hidden rows and columns are read all the same, comments are named by cell."""
    found = imported(tmp_path, change)

    assert told(found.problems) == [(code, "需求.xlsx[一]")]
    assert says in found.problems[0].message("en")
    assert "丙某某" not in found.problems[0].message("zh")
    assert len(found.tables["needs"]) == 5


def test_filtered_rows_are_hidden_rows(tmp_path: Path) -> None:
    """A filter that somebody left on hides rows, which are read all the same."""

    def change(sheet: Worksheet) -> None:
        sheet.autofilter(0, 0, 5, 6)
        sheet.filter_column_list(0, ["N1"])
        for row in range(2, 6):
            sheet.set_row(row, None, None, {"hidden": True})

    assert told(imported(tmp_path, change).problems) == [("W148", "需求.xlsx[一]")]
