"""What the tests of the command line share: a runner and a scenario on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import ladder, need, person, rules, scenario
from click.testing import CliRunner, Result

from matcher.cli import main
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def run() -> Runner:
    """Return a function that runs one command line in English unless told."""

    def invoke(*words: object, lang: str = "en", columns: int = 160) -> Result:
        surroundings = {"MATCHER_LANG": lang, "COLUMNS": str(columns)}
        return CliRunner(env=surroundings).invoke(main, [str(word) for word in words])

    return invoke


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a scenario with one person and one need."""
    path = tmp_path / "scenario"
    write_scenario(scenario(), path)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder for outputs that is not there yet."""
    return tmp_path / "out"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Return a scenario with a post that nobody can take and a soft rule to break."""
    path = tmp_path / "short"
    world = scenario(
        policy=ladder(rules(level="soft"), "coverage", "concessions"),
        people=(person("A"), person("B")),
        needs=(need("n1", level=4), need("n2", specialty="T1", match="exact")),
    )
    write_scenario(world, path)
    return path
