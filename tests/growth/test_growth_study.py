"""The study of growth: what was known when, the table, the plot, going on with it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from machines import MACHINE

from benchmarks.growth.__main__ import main
from benchmarks.growth.page import section, store, summary
from benchmarks.growth.records import Run, Study, Until
from benchmarks.growth.solving import making, with_outcome
from benchmarks.processes import MATCHER
from benchmarks.records import Rung
from matcher.plan import Status

if TYPE_CHECKING:
    from pathlib import Path

RUNGS = (("agreement", ""), ("coverage", "priority-1"), ("coverage", "beyond"))


def rung(goal: str, best: int, bound: int) -> Rung:
    """Return a rung that is proven where the bound is reached."""
    status = Status.OPTIMAL if best == bound else Status.FEASIBLE
    return Rung(
        goal=goal,
        sense="max",
        best=best,
        bound=bound,
        value=best,
        status=status,
        seconds=1,
    )


def ran(size: str, people: int, **changes: Any) -> Run:  # noqa: ANN401 -- any field
    """Return a run that ended well."""
    row: dict[str, Any] = {
        "size": size,
        "limit": 600,
        "commands": ("matcher new DIR", "matcher solve DIR -o OUT"),
        "load": 0,
        "people": people,
        "needs": 7,
        "ending": "finished",
        "seconds": people / 10,
        "peak_mb": 50,
        "candidates": 9,
        "first": people / 100,
        "agreement": Until(close=people / 50, proven=None),
        "coverage": Until(close=people / 25, proven=people / 20),
        "rungs": (rung("agreement", 99, 100), rung("tie-break", 5, 10)),
    }
    return Run.model_validate(row | changes)


def study(*runs: Run) -> Study:
    """Return a study with these runs."""
    began = datetime(2026, 12, 1, 8, tzinfo=UTC)
    called = ("python -m benchmarks.growth",)
    found = Study(began=began, commands=called, machine=MACHINE)
    for each in runs:
        found = found.with_run(each)
    return found


def outcome(folder: Path, *news: tuple[float, str]) -> Run:
    """Return a run that told these news, with a rung of agreement, two of coverage."""
    rungs = [rung(goal, 1, 1).model_dump(mode="json") for goal, _ in RUNGS]
    for each, (_, part) in zip(rungs, RUNGS, strict=True):
        del each["seconds"]
        each["part"] = part
    spent = [{"goal": goal, "part": part, "seconds": 2} for goal, part in RUNGS]
    pieces = [{"candidates": 3}, {"candidates": 4}]
    files = {"plan": {"rungs": rungs}, "run": {"rungs": spent, "pieces": pieces}}
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    bare = ran("S", 10, rungs=(), candidates=0, first=None)
    return with_outcome(bare, news, folder)


def test_a_goal_is_close_once_its_rungs_are_so_together(tmp_path: Path) -> None:
    """Half a per cent of all bounds may be missing; nothing, where it is proven."""
    run = outcome(
        tmp_path,
        (0.5, "Reading"),
        (1.0, "1/3 Yearly agreement: 0, bound 1,000"),
        (2.0, "1/3 Yearly agreement: 996, bound 1,000"),
        (3.0, "1/3 Yearly agreement: 1,000, bound 1,000, proven optimal, 3.0 s"),
        (4.0, "2/3 Coverage · posts of priority 1: 992, bound 1,000"),
        (5.0, "3/3 Coverage · posts beyond: –, bound 1,000"),
        (6.0, "3/3 Coverage · posts beyond: 998, bound 1,000"),
    )

    assert run.first == 2.0
    assert run.agreement == Until(close=2.0, proven=3.0)
    assert run.coverage == Until(close=6.0, proven=None)


def test_what_is_written_is_kept(tmp_path: Path) -> None:
    """Candidates are those of all pieces; rungs have their seconds."""
    run = outcome(tmp_path)

    assert run.candidates == 7
    assert [(each.goal, each.part) for each in run.rungs] == list(RUNGS)
    assert [each.seconds for each in run.rungs] == [2, 2, 2]
    assert run.first is run.agreement.close is run.coverage.close is None


def test_the_largest_gap_leaves_the_tie_break_out() -> None:
    """What a draw lacks is nobody's loss; without a plan there is no gap."""
    assert ran("S", 10).widest == pytest.approx(0.01)
    assert ran("S", 10, rungs=()).widest is None


def test_a_run_takes_the_place_of_the_one_before() -> None:
    """Sizes stand in their order, each once; only good runs of the limit count."""
    found = study(ran("L", 50), ran("S", 10), ran("L", 60, ending="failed"))

    assert [(each.size, each.people) for each in found.runs] == [("S", 10), ("L", 60)]
    assert found.has("S", 600)
    assert not found.has("S", 60)
    assert not found.has("L", 600)


def test_the_page_tells_how_time_grows(tmp_path: Path) -> None:
    """Ten times as many in ten times the time is linear; what never was is a dash."""
    never = Until(close=None, proven=None)
    runs = ran("S", 10), ran("M", 100), ran("L", 1000, first=1.0, agreement=never)
    store(study(*runs), tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")

    assert "| S | M | 10.0 | 10.0 (1.00) | 10.0 (1.00) | 10.0 (1.00) |" in text
    assert "| S | L | 100.0 | 100.0 (1.00) | – | 10.0 (0.50) |" in text
    assert "| 99 of at most 100 |" in text
    assert (tmp_path / "time.svg").read_text(encoding="utf-8").count(">linear<") == 1


def test_one_run_is_a_page_too(tmp_path: Path) -> None:
    """Nothing grows yet; and a run that failed is a row that says so."""
    failed = ran("S", 10, rungs=(), ending="failed", said="no such thing")
    store(study(failed), tmp_path)

    assert "| S, failed no such thing | 10 |" in summary(study(failed))
    assert "1 is linear" not in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_the_documentation_has_the_newest_study(tmp_path: Path) -> None:
    """Its table stands there with the way to the plot; without a study nothing."""
    assert section(tmp_path) == ""

    for name, people in (("2026-11-01", 10), ("2026-12-01", 20)):
        folder = tmp_path / f"{name}-growth"
        folder.mkdir()
        text = study(ran("S", people)).model_dump_json()
        (folder / "results.json").write_text(text, encoding="utf-8")
    text = section(tmp_path)

    assert "| S | 20 | 7 | 9 |" in text
    assert "(../benchmarks/studies/2026-12-01-growth/time.svg)" in text


def test_each_size_is_made_as_it_is_told() -> None:
    """Whole years come from the command line, parts of the nation's year from L."""
    assert making("M")[1:] == ("new", "DIR", "--example", "--size=M")
    assert making("L/9")[1:] == ("-m", "benchmarks.part", "DIR", "9", "--all-goals")


def test_a_study_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A year is made, solved and stored; asked for again, it is not solved again."""
    small = (MATCHER, "new", "DIR", "--example", "--people=30", "--seats=20")
    monkeypatch.setattr("benchmarks.growth.solving.making", lambda _: small)
    words = ["--size", "S", "--limit", "60", "--into", str(tmp_path)]
    first = CliRunner().invoke(main, words)
    file = tmp_path / "results.json"
    before = Study.model_validate_json(file.read_text(encoding="utf-8"))
    second = CliRunner().invoke(main, words)
    after = Study.model_validate_json(file.read_text(encoding="utf-8"))

    assert (first.exit_code, second.exit_code, second.output) == (0, 0, "")
    (run,) = before.runs
    assert (run.size, run.ending, run.people) == ("S", "finished", 30)
    assert " ".join(("matcher", *small[1:])) == run.commands[0]
    assert run.candidates > 0
    assert run.first is not None
    assert run.agreement.proven is not None
    assert after.runs == before.runs
