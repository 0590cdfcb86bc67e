"""The report as a workbook: its cells, its bars, what is decided in it."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from books import SOFFICE, converted, marked
from builders import day, need, person, plan, post, scenario
from python_calamine import CalamineWorkbook
from small_year import PLAN, WORLD

from matcher import solve
from matcher.auditor import audit
from matcher.language import LANGUAGES, Language
from matcher.report.report import report_of
from matcher.report.workbook.book import render_workbook, titles_of, together
from matcher.scenario.base import LockKind
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matcher.plan import Plan
    from matcher.scenario import Scenario

DECIDE = {"zh": "派遣表", "en": "Assignments"}
BARS = {"zh": "甘特图", "en": "Gantt"}
EVIL = '=HYPERLINK("http://x","y")'


def rendered(
    language: Language, world: Scenario = WORLD, decided: Plan = PLAN
) -> bytes:
    """Return the report of the small year as a workbook."""
    return render_workbook(report_of(world, decided, audit(world, decided), language))


def rows(content: bytes, title: str) -> list[list[object]]:
    """Return the cells of a sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [list(row) for row in book.get_sheet_by_name(title).to_python()]


def parts(content: bytes) -> dict[str, str]:
    """Return the parts of the workbook."""
    with ZipFile(io.BytesIO(content)) as package:
        return {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.endswith(".xml")
        }


ASSIGNMENTS: dict[Language, Sequence[Sequence[object]]] = {
    "zh": [
        [
            *("人员代号", "派出单位", "科室", "需求编号", "专业", "领域", "项目"),
            *("方向", "接收单位", "区县", "到达日", "任期首日", "任期末日", "天数"),
            *("小组团", "角色", "匹配度", "个人志愿", "单位志愿"),
            *("决定", "改期首日", "改期末日", "理由"),
        ],
        [
            *("P2", "NU", "", "n1", "S1", "medical", "三支", "南京赴西宁", "XU", "X1"),
            *(day(0), day(0), day(2), 3, "内科组", "lead · 组长", 12, 0, 0),
            *("", "", "", ""),
        ],
    ],
    "en": [
        [
            *("Person", "Releasing unit", "Department", "Need", "Specialty", "Sector"),
            *("Programme", "Direction", "Host", "Area", "Arrival", "First day"),
            *("Last day", "Days", "Team", "Role", "Fit"),
            *("Wish of the person", "Wish of the host"),
            *("Decision", "Other first day", "Other last day", "Reason"),
        ],
        [
            *("P2", "NU", "", "n1", "S1", "Health", "Support", "Nanjing to Xining"),
            *("XU", "X1", day(0), day(0), day(2), 3, "内科组", "lead · leader"),
            *(12, 0, 0, "", "", "", ""),
        ],
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_assignments_are_rows_with_room_for_decisions(language: Language) -> None:
    """A row for each assignment, days as days, numbers as numbers, by host and day."""
    found = rows(rendered(language), DECIDE[language])

    assert found[:2] == ASSIGNMENTS[language]
    assert [row[0] for row in found[1:]] == ["P2", "P10", "Q1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_judge(language: Language) -> None:
    """Coverage sums the judge's posts; the ledger is the report's own table."""
    content = rendered(language)
    titles = {
        "zh": ("覆盖", "协议台账 · 各项目"),
        "en": ("Coverage", "Agreement ledger"),
    }
    total = {"zh": "各地合计", "en": "All areas"}[language]
    coverage, ledger = titles[language]

    assert rows(content, coverage)[2:] == [
        ["X1", "", "", "", 2, 2, 1, 2, 2, 1],
        ["X2", 1, 0, 0, "", "", "", 1, 0, 0],
        ["N1", "", "", "", 1, 1, 1, 1, 1, 1],
        [total, 1, 0, 0, 3, 3, 1, 4, 3, 0.75],
    ]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    title = next(each for each in book.sheet_names if each.startswith(ledger))
    assert rows(content, title)[1][1] == "S6"
    assert rows(content, title)[1][-5:] == [3, 2, 2, 0, 1]


def test_bars_follow_the_days_of_the_assignments() -> None:
    """Labels are formulas on the other sheet, with their values; bars read them."""
    content = rendered("zh")
    found = rows(content, "甘特图")
    sheet = parts(content)["xl/worksheets/sheet3.xml"]

    assert found[1][:8] == [
        *("接收单位", "人员代号", "领域", "方向"),
        *("到达日", "任期首日", "任期末日", "决定"),
    ]
    assert found[4][:7] == [
        *("NU", "Q1", "medical", "西宁赴南京"),
        *(day(6), day(6), day(8)),
    ]
    assert (
        "IF('派遣表'!$U$2:$U$4=\"\",'派遣表'!$L$2:$L$4,'派遣表'!$U$2:$U$4)"
        in sheet.replace("&quot;", '"')
    )
    assert 'sqref="I4:J6"' in sheet
    assert "$F4&lt;=I$3+6,$G4&gt;=I$3" in sheet


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_plans_give_equal_files(language: Language) -> None:
    """Nothing of the time or the machine stands in the file."""
    assert rendered(language) == rendered(language)


def test_no_text_of_the_plan_is_a_formula_or_a_link() -> None:
    """Text stays text whatever it looks like; formulas stand among the bars only."""
    world = scenario(
        title=EVIL,
        people=(person("=1+1"),),
        needs=(need("+n1", role="x"),),
    )
    content = rendered("zh", world, plan(world, post(world, "=1+1", "+n1", 0, 3)))
    sheets = {
        name: text
        for name, text in parts(content).items()
        if name.startswith("xl/worksheets/")
    }

    assert rows(content, "派遣表")[1][0] == "=1+1"
    assert rows(content, "概览")[0][0] == EVIL
    with_formulas = [name for name, text in sheets.items() if re.search("<f[ >]", text)]
    assert with_formulas == ["xl/worksheets/sheet3.xml"]
    assert not any("http://x" in text for text in sheets.values())


def test_sheets_can_be_printed_and_filtered() -> None:
    """A4 across, the names of the columns on every page, filters and a frozen head."""
    sheet = parts(rendered("zh"))["xl/worksheets/sheet2.xml"]
    names = parts(rendered("zh"))["xl/workbook.xml"]

    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert '<autoFilter ref="A1:W4"/>' in sheet
    assert 'state="frozen"' in sheet
    assert "'派遣表'!$A:$A,'派遣表'!$1:$1" in names.replace("派遣表!", "'派遣表'!")
    assert '"锁定,禁止,改期"' in sheet


def test_findings_have_a_sheet() -> None:
    """What the judge finds stands on a sheet of its own; a clean plan has none."""
    (first, *others) = PLAN.assignments
    twice = PLAN.model_copy(update={"assignments": (first, first, *others)})
    book = CalamineWorkbook.from_filelike(io.BytesIO(rendered("zh", WORLD, twice)))
    clean = CalamineWorkbook.from_filelike(io.BytesIO(rendered("zh")))

    assert set(book.sheet_names) - set(clean.sheet_names) == {"审核发现"}


def test_titles_fit() -> None:
    """Titles are short, plain and different, as spreadsheet programs ask for."""
    assert titles_of(["a/b", "A b", "x" * 40, "x" * 40]) == [
        "a b",
        "A b (2)",
        "x" * 31,
        "x" * 27 + " (2)",
    ]


def test_a_plan_without_assignments_can_be_rendered() -> None:
    """Sheets are there with their heads."""
    world = scenario()
    content = rendered("en", world, plan(world))

    assert len(rows(content, "Assignments")) == 1


@pytest.fixture
def simple(tmp_path: Path) -> Path:
    """Return a scenario on disk, the report of a plan of it beside it."""
    world = scenario(people=(person("A"), person("B")), needs=(need("n1"),))
    write_scenario(world, tmp_path / "s")
    decided = plan(world, post(world, "A", "n1", 0, 3))
    (tmp_path / "report.xlsx").write_bytes(rendered("zh", world, decided))
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_marked_is_kept(language: Language, tmp_path: Path) -> None:
    """Decisions typed into the workbook hold in the next plan, and nothing else."""
    world = scenario(people=(person("A"), person("B")), needs=(need("n1"),))
    write_scenario(world, tmp_path / "s")
    first = solve(world)
    (taken,) = first.assignments
    other = {"A": "B", "B": "A"}[taken.person]
    path = tmp_path / "report.xlsx"
    path.write_bytes(rendered(language, world, first))
    words = {"zh": ("禁止", "改期"), "en": ("forbid", "dates")}[language]

    sheet = DECIDE[language]
    marked(path, sheet, {"T2": words[0], "W2": "上年已去"})
    again = solve(read_scenario(tmp_path / "s", [path]))
    assert [each.person for each in again.assignments] == [other]

    marked(path, sheet, {"T2": words[1], "U2": day(5), "V2": day(7)})
    (moved,) = solve(read_scenario(tmp_path / "s", [path])).assignments
    assert taken.start != day(5)
    assert (moved.person, moved.start, moved.end) == (taken.person, day(5), day(8))


def test_an_unmarked_report_changes_nothing(simple: Path) -> None:
    """Rows without a decision are no decisions."""
    assert read_scenario(simple / "s", [simple / "report.xlsx"]).locks == ()


def test_annotated_sheets_are_read(simple: Path) -> None:
    """Columns of the planner's own, and other names of ours, do no harm."""
    notes = {"X1": "我的备注", "X2": "再议", "B1": "单位", "T2": "锁定"}
    path = marked(simple / "report.xlsx", "派遣表", notes)

    (lock,) = read_scenario(simple / "s", [path]).locks
    assert (lock.id, lock.kind) == ("D:A:n1", LockKind.PIN)
    assert (lock.person, lock.target) == ("A", "n1")
    assert (lock.first_day, lock.last_day) == (day(0), day(2))


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not there")
def test_a_spreadsheet_program_shows_it(simple: Path) -> None:
    """LibreOffice opens it, calculates the bars anew, and what it saves is read."""
    cells = {"T2": "改期", "V2": date(2023, 3, 5)}
    path = marked(simple / "report.xlsx", "派遣表", cells)
    saved = converted(path, simple / "saved")

    bars = rows(saved.read_bytes(), "甘特图")
    assert bars[2][5:8] == [day(0), date(2023, 3, 5), "改期"]
    (lock,) = read_scenario(simple / "s", [saved]).locks
    assert (lock.first_day, lock.last_day) == (day(0), day(4))
    assert converted(path, simple / "saved", "pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_of_several_is_named_after_its_chapter() -> None:
    """Chapter and table are in the title as far as it can hold them."""
    assert together("Beds", "By site") == "Beds · By site"
    assert together("The article row by row", "By programme") == "By programme"
    assert together("The article row by row", "Overview") == (
        "The article row by… · Overview"
    )
    assert together("x" * 31, "Overview") == "… · Overview"
