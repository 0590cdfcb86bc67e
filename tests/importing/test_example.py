"""The example of office lists, as workbooks, from the import to a proven plan."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from offices import HEAD, MAPPING, ROW, told
from xlsxwriter.utility import xl_cell_to_rowcol

from matcher import verbs
from matcher.importing import Import, import_lists, read_mapping
from matcher.importing.files import dump_import
from matcher.plan.files import write_together
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2] / "scenarios"
LISTS = ("需求清单", "人选清单")
MERGED = {"需求清单": ("B5:B6", "C5:C6", "A2:N2"), "人选清单": ("K2:L2", "A1:P1")}


def book(
    path: Path,
    rows: Sequence[Sequence[str]],
    merged: Sequence[str] = (),
    sheets: Sequence[str] = ("Sheet1",),
    formula: str = "",
) -> Path:
    """Write rows into each sheet of a workbook, some of its cells merged."""
    with xlsxwriter.Workbook(path) as workbook:
        for name in sheets:
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for index, cell in enumerate(row):
                    if cell.isdecimal():
                        sheet.write_number(number, index, int(cell))
                    elif cell:
                        sheet.write_string(number, index, cell)
            for cells in merged:
                row, column = xl_cell_to_rowcol(cells.partition(":")[0])
                sheet.merge_range(cells, rows[row][column])
            if formula:
                sheet.write_formula(formula, "=1/0", None, "#DIV/0!")
    return path


def example(name: str) -> list[list[str]]:
    """Return the rows of a list of the example."""
    text = (ROOT / "imports" / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def as_books(folder: Path) -> list[Path]:
    """Return the lists of the example as workbooks with merged cells."""
    return [
        book(folder / f"{name}.xlsx", example(name), MERGED[name]) for name in LISTS
    ]


def as_tables(folder: Path) -> list[Path]:
    """Return the lists of the example as they are committed."""
    paths = [folder / f"{name}.csv" for name in LISTS]
    for path in paths:
        shutil.copy(ROOT / "imports" / path.name, path)
    return paths


@pytest.mark.parametrize("how", [as_books, as_tables])
def test_the_example_becomes_a_plan(tmp_path: Path, how: object) -> None:
    """The lists are understood, lie on top of a base, and are planned and audited."""
    assert callable(how)
    mapping = read_mapping(ROOT / "imports" / "mapping.yaml")
    found = import_lists(mapping, how(tmp_path), partial=True)
    base = shutil.copytree(ROOT / "tiny", tmp_path / "base")
    write_together(dump_import(found, tmp_path / "year", base))
    world = read_scenario(tmp_path / "year")
    run = verbs.run(world, workers=1)

    assert [each for each in found.problems if not each.is_warning] == []
    assert (len(world.needs), len(world.people)) == (6, 8)
    assert run.audit.clean
    imported = {"XQ-001", "XQ-003"}
    assert imported <= {each.need for each in run.plan.assignments}


def test_both_faces_of_the_example_say_the_same(tmp_path: Path) -> None:
    """A workbook and a CSV file with the same cells become the same tables."""
    mapping = read_mapping(ROOT / "imports" / "mapping.yaml")
    books = import_lists(mapping, as_books(tmp_path))
    tables = import_lists(mapping, as_tables(tmp_path))

    assert books.tables == tables.tables


def of_book(folder: Path, mapping: str, path: Path) -> Import:
    """Return what a mapping makes of a workbook."""
    file = folder / "mapping.yaml"
    file.write_text(mapping, encoding="utf-8")
    return import_lists(read_mapping(file), [path], partial=True)


def test_merged_cells_are_told_unless_they_are_filled_down(tmp_path: Path) -> None:
    """Cells merged over rows of data are a fault unless the mapping fills them down."""
    second = ["N2", "", *ROW[2:]]
    path = book(tmp_path / "需求.xlsx", [HEAD, ROW, second], ["B2:B3"])
    plain = of_book(tmp_path, MAPPING, path)
    said = of_book(tmp_path, MAPPING + "    fill_down: [单位]\n", path)

    assert told(plain.problems) == [
        ("E132", "需求.xlsx[Sheet1]!B2"),
        ("E201", "需求.xlsx[Sheet1]!B3 [单位]"),
    ]
    assert said.problems == ()
    assert said.tables["needs"][1]["unit"] == "大通医院"


@pytest.mark.parametrize(("cell", "codes"), [("D2", ["E135", "E136"]), ("G2", [])])
def test_a_broken_formula_matters_where_it_is_read(
    tmp_path: Path, cell: str, codes: list[str]
) -> None:
    """An error in a cell that nobody wants is no fault."""
    path = book(tmp_path / "需求.xlsx", [HEAD, ROW], formula=cell)
    found = of_book(tmp_path, MAPPING, path)

    assert [each.code for each in found.problems] == codes
    assert ("level" in found.tables["needs"][0]) == (not codes)


def test_a_cell_of_a_sheet_has_its_name(tmp_path: Path) -> None:
    """A value that cannot be read is told as workbook, sheet and cell."""
    path = book(tmp_path / "需求.xlsx", [HEAD, [*ROW[:4], "五月", *ROW[5:]]])

    assert told(of_book(tmp_path, MAPPING, path).problems) == [
        ("E203", "需求.xlsx[Sheet1]!E2 [起]")
    ]


def test_a_sheet_that_nobody_reads_is_told(tmp_path: Path) -> None:
    """Only the first sheet is read unless the mapping says so or ignores the others."""
    path = book(tmp_path / "需求.xlsx", [HEAD, ROW], sheets=("大通", "湟中"))
    every = MAPPING.replace("table: needs", "table: needs\n    sheet: '*'")
    every = every.replace("编号: id", "编号: 忽略") + "    codes: N{row}\n"
    ignored = MAPPING + "ignore_sheets: [湟*]\n"
    absent = MAPPING.replace("table: needs", "table: needs\n    sheet: 城东")

    assert told(of_book(tmp_path, MAPPING, path).problems) == [
        ("E140", "需求.xlsx[湟中]")
    ]
    assert of_book(tmp_path, ignored, path).problems == ()
    found = of_book(tmp_path, every, path)
    assert [row["id"] for row in found.tables["needs"]] == ["N1", "N2"]
    assert ("E123", "需求.xlsx") in told(of_book(tmp_path, absent, path).problems)


def test_a_group_ends_with_its_merged_cells(tmp_path: Path) -> None:
    """The name of a group is put before those of its own members only."""
    text = MAPPING.replace("起:", "时段起:").replace("止:", "时段止:")
    text = text.replace("table: needs", "table: needs\n    header_rows: 2")
    text = text.replace("备注: 忽略", "内部意见: reason")
    upper = ["编号", "单位", "专业", "级别", "时段", "", ""]
    lower = ["", "", "", "", "起", "止", "内部意见"]
    rows = [upper, lower, [*ROW[:-1], "急"]]
    path = book(tmp_path / "需求.xlsx", rows, ["E1:F1", "A1:A2"])
    found = of_book(tmp_path, text, path)

    assert found.problems == ()
    assert found.tables["needs"][0]["reason"] == "急"


def test_a_file_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    """A broken workbook is told, and nothing else is said of it."""
    path = tmp_path / "需求.xlsx"
    path.write_bytes(b"no workbook")

    assert told(of_book(tmp_path, MAPPING, path).problems) == [("E131", "需求.xlsx")]
