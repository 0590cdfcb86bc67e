"""
The goals as rungs: one function per slug, listed in ``GOALS``.

Each yields the parts of its goal for one piece of the scenario. A part may add
variables and rows that hold in every plan; they are one-sided, so a part's
expression never claims more than the plan has, and reaches it at the optimum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.solver.goals_of_effort import finish, people_away, workload
from matcher.solver.goals_of_fairness import area_scales, fairness
from matcher.solver.goals_of_growth import continuity, exchange_balance, growth
from matcher.solver.goals_of_people import (
    cost,
    fit,
    preferences,
    release_balance,
    tie_break,
)
from matcher.solver.goals_of_places import agreement, concessions, coverage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.scenario import Scenario
    from matcher.solver.part import Parts
    from matcher.solver.variables import Variables


def names(scenario: Scenario, goal: str) -> list[str]:
    """Return the names of a goal's parts, in the order in which they are solved."""
    if goal == "coverage":
        if scenario.policy.word("coverage", "order") == "weighted":
            return [""]
        priorities = sorted({need.priority for need in scenario.needs})
        more = any(need.max_headcount > need.min_headcount for need in scenario.needs)
        return [f"priority-{each}" for each in priorities] + ["beyond"] * more
    if goal == "fairness":
        return [f"worst-{k}" for k in range(1, len(area_scales(scenario)) + 1)]
    if goal == "growth":
        return ["mentored"] + ["held", "heard"] * bool(scenario.sessions)
    return {"preferences": ["worst", "sum"], "tie-break": ["draw", "dates"]}.get(
        goal, [""]
    )


GOALS: Mapping[str, Callable[[Variables], Parts]] = {
    "agreement": agreement,
    "coverage": coverage,
    "concessions": concessions,
    "fairness": fairness,
    "fit": fit,
    "continuity": continuity,
    "preferences": preferences,
    "growth": growth,
    "release-balance": release_balance,
    "exchange-balance": exchange_balance,
    "people-away": people_away,
    "workload": workload,
    "finish": finish,
    "cost": cost,
    "tie-break": tie_break,
}
"""The rungs of each goal, by slug, in the default order."""
