"""The Python face: its names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import matcher

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
        "audit_plan",
        "dump_plan",
        "read_plan",
        "read_scenario",
        "solve",
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
    """The verbs other than solve leave the engine and its packages alone."""
    code = "from matcher import audit_plan, read_plan, read_scenario, write_report"
    assert loaded_by(code) & {"ortools", "pandas", "numpy"} == set()
