"""``matcher sweep``: a grid on the command line, cell by cell."""

from __future__ import annotations

import json
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest
from here import Here
from holding import plans, rows
from runner import files_in

from matcher.cli import sweep as room
from matcher.cli import sweeping
from matcher.errors import OutputLockedError
from matcher.plan.files import read_plan, write_whole
from matcher.pool import Lost
from matcher.sweep.planning import planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from runner import Runner

    from matcher.sweep import Made, Order


@pytest.fixture(autouse=True)
def without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plan in this process: what processes add is tested where they are killed."""
    monkeypatch.setattr(room, "opened", lambda *_engine, **_options: Here())


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes an overlay from the texts of its files."""

    def made(name: str, **files: str) -> Path:
        path = tmp_path / name
        path.mkdir()
        for stem, text in files.items():
            ending = "yaml" if stem == "scenario" else "csv"
            (path / f"{stem}.{ending}").write_text(text, "utf-8")
        return path

    return made


@pytest.fixture
def nobody(overlay: Callable[..., Path]) -> Path:
    """Return an overlay in which the only person is not good enough."""
    return overlay("nobody", needs="id,level\nn1,5\n")


@pytest.fixture
def coverage(overlay: Callable[..., Path]) -> Path:
    """Return a policy that pursues coverage and nothing else."""
    return overlay("coverage", scenario="goals: [coverage, tie-break]\n")


@pytest.fixture
def contrary(overlay: Callable[..., Path], folder: Path) -> Path:
    """Return an overlay whose locks contradict each other."""
    who = (folder / "people.csv").read_text("utf-8-sig").splitlines()[1].split(",")[0]
    locks = f"id,kind,person,target\nL1,pin,{who},n1\nL2,forbid,{who},n1\n"
    return overlay("contrary", locks=locks)


def test_every_combination_is_planned_into_a_folder_of_its_own(
    run: Runner, folder: Path, nobody: Path, coverage: Path, out: Path
) -> None:
    """Overlays by policies by seeds: plan and record of each, and one table."""
    words = ("--overlay", nobody, "--policy", coverage, "--plain", "--seeds", "1,7")
    result = run("sweep", folder, *words, "-o", out)
    assert result.exit_code == 0, result.output
    names = [
        f"{name}+seed-{seed}"
        for name in ("scenario", "coverage", "nobody", "nobody+coverage")
        for seed in (1, 7)
    ]
    assert files_in(out) == sorted([*names, "sweep.csv", "sweep.json"])
    assert all(files_in(out / each) == ["plan.json", "run.json"] for each in names)
    assert [row["cell"] for row in rows(out)] == names
    plan = read_plan(out / "nobody+coverage+seed-7" / "plan.json")
    assert (plan.seed, plan.assignments) == (7, ())
    assert [rung.goal for rung in plan.rungs][-1] == "tie-break"
    assert result.stdout.splitlines() == [
        "8 of 8 cells have ended.",
        f"Written: {out / 'sweep.csv'}",
        f"Next: matcher compare {out}",
    ]
    assert result.stderr.startswith("1/8 scenario+seed-1: proven optimal, 0 empty")


def test_the_table_holds_axes_and_proofs(
    run: Runner, folder: Path, nobody: Path, coverage: Path, out: Path
) -> None:
    """A row has what was varied, what came out, and value, bound and gap by rung."""
    words = ("--overlay", nobody, "--policy", coverage, "--seeds", 3, "-o", out)
    run("sweep", folder, *words)
    (row,) = rows(out)
    assert row == {
        "cell": "nobody+coverage+seed-3",
        "overlay": "nobody",
        "policy": "coverage",
        "seed": "3",
        "exit_status": "0",
        "error": "",
        "message": "",
        "status": "OPTIMAL",
        "findings": "0",
        "assignments": "0",
        "people": "0",
        "empty_posts": "1",
        **{
            f"{rung} {figure}": "0"
            for rung in ("coverage.priority-3", "tie-break.draw", "tie-break.dates")
            for figure in ("value", "bound", "gap")
        },
    }


def test_without_axes_there_is_one_cell(run: Runner, folder: Path, out: Path) -> None:
    """It is called like the scenario, and has the scenario's seed."""
    assert run("sweep", folder, "-o", out).exit_code == 0
    (row,) = rows(out)
    record = json.loads((out / "scenario" / "run.json").read_text("utf-8"))
    assert (row["cell"], row["seed"]) == ("scenario", str(record["parameters"]["seed"]))


def test_one_cell_does_not_hold_up_the_others(
    run: Runner, folder: Path, contrary: Path, overlay: Callable[..., Path], out: Path
) -> None:
    """Errors stand in the table and in the cell's folder; the worst status counts."""
    faulty = overlay("faulty", people="id,level\nnobody,x\n")
    words = ("--overlay", contrary, "--overlay", faulty, "--plain", "-o", out)
    result = run("sweep", folder, *words)

    assert result.exit_code == 3
    found = [(row["cell"], row["exit_status"], row["error"]) for row in rows(out)]
    assert found == [
        ("scenario", "0", ""),
        ("contrary", "3", "contradictory-locks"),
        ("faulty", "1", "scenario-has-errors"),
    ]
    assert files_in(out / "contrary") == files_in(out / "faulty") == ["error.json"]
    kept = json.loads((out / "contrary" / "error.json").read_text("utf-8"))
    assert (kept["schema"], kept["locks"]) == ("matcher.failure/1", ["L1", "L2"])
    assert f"In {folder} + {faulty}:\n" in result.stderr
    assert "contrary: These locks cannot all be kept: L1" in result.stderr
    assert "matcher compare" not in result.stdout


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", ("proven optimal, 0 empty post(s)", "1 of 1 cells have ended.")),
        ("zh", ("已证明最优，空缺岗位0个", "1个组合中已有1个结束。")),
    ],
)
def test_a_sweep_speaks_both_languages(
    run: Runner, folder: Path, out: Path, lang: str, says: tuple[str, str]
) -> None:
    """Progress on standard error and the end on standard output."""
    result = run("sweep", folder, "-o", out, lang=lang)
    assert says[0] in result.stderr
    assert says[1] in result.stdout


def test_a_quiet_sweep_says_nothing(run: Runner, folder: Path, out: Path) -> None:
    """Neither progress nor an end."""
    assert run("sweep", folder, "-o", out, "-q").output == ""


def test_a_program_reads_how_each_cell_ended(
    run: Runner, folder: Path, contrary: Path, out: Path
) -> None:
    """The document lists the cells with the columns of the table."""
    words = ("--overlay", contrary, "--plain", "-o", out, "--json")
    document = json.loads(run("sweep", folder, *words).stdout)
    assert document["schema"] == "matcher.sweep/1"
    assert document["table"] == str(out / "sweep.csv")
    planned, failed = document["cells"]
    assert (planned["exit_status"], planned["status"]) == (0, "OPTIMAL")
    assert (failed["exit_status"], failed["error"]) == (3, "contradictory-locks")


def test_reports_are_written_if_they_are_asked_for(
    run: Runner, folder: Path, out: Path
) -> None:
    """A cell without one is planned again; both languages are one page."""
    run("sweep", folder, "-o", out)
    run("sweep", folder, "-o", out, "--report", "--lang", "both")
    assert files_in(out / "scenario") == [
        "plan.json",
        "report.html",
        "report.xlsx",
        "run.json",
    ]
    page = (out / "scenario" / "report.html").read_text("utf-8")
    assert "Cost" in page
    assert "费用" in page


# --- stopping and going on --------------------------------------------------------


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each cell that is planned."""
    names: list[str] = []

    def count(order: Order) -> Made:
        names.append(order.folder)
        return planned(order)

    monkeypatch.setattr(sweeping, "planned", count)
    return names


def test_what_has_ended_is_not_planned_again(
    run: Runner, folder: Path, contrary: Path, out: Path, counted: list[str]
) -> None:
    """Neither a plan nor a proven contradiction; a wider grid adds its cells."""
    words = ("sweep", folder, "--overlay", contrary, "--plain", "-o", out)
    assert run(*words).exit_code == 3
    before = {path: path.read_bytes() for path in out.rglob("*.json")}
    again = run(*words)
    assert counted == ["scenario", "contrary"]
    assert again.exit_code == 3
    assert "2 of 2 cells are there already." in again.stderr
    assert {path: path.read_bytes() for path in before} == before
    run("sweep", folder, "--seeds", "1..2", "-o", out)
    assert counted[2:] == ["scenario+seed-1", "scenario+seed-2"]


@pytest.mark.parametrize("change", ["row", "limit", "version"])
def test_other_inputs_are_told_and_refused(
    run: Runner,
    folder: Path,
    nobody: Path,
    out: Path,
    counted: list[str],
    *,
    change: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is planned or replaced, unless --force plans what has changed."""
    words = ["sweep", folder, "--overlay", nobody, "--plain", "-o", out]
    run(*words)
    before = plans(out)
    changed = ["scenario", "nobody"]
    if change == "row":
        (nobody / "needs.csv").write_text("id,level\nn1,1\n", "utf-8")
        changed = ["nobody"]
    elif change == "limit":
        words += ["--time-limit", "60"]
    else:
        others = {"matcher": "0", "ortools": "0"}
        monkeypatch.setattr("matcher.sweep.planning.versions", lambda: others)
        monkeypatch.setattr(sweeping, "versions", lambda: others)
    result = run(*words)

    assert result.exit_code == 2
    assert f"planned from other inputs, limits or versions: {changed[0]}" in (
        result.stderr
    )
    assert (plans(out), len(counted)) == (before, 2)
    assert run(*words, "--force").exit_code == 0
    assert counted[2:] == changed


def test_a_plan_without_its_record_counts_for_nothing(
    run: Runner, folder: Path, out: Path, counted: list[str]
) -> None:
    """A sweep that was killed between two files plans the cell again."""
    run("sweep", folder, "-o", out)
    (out / "scenario" / "run.json").unlink()
    assert run("sweep", folder, "-o", out).exit_code == 0
    assert counted == ["scenario", "scenario"]


def test_a_cell_that_failed_and_succeeds_has_no_error_any_more(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may pass is tried again: a process that was lost, a fault of ours."""

    def lost(_pool: Here, _work: object, items: Iterator[Order], **_how: Any) -> Any:  # noqa: ANN401 -- as the method
        return ((each, Lost(3)) for each in items)

    with monkeypatch.context() as patch:
        patch.setattr(Here, "map", lost)
        result = run("sweep", folder, "-o", out)
    assert (result.exit_code, rows(out)[0]["error"]) == (70, "process-lost")
    assert "3 processes ended while they planned this" in result.stderr
    assert run("sweep", folder, "-o", out).exit_code == 0
    assert files_in(out / "scenario") == ["plan.json", "run.json"]
    assert rows(out)[0]["error"] == ""


def test_an_interrupt_leaves_what_has_ended(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with status 130; the same command goes on with the others."""

    def interrupted(order: Order) -> Made:
        signal.raise_signal(signal.SIGINT)
        return planned(order)

    words = ("sweep", folder, "--seeds", "1..3", "-o", out)
    with monkeypatch.context() as patch:
        patch.setattr(sweeping, "planned", interrupted)
        result = run(*words)
    assert result.exit_code == 130
    assert result.stdout.startswith("Stopped: 1 of 3 cells have ended.")
    assert [row["seed"] for row in rows(out)] == ["1"]
    assert run(*words).exit_code == 0
    assert [row["seed"] for row in rows(out)] == ["1", "2", "3"]


def test_an_interrupted_sweep_is_one_document(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells that were not planned say so."""

    def interrupted(order: Order) -> Made:
        signal.raise_signal(signal.SIGINT)
        return planned(order)

    monkeypatch.setattr(sweeping, "planned", interrupted)
    result = run("sweep", folder, "--seeds", "1..2", "-o", out, "--json")
    first, second = json.loads(result.stdout)["cells"]
    assert first["exit_status"] == 0
    assert (second["error"], second["exit_status"]) == ("interrupted", 130)


def test_a_fault_of_ours_is_told_and_shown(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 70 in the table; --debug shows where it happened, wherever that was."""

    def broken(*_values: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("matcher.verbs.run", broken)
    result = run("sweep", folder, "-o", out, "--debug")
    assert result.exit_code == 70
    assert "Traceback" in result.stderr
    assert rows(out)[0]["message"].startswith("Internal error: ZeroDivisionError")


def test_a_plan_with_findings_is_not_kept(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 6, and their number in the table."""
    from matcher import verbs  # noqa: PLC0415 -- what is broken below
    from matcher.auditor import Finding  # noqa: PLC0415

    real = verbs.run

    def spoilt(*values: Any, **options: Any) -> verbs.Run:  # noqa: ANN401 -- handed on
        done = real(*values, **options)
        finding = Finding("level", {}, ("n1",))
        audit = done.audit.__class__(**{**vars(done.audit), "findings": (finding,)})
        return verbs.Run(done.plan, audit, done.seconds)

    monkeypatch.setattr(verbs, "run", spoilt)
    result = run("sweep", folder, "-o", out)
    assert result.exit_code == 6
    assert files_in(out / "scenario") == ["error.json"]
    assert (rows(out)[0]["findings"], rows(out)[0]["status"]) == ("1", "")


def test_a_table_that_somebody_looks_at_does_not_stop_a_sweep(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cells are planned; at the end it is told, and the same command writes it."""

    def held(path: Path, text: str, *, force: bool) -> None:
        if path.name == "sweep.csv":
            raise OutputLockedError(path)
        write_whole(path, text, force=force)

    with monkeypatch.context() as patch:
        patch.setattr(sweeping, "write_whole", held)
        result = run("sweep", folder, "-o", out)
    assert result.exit_code == 2
    assert "is open in another program" in result.stderr
    assert files_in(out / "scenario") == ["plan.json", "run.json"]
    assert run("sweep", folder, "-o", out).exit_code == 0
    assert [row["cell"] for row in rows(out)] == ["scenario"]


# --- wrong usage ------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["--seeds", "5..1"],
        ["--seeds", "one"],
        ["--seeds", "1..99999"],
        ["--seeds", str(2**31)],
        ["--seeds", ""],
        ["--jobs", "0"],
        ["--engine", "luck"],
        ["--address", "auto"],
    ],
)
def test_wrong_usage_writes_nothing(
    run: Runner, folder: Path, out: Path, words: list[str]
) -> None:
    """Status 2."""
    assert run("sweep", folder, "-o", out, *words).exit_code == 2
    assert files_in(out) == []


def test_two_cells_of_one_name_are_refused(
    run: Runner, folder: Path, nobody: Path, out: Path
) -> None:
    """Two plans cannot go into one folder."""
    result = run("sweep", folder, "--overlay", nobody, "--overlay", nobody, "-o", out)
    assert result.exit_code == 2
    assert "Two cells of the grid are called nobody" in result.stderr


def test_an_overlay_is_not_replaced(run: Runner, folder: Path, nobody: Path) -> None:
    """A folder that is read cannot be the one of a cell."""
    result = run("sweep", folder, "--overlay", nobody, "-o", nobody.parent)
    assert result.exit_code == 2
    assert files_in(nobody) == ["needs.csv"]


def test_without_the_extra_the_way_to_it_is_told(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 and the command that installs what is missing."""
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "matcher.pool.cluster", raising=False)
    result = run("sweep", folder, "-o", out, "--engine", "ray")
    assert result.exit_code == 2
    assert "pip install 'matcher[ray]'" in result.stderr


# --- side by side -----------------------------------------------------------------


def test_compare_reads_the_folder_of_a_sweep(
    run: Runner, folder: Path, nobody: Path, contrary: Path, out: Path
) -> None:
    """All its plans in the order of the grid; cells without one are told."""
    axes = ("--overlay", nobody, "--overlay", contrary, "--plain")
    run("sweep", folder, *axes, "-o", out)
    result = run("compare", out, "--json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert [each["name"] for each in document["plans"]] == ["scenario", "nobody"]
    assert f"1 cell(s) of {out} have no plan and are left out." in result.stderr


def test_a_sweep_of_one_plan_is_compared_with_another(
    run: Runner, folder: Path, nobody: Path, out: Path, tmp_path: Path
) -> None:
    """Alone there is nothing to compare it with."""
    run("sweep", folder, "-o", out)
    assert run("compare", out).exit_code == 2
    run("solve", folder, "--overlay", nobody, "-o", tmp_path / "other")
    document = json.loads(run("compare", out, tmp_path / "other", "--json").stdout)
    assert [each["name"] for each in document["plans"]] == ["scenario", "other"]
