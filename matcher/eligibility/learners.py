"""Which local staff the holders of a need may raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility.verdicts import closeness
from matcher.scenario.base import Learners

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person


def learners(scenario: Scenario, need: Need) -> tuple[Person, ...]:
    """
    Return the staff that a holder of the need may raise, in the scenario's order.

    Parameters
    ----------
    scenario, need
        The need to look at: a working visit of a studio is for its members, any
        other need for staff of the successor unit or the host.
    """
    if scenario.mentees(need)[1] == 0:
        return ()
    if need.studio:
        members = set(scenario.studio[need.studio].members)
        return tuple(each for each in scenario.people if each.id in members)
    unit = need.successor_unit or need.unit
    by_department = (
        scenario.programme[need.programme].mentees_from is Learners.DEPARTMENT
        and not need.successor_unit
    )
    return tuple(
        each
        for each in scenario.mentees_of.get(unit, ())
        if (
            each.department == need.department
            if by_department
            else closeness(scenario, each, need.specialty)
        )
    )
