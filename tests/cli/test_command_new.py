"""``matcher new``: a scenario to start from, as a folder or a workbook."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from runner import Runner

YEAR = Path(__file__).parents[2] / "scenarios" / "nanjing-xining"


def test_the_starter_can_be_checked_at_once(run: Runner, tmp_path: Path) -> None:
    """The new folder is a valid scenario, and the next command is named."""
    folder = tmp_path / "mine"
    result = run("new", folder)
    assert result.exit_code == 0
    assert f"matcher check {folder}" in result.stdout
    assert run("check", folder).exit_code == 0


def test_an_example_has_the_size_that_was_asked_for(
    run: Runner, tmp_path: Path
) -> None:
    """People, posts and seed are those of the command line."""
    words = "--example --people 9 --seats 5 --seed 3 --json"
    result = run("new", tmp_path / "s", *words.split())
    assert json.loads(result.stdout) == {
        "schema": "matcher.new/1",
        "folder": str(tmp_path / "s"),
        "people": 9,
        "seats": 5,
        "seed": 3,
    }
    assert read_scenario(tmp_path / "s") == generate(9, 5, 3)


@pytest.mark.parametrize("name", ["s", "s.xlsx"])
def test_an_example_has_the_named_size(run: Runner, tmp_path: Path, name: str) -> None:
    """S is the year of the two cities, whatever form it is written in."""
    words = "--example --size s --seed 7 --json"
    result = run("new", tmp_path / name, *words.split())
    year = read_scenario(YEAR)
    document = json.loads(result.stdout)
    assert {key: document[key] for key in ("size", "people", "seats", "seed")} == {
        "size": "S",
        "people": len(year.people),
        "seats": sum(need.min_headcount for need in year.needs),
        "seed": 7,
    }
    assert read_scenario(tmp_path / name).fingerprint == year.fingerprint


def test_a_size_without_an_example_is_wrong_usage(run: Runner, tmp_path: Path) -> None:
    """The starter has the size it has."""
    result = run("new", tmp_path / "s", "--people", "9", lang="zh")
    assert result.exit_code == 2
    assert "--example" in result.stderr
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(("words", "status"), [((), 2), (("--force",), 0)])
def test_a_scenario_is_not_overwritten_unasked(
    run: Runner, folder: Path, words: tuple[str, ...], status: int
) -> None:
    """A folder that holds a scenario stays as it is unless --force is given."""
    before = read_scenario(folder)
    assert run("new", folder, *words).exit_code == status
    assert (read_scenario(folder) == before) is (status == 2)


def test_an_empty_workbook_can_be_checked_at_once(run: Runner, tmp_path: Path) -> None:
    """The template is a valid scenario without people and needs."""
    path = tmp_path / "year.xlsx"
    result = run("new", path, "--workbook", "--year", "2027")
    assert result.exit_code == 0
    assert f"matcher check {path}" in result.stdout
    assert run("check", path).exit_code == 0
    assert str(read_scenario(path).horizon) == "2027-01-01~2027-12-31"


def test_an_empty_workbook_is_for_this_year(run: Runner, tmp_path: Path) -> None:
    """Without a year the horizon is the year of the day."""
    result = run("new", tmp_path / "y.xlsx", "--json")
    document = json.loads(result.stdout)
    assert document == {
        "schema": "matcher.new/1",
        "workbook": str(tmp_path / "y.xlsx"),
        "year": datetime.now(tz=UTC).year,
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_example_can_be_a_workbook(run: Runner, tmp_path: Path, lang: str) -> None:
    """The invented year is the same in both languages of names, and as a folder."""
    path = tmp_path / "s.xlsx"
    words = "--workbook --example --people 9 --seats 5 --seed 3"
    assert run("new", path, *words.split(), lang=lang).exit_code == 0
    assert read_scenario(path) == generate(9, 5, 3)


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("s", "--workbook", "ends in .xlsx"),
        ("s.xlsm", "--workbook", "ends in .xlsx"),
        ("s", "--year 2027", "--year"),
        ("s.xlsx", "--example --year 2027", "--year"),
        ("s.xlsx", "--people 9", "--example"),
        ("s", "--size S", "--example"),
        ("s", "--example --size S --people 9", "--size"),
        ("s", "--example --size XS", "monolith-1000"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    run: Runner, tmp_path: Path, name: str, words: str, said: str
) -> None:
    """Nothing is written, and the way out is named."""
    result = run("new", tmp_path / name, *words.split())
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / name).exists()
