"""The goals on effort: how many people go, until when, and each for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.auditor.case import Case

Parts = dict[str, int]


def people_away(case: Case) -> Parts:
    """Count the different people who have an assignment."""
    return {"": len({each.person.id for each in case.served})}


def workload(case: Case) -> Parts:
    """Add up how far the days away of each person are from those meant for them."""
    difference = 0
    for person in case.scenario.people:
        if person.target_days is not None:
            served = case.of_person.get(person.id, [])
            away = sum(each.stay.days for each in served)
            difference += abs(away - person.target_days)
    return {"": difference}


def finish(case: Case) -> Parts:
    """Take the day after the last of all terms, counted from the horizon's start."""
    first = case.scenario.horizon.start
    ends = [(each.term.end - first).days for each in case.served]
    return {"": max([0, *ends])}
