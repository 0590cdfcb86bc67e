"""Every cell of a list is carried over, known as unwanted, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import imported

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.importing import Import

MAPPING = """\
lists:
  清单:
    table: units
    columns:
      代码: id
      名称: name
      地区: area
      类别: kind
      领域: sector
      上限: host_cap
      英文: name_en
      别名: name_en
      备注: 忽略
    values:
      类别: {医院: hospital, 无: 忽略}
"""

KNOWN = ["代码", "名称", "地区", "类别", "领域", "上限", "英文", "别名", "备注"]

WORDS = st.sampled_from(
    [
        "",
        "",
        "甲",
        "12",
        "医院",
        "无",
        "合计",
        "小计：",
        "注：甲",
        "一、",
        "名称",
        "清空",
        "合计划生育站",
        "拟派赵云",
        "13900001111",
    ]
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Return column names and rows, with cells that can be told from each other."""
    names = [*KNOWN, "床位", "", "名 称"]
    head = draw(st.permutations(names))[: draw(st.integers(3, len(names)))]
    width = len(head) + draw(st.integers(0, 1))
    rows = draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), max_size=6))
    marked = [
        [
            cell + f"_{number}_{index}" if cell and (number + index) % 2 else cell
            for index, cell in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]
    return head, marked


def carried(found: Import, text: str) -> bool:
    """Return whether a text, or what the mapping makes of it, stands in a table."""
    meant = {text, "hospital" if text == "医院" else text}
    return any(
        not meant.isdisjoint(cell.split("；"))
        for row in found.tables.get("units", ())
        for cell in row.values()
    )


@given(lists())
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nothing_is_dropped_in_silence(
    tmp_path: Path, given_list: tuple[list[str], list[list[str]]]
) -> None:
    """A cell that is in no table and not unwanted is told, or its row or column is."""
    head, rows = given_list
    found = imported(tmp_path, MAPPING, head, *rows)
    places = [each.place for each in found.problems if each.place.file == "清单.csv"]
    whole = any(not place.row and not place.cell for place in places)
    spots = {(place.row, place.cell) for place in places}
    for number, row in enumerate(rows, start=2):
        for index, cell in enumerate(row, start=1):
            name = head[index - 1] if index <= len(head) else ""
            unwanted = name == "备注" or (name == "类别" and cell == "无")
            told = {(number, index), (number, 0), (1, index)} & spots
            assert not cell or unwanted or told or whole or carried(found, cell), cell
