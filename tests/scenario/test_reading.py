"""The same scenario is read from files of many kinds."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from good import BASE, write
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import ScenarioError
from matcher.scenario import TABLES
from matcher.scenario.base import Mode
from matcher.scenario.problems import PROBLEMS
from matcher.scenario.reading import read_scenario
from matcher.scenario.tables import required
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from matcher.errors import Problem

TABLE_FILES = [name for name in BASE if name.endswith(".csv")]


def test_the_good_scenario_is_read(tmp_path: Path) -> None:
    """Settings, policy and tables arrive as values."""
    scenario = read_scenario(write(tmp_path / "s"))

    assert (scenario.name, scenario.title, scenario.seed) == ("base", "基础", 1)
    assert scenario.horizon == Window(date(2023, 3, 1), date(2024, 3, 1))
    assert scenario.policy.mode("pairing") is Mode.OFF
    assert scenario.policy.price("health") == 5
    assert scenario.policy.rules["health"].reason == "tried"
    assert scenario.policy.number("one-place", "rest_days") == 7
    assert scenario.policy.parameter("coverage", "weights") == (6, 5, 4, 3, 2, 1)
    assert [step.goal for step in scenario.policy.goals] == [
        "agreement",
        "concessions",
        "coverage",
        "fairness",
    ]
    person = scenario.person["P002"]
    assert person.specialties == ("03", "03.04")
    assert person.windows == (Window(date(2023, 3, 1), date(2024, 3, 1)),)
    assert scenario.person["P001"].note == "两行\n备注"
    assert scenario.unit["XHOSP"].release_cap is None
    assert scenario.need["T-LEAD"].leader


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    """Files in UTF-8, with or without BOM, and in GB18030 hold the same scenario."""
    folder = write(tmp_path / "s")
    for name, text in BASE.items():
        (folder / name).write_bytes(text.encode(encoding))

    assert read_scenario(folder) == read_scenario(write(tmp_path / "plain"))


def tabs(text: str) -> str:
    """Return the table with tabs between the cells."""
    return text.replace(",", "\t")


def windows_lines(text: str) -> str:
    """Return the table with line ends as on Windows."""
    return text.replace("\n", "\r\n")


def blank_rows(text: str) -> str:
    """Return the table with blank rows around and between the rows."""
    commas = "," * text.partition("\n")[0].count(",")
    if '"' in text:
        return f"\n{text}{commas}\n\n"
    return f"\n{text}".replace("\n", f"\n{commas}\n\n")


def padded(text: str) -> str:
    """Return the table with blanks around every cell, full-width ones too."""
    return text if '"' in text else text.replace(",", " ,\u3000")


@pytest.mark.parametrize("change", [tabs, windows_lines, blank_rows, padded])
def test_the_form_of_a_table_means_nothing(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    """Separators, line ends and blanks change nothing."""
    other = {name: change(BASE[name]) for name in TABLE_FILES}
    scenario = read_scenario(write(tmp_path / "s", {**BASE, **other}))

    assert scenario == read_scenario(write(tmp_path / "plain"))


def test_columns_may_have_chinese_names(tmp_path: Path) -> None:
    """The titles of the fields name the columns as well as the fields do."""
    other = {}
    for name in TABLE_FILES:
        fields = TABLES[name.removesuffix(".csv")].model_fields
        head, _, rows = BASE[name].partition("\n")
        titles = [str(fields[column].title) for column in head.split(",")]
        other[name] = ",".join(titles) + "\n" + rows
    scenario = read_scenario(write(tmp_path / "s", {**BASE, **other}))

    assert scenario == read_scenario(write(tmp_path / "plain"))


@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_and_columns_means_nothing(
    chance: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Shuffled rows and columns give an equal scenario with an equal fingerprint."""
    folder = tmp_path_factory.mktemp("s")
    plain = {**BASE, "people.csv": BASE["people.csv"].replace('"两行\n备注"', "备注")}
    shuffled = dict(plain)
    for name in TABLE_FILES:
        rows = [line.split(",") for line in plain[name].splitlines()]
        order = chance.sample(range(len(rows[0])), len(rows[0]))
        head, *body = ([row[number] for number in order] for row in rows)
        chance.shuffle(body)
        shuffled[name] = "\n".join(",".join(row) for row in (head, *body))

    scenario = read_scenario(write(folder / "s", shuffled))
    expected = read_scenario(write(folder / "p", plain))

    assert scenario == expected
    assert scenario.fingerprint == expected.fingerprint


def changed(old: str, new: str, folder: Path, name: str = "people.csv") -> Path:
    """Write the good scenario with one text replaced, and return its folder."""
    assert BASE[name].count(old) == 1
    return write(folder, {**BASE, name: BASE[name].replace(old, new)})


@pytest.mark.parametrize("text", ["NA", "null", "0012", "1.10", "=1+1", "+86 25", "是"])
def test_text_stays_as_it_was_typed(text: str, tmp_path: Path) -> None:
    """No text turns into a number, a formula or nothing."""
    scenario = read_scenario(changed("IN,,", f"IN,,{text}", tmp_path / "s"))

    assert scenario.person["P002"].note == text


def test_leading_zeros_of_settings_stay(tmp_path: Path) -> None:
    """A name that looks like a number is text in scenario.yaml too."""
    folder = changed("name: base", "name: 0012", tmp_path / "s", "scenario.yaml")

    assert read_scenario(folder).name == "0012"


def test_optional_tables_may_be_missing(tmp_path: Path) -> None:
    """Six tables and the settings make a scenario."""
    needed = ("areas", "specialties", "units", "people", "programmes", "needs")
    files = {f"{name}.csv": BASE[f"{name}.csv"] for name in needed}
    files["scenario.yaml"] = (
        "name: s\nhorizon: {first_day: 2023-03-01, last_day: 2024-02-29}"
    )
    files["units.csv"] = files["units.csv"].replace("SITE", "")
    files["needs.csv"] = files["needs.csv"].replace("TEAM,", ",")

    scenario = read_scenario(write(tmp_path / "s", files))

    assert {name for name in TABLES if getattr(scenario, name)} == set(needed)


def test_files_of_other_programs_are_left_aside(tmp_path: Path) -> None:
    """Lock files of office programs and files of other kinds are not tables."""
    folder = write(tmp_path / "s")
    for name in (".~lock.people.csv#", "~$people.csv", "README.md", "areas.xlsx"):
        (folder / name).write_text("x", "utf-8")

    assert read_scenario(folder).name == "base"


def test_goals_may_be_none(tmp_path: Path) -> None:
    """A list of goals without goals is not the same as silence about goals."""
    goals = BASE["scenario.yaml"].partition("goals:")[2]
    none = changed(goals, " []\n", tmp_path / "none", "scenario.yaml")
    text = none / "scenario.yaml"
    text.write_text(text.read_text("utf-8").replace("soft", "strict"), "utf-8")
    silent = changed("goals:" + goals, "", tmp_path / "silent", "scenario.yaml")

    assert read_scenario(none).policy.goals == ()
    assert len(read_scenario(silent).policy.goals) == 9


def reported(folder: Path) -> tuple[Problem, ...]:
    """Return the problems of a folder after telling each of them in Chinese."""
    try:
        read_scenario(folder)
    except ScenarioError as error:
        for problem in error.problems:
            problem.text("zh")
        return error.problems
    return ()


CELLS = [
    (table, column)
    for table, entity in TABLES.items()
    for column in entity.model_fields
    if f"{table}.csv" in BASE
]


@settings(max_examples=60, deadline=None)
@given(cell=st.sampled_from(CELLS), text=st.text(max_size=20))
def test_no_cell_brings_the_reader_down(
    cell: tuple[str, str], text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any text in any cell is a value or a problem of the catalogue."""
    table, column = cell
    name = f"{table}.csv"
    head, first, *rest = BASE[name].replace('"两行\n备注"', "").splitlines()
    cells = dict(zip(head.split(","), first.split(","), strict=True))
    cells[column] = '"' + text.replace('"', '""') + '"'
    lines = (",".join(cells), ",".join(cells.values()))
    if column not in head.split(","):
        rest = [f"{row}," for row in rest]
    folder = tmp_path_factory.mktemp("s")
    content = "\n".join([*lines, *rest]).encode("utf-8", "surrogatepass")
    write(folder)
    (folder / name).write_bytes(content)

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


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("matcher.scenario", {"ruamel.yaml", "pandas", "ortools"}),
        ("matcher.scenario.reading", {"pandas", "ortools", "numpy"}),
    ],
)
def test_reading_imports_little(module: str, unwanted: set[str]) -> None:
    """The entities need no YAML, and reading needs no frames and no solver."""
    code = f"import sys, {module}; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert set(result.stdout.split()) & unwanted == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_required_column_is_asked_for(table: str, tmp_path: Path) -> None:
    """A table that has only one column with a wrong name misses all required ones."""
    folder = write(tmp_path / "s")
    (folder / f"{table}.csv").write_text("zzzz\n", "utf-8")

    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)

    missing = [
        each.facts["value"] for each in caught.value.problems if each.code == "E110"
    ]
    assert missing == list(required(TABLES[table]))
