"""Links to leaders: as many as a flow can carry, loads as even as possible."""

from __future__ import annotations

from collections import Counter

import builders as b
import pytest

from matcher.eligibility import candidates
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.undertakings import Leader
from matcher.solver import solve
from matcher.solver.leaders import can_be_short, links

LONG = RulePolicy(parameters={"long_stay_days": 3})


def leader(code: str, load: int, *areas: str) -> Leader:
    """Return a leader for some areas."""
    return Leader(id=code, name=code, load=load, areas=areas)


def world(*leaders: Leader, guests: int = 4) -> Scenario:
    """Return a world in which guests go to X1 and X2 in turn."""
    return b.scenario(
        policy=b.rules(contact_leader=LONG),
        people=tuple(b.person(f"P{number}") for number in range(guests)),
        needs=tuple(
            b.need(f"n{number}", unit=("XU", "XV")[number % 2])
            for number in range(guests)
        ),
        leaders=leaders,
    )


def test_loads_are_even() -> None:
    """Two leaders who could take everybody take half each."""
    scenario = world(leader("l", 4), leader("m", 4))
    plan = solve(scenario, workers=1)
    loads = Counter(link.leader for link in plan.arrangements.links)

    assert loads == {"l": 2, "m": 2}


def test_the_one_who_can_take_anybody_leaves_room_for_the_picky() -> None:
    """As many as possible are linked, whoever is asked first."""
    scenario = world(leader("a", 2), leader("x", 2, "X1"))
    plan = solve(scenario, workers=1)

    assert len(plan.assignments) == 4
    assert Counter(link.leader for link in plan.arrangements.links) == {"a": 2, "x": 2}
    assert links(scenario, plan.assignments) == plan.arrangements.links


@pytest.mark.parametrize(("load", "missing"), [(2, 0), (1, 1)])
def test_leaders_bind_only_where_they_can_be_short(load: int, missing: int) -> None:
    """Two people could come to each area: leaders for two each suffice for any plan."""
    scenario = world(leader("x", load, "X1"), leader("y", 2, "X2"))
    plan = solve(scenario, workers=1)

    assert can_be_short(scenario, candidates(scenario)) == (missing > 0)
    assert len(plan.assignments) == 4 - missing
    assert len(plan.arrangements.links) == 4 - missing


def test_nobody_is_linked_without_leaders() -> None:
    """A scenario without leaders does not ask for any."""
    plan = solve(world(), workers=1)

    assert len(plan.assignments) == 4
    assert plan.arrangements.links == ()
