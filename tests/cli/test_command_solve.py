"""``matcher solve``: its outputs and its summary."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from runner import FILES, files_in

from matcher import verbs
from matcher.plan import Status
from matcher.plan.files import read_plan
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Runner


def test_a_solve_writes_plan_report_and_record(
    run: Runner, folder: Path, out: Path
) -> None:
    """Four outputs are there, the plan is clean and proven, nothing else is left."""
    assert run("solve", folder, "-o", out).exit_code == 0
    assert files_in(out) == FILES
    plan = read_plan(out / "plan.json")
    assert (plan.status, len(plan.assignments)) == (Status.OPTIMAL, 1)
    assert verbs.audit(read_scenario(folder), plan).clean
    assert (out / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_same_input_gives_the_same_bytes(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """Plan and report of two runs are equal byte for byte."""
    for name in ("one", "two"):
        run("solve", folder, "-o", tmp_path / name)
    for name in FILES[:2]:
        one, two = (tmp_path / run / name for run in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_the_record_says_what_went_in(run: Runner, folder: Path, out: Path) -> None:
    """run.json has parameters, digests of the inputs and the time of each rung."""
    run("solve", folder, "-o", out, "--seed", 5, "--workers", 2, "--time-limit", 60)
    record = json.loads((out / "run.json").read_text("utf-8"))
    plan = read_plan(out / "plan.json")
    assert record["schema"] == "matcher.run/1"
    assert record["parameters"] == {
        "seed": 5,
        "workers": 2,
        "time_limit": 60,
        "engine": "auto",
        "address": None,
    }
    assert (plan.seed, record["fingerprint"]) == (5, plan.fingerprint)
    assert record["files"] == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }
    assert [(rung["goal"], rung["part"]) for rung in record["rungs"]] == [
        (rung.goal, rung.part) for rung in plan.rungs
    ]
    assert record["versions"].keys() == {"matcher", "ortools", "python"}
    assert record["peak_memory_mb"] > 0


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (
            "en",
            ("every goal is proven optimal", "Audit: clean.", "Next: matcher audit"),
        ),
        ("zh", ("每个目标都已证明最优", "审核：没有问题。", "下一步：matcher audit")),
    ],
)
def test_the_summary_is_in_the_readers_language(
    run: Runner, folder: Path, *, out: Path, lang: str, says: tuple[str, ...]
) -> None:
    """Status in words, audit, files and next command close a solve."""
    result = run("solve", folder, "-o", out, lang=lang)
    for text in (*says, *FILES):
        assert text in result.stdout


def test_the_summary_has_the_audits_figures(
    run: Runner, short: Path, out: Path
) -> None:
    """Programmes, totals, proofs, shortages by cause and concessions are told."""
    text = run("solve", short, "-o", out).stdout
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "IN – 1 1 1" in lines
    assert "Total Nanjing to Xining: 1 people 1" in lines
    assert "Total Xining to Nanjing: 0 people 0" in lines
    assert "nobody with the specialty 1" in lines
    assert "Title level assignments that break it 1 1" in lines
    rung = "1 Coverage · posts of priority 3 1 1 proven optimal 0%"
    assert rung in [line.rpartition(" ")[0] for line in lines]


def test_off_a_terminal_each_rung_is_one_line(
    run: Runner, short: Path, out: Path
) -> None:
    """Progress goes to standard error: place, value, bound, status and seconds."""
    lines = run("solve", short, "-o", out).stderr.splitlines()
    assert [line.rpartition(", ")[0] for line in lines] == [
        "1/2 Coverage · posts of priority 3: 1, bound 1, proven optimal",
        "2/2 Concessions: 1, bound 1, proven optimal",
    ]


def test_verbose_tells_each_better_plan(run: Runner, short: Path, out: Path) -> None:
    """With -v what is found on the way to a rung is told too."""
    plain = run("solve", short, "-o", out).stderr.splitlines()
    wordy = run("solve", short, "-o", out, "--force", "-v").stderr.splitlines()
    assert len(wordy) > len(plain)
    assert {line.partition("/")[0] for line in wordy} == {"1", "2"}


def test_quiet_says_nothing(run: Runner, folder: Path, out: Path) -> None:
    """With -q a good run prints nothing at all."""
    result = run("solve", folder, "-o", out, "-q")
    assert (result.exit_code, result.output) == (0, "")


def test_a_program_reads_one_document(run: Runner, short: Path, out: Path) -> None:
    """Standard output is one JSON document that agrees with the plan."""
    document = json.loads(run("solve", short, "-o", out, "--json").stdout)
    plan = read_plan(out / "plan.json")
    assert (document["schema"], document["status"]) == ("matcher.solve/1", "OPTIMAL")
    assert document["shortages"] == [
        shortage.model_dump(mode="json") for shortage in plan.shortages
    ]
    assert document["audit"]["clean"] is True
    assert document["audit"]["price"] == 1
    names = dict(zip(("plan", "report", "workbook", "run"), FILES, strict=True))
    assert document["outputs"] == {key: str(out / each) for key, each in names.items()}


def test_the_report_speaks_the_scenarios_language_unless_asked(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """Without --lang the report is in the scenario's language, Chinese here."""
    run("solve", folder, "-o", tmp_path / "own", lang="")
    run("solve", folder, "-o", tmp_path / "asked", "--lang", "en")
    own, asked = (tmp_path / name / "report.html" for name in ("own", "asked"))
    assert 'lang="zh-Hans"' in own.read_text("utf-8")
    assert 'lang="en"' in asked.read_text("utf-8")


@pytest.mark.parametrize("taken", FILES)
def test_outputs_are_not_overwritten_unasked(
    run: Runner, folder: Path, out: Path, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If one output is there, the run ends with status 2 before it solves."""
    monkeypatch.delattr(verbs, "run")
    out.mkdir()
    (out / taken).write_text("mine", encoding="utf-8")
    result = run("solve", folder, "-o", out)
    assert result.exit_code == 2
    assert "already there" in result.stderr
    assert files_in(out) == [taken]


def test_outputs_are_replaced_when_forced(run: Runner, folder: Path, out: Path) -> None:
    """With --force old outputs give way and other files stay."""
    out.mkdir()
    for name in (*FILES, "mine.txt"):
        (out / name).write_text("old", encoding="utf-8")
    assert run("solve", folder, "-o", out, "--force").exit_code == 0
    changed = {path.name: path.read_bytes() != b"old" for path in out.iterdir()}
    assert changed == {**dict.fromkeys(FILES, True), "mine.txt": False}


def test_an_output_folder_inside_a_file_is_wrong_usage(
    run: Runner, folder: Path, tmp_path: Path
) -> None:
    """A place that no folder can be made in is told before solving, status 2."""
    (tmp_path / "file").touch()
    result = run("solve", folder, "-o", tmp_path / "file" / "out", lang="zh")
    assert result.exit_code == 2
    assert "无法写入" in result.stderr
