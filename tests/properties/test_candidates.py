"""Candidates are exactly the pairs and terms with which the judge finds no fault."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from worlds import tiny

from matcher.auditor.judge import breaches
from matcher.eligibility import candidates
from matcher.plan import Assignment
from matcher.rulebook import PAIR_RULES
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

Terms = dict[tuple[str, str, int, int], set[frozenset[str]]]


def offered(scenario: Scenario) -> Terms:
    """Return each term of each candidate, with the sets of rules it may give up."""
    found: Terms = defaultdict(set)
    gone = {
        (lock.person, lock.target)
        for lock in scenario.locks
        if lock.kind is LockKind.DISPATCHED
    }
    for each in candidates(scenario):
        if (each.person, each.need) in gone:
            continue
        for start, end in combinations(range(scenario.horizon.days + 1), 2):
            if each.terms.hold(start, end):
                key = each.person, each.need, start, end
                found[key].add(frozenset(each.broken))
    return found


def broken(
    scenario: Scenario, person: Person, need: Need, start: int, end: int
) -> set[str]:
    """Return the pair rules that the judge finds broken by one assignment alone."""
    first = scenario.horizon.start
    lead = scenario.acclimatisation_days(need)
    alone = Assignment(
        person=person.id,
        need=need.id,
        programme=need.programme,
        unit=need.unit,
        arrival=first + timedelta(days=start - lead),
        start=first + timedelta(days=start),
        end=first + timedelta(days=end),
    )
    found = {each.slug for each in breaches(scenario, (alone,))}
    return found.intersection(PAIR_RULES)


@pytest.mark.parametrize("seed", range(150))
def test_every_pair_that_is_asked_alone_gives_the_same(seed: int) -> None:
    """
    A term is offered if no strict pair rule forbids it, and only then.

    What it gives up are soft rules: once just those that it breaks, otherwise more.
    """
    scenario = tiny(seed)
    gone = {(each.person, each.target) for each in scenario.locks}
    found = offered(scenario)
    for need in scenario.needs:
        for person in scenario.people:
            if (person.id, need.id) in gone:
                continue
            for start, end in combinations(range(scenario.horizon.days + 1), 2):
                wrong = broken(scenario, person, need, start, end)
                given_up = found[person.id, need.id, start, end]
                modes = {scenario.policy.mode(rule) for rule in wrong}
                if Mode.STRICT in modes:
                    assert not given_up
                else:
                    assert frozenset(wrong) in given_up
                    assert all(wrong <= each for each in given_up)


def test_both_ends_are_met() -> None:
    """Of the terms of these worlds some are offered, some not, some at a price."""
    asked = 0
    found: list[set[frozenset[str]]] = []
    for scenario in map(tiny, range(20)):
        days = scenario.horizon.days
        pairs = len(scenario.people) * len(scenario.needs)
        asked += pairs * days * (days + 1) // 2
        found += offered(scenario).values()
    assert 100 < len(found) < asked / 2
    assert 10 < sum(frozenset() not in each for each in found) < len(found) / 2
