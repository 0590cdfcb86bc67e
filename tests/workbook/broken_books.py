"""Workbooks that are broken in one way each, with what is told of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from books import book, edited
from xlsxwriter import Workbook

from matcher.scenario.workbook.writing import AS_TYPED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999)
AREAS = [
    ["区划代码*", "名称*", "城市*"],
    ["320102", "玄武", "南京"],
    ["630121", "大通", "西宁"],
]


@dataclass(frozen=True)
class Broken:
    """
    A workbook with a fault.

    Parameters
    ----------
    name
        What it is called in the output of the tests.
    make
        Writes it to a path.
    told
        Code and Chinese place of each problem.
    says
        A piece of the English message of the first.
    file
        Name of the file.
    """

    name: str
    make: Callable[[Path], object]
    told: tuple[tuple[str, str], ...]
    says: str
    file: str = "y.xlsx"


def _sheet(write: Callable[[Workbook], object]) -> Callable[[Path], object]:
    """Return what writes a workbook with a good sheet of areas, then changes it."""

    def make(path: Path) -> None:
        with Workbook(path, AS_TYPED) as workbook:
            sheet = workbook.add_worksheet("区县")
            for row, cells in enumerate(AREAS):
                sheet.write_row(row, 0, cells)
            write(workbook)

    return make


def _areas(workbook: Workbook):  # type: ignore[no-untyped-def]  # noqa: ANN202 -- xlsxwriter has no types
    return workbook.get_worksheet_by_name("区县")


def _merged(workbook: Workbook) -> None:
    _areas(workbook).merge_range("C2:C3", "西宁")
    _areas(workbook).merge_range("D1:E1", "备注")


def _hidden(workbook: Workbook) -> None:
    workbook.add_worksheet("单位").hide()
    workbook.add_worksheet("旧稿").hide()
    workbook.add_worksheet("清单").hide()


def _calculated(path: Path) -> None:
    _sheet(lambda each: _areas(each).write_formula("B3", '="大"&"通"', value="大通"))(
        path
    )
    edited(path, lambda _, text: text.replace(' fullCalcOnLoad="1"', ""))


def _without_value(path: Path) -> None:
    _calculated(path)
    edited(path, lambda _, text: text.replace("<v>大通</v>", "<v></v>"))


def _wrong_formula(path: Path) -> None:
    def write(workbook: Workbook) -> None:
        _areas(workbook).write_formula("B3", "=Z9", value="#REF!")
        _areas(workbook).write_formula("C2", "=Z9", value="#N/A")

    _sheet(write)(path)
    edited(path, lambda _, text: text.replace(' fullCalcOnLoad="1"', ""))


def _far(workbook: Workbook) -> None:
    _areas(workbook).write_string("XFD1048576", "x")


def _wide(workbook: Workbook) -> None:
    _areas(workbook).write_row("A1", [*AREAS[0], "海拔", "人口"])


def _blank_far_below(workbook: Workbook) -> None:
    _wide(workbook)
    _areas(workbook).write_string("A1048576", " ")


def _right(workbook: Workbook) -> None:
    _areas(workbook).write_string("XFD1", "x")
    _areas(workbook).write_string("A999", "x")


def _formatted(workbook: Workbook) -> None:
    look = workbook.add_format({"bold": True})
    _areas(workbook).write_blank("A1048576", None, look)


def _since_1904(path: Path) -> None:
    with Workbook(path, {**AS_TYPED, "date_1904": True}) as workbook:
        sheet = workbook.add_worksheet("推进会")
        for row, cells in enumerate([["会议代码", "名称", "日期"], ["M", "会", 43700]]):
            sheet.write_row(row, 0, cells)


def _damaged(path: Path) -> None:
    book(path, {"区县": AREAS})
    with ZipFile(path) as package:
        info = package.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    middle = info.header_offset + len(info.filename) + 30 + info.compress_size // 2
    content[middle : middle + 20] = bytes(20)
    path.write_bytes(content)


def _under_another_name(path: Path) -> None:
    book(path.with_suffix(".xlsx"), {"区县": AREAS}).rename(path)


def _open(path: Path) -> None:
    book(path, {"区县": AREAS})
    path.with_name(f"~${path.name}").write_text("", "utf-8")


BROKEN = (
    Broken(
        "merged",
        _sheet(_merged),
        (("E132", "y.xlsx[区县]!C2"), ("E132", "y.xlsx[区县]!D1")),
        "The cells C2:C3 are merged. Unmerge them",
    ),
    Broken(
        "hidden",
        _sheet(_hidden),
        (("W132", "y.xlsx[单位]"),),
        "The sheet is hidden; it was read all the same.",
    ),
    Broken(
        "misspelt",
        lambda path: book(path, {"区县": AREAS, "其它任务": []}),
        (("E133", "y.xlsx[其它任务]"),),
        "No table has the name of this sheet. Did you mean 其他任务?",
    ),
    Broken(
        "sheet beside the table",
        lambda path: book(path, {"区县": AREAS, "区县汇总": []}),
        (("W131", "y.xlsx[区县汇总]"),),
        "give it the name of a table: settings, areas,",
    ),
    Broken(
        "long number",
        lambda path: book(path, {"区县": [*AREAS, [320101199001011234, "a", "南京"]]}),
        (("E126", "y.xlsx[区县]!A4 [区划代码]"),),
        " has lost digits: a cell keeps 15 of them.",
    ),
    Broken(
        "day for a code",
        lambda path: book(path, {"区县": [*AREAS, [date(2023, 3, 4), "a", "南京"]]}),
        (("E127", "y.xlsx[区县]!A4 [区划代码]"),),
        "holds the day 2023-03-04",
    ),
    Broken(
        "damaged",
        _damaged,
        (("E131", "y.xlsx[区县]"),),
        "It is damaged, or no workbook at all.",
    ),
    Broken(
        "stranger",
        lambda path: book(path, {"区县": AREAS, "Sheet3": [], "说明": [["x"]]}),
        (("W131", "y.xlsx[Sheet3]"),),
        "was not read",
    ),
    Broken(
        "twice",
        lambda path: book(path, {"区县": AREAS, "Areas": AREAS}),
        (("E134", "y.xlsx[Areas]"),),
        "The sheets “区县” and “Areas” are the same table.",
    ),
    Broken(
        "uncalculated",
        _sheet(lambda each: _areas(each).write_formula("B3", "=1+1")),
        (("E135", "y.xlsx[区县]!B3"),),
        "was never calculated",
    ),
    Broken(
        "without a value",
        _without_value,
        (("E135", "y.xlsx[区县]!B3"),),
        "was never calculated",
    ),
    Broken("calculated", _calculated, (), ""),
    Broken(
        "errors",
        _wrong_formula,
        (("E136", "y.xlsx[区县]!C2"), ("E136", "y.xlsx[区县]!B3")),
        "holds the error #N/A",
    ),
    Broken(
        "far",
        _sheet(_far),
        (("E137", "y.xlsx[区县]!XFD1048576"),),
        "The cell XFD1048576 holds something, far away",
    ),
    Broken(
        "blank far below",
        _sheet(_blank_far_below),
        (("E137", "y.xlsx[区县]!A1048576"),),
        "The cell A1048576 holds something, far away",
    ),
    Broken(
        "far to the right",
        _sheet(_right),
        (("E137", "y.xlsx[区县]!XFD1"),),
        "The cell XFD1 holds something, far away",
    ),
    Broken(
        "formatted to the end",
        _sheet(_formatted),
        (("W134", "y.xlsx[区县]!4:4"),),
        "used down to row 1048576, its table ends in row 3",
    ),
    Broken(
        "blanks",
        lambda path: book(path, {"区县": [*AREAS, [" "], [], ["\u3000", "\n"]]}),
        (("W133", "y.xlsx[区县]!4:4"),),
        "2 row(s) hold nothing but blanks",
    ),
    Broken(
        "days from 1904",
        _since_1904,
        (("E138", "y.xlsx[推进会]!C2 [日期]"),),
        "“43700” is a bare number",
    ),
    Broken(
        "open",
        _open,
        (("W135", "y.xlsx"),),
        "open in another program",
    ),
    Broken(
        "no workbook",
        lambda path: path.write_text("hello", "utf-8"),
        (("E131", "y.xlsx"),),
        "no workbook at all",
    ),
    Broken(
        "empty file",
        lambda path: path.write_bytes(b""),
        (("E131", "y.xlsx"),),
        "save it as .xlsx",
    ),
    Broken(
        "locked with a password",
        lambda path: path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le")),
        (("E130", "y.xlsx"),),
        "locked with a password",
    ),
    Broken(
        "locked under another name",
        lambda path: path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le")),
        (("E130", "y.xls"),),
        "locked with a password",
        file="y.xls",
    ),
    Broken(
        "of a kind that is old and broken",
        lambda path: path.write_bytes(OLE),
        (("E131", "y.xlsx"),),
        "no workbook at all",
    ),
    Broken(
        "under another name",
        _under_another_name,
        (),
        "",
        file="y.xls",
    ),
    Broken("missing", lambda _: None, (("E103", "y.xlsx"),), "cannot be opened"),
    Broken(
        "a folder",
        lambda path: path.mkdir(),
        (("E103", "y.xlsx"),),
        "cannot be opened",
    ),
)
"""Every fault of a workbook's form."""
