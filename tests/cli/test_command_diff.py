"""``matcher diff``: how two scenarios differ, told to people and to programs."""

from __future__ import annotations

import json
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import person, scenario

from matcher.cli.diff import diff_document, diff_lines
from matcher.comparison import Sentences, counts, scenario_changes
from matcher.language import LANGUAGES, Language
from matcher.report.words import Words
from matcher.scenario import TABLES, Scenario
from matcher.scenario.conditions import Rating
from matcher.scenario.keys import keys
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from runner import Runner

    from matcher.scenario.base import Entity

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "nanjing-xining"


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


@pytest.fixture(scope="module")
def year() -> Scenario:
    """Return a scenario with rows in every table."""
    found = read_scenario(FLAGSHIP)
    rated = tuple(
        Rating(person=person.id, need=found.needs[0].id, points=points)
        for points, person in enumerate(found.people[:2])
    )
    return found.model_copy(update={"ratings": rated})


def other_value(value: object) -> object:
    """Return another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, StrEnum):
        return next(each for each in type(value) if each is not value)
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, str):
        return value + "x"
    if isinstance(value, int):
        return value + 1
    return () if isinstance(value, tuple) else value


def with_other(row: Entity, columns: list[str]) -> Entity:
    """Return the row with something else in the columns."""
    values = {each: other_value(getattr(row, each)) for each in columns}
    return row.model_copy(update=values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_table_can_be_told(
    year: Scenario, table: str, language: Language
) -> None:
    """A row is changed in all it says, one is removed and one added, in each table."""
    first, *rows, last = getattr(year, table)
    named = list(keys(table))
    others = [each for each in type(first).model_fields if each not in named]
    after: Any = [with_other(first, others), *rows, with_other(last, named)]
    other = year.model_copy(update={table: tuple(after)})
    changes = scenario_changes(year, other)
    sentences = Sentences(Words(year, language), Words(other, language))
    changed = {"changed": 1} if others else {}
    found = {kind: n for kind, n in counts(changes)[table].items() if n}
    assert found == {"added": 1, "removed": 1, **changed}
    document = diff_document(changes, sentences, year, other)
    assert json.loads(json.dumps(document, default=str))["counts"].keys() == {table}
    assert document["sentences"]
    assert len(diff_lines(changes, sentences)) > len(changes)


def test_an_overlay_is_put_on_the_second(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """A scenario and the same with overlays differ in what the overlays say."""
    overlay = tmp_path / "higher"
    overlay.mkdir()
    (overlay / "people.csv").write_text("id,level\nA,5\n", "utf-8")
    printed = run("diff", folder, folder, "--overlay", overlay).stdout
    assert "  A (NU): level 3 → 5 (+2)\n" in printed
