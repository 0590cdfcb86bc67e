"""``matcher diff``: how two scenarios differ, told to people and to programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from builders import person, scenario

from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return the folder of a scenario with one more person, and another level."""
    path = tmp_path / "other"
    write_scenario(scenario(people=(person("A", level=4), person("B"))), path)
    return path


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "No difference.\n"), ("zh", "没有不同。\n")]
)
def test_no_difference_is_said_plainly(
    run: Runner, folder: Path, lang: str, says: str
) -> None:
    """A scenario and itself: one line, status 0, even where a difference would fail."""
    result = run("diff", folder, folder, "--fail-on", "change", lang=lang)
    assert (result.exit_code, result.stdout, result.stderr) == (0, says, "")


def test_differences_are_told_by_table(run: Runner, folder: Path, other: Path) -> None:
    """Sentences under the name of their table, and the counts at the end; status 0."""
    result = run("diff", folder, other)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "people",
        "  A (NU): level 3 → 4 (+1)",
        "  B (NU) added to people",
        "",
        "Altogether: people (1 added, 1 changed)",
    ]


def test_differences_are_told_in_chinese(
    run: Runner, folder: Path, other: Path
) -> None:
    """Tables and columns have their Chinese names."""
    assert run("diff", folder, other, lang="zh").stdout.splitlines() == [
        "人员",
        "  A（NU）：职称级别 3 → 4（+1）",
        "  新增人员 B（NU）",
        "",
        "合计：人员（新增1、修改1）",
    ]


def test_a_pipeline_may_refuse_differences(
    run: Runner, folder: Path, other: Path
) -> None:
    """With --fail-on change the differences are told, and the status is 5."""
    result = run("diff", folder, other, "--fail-on", "change")
    assert result.exit_code == 5
    assert result.stdout.startswith("people\n")
    assert result.stderr == (
        "Gate tripped: the scenarios differ in 2 row(s) or setting(s).\n"
    )


def test_a_program_reads_all_differences(
    run: Runner, folder: Path, other: Path
) -> None:
    """One document with counts, every change and its cells."""
    document = json.loads(run("diff", folder, other, "--json").stdout)
    assert document["schema"] == "matcher.diff/1"
    assert document["equal"] is False
    assert document["counts"] == {"people": {"added": 1, "removed": 0, "changed": 1}}
    changed, added = document["changes"]
    assert changed == {
        "table": "people",
        "key": ["A"],
        "kind": "changed",
        "follows": None,
        "cells": [{"column": "level", "before": 3, "after": 4}],
    }
    windows = next(c for c in added["cells"] if c["column"] == "windows")
    assert windows == {
        "column": "windows",
        "before": None,
        "after": ["2023-03-01~2023-03-10"],
    }


def test_faults_name_the_scenario(run: Runner, folder: Path, tmp_path: Path) -> None:
    """Of two scenarios with the same file names, the faulty one is named first."""
    faulty = tmp_path / "faulty"
    faulty.mkdir()
    result = run("diff", folder, faulty)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"In {faulty}:\n")
