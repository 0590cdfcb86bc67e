"""``matcher explain``: one subject as text, or a page for everybody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from runner import files_in

if TYPE_CHECKING:
    from runner import Runner

TINY = Path(__file__).parents[2] / "scenarios" / "tiny"


@pytest.fixture(scope="module")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the plan of the scenario that is solved by hand."""
    # A fixture of a whole module cannot use the runner of one test.
    from click.testing import CliRunner  # noqa: PLC0415

    from matcher.cli import main  # noqa: PLC0415

    out = tmp_path_factory.mktemp("out")
    words = ["solve", str(TINY), "-o", str(out), "-q", "--force"]
    assert CliRunner().invoke(main, words).exit_code == 0
    return out / "plan.json"


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "What the plan means for a person · A"), ("zh", "计划说明（人员） · A")],
)
def test_a_person_is_told_at_the_terminal(
    run: Runner, plan_file: Path, *, lang: str, says: str
) -> None:
    """The chapters of the page are printed in the reader's language."""
    result = run("explain", TINY, plan_file, "--person", "A", lang=lang)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(says)
    assert "== " in result.stdout


def test_a_narrow_terminal_cuts_nothing_off(run: Runner, plan_file: Path) -> None:
    """Tables without room become a few lines for each row, with every value."""
    wide = run("explain", TINY, plan_file, "--host", "DT")
    narrow = run("explain", TINY, plan_file, "--host", "DT", columns=60)
    for day in ("2023-05-15", "2023-06-04"):
        assert wide.stdout.count(day) == narrow.stdout.count(day) > 0
    assert "   Person: " in narrow.stdout


def test_a_host_is_told_to_a_program(run: Runner, plan_file: Path) -> None:
    """With --json the chapters are one document."""
    printed = run("explain", TINY, plan_file, "--host", "DT", "--json").stdout
    document = json.loads(printed)
    assert document["schema"] == "matcher.explain/1"
    assert document["sections"][0]["id"] == "summary"
    tables = [
        block
        for section in document["sections"]
        for block in section["blocks"]
        if "columns" in block
    ]
    for table in tables:
        for group in table["groups"]:
            assert all(len(row) == len(table["columns"]) for row in group["rows"])


def test_everybody_gets_a_page(run: Runner, plan_file: Path, tmp_path: Path) -> None:
    """Pages of people and hosts stand in two folders, beside the page of links."""
    out = tmp_path / "out"
    result = run("explain", TINY, plan_file, "-o", out, lang="en")
    assert result.exit_code == 0, result.stderr
    assert files_in(out) == ["hosts", "index.html", "people"]
    assert "A.html" in files_in(out / "people")
    assert "DT.html" in files_in(out / "hosts")
    assert f"Written: {out / 'index.html'}, with pages of 4 people" in result.stdout


def test_pages_are_not_replaced_unasked(
    run: Runner, plan_file: Path, tmp_path: Path
) -> None:
    """What is there stays, unless --force is given; status 2."""
    out = tmp_path / "out"
    assert run("explain", TINY, plan_file, "-o", out).exit_code == 0
    (out / "index.html").unlink()
    page = out / "people" / "A.html"
    page.write_text("mine", encoding="utf-8")
    assert run("explain", TINY, plan_file, "-o", out).exit_code == 2
    assert page.read_text(encoding="utf-8") == "mine"
    assert files_in(out) == ["hosts", "people"]
    assert run("explain", TINY, plan_file, "-o", out, "--force").exit_code == 0
    assert page.read_text(encoding="utf-8") != "mine"


def test_a_program_is_told_where_the_pages_are(
    run: Runner, plan_file: Path, tmp_path: Path
) -> None:
    """With -o and --json the document names the page of links."""
    printed = run("explain", TINY, plan_file, "-o", tmp_path, "--json").stdout
    document = json.loads(printed)
    assert document["clean"] is True
    assert document["outputs"]["index"] == str(tmp_path / "index.html")
    assert document["outputs"]["people"] == 4


def test_redacted_pages_name_nobody(
    run: Runner, plan_file: Path, tmp_path: Path
) -> None:
    """No unit's name is on any redacted page or in a redacted report."""
    run("explain", TINY, plan_file, "-o", tmp_path, "--redact")
    run("report", TINY, plan_file, "-o", tmp_path, "--redact", lang="en")
    for page in tmp_path.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "医院" not in text
        assert "Hospital" not in text
    assert "Datong" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("--person", "A", "--host", "DT")])
def test_one_subject_is_named(
    run: Runner, plan_file: Path, words: tuple[str, ...]
) -> None:
    """Neither nobody nor two at once: status 2."""
    result = run("explain", TINY, plan_file, *words)
    assert result.exit_code == 2
    assert "Give one of --person, --host and -o." in result.stderr


@pytest.mark.parametrize(
    ("option", "code", "says"),
    [
        ("--person", "a", "No person has the code a. Did you mean A?"),
        ("--host", "Q", "No host has the code Q."),
    ],
)
def test_an_unknown_code_ends_with_the_nearest(
    run: Runner, plan_file: Path, *, option: str, code: str, says: str
) -> None:
    """The spelling that was meant is named; status 2."""
    result = run("explain", TINY, plan_file, option, code)
    assert result.exit_code == 2
    assert f"{says}\n" in result.stderr


def test_findings_end_with_status_6(
    run: Runner, plan_file: Path, tmp_path: Path
) -> None:
    """A faulty plan is explained all the same, and the status tells."""
    text = plan_file.read_text(encoding="utf-8")
    text = text.replace('"fingerprint": "', '"fingerprint": "0')
    faulty = tmp_path / "plan.json"
    faulty.write_text(text, encoding="utf-8")
    result = run("explain", TINY, faulty, "--person", "A")
    assert result.exit_code == 6
    assert "== " in result.stdout
