"""``matcher check``: every problem with its place, for people and programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from matcher.scenario import TABLES
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def broken(folder: Path) -> Path:
    """Return a scenario folder whose only need asks for an unknown programme."""
    needs = folder / "needs.csv"
    text = needs.read_text("utf-8-sig")
    needs.write_text(text.replace("IN", "INN"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "No problem found."), ("zh", "没有发现问题。")]
)
def test_a_good_scenario_is_said_to_be_good(
    run: Runner, folder: Path, lang: str, says: str
) -> None:
    """A scenario without problems ends with status 0 and names the next command."""
    result = run("check", folder, lang=lang)
    assert (result.exit_code, result.stderr) == (0, "")
    assert says in result.stdout
    assert f"matcher solve {folder}" in result.stdout


def test_a_program_learns_what_was_read(run: Runner, folder: Path) -> None:
    """The document has the size of each table and the fingerprint."""
    document = json.loads(run("check", folder, "--json").stdout)
    world = read_scenario(folder)
    assert document["schema"] == "matcher.check/1"
    assert (document["ok"], document["fingerprint"]) == (True, world.fingerprint)
    assert document["tables"] == {table: len(getattr(world, table)) for table in TABLES}


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "Did you mean “IN”?"), ("zh", "是不是“IN”？")]
)
def test_a_problem_is_told_with_its_place(
    run: Runner, broken: Path, lang: str, says: str
) -> None:
    """A broken scenario ends with status 1; file, line, column and way out are said."""
    result = run("check", broken, lang=lang)
    assert result.exit_code == 1
    assert "needs.csv:2 [programme]: E301" in result.stdout
    assert says in result.stdout


def test_a_program_learns_every_problem(run: Runner, broken: Path) -> None:
    """The document lists each problem with its place in fields of their own."""
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    place = (problem["file"], problem["row"], problem["column"])
    assert place == ("needs.csv", 2, "programme")
    assert problem["code"] == "E301"


def test_a_folder_that_is_not_there_is_wrong_usage(run: Runner, tmp_path: Path) -> None:
    """A wrong path ends with status 2 before anything is read."""
    result = run("check", tmp_path / "none", lang="zh")
    assert result.exit_code == 2
    assert "不存在" in result.stderr


def test_a_long_list_of_problems_is_cut(run: Runner, folder: Path) -> None:
    """People see the first fifty problems and how many more there are."""
    people = folder / "people.csv"
    head, row = people.read_text("utf-8-sig").splitlines()
    rows = [row.replace("A,", f"P{number},", 1) for number in range(60)]
    text = "\n".join([head, *rows]).replace("NU", "NOWHERE")
    people.write_text(text, encoding="utf-8")
    lines = run("check", folder).stdout.splitlines()
    assert len(lines) == 52
    assert lines[-2] == "… and 10 more; --json lists them all."
