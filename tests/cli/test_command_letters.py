"""``matcher letters``: the letters of a plan on disk."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from outbox import put, spoil
from runner import files_in

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


@pytest.fixture
def words(tmp_path: Path, out: Path) -> tuple[object, ...]:
    """Return a command line for the letters of a season."""
    return ("letters", *put(tmp_path), "-o", out)


def test_letters_are_counted_by_kind(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """Every kind is told with its number, and where the letters are."""
    result = run(*words, lang="zh")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "派遣通知书: 5",
        "邀请函: 3",
        "报告人邀请函: 1",
        "交接书: 1",
        "联系卡: 4",
        "奖牌名单: 1",
        f"已写出：{out}",
    ]
    assert len(files_in(out)) == 15


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (("--kind", "speaker"), ["speaker-invitation-P-3-e1.docx"]),
        (
            ("--only", "host:NU", "--kind", "card", "--kind", "invitation"),
            ["contact-card-Q-1.docx", "invitation-NU.docx"],
        ),
        (("--only", "person:Z"), ["handover-document-n1-Z-P-1.docx"]),
    ],
)
def test_letters_can_be_chosen(
    run: Runner,
    words: tuple[object, ...],
    out: Path,
    options: tuple[str, ...],
    files: list[str],
) -> None:
    """By kind, person and host, each more than once."""
    assert run(*words, *options).exit_code == 0
    assert files_in(out) == files


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ("person:P-9", "Did you mean P-"),
        ("host:nowhere", "--only host:nowhere: the scenario has no such code.\n"),
        ("P-1", "Write person:CODE or host:CODE after --only, not P-1.\n"),
        ("team:T", "Write person:CODE or host:CODE after --only, not team:T.\n"),
    ],
)
def test_a_wrong_wish_is_wrong_usage(
    run: Runner, words: tuple[object, ...], out: Path, wish: str, says: str
) -> None:
    """A code that is not there is told with the nearest one; nothing is written."""
    result = run(*words, "--only", wish)
    assert result.exit_code == 2
    assert says in result.stderr
    assert files_in(out) == []


def test_somebody_whom_the_plan_sends_nowhere_gets_no_letter(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """No letter is a result, not an error."""
    result = run(*words, "--only", "person:M-1")
    assert (result.exit_code, result.stdout) == (0, "The plan has no such letter.\n")
    assert files_in(out) == []


def test_a_template_that_is_missing_is_told(
    run: Runner, words: tuple[object, ...], tmp_path: Path
) -> None:
    """The shipped one is used, and the office hears of it."""
    folder = tmp_path / "ours"
    folder.mkdir()
    result = run(*words, "--template", folder, "--kind", "card", lang="zh")
    assert result.exit_code == 0
    assert result.stderr == f"{folder}中没有联系卡.docx：使用了自带的模板。\n"


def test_a_template_that_cannot_be_used_stops_everything(
    run: Runner, words: tuple[object, ...], tmp_path: Path, out: Path
) -> None:
    """It is named, and no letter is written, those of other templates neither."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "medal-list.docx").write_bytes(b"")
    result = run(*words, "--template", folder, "--json")
    assert result.exit_code == 2
    assert str(folder / "medal-list.docx") in result.stderr
    assert json.loads(result.stdout)["error"] == "template-faulty"
    assert files_in(out) == []


def test_a_letter_that_is_there_needs_force(
    run: Runner, words: tuple[object, ...]
) -> None:
    """What was filled in by hand is not lost unasked."""
    run(*words)
    assert run(*words).exit_code == 2
    assert run(*words, "--force").exit_code == 0


def test_a_plan_that_the_judge_refuses_makes_no_letter(
    run: Runner, words: tuple[object, ...], tmp_path: Path, out: Path
) -> None:
    """The findings are told, status 6."""
    spoil(tmp_path / "plan.json")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (6, "")
    assert "The audit has" in result.stderr
    assert len(result.stderr.splitlines()) > 1
    assert files_in(out) == []


def test_without_the_extra_the_way_to_it_is_told(
    run: Runner, words: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 and the command that installs what is missing."""
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    monkeypatch.delitem(sys.modules, "matcher.letters.rendering", raising=False)
    result = run(*words)
    assert result.exit_code == 2
    assert "pip install 'matcher[letters]'" in result.stderr


def test_a_program_reads_which_files_were_written(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """The document lists the paths, and the templates that were missing."""
    document = json.loads(run(*words, "--kind", "medals", "--json").stdout)
    assert document == {
        "schema": "matcher.letters/1",
        "outputs": [str(out / "medal-list-xining.docx")],
        "shipped": [],
    }
