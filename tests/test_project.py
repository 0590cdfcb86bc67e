"""The project itself: packaging, sizes of rooms, and words that must not appear."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest

import matcher
from matcher._version import __version__

ROOT = Path(__file__).parent.parent

METADATA = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Declarations, one after the other, with nothing to understand between them.
DECLARATIONS = {"matcher/rulebook/rules.py", "matcher/scenario/entities.py"}

MODULES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "matcher").rglob("*.py")
)

LONGEST = 350

PLACES = ("*", "matcher/**/*", "tests/**/*", "docs/**/*", "benchmarks/**/*")

KINDS = {".py", ".md", ".toml", ".yaml", ".html", ".css", ".csv", ".po"}

OURS = sorted(
    path.relative_to(ROOT).as_posix()
    for place in (*PLACES, "scenarios/**/*", ".ci/run")
    for path in ROOT.glob(place)
    if path.suffix in KINDS or path.name in {"Makefile", "run"}
    if "_build" not in path.parts
)

# Spelt so that this file does not hold them.
FORBIDDEN = {
    "a machine's path": r"(?<![\w.*])/(?:work|root|home|tmp|Users)/",
    "an open end": r"\b(?:TO[D]O|FIX[M]E)\b",
    "an abbreviated city": "(?<![西江安])\u5b81(?![可愿])",
}


def test_the_version_stands_in_one_place() -> None:
    """Packaging takes the version from the file that the code imports."""
    path = METADATA["tool"]["hatch"]["version"]["path"]

    assert METADATA["project"]["dynamic"] == ["version"]
    assert path == "matcher/_version.py"
    assert matcher.__version__ == __version__ == version("matcher")


def test_the_python_floor_is_the_one_that_is_linted() -> None:
    """The least Python is 3.11, for packaging and for the linter alike."""
    assert METADATA["project"]["requires-python"] == ">=3.11"
    assert METADATA["tool"]["ruff"]["target-version"] == "py311"


def test_the_engine_is_the_pinned_one() -> None:
    """The tests run with exactly the OR-Tools that users get."""
    pins = [each for each in requires("matcher") or [] if each.startswith("ortools")]

    assert pins == [f"ortools=={version('ortools')}"]


@pytest.mark.parametrize("path", sorted(set(MODULES) - DECLARATIONS))
def test_no_module_is_too_long(path: str) -> None:
    """A module that outgrows its room is split."""
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")

    assert lines <= LONGEST


@pytest.mark.parametrize("path", OURS)
def test_no_file_holds_what_must_not_be_published(path: str) -> None:
    """No file names a machine's path, leaves an end open or abbreviates a city."""
    text = (ROOT / path).read_text(encoding="utf-8")
    found = [name for name, each in FORBIDDEN.items() if re.search(each, text)]

    assert found == []
