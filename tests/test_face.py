"""The Python face: its names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import scenario

import matcher
from matcher import verbs
from matcher.auditor import Finding, audit
from matcher.errors import AuditError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.solver import Progress

HEAVY = {"ortools", "pandas", "numpy", "pydantic", "rich", "jinja2", "ruamel", "click"}


def loaded_by(code: str) -> set[str]:
    """Return the heavy packages that a fresh Python has loaded after the code."""
    code += "\nimport sys; print('\\n' + ' '.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = {name.partition(".")[0] for name in run.stdout.splitlines()[-1].split()}
    return names & HEAVY


def test_the_names_of_the_face_are_pinned() -> None:
    """Adding or removing a name is a decision, not an accident."""
    assert matcher.__all__ == [
        "AuditReport",
        "MatcherError",
        "Plan",
        "Scenario",
        "ScenarioError",
        "__version__",
        "audit",
        "dump_plan",
        "read_plan",
        "read_scenario",
        "solve",
        "tables",
        "write_calendars",
        "write_letters",
        "write_report",
    ]
    assert dir(matcher) == matcher.__all__


@pytest.mark.parametrize("name", sorted(set(matcher.__all__) - {"__version__"}))
def test_every_name_can_be_imported(name: str) -> None:
    """Each name of the face is there and is documented under its own name."""
    assert getattr(matcher, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A wrong name fails as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'slove'"):
        _ = matcher.slove  # type: ignore[attr-defined]


def test_importing_the_face_loads_nothing_heavy() -> None:
    """``import matcher`` loads none of the packages that take long."""
    assert loaded_by("import matcher") == set()


def test_reading_auditing_and_reporting_never_load_the_solver() -> None:
    """The verbs other than solve load neither the engine nor pandas when imported."""
    code = "from matcher import audit, read_plan, read_scenario, tables, write_report"
    assert loaded_by(code) & {"ortools", "pandas", "numpy"} == set()


def test_a_plan_can_be_made_written_read_and_judged(tmp_path: Path) -> None:
    """The verbs fit together: solve, dump, read, audit, report."""
    world = scenario()
    plan = matcher.solve(world)
    path = tmp_path / "plan.json"
    path.write_text(matcher.dump_plan(plan), encoding="utf-8")
    assert matcher.read_plan(path) == plan
    assert matcher.audit(world, plan).clean
    page = matcher.write_report(world, plan, tmp_path / "out")
    assert page == tmp_path / "out" / "report.html"
    assert 'lang="zh-Hans"' in page.read_text("utf-8")


def test_a_solve_tells_its_progress() -> None:
    """Whoever asks is told of every rung that ends, in the order of the ladder."""
    told: list[Progress] = []
    plan = matcher.solve(scenario(), progress=told.append)
    ended = [(each.goal, each.part) for each in told if each.done]
    assert ended == [(rung.goal, rung.part) for rung in plan.rungs]


def test_a_solve_that_the_judge_refuses_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody gets a plan from Python that the audit finds fault with."""
    finding = Finding("structure", {"subject": "A", "fault": "x"}, ("A",))

    def refuse(world: matcher.Scenario, plan: matcher.Plan) -> matcher.AuditReport:
        return replace(audit(world, plan), findings=(finding,))

    monkeypatch.setattr(verbs, "audit", refuse)
    with pytest.raises(AuditError, match="1 finding"):
        matcher.solve(scenario())


def test_a_report_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """A report that is there stays unless force is given."""
    world = scenario()
    plan = matcher.solve(world)
    matcher.write_report(world, plan, tmp_path, "en")
    with pytest.raises(OutputError):
        matcher.write_report(world, plan, tmp_path)
    page = matcher.write_report(world, plan, tmp_path, force=True)
    assert 'lang="zh-Hans"' in page.read_text("utf-8")
