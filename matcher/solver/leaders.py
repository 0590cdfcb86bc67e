"""
The rule ``contact-leader``, and who turns to whom once assignments are settled.

People of one host area and sector are alike for the leaders, so a plan can be linked
if and only if a flow from such classes to the leaders' loads carries everybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ortools.graph.python import max_flow, min_cost_flow

from matcher.plan import Link
from matcher.solver.expressions import Expr, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matcher.eligibility import Candidate
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need
    from matcher.scenario.undertakings import Leader
    from matcher.solver.choice import Choice
    from matcher.solver.variables import Variables

Class = tuple[str, str]
"""Host area and sector."""


def _class(scenario: Scenario, need: Need) -> Class:
    return scenario.host_area(need).id, scenario.sector(need)


def can_be_short(scenario: Scenario, candidates: Iterable[Candidate]) -> bool:
    """
    Return whether some plan might have more guests than the leaders can take.

    Parameters
    ----------
    scenario
        What is planned.
    candidates
        Who might come. If a leader can be had for as many of each class as could
        come at most, one can be had in every plan.
    """
    people: dict[str, set[str]] = defaultdict(set)
    for each in candidates:
        if scenario.wants_leader(scenario.need[each.need]):
            people[each.need].add(each.person)
    demands: Counter[Class] = Counter()
    takers: dict[Class, list[Leader]] = {}
    for name, able in people.items():
        need = scenario.need[name]
        key = _class(scenario, need)
        demands[key] += min(need.max_headcount, len(able))
        takers[key] = [each for each in scenario.leaders if scenario.takes(each, need)]
    return _carried(scenario, demands, takers) < demands.total()


def _carried(
    scenario: Scenario,
    demands: Mapping[Class, int],
    takers: Mapping[Class, Sequence[Leader]],
) -> int:
    """Return how many people the leaders can take."""
    flow = max_flow.SimpleMaxFlow()
    place = {each.id: 2 + i for i, each in enumerate(scenario.leaders)}
    for leader in scenario.leaders:
        flow.add_arc_with_capacity(place[leader.id], 1, leader.load)
    for number, (key, demand) in enumerate(demands.items(), start=2 + len(place)):
        flow.add_arc_with_capacity(0, number, demand)
        for leader in takers[key]:
            flow.add_arc_with_capacity(number, place[leader.id], demand)
    flow.solve(0, 1)
    return int(flow.optimal_flow())


def contact_leader(variables: Variables, *, soft: bool) -> None:
    """Let no more people come for long than the leaders can take."""
    scenario, model = variables.scenario, variables.model
    if not can_be_short(scenario, (each.candidate for each in variables.choices)):
        return
    classes: dict[Class, list[Choice]] = defaultdict(list)
    for need in variables.needs:
        if scenario.wants_leader(need):
            classes[_class(scenario, need)] += variables.of_need(need.id)
    loads: dict[str, list[Expr]] = defaultdict(list)
    for choices in classes.values():
        linked: list[Expr] = []
        for leader in scenario.leaders:
            if scenario.takes(leader, variables.what(choices[0])):
                taken = model.new_int_var(0, min(leader.load, len(choices)), "")
                linked.append(taken)
                loads[leader.id].append(taken)
        without: Expr = 0
        if soft:
            without = model.new_int_var(0, len(choices), "")
            variables.breaks["contact-leader"].append(without)
        model.add(total(each.taken for each in choices) <= total(linked) + without)
    for name, taken_ones in loads.items():
        model.add(total(taken_ones) <= scenario.leader[name].load)


def links(scenario: Scenario, assignments: Iterable[Assignment]) -> tuple[Link, ...]:
    """
    Return a leader for as many as possible, with loads as even as possible.

    Parameters
    ----------
    scenario
        What was planned.
    assignments
        The settled assignments.

    Notes
    -----
    A flow of least cost; the k-th person of a leader costs (2k - 1) / load, so that
    the sum of squares over loads is least.
    """
    guests = [
        each for each in assignments if scenario.wants_leader(scenario.need[each.need])
    ]
    flow = min_cost_flow.SimpleMinCostFlow()
    leaders = scenario.leaders
    for number, leader in enumerate(leaders):
        for k in range(1, min(leader.load, len(guests)) + 1):
            cost = (2 * k - 1) * 10_000 // leader.load
            flow.add_arc_with_capacity_and_unit_cost(2 + number, 1, 1, cost)
    ways: dict[int, Link] = {}
    for number, guest in enumerate(guests, start=2 + len(leaders)):
        flow.add_arc_with_capacity_and_unit_cost(0, number, 1, 0)
        for place, leader in enumerate(leaders, start=2):
            if scenario.takes(leader, scenario.need[guest.need]):
                arc = flow.add_arc_with_capacity_and_unit_cost(number, place, 1, 0)
                ways[arc] = Link(person=guest.person, need=guest.need, leader=leader.id)
    flow.set_node_supply(0, len(guests))
    flow.set_node_supply(1, -len(guests))
    flow.solve_max_flow_with_min_cost()
    found = (link for arc, link in ways.items() if flow.flow(arc))
    return tuple(sorted(found, key=lambda link: (link.person, link.need)))
