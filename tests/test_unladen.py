"""Modules that are loaded without what they would load in vain."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from matcher.unladen import load

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = "class Thing: pass\n"
WANTS = "import heavy\ndef made(kind: heavy.Thing): return heavy.Thing()\n"


@pytest.fixture(autouse=True)
def _modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a module that wants another one only for a function that few call."""
    for name, text in (("heavy", HEAVY), ("wants", WANTS)):
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path)


def test_the_other_is_loaded_when_it_is_used() -> None:
    """Until then it is not there; then it is the real one."""
    wants = load("wants", "heavy", Thing=object)
    assert "heavy" not in sys.modules

    thing = wants.made(None)

    assert type(thing) is sys.modules["heavy"].Thing


def test_what_is_there_already_is_left_alone() -> None:
    """A module that somebody loaded before is the one that is used."""
    heavy = load("heavy", "nothing")

    assert load("wants", "heavy", Thing=object).heavy is heavy
    assert sys.modules["heavy"] is heavy


SOLVER = """
import sys, matcher.solver
assert "pandas" not in sys.modules
import pandas
from ortools.sat.python.cp_model import CpModel, CpSolver
model, solver = CpModel(), CpSolver()
both = model.new_bool_var_series("both", pandas.Index(["a", "b"]))
model.add(both.sum() == 2)
solver.solve(model)
assert list(solver.boolean_values(both)) == [True, True]
"""
HOLIDAYS = """
import sys
from datetime import date
from matcher.scenario.public_holidays import public_holidays
from matcher.timeline import Window
assert public_holidays(Window(date(2023, 1, 1), date(2024, 1, 1)))
assert "holidays.countries.france" not in sys.modules
from holidays import country_holidays
assert date(2023, 7, 14) in country_holidays("FR")
"""


@pytest.mark.parametrize("script", [SOLVER, HOLIDAYS], ids=["pandas", "France"])
def test_nothing_is_lost(script: str) -> None:
    """Solver and reader load neither pandas nor France; who wants them finds them."""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stderr) == (0, "")
