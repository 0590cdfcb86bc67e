"""``matcher solve``: overlays on top, and several scenarios in one run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from runner import FILES, files_in

from matcher.plan.files import read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """Return an overlay that takes the only person away."""
    path = tmp_path / "nobody"
    path.mkdir()
    (path / "people.csv").write_text("id,remove\nP1,yes\n", "utf-8")
    return path


@pytest.fixture
def person(folder: Path) -> str:
    """Return the code of the only person."""
    lines = (folder / "people.csv").read_text("utf-8-sig").splitlines()
    return lines[1].partition(",")[0]


def test_an_overlay_is_put_on_top(
    run: Runner, folder: Path, overlay: Path, person: str, out: Path
) -> None:
    """The plan is that of the changed scenario, and audit and report follow."""
    (overlay / "people.csv").write_text(f"id,level\n{person},1\n", "utf-8")
    (overlay / "needs.csv").write_text("id,level\nn1,5\n", "utf-8")
    result = run("solve", folder, "--overlay", overlay, "-o", out)
    plan = read_plan(out / "plan.json")

    assert result.exit_code == 0, result.output
    assert plan.scenario.endswith("+nobody")
    assert plan.assignments == ()
    assert f"--overlay {overlay}" in result.stdout
    again = run("audit", folder, out / "plan.json", "--overlay", overlay)
    assert again.exit_code == 0
    assert run("audit", folder, out / "plan.json").exit_code == 6
    where = ("-o", out / "again", "--overlay", overlay)
    assert run("report", folder, out / "plan.json", *where).exit_code == 0


def test_the_record_names_what_was_read(
    run: Runner, folder: Path, overlay: Path, out: Path
) -> None:
    """run.json has the scenario and its overlays, and a digest of each file."""
    (overlay / "people.csv").write_text("id,level\n", "utf-8")
    run("solve", folder, "--overlay", overlay, "-o", out)
    record = json.loads((out / "run.json").read_text("utf-8"))

    assert record["source"] == [folder.as_posix(), overlay.as_posix()]
    assert {"people.csv", "../nobody/people.csv"} <= set(record["files"])


def test_several_scenarios_are_planned_into_folders(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """Each scenario has its outputs in a folder of its name; gates are for all."""
    result = run("solve", folder, short, "-o", out)

    assert result.exit_code == 0, result.output
    assert files_in(out) == [folder.name, short.name]
    assert files_in(out / folder.name) == files_in(out / short.name) == FILES
    assert f"matcher compare {out / folder.name} {out / short.name}" in result.stdout
    gate = ("--force", "--fail-on", "shortage")
    assert run("solve", folder, short, "-o", out, *gate).exit_code == 5


def test_several_scenarios_are_one_document(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """A program gets all runs in the order of the command line."""
    result = run("solve", folder, short, "-o", out, "--json")
    document = json.loads(result.stdout)

    assert document["schema"] == "matcher.solve/1"
    assert [each["assignments"] for each in document["runs"]] == [1, 1]


def test_a_fault_of_one_scenario_stops_all_before_any_is_planned(
    run: Runner, folder: Path, short: Path, out: Path
) -> None:
    """Nothing is written when one of the scenarios cannot be read."""
    (short / "people.csv").unlink()

    assert run("solve", folder, short, "-o", out).exit_code == 1
    assert files_in(out) == []


def test_two_scenarios_of_one_name_are_refused(
    run: Runner, folder: Path, tmp_path: Path, out: Path
) -> None:
    """Two plans cannot go into one folder."""
    result = run(
        "solve", folder, tmp_path / ".." / tmp_path.name / folder.name, "-o", out
    )

    assert result.exit_code == 2
    assert folder.name in result.output
