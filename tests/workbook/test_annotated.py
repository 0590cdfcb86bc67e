"""Planners get their own workbook back, with a list of its problems and no loss."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from books import SOFFICE, book, converted, edited
from broken_books import AREAS
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from matcher.errors import AnnotationError, OutputError, Place, ScenarioError
from matcher.scenario.faults import problem
from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario
from matcher.scenario.workbook.annotated import write_annotated
from matcher.scenario.workbook.writing import AS_TYPED, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.errors import Problem
    from matcher.language import Language

PROBLEMS = [
    problem("W132", Place("own.xlsx", sheet="其他")),
    problem("E204", Place("own.xlsx", 3, "海拔", sheet="区县", cell=4), value="<&>"),
    problem("E201", Place("own.xlsx", 2, sheet="区县")),
    problem("E102", Place("own.xlsx", sheet="人员"), needed="x"),
    problem("E111", Place("scenario.yaml", 4), detail="x"),
]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a workbook with whatever a planner may have put into it."""
    path = tmp_path / "own.xlsx"
    with Workbook(path, AS_TYPED) as workbook:
        sheet = workbook.add_worksheet("区县")
        for row, cells in enumerate(AREAS):
            sheet.write_row(row, 0, cells)
        sheet.data_validation("C2:C9", {"validate": "list", "source": ["西宁"]})
        sheet.write_comment("A1", "mine")
        other = workbook.add_worksheet("其他")
        other.hide()
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=区县!$A$2:$A$3"})
        other.insert_chart("A1", chart)
    return path


def parts(path: Path) -> dict[str, bytes]:
    """Return every part of a workbook."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def rows(path: Path, title: str) -> list[list[object]]:
    """Return the cells of a sheet."""
    return [
        list(row)
        for row in CalamineWorkbook.from_path(path).get_sheet_by_name(title).iter_rows()
    ]


@pytest.mark.parametrize(
    ("language", "title"), [("zh", "问题清单"), ("en", "problems")]
)
def test_nothing_of_theirs_is_lost(
    own: Path, tmp_path: Path, language: Language, title: str
) -> None:
    """Every part stays as it was but those that list the sheets."""
    write_annotated(own, PROBLEMS, tmp_path / "back.xlsx", language)
    before, after = parts(own), parts(tmp_path / "back.xlsx")

    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
    }
    assert after.keys() - before.keys() == {"xl/worksheets/problems1.xml"}
    names = CalamineWorkbook.from_path(tmp_path / "back.xlsx").sheet_names
    assert names == ["区县", "其他", title]
    assert rows(tmp_path / "back.xlsx", "区县") == rows(own, "区县")


def test_the_list_leads_to_each_cell(own: Path, tmp_path: Path) -> None:
    """Errors stand first; a problem of another file or sheet has no link."""
    write_annotated(own, PROBLEMS, tmp_path / "back.xlsx", "en")
    listed = rows(tmp_path / "back.xlsx", "problems")
    sheet = parts(tmp_path / "back.xlsx")["xl/worksheets/problems1.xml"].decode()

    assert [row[:3] for row in listed[1:]] == [
        ["E204", "区县", "D3 海拔"],
        ["E201", "区县", "A2"],
        ["E102", "人员", ""],
        ["E111", "scenario.yaml", "A4"],
        ["W132", "其他", ""],
    ]
    assert listed[1][3] == "“<&>” is not a whole number."
    assert listed[1][4] == "Write digits only, for example 12."
    assert sheet.split("<hyperlinks>")[1].split("</hyperlinks>")[0] == (
        '<hyperlink ref="C2" location="\'区县\'!D3"/>'
        '<hyperlink ref="C3" location="\'区县\'!A2"/>'
        '<hyperlink ref="C6" location="\'其他\'!A1"/>'
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_older_list_is_replaced(own: Path, language: Language) -> None:
    """Asking again gives the list of now, in one sheet."""
    write_annotated(own, PROBLEMS, own, "zh", force=True)
    write_annotated(own, PROBLEMS[:1], own, language, force=True)

    assert CalamineWorkbook.from_path(own).sheet_names == ["区县", "其他", "问题清单"]
    assert [row[0] for row in rows(own, "问题清单")[1:]] == ["W132"]


def test_a_list_of_their_own_is_left_alone(tmp_path: Path) -> None:
    """A sheet that only has the name stays; ours takes another."""
    path = book(tmp_path / "own.xlsx", {"区县": AREAS, "问题清单": [["我的"]]})
    write_annotated(path, PROBLEMS, path, "zh", force=True)

    names = CalamineWorkbook.from_path(path).sheet_names
    assert names == ["区县", "问题清单", "问题清单2"]
    assert rows(path, "问题清单") == [["我的"]]


def test_nothing_is_overwritten_unasked(own: Path) -> None:
    """The planner's file is replaced only when asked."""
    before = own.read_bytes()
    with pytest.raises(OutputError):
        write_annotated(own, PROBLEMS, own, "zh")
    assert own.read_bytes() == before


def test_an_odd_package_is_refused(own: Path, tmp_path: Path) -> None:
    """What cannot be added to without harm is named, and nothing is written."""
    odd = edited(
        own,
        lambda _, text: text.replace("<sheets>", "<x:sheets>").replace(
            "</sheets>", "</x:sheets>"
        ),
        tmp_path / "odd.xlsx",
    )
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK")
    old = tmp_path / "old.xls"
    old.write_bytes(b"x")
    for path in (odd, broken, old):
        with pytest.raises(AnnotationError, match="save it as"):
            write_annotated(path, PROBLEMS, tmp_path / "back.xlsx", "en")
    assert not (tmp_path / "back.xlsx").exists()


def test_a_list_of_problems_is_no_problem(tmp_path: Path) -> None:
    """A workbook with the list in it is read as before, and mended cells count."""
    path = tmp_path / "own.xlsx"
    write_workbook(generate(9, 5, 1), path, language="zh")
    write_annotated(path, PROBLEMS, path, "zh", force=True)

    assert read_scenario(path) == generate(9, 5, 1)


def test_what_is_wrong_is_listed_and_linked(tmp_path: Path) -> None:
    """The problems of a real reading lead to the cells that have them."""
    path = tmp_path / "own.xlsx"
    write_workbook(generate(9, 5, 1), path, language="zh")
    edited(path, lambda _, text: text.replace("<t>女</t>", "<t>妇</t>"))
    with pytest.raises(ScenarioError) as caught:
        read_scenario(path)
    found: tuple[Problem, ...] = caught.value.problems
    write_annotated(path, found, tmp_path / "back.xlsx", "zh")

    listed = rows(tmp_path / "back.xlsx", "问题清单")
    assert {row[0] for row in listed[1:]} == {"E206"}
    assert {row[1] for row in listed[1:]} == {"人员"}
    assert all(str(row[2]).endswith("性别") for row in listed[1:])


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not here: soffice")
def test_libreoffice_opens_it(own: Path, tmp_path: Path) -> None:
    """The workbook with the list is whole for a spreadsheet program."""
    (tmp_path / "out").mkdir()
    write_annotated(own, PROBLEMS, tmp_path / "back.xlsx", "zh")
    saved = converted(tmp_path / "back.xlsx", tmp_path / "out")

    assert rows(saved, "区县") == rows(own, "区县")
    assert len(rows(saved, "问题清单")) == 1 + len(PROBLEMS)
    # Saved by another program, the list is still known as ours.
    write_annotated(saved, PROBLEMS[:1], saved, "zh", force=True)
    assert CalamineWorkbook.from_path(saved).sheet_names[-1] == "问题清单"
    assert len(rows(saved, "问题清单")) == 2


def test_no_text_of_a_problem_breaks_the_workbook(own: Path, tmp_path: Path) -> None:
    """Characters that XML forbids are left out of the list."""
    place = Place("own.xlsx", 2, "A\x0bB\udc80", sheet="区县", cell=1)
    write_annotated(own, [problem("E201", place)], tmp_path / "back.xlsx", "en")

    sheet = parts(tmp_path / "back.xlsx")["xl/worksheets/problems1.xml"]
    assert b"\x0b" not in sheet
    assert rows(tmp_path / "back.xlsx", "problems")[1][2] == "A2 AB"


def test_a_damaged_workbook_cannot_be_annotated(own: Path, tmp_path: Path) -> None:
    """A part that cannot be unpacked ends in a word to the planner, no file."""
    content = own.read_bytes()
    with ZipFile(own) as package:
        info = package.getinfo("xl/worksheets/sheet1.xml")
    middle = info.header_offset + len(info.filename) + 30 + info.compress_size // 2
    own.write_bytes(content[:middle] + bytes(20) + content[middle + 20 :])

    with pytest.raises(AnnotationError):
        write_annotated(own, PROBLEMS, tmp_path / "back.xlsx", "en")
    assert not (tmp_path / "back.xlsx").exists()
