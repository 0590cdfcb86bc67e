"""Whatever is wrong with a workbook's form is told with its place and a way out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from books import book, told
from broken_books import AREAS, BROKEN, Broken

from matcher.scenario.problems import PROBLEMS
from matcher.scenario.problems.workbook import WORKBOOK
from matcher.scenario.workbook.cells import name_of_cell, position_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.scenario.workbook.cells import Cell


@pytest.mark.parametrize("broken", BROKEN, ids=lambda each: each.name)
def test_every_fault_is_told_once(broken: Broken, tmp_path: Path) -> None:
    """Code, place and message are right in both languages."""
    path = tmp_path / broken.file
    broken.make(path)
    _, problems = told(path)

    found = sorted((each.code, each.place.text("zh")) for each in problems)
    assert found == sorted(broken.told)
    for each in problems:
        assert each.text("en").startswith(f"{each.place}: {each.code} ")
        assert "{" not in each.message("zh") + each.message("en")
    if problems:
        messages = [each.message("en") for each in problems]
        assert any(broken.says in message for message in messages)


def test_every_fault_is_tried() -> None:
    """No message of a workbook's form is without an example."""
    tried = {code for broken in BROKEN for code, _ in broken.told}

    assert WORKBOOK.keys() - tried == {"E139"}  # of writing: test_round_trip
    assert WORKBOOK.items() <= PROBLEMS.items()


@pytest.mark.parametrize("title", ["區縣", " 区 县 ", "AREAS", "Areas", "区县"])
def test_sheets_are_known_by_any_spelling(title: str, tmp_path: Path) -> None:
    """Blanks, case and traditional characters make no difference."""
    found, problems = told(book(tmp_path / "y.xlsx", {title: AREAS}))

    assert found
    assert not problems
    grid = found.grid("areas")
    assert grid
    assert found.place("areas").sheet == title
    assert [record.row for record in grid.records] == [1, 2, 3]
    chinese = title == "区县"
    people, settings = ("人员", "设置") if chinese else ("people", "settings")
    assert found.place("people").text("zh") == f"y.xlsx[{people}]"
    assert found.settings() is None
    assert found.place().text("zh") == f"y.xlsx[{settings}]"


def test_coordinates_count_empty_rows_and_columns(tmp_path: Path) -> None:
    """A table that begins in C3 has its places there."""
    rows = [[], [], ["", "", "名称"], [], ["", "", "会"]]
    found, _ = told(book(tmp_path / "y.xlsx", {"推进会": rows}))

    assert found
    grid = found.grid("meetings")
    assert grid
    assert [(each.row, list(each.cells)) for each in grid.records] == [
        (3, ["", "", "名称"]),
        (5, ["", "", "会"]),
    ]
    assert str(grid.at(grid.records[1], 2)) == "y.xlsx[推进会]!C5"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1001.0, "1001"),
        (-3.0, "-3"),
        (0.35, "0.35"),
        (1e300, "1e+300"),
        (12, "12"),
        (True, "yes"),
        (False, "no"),
        (" 0012 ", " 0012 "),
        (date(2023, 9, 1), "2023-09-01"),
        (datetime(2023, 9, 1), "2023-09-01"),  # noqa: DTZ001 -- cells know no zones
        (datetime(2023, 9, 1, 8, 30), "2023-09-01 08:30"),  # noqa: DTZ001 -- ditto
        (time(8, 30), "08:30"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_cell_is_the_text_that_a_planner_sees(cell: Cell, text: str) -> None:
    """Numbers have no decimal point that nobody typed, days no time."""
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (1, 1)), ("AA10", (10, 27)), ("XFD3", (3, 16384))]
)
def test_cells_have_names(name: str, place: tuple[int, int]) -> None:
    """Names and numbers of cells are told from each other both ways."""
    assert position_of(name) == place
    assert name_of_cell(*place) == name
