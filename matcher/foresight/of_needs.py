"""Needs that nobody could ever fill, with the last stage that left somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility.crowd import numbers
from matcher.foresight.notices import named
from matcher.foresight.stages import STAGES
from matcher.scenario.base import Mode
from matcher.scenario.faults import problem
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from matcher.errors import Problem
    from matcher.foresight.notices import Placing
    from matcher.foresight.pairs import Pairs
    from matcher.scenario.entities import Need

_CODES = {
    "specialty": ("W701", "specialty"),
    "level": ("W702", "level"),
    "place": ("W703", "unit"),
    "consent": ("W704", "programme"),
    "fitness": ("W705", "unit"),
    "time": ("W706", "first_day"),
    "limits": ("W707", ""),
}


def of_needs(pairs: Pairs, place: Placing) -> Iterator[Problem]:
    """
    Yield a warning for each need, or studio, that nobody could ever fill.

    Parameters
    ----------
    pairs
        Who could serve what.
    place
        Where a row stands.
    """
    filled = set()
    for need in pairs.scenario.needs:
        if can_be_filled(pairs, need):
            filled.add(need.id)
        else:
            yield _last_stage(pairs, need, place)
    if pairs.scenario.policy.mode("studio") is Mode.STRICT:
        yield from _studios(pairs, filled, place)


def can_be_filled(pairs: Pairs, need: Need) -> bool:
    """Return whether anybody could serve the need."""
    if pairs.sure(need):
        return True
    return any(pairs.may(i, need) for i in numbers(pairs.hopeful(need)))


def _last_stage(pairs: Pairs, need: Need, place: Placing) -> Problem:
    """Return the warning of the stage that leaves nobody."""
    pool = pairs.crowd.everyone
    stopped = "limits"
    for name, stage in STAGES.items():
        left = stage(pairs, need, pool)
        if not left:
            stopped = name
            break
        pool = left
    code, column = _CODES[stopped]
    return problem(code, place("needs", need.id, column), **_facts(pairs, need, pool))


def _facts(pairs: Pairs, need: Need, pool: int) -> dict[str, Any]:
    scenario, people = pairs.scenario, pairs.scenario.people
    lead = scenario.acclimatisation_days(need)
    return {
        "need": need.id,
        "count": pool.bit_count(),
        "specialty": named(scenario.specialty[need.specialty], need.specialty),
        "level": need.level,
        "highest": max((people[i].level for i in numbers(pool)), default=0),
        "unit": named(scenario.unit[need.unit]),
        "programme": named(scenario.programme[need.programme]),
        "area": named(scenario.host_area(need)),
        "shortest": pairs.days.shortest_stay(need),
        "lead": lead,
        "window": Window(need.window.start - DAY * lead, need.window.end),
    }


def _studios(pairs: Pairs, filled: set[str], place: Placing) -> Iterator[Problem]:
    """Yield studios whose visits each find people, but no one master for all."""
    scenario = pairs.scenario
    for studio in scenario.studios:
        visits = [
            need
            for need in scenario.needs
            if need.studio == studio.id and need.min_headcount
        ]
        if not visits or not filled.issuperset(need.id for need in visits):
            continue
        masters = pairs.crowd.everyone
        for need in visits:
            masters &= pairs.hopeful(need)
        if not any(all(pairs.may(i, n) for n in visits) for i in numbers(masters)):
            yield problem("W708", place("studios", studio.id, ""), studio=studio.id)
