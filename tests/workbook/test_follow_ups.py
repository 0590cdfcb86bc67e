"""One mistake of a planner gives one problem, in the words of the planner's book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from books import book, edited, retyped
from python_calamine import CalamineWorkbook

from matcher.errors import Problem, ScenarioError
from matcher.scenario.reading import read_scenario
from matcher.scenario.workbook.package import look_inside
from matcher.scenario.workbook.writing import write_workbook

TINY = Path(__file__).parents[2] / "scenarios" / "tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a good workbook in Chinese."""
    path = tmp_path_factory.mktemp("tiny") / "tiny.xlsx"
    write_workbook(read_scenario(TINY), path, language="zh")
    return path


def problems(path: Path) -> tuple[Problem, ...]:
    """Return the errors of a scenario."""
    with pytest.raises(ScenarioError) as caught:
        read_scenario(path)
    return tuple(each for each in caught.value.problems if not each.is_warning)


def spots(path: Path) -> list[tuple[str, str]]:
    """Return code and place of the errors of a scenario."""
    return [(each.code, str(each.place)) for each in problems(path)]


def test_a_row_with_one_fault_tells_the_others(tiny: Path, tmp_path: Path) -> None:
    """What a broken row names is looked up too, by code or by name."""
    cells = {("人员", "B2"): "NOPE", ("人员", "E3"): "心血管内科"}
    bad = {("人员", "G2"): "femal", ("人员", "G3"): "femal"}

    assert spots(retyped(tiny, tmp_path / "y.xlsx", {**cells, **bad})) == [
        ("E301", "y.xlsx[人员]!B2 [派出单位]"),
        ("E206", "y.xlsx[人员]!G2 [性别]"),
        ("E206", "y.xlsx[人员]!G3 [性别]"),
    ]


def reworked(source: Path, target: Path, old: str, new: str) -> Path:
    """Change the part of the sheet of people by a pattern."""
    inside = look_inside(source)
    assert inside

    def change(name: str, text: str) -> str:
        return re.sub(old, new, text) if name == inside.parts["人员"] else text

    return edited(source, change, target)


@pytest.mark.parametrize("cell", ["A2", "B2", "E2", "K2"])
@pytest.mark.parametrize(
    ("code", "content"),
    [("E136", ' t="e"><v>#REF!</v></c>'), ("E135", "><f>1+1</f><v></v></c>")],
)
def test_a_cell_without_a_value_is_told_once(
    tiny: Path, tmp_path: Path, cell: str, code: str, content: str
) -> None:
    """A cell that cannot be read is not missing too, nor is its code elsewhere."""
    old = f'<c r="{cell}"[^>]*>.*?</c>'
    path = reworked(tiny, tmp_path / "y.xlsx", old, f'<c r="{cell}"{content}')

    (found,) = problems(path)
    assert (found.code, found.place.letter, found.place.row) == (code, cell[0], 2)


def test_merged_cells_are_told_once(tiny: Path, tmp_path: Path) -> None:
    """The cells that merging emptied are not missing too."""
    path = retyped(tiny, tmp_path / "x.xlsx", {("人员", "B3"): ""})
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'

    assert spots(reworked(path, tmp_path / "y.xlsx", "</sheetData>", merged)) == [
        ("E132", "y.xlsx[人员]!B2")
    ]


def test_a_long_number_is_no_code(tiny: Path, tmp_path: Path) -> None:
    """A number that lost its last digits is told, not taken for another code."""
    cells = {("人员", "A2"): 320101199001011234}

    assert spots(retyped(tiny, tmp_path / "y.xlsx", cells)) == [
        ("E126", "y.xlsx[人员]!A2 [人员代号]")
    ]


def test_words_and_columns_are_named_as_the_reader_types_them(
    tiny: Path, tmp_path: Path
) -> None:
    """In Chinese the words of the drop-down, in English those of the file."""
    path = retyped(tiny, tmp_path / "y.xlsx", {("人员", "J2"): "健康"})
    (found,) = problems(path)
    assert found.message("zh").endswith("允许的取值有：合格、不合格、待定。")
    assert found.message("en").endswith("Allowed are: yes, no, pending.")

    (found,) = problems(retyped(tiny, path, {("人员", "A1"): None}))[:1]
    assert found.message("zh") == "缺少列“人员代号”。请在列名所在的行补上。"


def test_a_title_above_the_columns_is_told_once(tiny: Path, tmp_path: Path) -> None:
    """One row above the names of the columns is one problem, not one for each."""
    workbook = CalamineWorkbook.from_path(tiny)
    sheets = {
        title: list(workbook.get_sheet_by_name(title).iter_rows())
        for title in workbook.sheet_names
    }
    sheets["人员"].insert(0, ["2023年选派人员一览"])

    path = book(tmp_path / "y.xlsx", sheets)
    assert spots(path) == [("E128", "y.xlsx[人员]!1:1")]


def test_a_note_under_a_table_is_one_problem(tiny: Path, tmp_path: Path) -> None:
    """A row of totals is told as such, not by each cell that it leaves blank."""
    path = retyped(tiny, tmp_path / "y.xlsx", {("人员", "A5"): "合计"})
    blank = {("人员", f"{letter}5"): "" for letter in "BDEFGIJKLPQTU"}

    assert spots(retyped(path, path, blank)) == [("E218", "y.xlsx[人员]!5:5")]


def test_chinese_words_stand_in_a_chinese_book(tiny: Path) -> None:
    """Directions and modes are the words of the drop-downs; they are read again."""
    workbook = CalamineWorkbook.from_path(tiny)
    people = workbook.get_sheet_by_name("人员").to_python()
    settings = {
        row[0]: row[1] for row in workbook.get_sheet_by_name("设置").to_python()
    }

    assert people[1][people[0].index("同意项目")] == "赴西宁"
    assert {settings[key] for key in settings if str(key).endswith("mode")} <= {
        "硬性",
        "软性",
        "停用",
    }
    assert read_scenario(tiny) == read_scenario(TINY)
