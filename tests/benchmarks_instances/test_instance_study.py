"""The study of instances stores a row after each and goes on where it stopped."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tiny import ASSIGN, TASKS, TINY

from benchmarks.instances.__main__ import main
from benchmarks.instances.known import chosen, known
from benchmarks.instances.records import Known, Row, Study
from benchmarks.instances.solving import solved
from benchmarks.instances.store import section

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = [
    "set",
    "file",
    "size",
    "sense",
    "known",
    "status",
    "lb",
    "ub",
    "source",
    "checked_here",
    "note",
]


def manifest(folder: Path, *rows: tuple[str, str, str, str, str, str, str]) -> Path:
    """Write a manifest of rows without their last columns and return its folder."""
    with (folder / "MANIFEST.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for name, path, sense, best, status, least, most in rows:
            row = (name, path, "tiny", sense, best, status, least, most, "", "", "")
            writer.writerow(row)
    return folder


def tiny_data(folder: Path) -> Path:
    """Return a folder with two tiny instances; of one the file is broken."""
    ASSIGN.written(folder)
    TASKS.written(folder)
    (folder / "broken.dat").write_text("Jobs", encoding="utf-8")
    return manifest(
        folder,
        ("smptsp", "data_1.dat", "min workers", "2", "optimal", "2", "2"),
        ("smptsp", "broken.dat", "min workers", "", "bounds", "1", "3"),
        ("orlib_assign", "assign2.txt", "min", "3", "optimal", "3", "3"),
    )


def test_a_study_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """A second run adds what is missing and leaves the rows that are there."""
    data, out = tiny_data(tmp_path), tmp_path / "study"
    words = ["--data", str(data), "--out", str(out), "--limit", "9"]
    first = CliRunner().invoke(main, [*words, "--set", "orlib_assign"])
    before = _study(out)
    second = CliRunner().invoke(main, words)
    after = _study(out)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert [each.known.file for each in after.rows] == [
        "assign2.txt",
        "broken.dat",
        "data_1.dat",
    ]
    assert after.rows[0] == before.rows[0]
    assert "assign2.txt" not in second.output
    page = (out / "README.md").read_text(encoding="utf-8")
    assert str(data) not in page
    assert "| `data_1.dat` | 2 | optimal | 2 | 2 | yes |" in page


def test_the_documentation_tells_of_the_newest_study(tmp_path: Path) -> None:
    """How many values of each set were reached and proven; nothing without a study."""
    assert section(tmp_path) == ""

    data, out = tiny_data(tmp_path), tmp_path / "2026-01-02-instances"
    words = ["--data", str(data), "--out", str(out), "--limit", "9"]
    CliRunner().invoke(main, [*words, "--set", "smptsp"])

    told = section(tmp_path)
    assert "benchmarks/studies/2026-01-02-instances" in told
    assert "| smptsp | 2 | 9 s | 0 | 1 | 0 | 1 | 1 | 1 |" in told


def _study(folder: Path) -> Study:
    text = (folder / "results.json").read_text(encoding="utf-8")
    return Study.model_validate_json(text)


def test_what_fails_is_a_row_with_its_fault(tmp_path: Path) -> None:
    """A file that cannot be read ends nothing."""
    data = tiny_data(tmp_path)
    broken = next(each for each in known(data) if each.file == "broken.dat")
    row = solved(broken, data, 9)

    assert (row.ours, row.verdict) == (None, "none")
    assert row.fault


def test_the_solver_gets_the_instance_and_the_checker_its_plan(tmp_path: Path) -> None:
    """One instance, as the study does it: a process, a proof, a value."""
    data = tiny_data(tmp_path)
    row = solved(known(data)[-1], data, 9)

    assert (row.ours, row.bound, row.proven, row.verdict) == (2, 2, True, "equal")
    assert row.seconds > row.solving > 0
    assert row.peak_mb > 0


@pytest.mark.parametrize(
    ("sense", "ours", "verdict"),
    [
        ("min", 10.0, "equal"),
        ("min", 9.0, "better"),
        ("min", 11.0, "worse"),
        ("max", 11.0, "better"),
        ("max", 9.0, "worse"),
        ("max", 10.00001, "equal"),
        ("max", None, "none"),
    ],
)
def test_the_verdict_knows_which_way_is_better(
    sense: str, ours: float | None, verdict: str
) -> None:
    """Less is better where less is wanted; rounding makes no difference."""
    best = Known.model_validate(
        {
            "set": "midl",
            "file": "f",
            "size": "",
            "sense": sense,
            "objective": sense,
            "best": 10,
            "status": "optimal",
        }
    )

    assert Row(known=best, limit=1, ours=ours).verdict == verdict


def test_the_best_value_known_is_a_bound_where_nothing_is_proven(
    tmp_path: Path,
) -> None:
    """Without a known value the better of both bounds is what to reach."""
    data = manifest(
        tmp_path,
        ("smptsp", "a.dat", "min workers", "", "bounds", "1", "3"),
        ("midl", "s.csv", "max min paper score, loads", "0.9", "", "", ""),
        ("mspsp", "b_00.dzn", "min makespan", "7", "optimal", "7", "7"),
        ("mspsp", "b_01.dzn", "min makespan", "7", "optimal", "7", "7"),
    )
    rows = known(data)

    assert [(each.file, each.best) for each in rows] == [
        ("a.dat", 3),
        ("b_00.dzn", 7),
        ("b_01.dzn", 7),
    ]
    assert len(chosen(rows, (), "", everything=False)) == 2
    assert len(chosen(rows, (), "", everything=True)) == 3
    assert [each.file for each in chosen(rows, ("mspsp",), "b", everything=False)] == [
        "b_00.dzn"
    ]


def test_every_set_has_a_tiny_instance() -> None:
    """No reader is left without a test."""
    from benchmarks.instances.sets import SETS  # noqa: PLC0415 -- only here

    assert {name for name, _ in TINY.values()} == set(SETS)
