"""The empty workbook is ready: opened by LibreOffice, filled, converted, solved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from books import SOFFICE, converted, filled
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from matcher.cli import main
from matcher.errors import OutputError
from matcher.scenario import TABLES
from matcher.scenario.contents import TITLES
from matcher.scenario.reading import read_scenario
from matcher.scenario.workbook.columns import Sort, columns, width_of
from matcher.scenario.workbook.package import look_inside
from matcher.scenario.workbook.template import write_template

if TYPE_CHECKING:
    from pathlib import Path

FILLED: dict[str, list[list[object]]] = {
    "单位": [
        ["0012", "玄武医院", None, "320102", "hospital", "医疗"],
        ["XN-1", "大通医院", None, "大通县", "hospital", "医疗"],
    ],
    "人员": [
        ["P1", "0012", None, "医疗", "YL03.04", 4, "女", None, 12, "合格"],
        ["P2", "0012", None, "医疗", "心血管内科", "中级", "男", None, 8, "合格"],
    ],
    "项目": [
        [
            "S5",
            "三支帮扶",
            None,
            "三支帮扶",
            "赴西宁",
            2,
            None,
            None,
            None,
            None,
            30,
            90,
        ]
    ],
    "需求": [
        ["N1", "S5", "XN-1", None, "YL03.04", None, 3, 2, 2, "2027-03-01", "2027-9-30"]
    ],
}
WINDOW = "2027-02-01~2027-11-30"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return the empty workbook."""
    path = tmp_path / "year.xlsx"
    write_template(path, year=2027, language="zh")
    return path


def test_everything_is_there(template: Path) -> None:
    """A sheet for each table; the areas, pairings and specialties are filled in."""
    scenario = read_scenario(template)
    names = CalamineWorkbook.from_path(template).sheet_names

    assert names == ["说明", "设置", *(TITLES[table] for table in TABLES), "清单"]
    given = {table for table in TABLES if getattr(scenario, table)}
    assert given == {"areas", "pairings", "specialties"}
    assert all(area.altitude_m > 1500 for area in scenario.areas if area.id >= "63")


def test_drop_downs_grow_with_what_is_typed(template: Path) -> None:
    """Codes come from the column of codes of their own sheet, however long it is."""
    with ZipFile(template) as package:
        workbook = package.read("xl/workbook.xml").decode()
    inside = look_inside(template)

    assert inside
    assert (
        '<definedName name="codes_units">'
        "'单位'!$A$2:INDEX('单位'!$A:$A,MAX(2,COUNTA('单位'!$A:$A)))" in workbook
    )
    needs = inside.sheet("需求").decode()
    assert "<formula1>codes_programmes</formula1>" in needs
    assert "<formula1>words_needs_match</formula1>" in needs


def test_every_column_says_what_it_means(template: Path) -> None:
    """Each name of a column has a comment, and required ones have a star."""
    with ZipFile(template) as package:
        comments = sum(
            package.read(name).count(b"<comment ")
            for name in package.namelist()
            if name.startswith("xl/comments")
        )
    known = [each for table in TABLES for each in columns(table, "zh")]

    assert comments == len(known)
    heads = {each.heading for each in columns("people", "zh")}
    assert {"人员代号*", "科室", "性别*"} <= heads


@pytest.mark.parametrize(
    ("table", "field", "sort", "least", "greatest"),
    [
        ("people", "id", Sort.TEXT, None, None),
        ("people", "specialties", Sort.LIST, None, None),
        ("people", "birth", Sort.DAY, None, None),
        ("people", "level", Sort.NUMBER, 1, 5),
        ("people", "sex", Sort.WORD, None, None),
        ("people", "mentee", Sort.TRUTH, None, None),
        ("people", "max_days", Sort.NUMBER, 0, None),
        ("needs", "longest", Sort.NUMBER, 1, None),
        ("care", "offset_days", Sort.NUMBER, -366, 366),
        ("care", "kinds", Sort.LIST, None, None),
    ],
)
def test_columns_know_what_stands_in_them(
    table: str, field: str, sort: Sort, least: int | None, greatest: int | None
) -> None:
    """Kind and limits come from the entities."""
    (column,) = [each for each in columns(table, "zh") if each.field == field]

    assert (column.sort, column.least, column.greatest) == (sort, least, greatest)


def test_columns_are_wide_enough_for_chinese() -> None:
    """A Chinese character takes two places; no column is wider than a page bears."""
    assert width_of("科室", ["心血管内科病区"]) == 16
    assert width_of("科室", []) == 8
    assert width_of("x", ["长" * 99]) == 42


def test_nothing_is_overwritten_unasked(template: Path) -> None:
    """A workbook that is half filled in is safe."""
    with pytest.raises(OutputError):
        write_template(template, year=2028, language="zh")
    assert read_scenario(template).name == "plan-2027"


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not here: soffice")
def test_a_filled_template_is_solved(template: Path, tmp_path: Path) -> None:
    """What planners type into LibreOffice becomes a folder and a plan."""
    (tmp_path / "out").mkdir()
    opened = converted(template, tmp_path / "out")
    windows = [[*cells, WINDOW, "赴西宁"] for cells in FILLED["人员"]]
    filled(opened, {**FILLED, "人员": windows})
    saved = converted(opened, tmp_path / "out", "ods")
    runner = CliRunner(env={"MATCHER_LANG": "zh"})
    folder, out = tmp_path / "s", tmp_path / "plan"
    for words in (
        ["convert", opened, folder],
        ["convert", saved, tmp_path / "t"],
        ["solve", folder, "-o", out],
    ):
        result = runner.invoke(main, [str(word) for word in words])
        assert result.exit_code == 0, result.output

    scenario = read_scenario(folder)
    assert scenario == read_scenario(tmp_path / "t")
    assert {unit.id for unit in scenario.units} == {"0012", "XN-1"}
    assert [person.level for person in scenario.people] == [4, 3]
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    assert {each["person"] for each in plan["assignments"]} == {"P1", "P2"}
