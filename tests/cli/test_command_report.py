"""``matcher report``: page and workbook in the languages that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def plan(run: Runner, folder: Path, tmp_path: Path) -> Path:
    """Return the plan file of the scenario on disk."""
    assert run("solve", folder, "-o", tmp_path / "solved").exit_code == 0
    return tmp_path / "solved" / "plan.json"


def test_the_page_is_in_the_language_asked_for(
    run: Runner, folder: Path, plan: Path, out: Path
) -> None:
    """With both, each chapter's title is said in Chinese and English."""
    titles = {
        "zh": "全部派任",
        "en": "Every assignment",
        "both": "全部派任 Every assignment",
    }
    for asked, title in titles.items():
        result = run("report", folder, plan, "-o", out / asked, "--lang", asked)
        assert result.exit_code == 0, result.output
        page = (out / asked / "report.html").read_text("utf-8")
        assert f"<h2>{title}</h2>" in page
        assert (out / asked / "report.xlsx").exists()


def test_other_commands_have_one_language(run: Runner, folder: Path) -> None:
    """A list of problems is in one language, so both is no choice there."""
    assert run("check", folder, "--lang", "both").exit_code == 2


def test_solve_writes_a_page_in_both(run: Runner, folder: Path, out: Path) -> None:
    """A plan's first report may be in both languages as well."""
    assert run("solve", folder, "-o", out, "--lang", "both").exit_code == 0
    page = (out / "report.html").read_text("utf-8")
    assert "全部派任 Every assignment" in page


def test_a_redacted_report_names_nobody(
    run: Runner, folder: Path, plan: Path, out: Path
) -> None:
    """With --redact, units have codes only."""
    words = ("report", folder, plan, "-o", out, "--redact", "--lang", "both")
    assert run(*words).exit_code == 0
    assert "<i>XU</i>" not in (out / "report.html").read_text("utf-8")


def test_changes_since_the_plan_before_are_chapters(
    run: Runner, folder: Path, plan: Path, out: Path, tmp_path: Path
) -> None:
    """With --against, page and workbook tell who moves and who is told."""
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("person,need,decision\nA,n1,forbid\n", "utf-8")
    again = tmp_path / "again"
    decided = ("--decisions", decisions)
    assert run("solve", folder, *decided, "-o", again).exit_code == 0
    words = ("report", folder, again / "plan.json", *decided, "-o", out)
    result = run(*words, "--against", plan.parent, "--lang", "both")
    assert result.exit_code == 0, result.output
    page = (out / "report.html").read_text("utf-8")
    assert '<section id="shifts">' in page
    assert "no longer goes" in page
    sheets = CalamineWorkbook.from_path(out / "report.xlsx").sheet_names
    assert {"谁的去向变了", "需告知谁"} <= set(sheets)


def test_changes_are_not_redacted(
    run: Runner, folder: Path, plan: Path, out: Path
) -> None:
    """Who is told cannot be said without people, so both at once are refused."""
    words = ("report", folder, plan, "-o", out, "--redact")
    assert run(*words, "--against", plan.parent).exit_code == 2
