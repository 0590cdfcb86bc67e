"""Decisions on a plan, from its report into the next plan, on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from matcher.plan.files import read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner

HEAD = "person,need,decision,first_day,last_day,reason\n"


@pytest.fixture
def forbidden(tmp_path: Path) -> Path:
    """Return decisions that leave the one post empty."""
    path = tmp_path / "decisions.csv"
    path.write_text(HEAD + "A,n1,forbid,,,\n", "utf-8-sig")
    return path


def test_decisions_hold_and_the_plan_can_be_made_again(
    run: Runner, folder: Path, out: Path, forbidden: Path
) -> None:
    """The record names the file, and with it every command finds the plan in order."""
    assert run("solve", folder, "--decisions", forbidden, "-o", out).exit_code == 0
    plan = out / "plan.json"
    assert read_plan(plan).assignments == ()

    record = json.loads((out / "run.json").read_text("utf-8"))
    assert record["source"] == ["../scenario", "../decisions.csv"]
    assert "../decisions.csv" in record["files"]
    assert run("audit", folder, plan).exit_code == 6
    assert run("audit", folder, plan, "--decisions", forbidden).exit_code == 0
    again = out.parent / "again"
    words = ("report", folder, plan, "--decisions", forbidden, "-o", again)
    assert run(*words).exit_code == 0
    run("solve", folder, "-o", out.parent / "free")
    assert run("compare", out.parent / "free", out).exit_code == 0


def test_the_report_itself_is_a_file_of_decisions(
    run: Runner, folder: Path, out: Path
) -> None:
    """A report without a mark is read, and the plan stays the same."""
    run("solve", folder, "-o", out)
    words = ("--decisions", out / "report.xlsx")
    assert run("solve", folder, *words, "-o", out.parent / "two").exit_code == 0
    plans = [read_plan(each / "plan.json") for each in (out, out.parent / "two")]
    assert plans[0].assignments == plans[1].assignments
    assert [each.scenario for each in plans] == ["test", "test+report"]


def test_what_is_read_is_not_replaced(run: Runner, folder: Path, out: Path) -> None:
    """Decisions in the report that would be overwritten are refused, also by force."""
    run("solve", folder, "-o", out)
    before = (out / "report.xlsx").read_bytes()
    words = ("--decisions", out / "report.xlsx", "-o", out, "--force")
    for command in (("solve", folder), ("report", folder, out / "plan.json")):
        result = run(*command, *words)
        assert result.exit_code == 2
        assert "choose another folder" in result.stderr
    assert (out / "report.xlsx").read_bytes() == before


def test_faults_of_decisions_are_faults_of_the_scenario(
    run: Runner, folder: Path, out: Path, forbidden: Path
) -> None:
    """They are told in place, nothing is written, and the status is 1."""
    forbidden.write_text(HEAD + "Z,n1,forbid,,,\n", "utf-8")

    result = run("solve", folder, "--decisions", forbidden, "-o", out)

    assert result.exit_code == 1
    assert "decisions.csv:2:A [person]: E301" in result.stderr
    assert not out.exists()


def test_a_redacted_workbook_has_no_names(run: Runner, folder: Path, out: Path) -> None:
    """Codes stand in it, and neither the names of units nor free text."""
    named = (folder / "units.csv").read_text("utf-8-sig").replace("NU,NU", "NU,某院")
    (folder / "units.csv").write_text(named, "utf-8-sig")
    run("solve", folder, "-o", out)
    again = out.parent / "again"
    run("report", folder, out / "plan.json", "-o", again, "--redact")

    for place, holds in ((out, True), (again, False)):
        with ZipFile(place / "report.xlsx") as package:
            text = package.read("xl/sharedStrings.xml").decode()
        assert ("某院" in text) is holds
