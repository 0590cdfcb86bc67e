"""Every way ``matcher solve`` can end: failures, gates, interrupts."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from builders import need, scenario
from runner import FILES, files_in

from matcher import verbs
from matcher.errors import InterruptedSolveError, NoPlanError
from matcher.plan import Status
from matcher.plan.files import read_plan
from matcher.scenario.conditions import Lock
from matcher.scenario.reading import read_scenario
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runner import Runner


def test_a_broken_scenario_ends_with_status_1(
    run: Runner, folder: Path, out: Path
) -> None:
    """Nothing is solved or written; the problems are on standard error."""
    (folder / "needs.csv").unlink()
    result = run("solve", folder, "-o", out, lang="zh")
    assert result.exit_code == 1
    assert "needs.csv: E102" in result.stderr
    assert files_in(out) == []


@pytest.mark.parametrize(
    "words", [["--time-limit", "0"], ["--workers", "0"], ["--fail-on", "luck"]]
)
def test_values_out_of_range_are_wrong_usage(
    run: Runner, folder: Path, out: Path, words: list[str]
) -> None:
    """Limits and names are checked before anything is read: status 2."""
    assert run("solve", folder, "-o", out, *words).exit_code == 2


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "These locks cannot all be kept: L1, L2."), ("zh", "无法同时遵守：L1, L2")],
)
def test_contradictory_locks_end_with_status_3(
    run: Runner, tmp_path: Path, lang: str, says: str
) -> None:
    """Two strict pins on the same days are proven impossible, and are named."""
    both = tuple(
        Lock.model_validate({"id": lock, "kind": "pin", "person": "A", "target": need})
        for lock, need in (("L1", "n1"), ("L2", "n2"))
    )
    needs = tuple(
        need(code, first_day="2023-03-01", last_day="2023-03-03")
        for code in ("n1", "n2")
    )
    write_scenario(scenario(needs=needs, locks=both), tmp_path / "s")
    words = ("solve", tmp_path / "s", "-o", tmp_path / "out", "--json")
    result = run(*words, lang=lang)
    assert result.exit_code == 3
    assert says in result.stderr
    assert json.loads(result.stdout)["locks"] == ["L1", "L2"]
    assert files_in(tmp_path / "out") == []


def raising(failure: BaseException) -> Callable[..., Any]:
    """Return a stand-in for the solver that ends in a failure."""

    def fail(*_values: object, **_options: object) -> None:
        raise failure

    return fail


@pytest.mark.parametrize(
    ("failure", "status", "lang", "says"),
    [
        (NoPlanError(7), 4, "en", "was found within 7 s"),
        (NoPlanError(7), 4, "zh", "在7秒内没有找到"),
        (InterruptedSolveError(), 130, "en", "Interrupted before a plan was found"),
        (InterruptedSolveError(), 130, "zh", "在找到计划之前被中断"),
        (KeyboardInterrupt(), 130, "en", "Interrupted before a plan was found"),
        (RuntimeError("a\nb"), 70, "en", "Internal error: RuntimeError: a b. Please"),
        (RuntimeError("a\nb"), 70, "zh", "内部错误：RuntimeError: a b。"),
        (PermissionError(13, "denied", "x"), 2, "en", "denied: 'x'"),
    ],
)
def test_every_failure_has_its_status_and_one_line(
    run: Runner,
    folder: Path,
    *,
    out: Path,
    failure: BaseException,
    status: int,
    lang: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the solver raises becomes a status and a sentence; nothing is written."""
    monkeypatch.setattr(verbs, "run", raising(failure))
    result = run("solve", folder, "-o", out, lang=lang)
    assert result.exit_code == status
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert files_in(out) == []


@pytest.mark.parametrize("how", ["option", "group", "environment"])
def test_the_traceback_of_an_internal_error_is_shown_when_asked_for(
    run: Runner, folder: Path, out: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--debug and MATCHER_DEBUG show where it happened."""
    monkeypatch.setattr(verbs, "run", raising(RuntimeError("boom")))
    words: list[object] = ["solve", folder, "-o", out]
    if how == "environment":
        monkeypatch.setenv("MATCHER_DEBUG", "1")
    else:
        words.insert(0 if how == "group" else 4, "--debug")
    result = run(*words)
    assert result.exit_code == 70
    assert "Traceback" in result.stderr


def test_a_failure_is_one_document_for_programs(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --json an expected failure is a document with its name and status."""
    monkeypatch.setattr(verbs, "run", raising(NoPlanError(7)))
    document = json.loads(run("solve", folder, "-o", out, "--json").stdout)
    assert document["schema"] == "matcher.error/1"
    assert (document["error"], document["exit_status"]) == ("no-plan-in-time", 4)


@pytest.mark.parametrize(
    ("gates", "status", "tripped"),
    [
        (["shortage"], 5, "shortage"),
        (["concession"], 5, "concession"),
        (["gap"], 0, ""),
        (["concession", "gap", "shortage"], 5, "shortage, concession"),
        ([], 0, ""),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_gates_trip_after_the_outputs_were_written(
    run: Runner,
    short: Path,
    *,
    out: Path,
    gates: list[str],
    status: int,
    tripped: str,
    form: list[str],
) -> None:
    """A gate ends with status 5 and its name; the outputs are there all the same."""
    words = [word for gate in gates for word in ("--fail-on", gate)]
    result = run("solve", short, "-o", out, *words, *form)
    assert result.exit_code == status
    assert (f"Gate tripped: {tripped}." in result.stderr) is bool(tripped)
    assert files_in(out) == FILES
    if form:
        assert json.loads(result.stdout)["schema"] == "matcher.solve/1"


def interrupted(real: Callable[..., verbs.Run]) -> Callable[..., verbs.Run]:
    """Return a solver during whose work somebody presses Ctrl-C."""

    def run(*values: Any, stop: Any, **options: Any) -> verbs.Run:  # noqa: ANN401 -- handed on
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.wait(60)
        return real(*values, stop=stop, **options)

    return run


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "interrupted; this is the best plan"),
        ("zh", "被中断；这是目前找到的最好计划"),
    ],
)
def test_an_interrupt_keeps_the_best_plan(
    run: Runner,
    folder: Path,
    *,
    out: Path,
    lang: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C with a plan at hand: it is written as interrupted, status 0."""
    monkeypatch.setattr(verbs, "run", interrupted(verbs.run))
    result = run("solve", folder, "-o", out, lang=lang)
    assert result.exit_code == 0
    assert says in result.stdout
    assert read_plan(out / "plan.json").interrupted


def test_an_unproven_plan_trips_the_gate_of_gaps(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan that is not proven optimal does not pass --fail-on gap."""
    real = verbs.run

    def unproven(*values: Any, **options: Any) -> verbs.Run:  # noqa: ANN401 -- handed on
        done = real(*values, **options)
        plan = done.plan.model_copy(update={"status": Status.FEASIBLE})
        return verbs.Run(plan, done.audit, done.seconds)

    monkeypatch.setattr(verbs, "run", unproven)
    result = run("solve", folder, "-o", out, "--fail-on", "gap")
    assert result.exit_code == 5
    assert "feasible; the gaps say how much may be missing" in result.stdout


def test_a_plan_that_the_judge_refuses_is_not_written(
    run: Runner, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the audit finds fault with our own plan: its findings, status 6, no files."""
    real = verbs.run

    def doubtful(*values: Any, **options: Any) -> verbs.Run:  # noqa: ANN401 -- handed on
        done = real(*values, **options)
        plan = done.plan.model_copy(update={"assignments": ()})
        judged = verbs.audit(read_scenario(folder), plan)
        return verbs.Run(plan, judged, done.seconds)

    monkeypatch.setattr(verbs, "run", doubtful)
    result = run("solve", folder, "-o", out, lang="zh")
    assert result.exit_code == 6
    assert "ledger: " in result.stderr
    assert files_in(out) == []
