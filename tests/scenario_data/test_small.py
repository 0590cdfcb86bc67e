"""The small scenarios give what their own pages say."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from matcher.auditor import breaches, rung_values
from matcher.explain import ledger
from matcher.plan import Status
from matcher.rulebook import CAUSES
from matcher.scenario import GoalPolicy, Policy
from matcher.scenario.reading import read_scenario
from matcher.solver import solve

ROOT = Path(__file__).parents[2] / "scenarios"

TINY = {
    ("agreement", ""): 2,
    ("coverage", "priority-1"): 1,
    ("coverage", "priority-2"): 1,
    ("coverage", "priority-3"): 0,
    ("concessions", ""): 0,
    ("fairness", "worst-1"): 1,
    ("fairness", "worst-2"): 2,
    ("fit", ""): 19,
    ("continuity", ""): 1,
    ("preferences", "worst"): 0,
    ("preferences", "sum"): 0,
    ("growth", "mentored"): 0,
    ("release-balance", ""): 3,
    ("cost", ""): 10_600,
    ("tie-break", "draw"): 1_199_999,
    ("tie-break", "dates"): 48_188,
}
"""Every rung of scenarios/tiny, worked out by hand in its README."""


def test_tiny_is_solved_as_by_hand() -> None:
    """The solver finds the plan of the README and proves every rung of it."""
    scenario = read_scenario(ROOT / "tiny")
    solution = solve(scenario)
    pairs = [(each.person, each.need) for each in solution.assignments]
    assert pairs == [("B", "N1"), ("C", "N2")]
    assert solution.status is Status.OPTIMAL
    assert {(r.goal, r.part): r.value for r in solution.rungs} == TINY


def test_tiny_is_judged_as_by_hand() -> None:
    """The audit comes to the same values, and the ledger to the same cause."""
    scenario = read_scenario(ROOT / "tiny")
    plan = solve(scenario).assignments
    assert rung_values(scenario, plan) == TINY
    assert [(each.need, each.cause) for each in ledger(scenario, plan)] == [
        ("N3", "health")
    ]


def test_tiny_page_has_every_value() -> None:
    """The README prints, in bold, the values that the test checks."""
    page = (ROOT / "tiny" / "README.md").read_text("utf-8")
    bold = set(re.findall(r"\*\*([0-9,]+)\*\*", page))
    assert bold == {f"{value:,}" for value in TINY.values()}


def _planted() -> dict[str, tuple[str, int]]:
    path = ROOT / "shortage" / "expected" / "planted.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            row["need"]: (row["cause"], int(row["posts"]))
            for row in csv.DictReader(file)
        }


def test_planted_shortages_are_found() -> None:
    """The ledger names exactly the planted posts, each with the planted cause."""
    scenario = read_scenario(ROOT / "shortage")
    # Of equal plans, which one it is can decide what keeps a post empty: the draw does.
    names = ("agreement", "coverage", "tie-break")
    goals = tuple(GoalPolicy(goal=each) for each in names)
    policy = Policy(rules=scenario.policy.rules, goals=goals)
    solution = solve(scenario.model_copy(update={"policy": policy}))
    found = {
        each.need: (each.cause, each.posts)
        for each in ledger(scenario, solution.assignments, solution.arrangements)
    }
    assert found == _planted()
    assert breaches(scenario, solution.assignments, solution.arrangements) == ()


def test_every_cause_is_planted() -> None:
    """Each cause class stands there but the one for a run cut short."""
    causes = {cause for cause, _ in _planted().values()}
    assert causes == set(CAUSES) - {"not-proven"}


def test_planted_shortages_are_explained() -> None:
    """The page of the scenario has a row for every planted need, in both languages."""
    page = (ROOT / "shortage" / "README.md").read_text("utf-8")
    for need, (cause, posts) in _planted().items():
        assert page.count(f"| {need} | {cause} | {posts} |") == 2
