"""Planning a cell from nothing but the order that is sent."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import need, scenario

from matcher.errors import ContradictionError
from matcher.extras import VersionError
from matcher.language import write_traditional
from matcher.record import Origin
from matcher.scenario.conditions import Lock
from matcher.sweep import Order
from matcher.sweep.planning import packed, planned, versions
from matcher.verbs import solve

if TYPE_CHECKING:
    from matcher.scenario import Scenario

ASKED = {"seed": 5, "time_limit": None, "workers": 1}


def order(world: Scenario) -> Order:
    """Return the order to plan a scenario."""
    origin = Origin(("../base",), {"needs.csv": "0"})
    return Order("base", packed(world), origin, ASKED, (), versions())


def test_an_order_needs_no_files() -> None:
    """It crosses to another process, and gives the plan and record of a solve."""
    world = scenario()
    made = planned(pickle.loads(pickle.dumps(order(world))))  # noqa: S301 -- our own
    plan, record = (json.loads(made.files[f"{each}.json"]) for each in ("plan", "run"))
    assert list(made.files) == ["plan.json", "run.json"]
    assert plan == json.loads(
        solve(world, seed=5, workers=1).model_dump_json(by_alias=True)
    )
    assert record["source"] == ["../base"]
    assert record["files"] == {"needs.csv": "0"}
    assert record["parameters"] == ASKED
    assert record["fingerprint"] == plan["fingerprint"] == world.fingerprint


def test_a_failure_is_what_came_of_a_cell() -> None:
    """It comes back as a value and keeps its facts."""
    locks = tuple(
        Lock.model_validate({"id": name, "kind": kind, "person": "A", "target": "n1"})
        for name, kind in (("L1", "pin"), ("L2", "forbid"))
    )
    made = pickle.loads(pickle.dumps(planned(order(scenario(locks=locks)))))  # noqa: S301 -- our own
    assert isinstance(made.failure, ContradictionError)
    assert (made.files, made.failure.locks) == ({}, ("L1", "L2"))


def test_a_machine_with_other_versions_does_not_plan() -> None:
    """Another engine would find another plan: machine and versions are told."""
    others = {"matcher": "9", "ortools": "9"}
    made = planned(replace(order(scenario()), versions=others))
    assert isinstance(made.failure, VersionError)
    assert "here it is matcher 9, ortools 9" in made.failure.text("en")
    assert "这里是matcher 9, ortools 9" in made.failure.text("zh")


def test_a_report_is_in_the_characters_that_were_asked_for() -> None:
    """The process that plans is another one than the one that was asked."""
    asked = replace(order(scenario()), languages=("zh",), traditional=True)
    try:
        page = str(planned(asked).files["report.html"])
    finally:
        write_traditional("")
    plain = str(planned(replace(asked, traditional=False)).files["report.html"])
    assert "審核" in page
    assert "审核" in plain
    assert "審核" not in plain


@pytest.mark.parametrize("needs", [(), (need("n1"),)])
def test_a_scenario_is_packed_whole(needs: tuple[object, ...]) -> None:
    """What is unpacked has the fingerprint of what was packed."""
    world = scenario(needs=needs)
    made = planned(order(world))
    assert json.loads(made.files["plan.json"])["fingerprint"] == world.fingerprint
