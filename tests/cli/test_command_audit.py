"""``matcher audit`` and ``matcher report``: what the judge says of a plan on disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from builders import need, scenario

from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def plan(run: Runner, folder: Path, tmp_path: Path) -> Path:
    """Return the file of a good plan."""
    run("solve", folder, "-o", tmp_path / "out")
    return tmp_path / "out" / "plan.json"


def tamper(plan: Path) -> None:
    """Move the end of the only assignment by a day."""
    text = plan.read_text("utf-8")
    end = json.loads(text)["assignments"][0]["end"]
    plan.write_text(text.replace(end, "2023-03-11"), encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "Audit: clean.\n"), ("zh", "审核：没有问题。\n")]
)
def test_a_good_plan_is_clean(
    run: Runner, folder: Path, plan: Path, lang: str, says: str
) -> None:
    """The judge says one line of a good plan, status 0."""
    result = run("audit", folder, plan, lang=lang)
    assert (result.exit_code, result.stdout, result.stderr) == (0, says, "")


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "Soft rules broken, allowed at the price of 1:"),
        ("zh", "以下软规则被违反，代价共1，属允许的让步："),
    ],
)
def test_concessions_are_told_but_are_no_findings(
    run: Runner, short: Path, out: Path, lang: str, says: str
) -> None:
    """A broken soft rule is listed with its price, and the plan is clean: status 0."""
    run("solve", short, "-o", out)
    result = run("audit", short, out / "plan.json", lang=lang)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{says}\nlevel: ")


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "The audit has {count} finding(s).\n"),
        ("zh", "审核发现{count}个问题。\n"),
    ],
)
def test_findings_end_with_status_6(
    run: Runner, folder: Path, plan: Path, lang: str, says: str
) -> None:
    """A plan that breaks a rule is told which, line by line, status 6."""
    tamper(plan)
    result = run("audit", folder, plan, lang=lang)
    assert result.exit_code == 6
    assert result.stdout.startswith("duration: ")
    count = len(result.stdout.splitlines())
    assert result.stderr == says.format(count=count)


def test_a_program_reads_findings_and_figures(
    run: Runner, folder: Path, plan: Path
) -> None:
    """One document, also when there are findings."""
    tamper(plan)
    result = run("audit", folder, plan, "--json")
    document = json.loads(result.stdout)
    assert (result.exit_code, document["clean"]) == (6, False)
    assert document["findings"][0]["slug"] == "duration"
    assert document["figures"]["people"][0]["person"] == "A"


def test_a_faulty_plan_file_is_located(run: Runner, folder: Path, plan: Path) -> None:
    """A plan file that cannot be read ends with status 1 and says where."""
    plan.write_text(plan.read_text("utf-8").replace('"seed": 1', '"seed": "x"'))
    result = run("audit", folder, plan, lang="zh")
    assert result.exit_code == 1
    assert 'plan.json [seed]: E603 应写整数，而不是"x"。' in result.stderr


def test_a_plan_for_another_scenario_is_found_out(
    run: Runner, plan: Path, tmp_path: Path
) -> None:
    """The fingerprint tells that the plan was made for something else."""
    write_scenario(scenario(needs=(need("n1", level=2),)), tmp_path / "other")
    result = run("audit", tmp_path / "other", plan)
    assert result.exit_code == 6
    assert result.stdout.startswith("fingerprint: ")


@pytest.mark.parametrize(
    ("lang", "says", "page"),
    [("en", "Written: ", 'lang="en"'), ("zh", "已写出：", 'lang="zh-Hans"')],
)
def test_a_report_is_written_in_the_language_asked_for(
    run: Runner, folder: Path, *, plan: Path, lang: str, says: str, page: str
) -> None:
    """Page and workbook are there, in the language, and their paths are said."""
    out = plan.parent / "again"
    result = run("report", folder, plan, "-o", out, lang=lang)
    lines = [f"{says}{out / name}" for name in ("report.html", "report.xlsx")]
    assert (result.exit_code, result.stdout.splitlines()) == (0, lines)
    assert (out / "report.xlsx").read_bytes().startswith(b"PK")
    assert page in (out / "report.html").read_text("utf-8")


def test_a_report_is_not_overwritten_unasked(
    run: Runner, folder: Path, plan: Path
) -> None:
    """A report that is already there needs --force."""
    words = ("report", folder, plan, "-o", plan.parent)
    assert run(*words).exit_code == 2
    assert run(*words, "--force").exit_code == 0


def test_a_report_of_a_faulty_plan_warns(run: Runner, folder: Path, plan: Path) -> None:
    """Findings are in the page, and the status is 6 so that no script misses them."""
    tamper(plan)
    result = run("report", folder, plan, "-o", plan.parent / "again", "--json")
    assert result.exit_code == 6
    assert json.loads(result.stdout)["clean"] is False
    assert (plan.parent / "again" / "report.html").exists()


def test_a_report_of_a_plan_for_another_scenario_is_no_internal_error(
    run: Runner, plan: Path, tmp_path: Path
) -> None:
    """Codes that the scenario does not know are findings, not a crash."""
    text = plan.read_text("utf-8").replace('"A"', '"Z"').replace('"n1"', '"n9"')
    plan.write_text(text, encoding="utf-8")
    write_scenario(scenario(), tmp_path / "other")
    result = run("report", tmp_path / "other", plan, "-o", tmp_path / "page")
    assert result.exit_code == 6
