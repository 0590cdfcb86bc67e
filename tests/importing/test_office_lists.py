"""What becomes of an office's list: columns, rows and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from offices import HEAD, MAPPING, ROW, imported, told

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_that_is_understood_becomes_a_table(tmp_path: Path) -> None:
    """Cells keep the office's words; constants stand in every row."""
    found = imported(tmp_path, MAPPING, HEAD, ROW, partial=False)

    assert found.is_understood
    assert found.tables["needs"] == (
        {
            "id": "N1",
            "unit": "大通医院",
            "specialty": "心内科",
            "level": "4",
            "first_day": "2023-05-01",
            "last_day": "2023-06-01",
            "programme": "S6",
        },
    )


@pytest.mark.parametrize(
    "name", ["单 位", "*单位", "（单位）", "单\n位", "單位", "单位(全称)", "单位："]
)
def test_small_differences_of_names_do_not_count(tmp_path: Path, name: str) -> None:
    """Blanks, brackets, stars, line breaks and old characters are overlooked."""
    head = [name if each == "单位" else each for each in HEAD]

    assert imported(tmp_path, MAPPING, head, ROW).problems == ()


def test_the_names_are_found_below_titles(tmp_path: Path) -> None:
    """The first row that holds most of the names is theirs; titles are told."""
    title = ["2023年清单", "", "", "", "", "", ""]
    found = imported(tmp_path, MAPPING, title, ["单位", "某局"], HEAD, ROW)

    assert told(found.problems) == [("W141", "需求.csv:1"), ("W141", "需求.csv:2")]
    assert len(found.tables["needs"]) == 1


def test_the_row_of_the_names_may_be_said(tmp_path: Path) -> None:
    """A row that is said is taken even if another one holds more names."""
    text = MAPPING.replace("table: needs", "table: needs\n    row: 2")
    found = imported(tmp_path, text, HEAD, ["编号"], ["N1"])

    assert ("W141", "需求.csv:1") in told(found.problems)
    assert sum(each.code == "E142" for each in found.problems) == len(HEAD) - 1


def test_a_list_without_the_names_is_told(tmp_path: Path) -> None:
    """Where no row holds a name that is wanted, nothing is guessed."""
    found = imported(tmp_path, MAPPING, ["甲", "乙"], ["1", "2"])

    assert told(found.problems) == [("E145", "需求.csv")]


def test_names_in_two_rows_are_one(tmp_path: Path) -> None:
    """A group over its members is put before them."""
    text = MAPPING.replace("起:", "时段起:").replace("止:", "时段止:")
    text = text.replace("table: needs", "table: needs\n    header_rows: 2")
    upper = ["编号", "单位", "专业", "级别", "时段", "", "备注"]
    found = imported(tmp_path, text, upper, ["", "", "", "", "起", "止", ""], ROW)

    assert found.problems == ()
    assert found.tables["needs"][0]["last_day"] == "2023-06-01"


def test_a_name_without_a_part_below_is_no_group(tmp_path: Path) -> None:
    """What stands over a blank does not run on over the next columns."""
    text = MAPPING.replace("起:", "时段起:").replace("止:", "时段止:")
    text = text.replace("table: needs", "table: needs\n    header_rows: 2")
    text = text.replace("备注: 忽略", "备注: 忽略\n      内部意见: reason")
    upper = ["编号", "单位", "专业", "级别", "时段", "", "备注", ""]
    lower = ["", "", "", "", "起", "止", "", "内部意见"]
    found = imported(tmp_path, text, upper, lower, [*ROW, "急"])

    assert found.problems == ()
    assert found.tables["needs"][0]["reason"] == "急"


def test_a_column_that_the_mapping_does_not_name_is_told(tmp_path: Path) -> None:
    """It is told with its letter, a sample and the nearest name that is missing."""
    head = [*HEAD[:3], "级 别2", *HEAD[4:], "床位"]
    found = imported(tmp_path, MAPPING, head, [*ROW, "3张"])
    wrong = {each.code: each for each in found.problems if each.place.column != "床位"}
    (strange,) = (each for each in found.problems if each.place.column == "床位")

    assert str(strange.place) == "需求.csv:1:H [床位]"
    assert strange.facts["sample"] == "3张"
    assert wrong["E141"].facts["nearest"] == "级别"
    assert wrong["E142"].facts["nearest"] == "级 别2"
    assert str(wrong["E142"].place) == "mapping.yaml:8:7 [lists.需求.columns.级别]"


def test_cells_without_a_column_name_are_told(tmp_path: Path) -> None:
    """A nameless column that holds something is told by its letter."""
    found = imported(tmp_path, MAPPING, HEAD, [*ROW, "?"])

    assert told(found.problems) == [("E141", "需求.csv:1:H")]


def test_a_column_that_stands_there_twice_is_told(tmp_path: Path) -> None:
    """The second of two columns of one name is a fault, with the name to map it by."""
    found = imported(tmp_path, MAPPING, [*HEAD, "级别"], [*ROW, "3"])
    text = MAPPING.replace("备注: 忽略", "备注: 忽略\n      级别#2: reason")
    said = imported(tmp_path, text, [*HEAD, "级 别"], [*ROW, "急"])

    assert told(found.problems) == [("E150", "需求.csv:1:H [级别]")]
    assert "“级别#2”" in found.problems[0].message("en")
    assert said.problems == ()
    assert (said.tables["needs"][0]["level"], said.tables["needs"][0]["reason"]) == (
        "4",
        "急",
    )


def test_two_columns_that_differ_in_brackets_have_their_own_names(
    tmp_path: Path,
) -> None:
    """The second of 级别（最低） and 级别（最高） is mapped by its full name."""
    head = [*HEAD[:3], "级别（最低）", *HEAD[4:], "级别（最高）"]
    found = imported(tmp_path, MAPPING, head, [*ROW, "3"])

    assert told(found.problems) == [("E150", "需求.csv:1:H [级别（最高）]")]
    assert "“级别（最高）” under columns" in found.problems[0].message("en")


def test_a_name_with_a_line_break_is_told_on_one_line(tmp_path: Path) -> None:
    """The break in the name of a column that nobody mentions is a blank."""
    found = imported(tmp_path, MAPPING, [*HEAD, "床\n位"], [*ROW, "3张"])

    assert told(found.problems) == [("E141", "需求.csv:1:H [床 位]")]
    assert "\n" not in found.problems[0].text("en")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["合计", "", "", "12"], "W142"),
        (["", "大通县小 计", "", "12"], "W142"),
        (["总计：3人"], "W142"),
        (["合计", "2人", "2", "12", "3", "4.5", "6"], "W142"),
        (["注：1. 不得空缺"], "W143"),
        (["填表人：某某", "审核人：某某"], "W143"),
        (["一、医疗类"], "W143"),
        (["（二）教育类"], "W143"),
        (HEAD, "W144"),
        (["", "", "", "", "", "", "第2页"], "W145"),
        (["待定"], "E144"),
    ],
)
def test_a_row_that_is_no_data_is_told(
    tmp_path: Path, row: list[str], code: str
) -> None:
    """Totals, notes, headings, repeated names and rows of one cell have their code."""
    found = imported(tmp_path, MAPPING, HEAD, ROW, row)

    assert told(found.problems) == [(code, "需求.csv:3")]
    assert len(found.tables["needs"]) == 1


@pytest.mark.parametrize("unit", ["合计划生育站", "会计总计"])
def test_a_full_row_is_data_whatever_its_first_word(tmp_path: Path, unit: str) -> None:
    """A unit that is called like a total is read where its row is filled in."""
    text = MAPPING.replace("编号: id", "编号: 忽略") + "    codes: N{row}\n"
    head = ["单位", *HEAD[2:]]
    text = text.replace("      编号: 忽略\n", "")
    found = imported(tmp_path, text, head, [unit, *ROW[2:]])

    assert found.problems == ()
    assert [each["unit"] for each in found.tables["needs"]] == [unit]


def test_a_cell_that_cannot_be_read_is_told_where_it_stands(tmp_path: Path) -> None:
    """The office's own cell is named; the rest of the row is understood."""
    bad = [*ROW[:3], "随便", "五月", *ROW[5:]]
    found = imported(tmp_path, MAPPING, HEAD, bad)

    assert told(found.problems) == [
        ("E214", "需求.csv:2:D [级别]"),
        ("E203", "需求.csv:2:E [起]"),
    ]
    assert {"level", "first_day"} & set(found.tables["needs"][0]) == set()
    assert found.tables["needs"][0]["unit"] == "大通医院"


def test_a_blank_that_must_not_be_blank_is_told(tmp_path: Path) -> None:
    """A required column that the mapping names must be filled in."""
    found = imported(tmp_path, MAPPING, HEAD, [*ROW[:1], "", *ROW[2:]])

    assert told(found.problems) == [("E201", "需求.csv:2:B [单位]")]


def test_a_column_that_nothing_gives_is_told_without_a_base(tmp_path: Path) -> None:
    """What a table must have comes from somewhere, unless rows of a base change."""
    text = MAPPING.replace("    constants: {programme: S6}\n", "")

    assert imported(tmp_path, text, HEAD, ROW).problems == ()
    found = imported(tmp_path, text, HEAD, ROW, partial=False)
    assert told(found.problems) == [("E147", "mapping.yaml:2:3 [lists.需求]")]


def test_a_code_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Two rows with one code are told at the second."""
    found = imported(tmp_path, MAPPING, HEAD, ROW, ROW)

    assert told(found.problems) == [("E302", "需求.csv:3:A [编号]")]


def with_keys(*lines: str) -> str:
    """Return the mapping with more keys."""
    return MAPPING + "".join(f"    {line}\n" for line in lines)


def level(tmp_path: Path, cell: str, *lines: str) -> tuple[str, list[str]]:
    """Return the level that a cell becomes, and the codes of what is told."""
    row = [*ROW[:3], cell, *ROW[4:]]
    found = imported(tmp_path, with_keys(*lines), HEAD, row)
    rows = found.tables["needs"]
    return rows[0].get("level", ""), [each.code for each in found.problems]


VALUES = "values: {级别: {高级: 4, 中级以上: 3, 不限: 忽略}}"


@pytest.mark.parametrize(
    ("cell", "becomes"),
    [
        ("高级", ("4", [])),
        ("高　级", ("4", [])),
        ("不限", ("", [])),
        ("5", ("5", [])),
        ("低级", ("", ["E143"])),
    ],
)
def test_values_are_explained(
    tmp_path: Path, cell: str, becomes: tuple[str, list[str]]
) -> None:
    """A value is what the mapping says, or what our reader understands, or told."""
    assert level(tmp_path, cell, VALUES) == becomes


def test_all_other_values_may_be_explained(tmp_path: Path) -> None:
    """A star stands for every other value; 原样 takes it as it is."""
    assert level(tmp_path, "随便", "values: {级别: {高: 4, '*': 2}}") == ("2", [])
    assert level(tmp_path, "3", "values: {级别: {高: 4, '*': 原样}}") == ("3", [])


def test_a_text_that_is_not_explained_is_told(tmp_path: Path) -> None:
    """A column of text with values takes no other text."""
    text = with_keys("values: {单位: {大通: DT}}")

    assert told(imported(tmp_path, text, HEAD, ROW).problems) == [
        ("E143", "需求.csv:2:B [单位]")
    ]


def test_blank_cells_are_filled_down_where_that_is_said(tmp_path: Path) -> None:
    """The cell above counts, across a row of totals; elsewhere a blank is a fault."""
    rows = (HEAD, ROW, ["小计"], ["N2", "", *ROW[2:]])
    found = imported(tmp_path, with_keys("fill_down: [单位]"), *rows)

    assert [row["unit"] for row in found.tables["needs"]] == ["大通医院", "大通医院"]
    assert [each.code for each in found.problems] == ["W142"]
    assert "E201" in [each.code for each in imported(tmp_path, MAPPING, *rows).problems]


@pytest.mark.parametrize("mark", ["同上", "〃"])
def test_a_mark_for_the_same_is_the_cell_above(tmp_path: Path, mark: str) -> None:
    """The word 同上 needs no mention in the mapping."""
    rows = (HEAD, ROW, ["N2", mark, *ROW[2:]])
    found = imported(tmp_path, MAPPING, *rows)

    assert found.problems == ()
    assert [row["unit"] for row in found.tables["needs"]] == ["大通医院", "大通医院"]


def test_nothing_is_filled_down_into_another_group(tmp_path: Path) -> None:
    """Where a column to the left begins something new, a blank cell is a fault."""
    text = MAPPING.replace("备注: 忽略", "区县: 忽略") + "    fill_down: [区县, 单位]\n"
    head = ["区县", *HEAD[:-1]]
    rows = (["大通", *ROW[:-1]], ["湟中", "N2", "", *ROW[2:-1]])

    assert told(imported(tmp_path, text, head, *rows).problems) == [
        ("E201", "需求.csv:3:C [单位]")
    ]


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2023.11", "2023-11-01", "2023-11-30"),
        ("202304", "2023-04-01", "2023-04-30"),
        ("2023-04-09", "2023-04-09", "2023-04-09"),
    ],
)
def test_months_become_days(tmp_path: Path, cell: str, first: str, last: str) -> None:
    """A month is its first or last day, as said; a day stays."""
    row = [*ROW[:4], cell, cell, ""]
    text = with_keys("months: {起: 首日, 止: last}")
    (made,) = imported(tmp_path, text, HEAD, row).tables["needs"]

    assert (made["first_day"], made["last_day"]) == (first, last)


SPANS = """\
lists:
  人选:
    table: people
    columns:
      代号: id
      时段: windows
    months: {时段: YEAR}
    constants: {unit: U, sector: 医疗, level: 3, sex: 女, specialties: 心内科}
"""


@pytest.mark.parametrize(
    ("cell", "year", "becomes"),
    [
        ("2023年5月至7月", "range", "2023-05-01~2023-07-31"),
        ("2023年5月-2023年7月", "起止", "2023-05-01~2023-07-31"),
        ("2023.5—2024.2", "range", "2023-05-01~2024-02-29"),
        ("5月至7月", "2023", "2023-05-01~2023-07-31"),
        ("2023年5-7月", "range", "2023-05-01~2023-07-31"),
        ("5-7", "2023", None),
        ("5月—7月；9月份", "2023", "2023-05-01~2023-07-31；2023-09-01~2023-09-30"),
        ("11月至次年2月", "2023", "2023-11-01~2024-02-29"),
        ("5月至7月", "range", None),
        ("2023.1", "range", None),
        ("2023-05-01~2023-07-30", "range", "2023-05-01~2023-07-30"),
    ],
)
def test_months_become_windows(
    tmp_path: Path, cell: str, year: str, becomes: str | None
) -> None:
    """Months from and to are all their days; what is not certain is a fault."""
    text = SPANS.replace("YEAR", year)
    found = imported(tmp_path, text, ["代号", "时段"], ["P1", cell])

    assert found.tables["people"][0].get("windows") == becomes
    assert found.is_understood == bool(becomes)


@pytest.mark.parametrize("cell", ["2023.1", "2023年13月"])
def test_a_month_that_is_not_certain_is_told(tmp_path: Path, cell: str) -> None:
    """2023.1 may have been October before a program took it for a number."""
    row = [*ROW[:4], cell, *ROW[5:]]
    found = imported(tmp_path, with_keys("months: {起: 首日}"), HEAD, row)

    assert told(found.problems) == [("E203", "需求.csv:2:E [起]")]


WINDOWS = """\
lists:
  人选:
    table: people
    columns:
      代号: id
      起: windows.first_day
      止: windows.last_day
      又起: 可派时段.首日
      又止: 可派时段.末日
    constants: {unit: U, sector: 医疗, level: 3, sex: 女, specialties: 心内科}
"""


@pytest.mark.parametrize(
    ("ends", "becomes", "faults"),
    [
        (
            ["2023.3.1", "2023.4.1", "2023.6.1", "2023.7.1"],
            "2023.3.1~2023.4.1；2023.6.1~2023.7.1",
            [],
        ),
        (["2023.3.1", "2023.4.1", "", ""], "2023.3.1~2023.4.1", []),
        (["2023.3.1", "", "", ""], None, [("E201", "人选.csv:2:C [止]")]),
        (["2023.3.1", "四月", "", ""], None, [("E203", "人选.csv:2:C [止]")]),
        (["2023.4.1", "2023.3.1", "", ""], None, [("E401", "人选.csv:2:B [起]")]),
    ],
)
def test_windows_may_stand_in_two_columns(
    tmp_path: Path,
    ends: list[str],
    becomes: str | None,
    faults: list[tuple[str, str]],
) -> None:
    """First and last day become a window; what is missing is told once."""
    head = ["代号", "起", "止", "又起", "又止"]
    found = imported(tmp_path, WINDOWS, head, ["P1", *ends])

    assert found.tables["people"][0].get("windows") == becomes
    assert told(found.problems) == faults


def test_units_may_stand_behind_numbers_where_that_is_said(tmp_path: Path) -> None:
    """三周 is not read, 2周 is 14 days, and without the word in the mapping a fault."""
    text = MAPPING.replace("备注: 忽略", "时长: shortest")
    head, row = [*HEAD[:-1], "时长"], [*ROW[:-1], "2周"]
    plain = imported(tmp_path, text, head, row)
    said = imported(tmp_path, text + "    with_unit: [时长]\n", head, row)

    assert told(plain.problems) == [("E213", "需求.csv:2:G [时长]")]
    assert said.tables["needs"][0]["shortest"] == "14"


def test_one_column_may_give_two(tmp_path: Path) -> None:
    """A head-count is both the least and the greatest; a fault is told once."""
    text = MAPPING.replace("备注: 忽略", "人数: [min_headcount, max_headcount]")
    head = [*HEAD[:-1], "人数"]
    good = imported(tmp_path, text, head, [*ROW[:-1], "2"])
    bad = imported(tmp_path, text, head, [*ROW[:-1], "二"])

    assert good.tables["needs"][0]["min_headcount"] == "2"
    assert good.tables["needs"][0]["max_headcount"] == "2"
    assert told(bad.problems) == [("E204", "需求.csv:2:G [人数]")]


def test_codes_are_made_where_there_are_none(tmp_path: Path) -> None:
    """A running number, never one that the office gave."""
    rows = [["", *ROW[1:]], ["DT-1", *ROW[1:]], ["", *ROW[1:]]]
    found = imported(tmp_path, with_keys("codes: 'DT-{row}'"), HEAD, *rows)

    assert [row["id"] for row in found.tables["needs"]] == ["DT-2", "DT-1", "DT-3"]
    assert found.problems == ()


def test_a_file_that_no_list_reads_is_told(tmp_path: Path) -> None:
    """The file is named, and the list whose name is near."""
    text = MAPPING.replace("  需求:", "  需求:\n    file: 别的*")

    assert told(imported(tmp_path, text, HEAD, ROW).problems) == [("E140", "需求.csv")]
