"""Readers make ordinary scenarios of instances; checkers know what a solution is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tiny import SICKNESS, TINY

from benchmarks.instances import sickness
from benchmarks.instances.checking import Sent, UnfitError
from benchmarks.instances.ground import time_of
from benchmarks.instances.minizinc import read_data
from benchmarks.instances.sets import SETS
from benchmarks.instances.solving import bounds
from matcher import audit, read_scenario, solve
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

WRONG = [(name, fault) for name, (_, tiny) in TINY.items() for fault in tiny.wrong]


@pytest.mark.parametrize("name", TINY)
def test_the_plan_of_an_instance_has_its_best_value(name: str, tmp_path: Path) -> None:
    """Solved as any scenario is, a tiny instance reaches what was counted by hand."""
    of_set, tiny = SETS[TINY[name][0]], TINY[name][1]
    path = tiny.written(tmp_path)
    scenario = of_set.read(path)
    plan = solve(scenario, workers=1)
    sent = [
        Sent(each.person, each.need, time_of(each.start), time_of(each.end))
        for each in plan.assignments
    ]
    proofs = [each.model_dump(mode="json") for each in plan.rungs]

    assert of_set.value(path, sent) == pytest.approx(tiny.best)
    assert of_set.bound(path, bounds(proofs)) == pytest.approx(tiny.best)
    assert audit(scenario, plan).clean


@pytest.mark.parametrize("name", TINY)
def test_an_instance_can_be_written_as_a_folder(name: str, tmp_path: Path) -> None:
    """The folder is read without a fault and is the same scenario."""
    of_set, tiny = SETS[TINY[name][0]], TINY[name][1]
    scenario = of_set.read(tiny.written(tmp_path))
    write_scenario(scenario, tmp_path / "scenario")

    assert read_scenario(tmp_path / "scenario") == scenario


@pytest.mark.parametrize(("name", "fault"), WRONG)
def test_a_checker_refuses_what_is_no_solution(
    name: str, fault: str, tmp_path: Path
) -> None:
    """Each rule of the instance is asked for by itself, whoever made the plan."""
    of_set, tiny = SETS[TINY[name][0]], TINY[name][1]
    with pytest.raises(UnfitError, match=fault):
        of_set.value(tiny.written(tmp_path), tiny.wrong[fault])


def test_shifts_of_which_one_person_could_have_two_are_refused(tmp_path: Path) -> None:
    """0 and 3 are linked by what lies between, but do not exclude each other."""
    text = SICKNESS.files["ill.dzn"].replace("8, 0, 1]", "4, 0, 1]")
    path = tmp_path / "ill.dzn"
    path.write_text(text.replace("5, 10, 3, 3]", "5, 6, 3, 3]"), encoding="utf-8")

    with pytest.raises(UnfitError, match="two shifts of one block"):
        sickness.read(path)


def test_a_bound_below_a_rung_that_is_not_proven_says_nothing() -> None:
    """Parts of a goal add up; after the first unproven rung nothing is taken."""
    rungs = [
        {"goal": "coverage", "bound": 4, "status": "OPTIMAL"},
        {"goal": "coverage", "bound": 2, "status": "FEASIBLE"},
        {"goal": "fit", "bound": 9, "status": "OPTIMAL"},
    ]

    assert bounds(rungs) == {"coverage": 6}
    assert bounds(rungs[:1]) == {"coverage": 4}


def test_data_of_minizinc_are_read(tmp_path: Path) -> None:
    """Numbers, truth, names, sets, ranges, arrays and matrices, with comments."""
    path = tmp_path / "all.dzn"
    path.write_text(
        """% a comment with = and ;
        n = -3; share = 0.5; yes = true; kind = Red;
        some = {3, 1}; few = 2..4; none = {}; list = [1, 2,]; sets = [{1}, 2..3, {}];
        flat = [| 1, 2 | 3, 4 |]; barred = [| 1, 2, | 3, 4, |];
        shaped = array2d(1..2, 1..3, [1, 2, 3, 4, 5, 6]); long = array1d(0..1, [7, 8]);
        """,
        encoding="utf-8",
    )

    assert read_data(path) == {
        "n": -3,
        "share": 0.5,
        "yes": True,
        "kind": "Red",
        "some": {1, 3},
        "few": {2, 3, 4},
        "none": set(),
        "list": [1, 2],
        "sets": [{1}, {2, 3}, set()],
        "flat": [[1, 2], [3, 4]],
        "barred": [[1, 2], [3, 4]],
        "shaped": [[1, 2, 3], [4, 5, 6]],
        "long": [7, 8],
    }


def test_broken_data_of_minizinc_are_told(tmp_path: Path) -> None:
    """A name without a value says where it stopped."""
    path = tmp_path / "broken.dzn"
    path.write_text("n 3;", encoding="utf-8")

    with pytest.raises(ValueError, match="= was expected where 3 stands"):
        read_data(path)
