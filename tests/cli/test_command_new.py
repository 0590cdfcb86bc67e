"""``matcher new``: a scenario folder to start from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from matcher.scenario.generate import generate
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


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
