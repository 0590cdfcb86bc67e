"""``matcher calendar``: the calendars of a plan on disk."""

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
    """Return a command line for the calendars of a season."""
    return ("calendar", *put(tmp_path), "-o", out)


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", ("Written: 9 calendars in {out}\n", "SUMMARY:P-1 is here: S1")),
        ("zh", ("已写出9个日历：{out}\n", "SUMMARY:P-1在本单位：S1")),
    ],
)
def test_calendars_are_written_in_the_language_asked_for(
    run: Runner, words: tuple[object, ...], out: Path, lang: str, says: tuple[str, str]
) -> None:
    """One line tells how many and where; files have the same names in any language."""
    result = run(*words, lang=lang)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == says[0].format(out=out)
    assert says[1] in (out / "host-XU.ics").read_text("utf-8")


def test_calendars_are_carried_on_without_force(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """The second run of the same plan changes no file."""
    run(*words)
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert run(*words).exit_code == 0
    assert {path: path.read_bytes() for path in out.iterdir()} == before


def test_a_file_in_the_way_needs_force(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """What matcher did not write is not replaced unasked, and nothing else written."""
    out.mkdir()
    (out / "events.ics").write_text("mine", encoding="utf-8")
    assert run(*words).exit_code == 2
    assert files_in(out) == ["events.ics"]
    assert run(*words, "--force").exit_code == 0


def test_a_plan_that_the_judge_refuses_makes_no_calendar(
    run: Runner, words: tuple[object, ...], tmp_path: Path, out: Path
) -> None:
    """The findings are told, status 6."""
    spoil(tmp_path / "plan.json")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (6, "")
    assert files_in(out) == []


def test_without_the_extra_the_way_to_it_is_told(
    run: Runner, words: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 and the command that installs what is missing."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "matcher.calendar.files", raising=False)
    result = run(*words)
    assert result.exit_code == 2
    assert "pip install 'matcher[calendar]'" in result.stderr


def test_a_program_reads_which_files_were_written(
    run: Runner, words: tuple[object, ...], out: Path
) -> None:
    """The document lists the paths."""
    document = json.loads(run(*words, "--json").stdout)
    assert document["schema"] == "matcher.calendar/1"
    assert sorted(document["outputs"]) == [str(out / name) for name in files_in(out)]
