"""Whatever stands in the files, the reader says what it makes of it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from every import EVERY
from good import BASE, write
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import ScenarioError
from matcher.scenario import TABLES
from matcher.scenario.problems import PROBLEMS
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from matcher.errors import Problem


def reported(folder: Path) -> tuple[Problem, ...]:
    """Return the problems of a folder after telling each of them in Chinese."""
    try:
        read_scenario(folder)
    except ScenarioError as error:
        for problem in error.problems:
            problem.text("zh")
        return error.problems
    return ()


ROWS = {table: list(csv.reader(io.StringIO(EVERY[f"{table}.csv"]))) for table in TABLES}
CELLS = [
    (table, column, line)
    for table, entity in TABLES.items()
    for column in entity.model_fields
    for line in range(1, len(ROWS[table]))
]
WORDS = ("", "yes", "-1", "0", "3", "9" * 15, "1900-01-01", "2199-12-31", "春节")
CODES = sorted({row[0] for rows in ROWS.values() for row in rows})


@settings(max_examples=150, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    text=st.sampled_from(WORDS) | st.sampled_from(CODES) | st.text(max_size=20),
)
def test_no_cell_brings_the_reader_down(
    cell: tuple[str, str, int], text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any text in any cell is a value or a problem of the catalogue."""
    table, column, line = cell
    head, *rows = ROWS[table]
    added = [] if column in head else [column]
    rows = [[*row, *("" for _ in added)] for row in rows]
    rows[line - 1][[*head, *added].index(column)] = text
    content = io.StringIO()
    csv.writer(content, lineterminator="\n").writerows([[*head, *added], *rows])
    folder = write(tmp_path_factory.mktemp("s"), EVERY)
    encoded = content.getvalue().encode("utf-8", "surrogatepass")
    (folder / f"{table}.csv").write_bytes(encoded)

    assert {each.code for each in reported(folder)} <= set(PROBLEMS)


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, len(BASE["scenario.yaml"])),
    length=st.integers(0, 9),
    text=st.text("ab0 :：-[]{}\"'#&*!|>%@`\t\n\\\x07,?", max_size=6),
)
def test_no_settings_bring_the_reader_down(
    at: int, length: int, text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Settings with any piece overwritten are read or are told as problems."""
    folder = write(tmp_path_factory.mktemp("s"))
    good = BASE["scenario.yaml"]
    other = good[:at] + text + good[at + length :]
    (folder / "scenario.yaml").write_text(other, "utf-8", newline="")

    assert {each.code for each in reported(folder)} <= set(PROBLEMS)
