"""The contents page of the model: which rules are added, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matcher.eligibility import Candidate, candidates
from matcher.scenario.base import Mode
from matcher.solver.building import all_kept
from matcher.solver.constraints import RULES, structure
from matcher.solver.expressions import total
from matcher.solver.variables import Variables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Lock
    from matcher.scenario.entities import Person


@all_kept()
def build(
    scenario: Scenario,
    chosen: Iterable[Candidate] | None = None,
    locks: Iterable[Lock] | None = None,
    idle: Iterable[Person] = (),
) -> Variables:
    """
    Return the variables with every rule of the policy.

    Parameters
    ----------
    scenario
        What is to be planned.
    chosen
        The candidates to plan with; None: all.
    locks
        The locks to keep; None: all.
    idle
        People without any candidate, whom goals count all the same.

    Notes
    -----
    The pair rules are in the candidates already: who is ruled out has no variable,
    and what a soft pair rule gives up is written on the candidate.
    """
    variables = Variables(
        scenario,
        candidates(scenario) if chosen is None else chosen,
        scenario.locks if locks is None else locks,
        idle,
    )
    structure(variables)
    for slug, constrain in RULES.items():
        mode = scenario.policy.mode(slug)
        if mode is not Mode.OFF:
            constrain(variables, soft=mode is Mode.SOFT)
    return variables


def feasible(scenario: Scenario, assignments: Iterable[Assignment]) -> bool:
    """
    Return whether the model admits exactly these assignments.

    Parameters
    ----------
    scenario
        What is to be planned; soft rules may be broken.
    assignments
        All assignments of the plan to be asked about.
    """
    variables = build(scenario)
    asked = tuple(assignments)
    for each in asked:
        term = variables.range_of(each.term)
        ways = [
            choice.on(term)
            for choice in variables.of_need(each.need)
            if choice.person == each.person
        ]
        variables.model.add_bool_or(ways)
    variables.model.add(total(c.taken for c in variables.choices) == len(asked))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(variables.model) == cp_model.OPTIMAL
