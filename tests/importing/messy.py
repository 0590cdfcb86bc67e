"""Three lists as offices keep them, with all that is in the way of reading them."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Office:
    """
    A list of an office.

    Parameters
    ----------
    name
        Name of the list and of its file.
    mapping
        How it is read.
    rows
        Its cells.
    head
        Numbers of the rows of the names of columns, counted from 1.
    ignored
        Numbers of the columns that the mapping ignores, counted from 0.
    told
        Code, row and number of the column of each thing that is told.
    meant
        What cells become that are not written as they stand.
    merged
        Ranges of merged cells.
    hidden
        Numbers of hidden rows.
    comments
        Comments, by cell.
    """

    name: str
    mapping: str
    rows: abc.Sequence[abc.Sequence[str]]
    head: abc.Collection[int]
    ignored: abc.Collection[int]
    told: abc.Collection[tuple[str, int, int]]
    meant: abc.Mapping[str, str] = field(default_factory=dict)
    merged: abc.Sequence[str] = ()
    hidden: abc.Sequence[int] = ()
    comments: abc.Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the list as a workbook and return it."""
        path = folder / f"{self.name}.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet("Sheet1")
            for number, row in enumerate(self.rows):
                for index, cell in enumerate(row):
                    if cell.isdecimal():
                        sheet.write_number(number, index, int(cell))
                    elif cell:
                        sheet.write_string(number, index, cell)
            for cells in self.merged:
                first = cells.partition(":")[0]
                text = self.rows[int(first[1:]) - 1][ord(first[0]) - ord("A")]
                sheet.merge_range(cells, text)
            for number in self.hidden:
                sheet.set_row(number - 1, None, None, {"hidden": True})
            for cell, text in self.comments.items():
                sheet.write_comment(cell, text)
        return path


HEALTH = Office(
    "卫健需求",
    """\
lists:
  卫健需求:
    table: needs
    header_rows: 2
    codes: WJ-{row:02}
    fill_down: [区县, 接收单位]
    columns:
      序号: 忽略
      区县: 忽略
      接收单位: unit
      需求专业: specialty
      到岗时间起: first_day
      到岗时间止: last_day
      人数: [min_headcount, max_headcount]
      备注: 忽略
      内部意见: reason
      联系人及电话: 忽略
    with_unit: [人数]
    constants: {programme: YZ}
""",
    [
        ["附件2"],
        ["大通县2023年医疗人才需求表"],
        ["填报单位：某局", "", "", "", "联系人：王小五", "", "", "", "13900001111"],
        [*["序号", "区县", "接收单位", "需求专业", "到岗时间"], "", "人数", "备注"],
        ["", "", "", "", "起", "止", "", "", "内部意见", "联系人及电话"],
        [
            *[
                "1",
                "大通县",
                "大通县人民医院",
                "心血管内科",
                "2023.5.1",
                "2023.7.31",
                "2人",
            ]
        ],
        ["2", "", "", "高原病科", "2023.6.1", "2023.8.31", "1人", "急", "拟派赵云"],
        ["小计", "", "", "", "", "", "3人"],
        ["3", "湟中区", "合计划生育站", "同上", "2023.6.2", "2023.8.30", "3人"],
        ["4", "", "大通县中医院", "骨科", "2023.6.3", "2023.8.29", "一人", "", ""],
        ["", "", "", "", "", "", "", "批注：丙某某不得外派"],
        ["合计", "", "", "", "", "", "6人"],
        ["注：1.人数不得空缺。2.联系人王小五。"],
    ],
    head=(4, 5),
    ignored=(0, 1, 7, 9),
    told=[
        ("W141", 1, 0),
        ("W141", 2, 0),
        ("W141", 3, 0),
        ("W147", 7, 9),
        ("W142", 8, 0),
        ("E204", 10, 7),
        ("W145", 11, 0),
        ("W142", 12, 0),
        ("W143", 13, 0),
        ("W148", 0, 0),
        ("W150", 0, 0),
    ],
    meant={"同上": "高原病科"},
    merged=["A2:J2", "E4:F4", "H4:H5", "B6:B7", "C6:C7"],
    hidden=[9],
    comments={"C9": "丙某某不得外派"},
)

SCHOOLS = Office(
    "教育人选",
    """\
lists:
  教育人选:
    table: people
    codes: JY-{row:02}
    columns:
      编号: 忽略
      人选: id
      性别: sex
      专业: specialties
      专业#2: note
      学校: unit
      时间: windows
      说明: note
      带教老师: 忽略
    names: [人选]
    months: {时间: 2023}
    constants: {sector: 教育, level: 3}
""",
    [
        ["", "2023年支教人选（第一批）"],
        [*["编号", "人选", "性别", "专业", "专业", "学校", "时间", "说明", "带教老师"]],
        ["1", "扎西·多杰", "男", "数学", "奥数", "第一中学", "5月至7月"],
        ["2", "索南达杰才让", "男", "物理", "", "第二中学", "9-12月", "接替扎西·多杰"],
        ["3", "高原", "女", "化学", "", "高原中学", "2023.5.1~2023.7.31", "", "王五"],
        ["", "李雷"],
        ["4", "大通", "女", "英语", "", "〃", "6月", "电话0971-6130000"],
        ["二、待定"],
        ["", "", "", "", "", "", "", "", "张三"],
    ],
    head=(2,),
    ignored=(0, 8),
    told=[
        ("W141", 1, 0),
        ("W146", 4, 8),
        ("E144", 6, 0),
        ("W147", 7, 8),
        ("W143", 8, 0),
        ("W145", 9, 0),
        ("W148", 0, 0),
    ],
    meant={
        "5月至7月": "2023-05-01~2023-07-31",
        "9-12月": "2023-09-01~2023-12-31",
        "6月": "2023-06-01~2023-06-30",
        "〃": "高原中学",
    },
    hidden=[4, 5],
)

FARMS = Office(
    "农业需求",
    """\
lists:
  农业需求:
    table: needs
    columns:
      编号: id
      单位: unit
      专业: specialty
      开始: first_day
      结束: last_day
      优先: priority
      说明: reason
    values:
      优先: {急: 1, 缓: 5}
    constants: {programme: NY}
""",
    [
        ["编号", "单位", "专业（必填）\n*", "开始", "结束", "优先", "说明", "床\n位"],
        ["N1", "农技站", "畜牧", "2023年5月1日", "2023年6月1日", "急", "种草"],
        ["N2", "会计总计", "会计", "2023年5月2日", "2023年6月2日", "缓", "a@b.cn"],
        ["N3", "林场", "造林", "五月", "2023年6月3日", "特急", "", "2张"],
        ["编号", "单位", "专业（必填）\n*", "开始", "结束", "优先", "说明", "床\n位"],
        ["总计", "3", "3", "", "", "2", "", "2"],
        ["审核人：李雷", "", "", "电话：13900001111"],
    ],
    head=(1,),
    ignored=(),
    told=[
        ("E141", 1, 8),
        ("W147", 3, 7),
        ("E203", 4, 4),
        ("E143", 4, 6),
        ("W144", 5, 0),
        ("W142", 6, 0),
        ("W143", 7, 0),
    ],
    meant={"急": "1", "缓": "5"},
)

OFFICES = {office.name: office for office in (HEALTH, SCHOOLS, FARMS)}

NAMES = (
    *("王小五", "赵云", "丙某某", "扎西·多杰", "索南达杰才让", "李雷", "王五", "张三"),
    *("13900001111", "6130000", "a@b.cn"),
)
"""Whom the lists name, and how they are reached; no file and no message tells."""
