"""Brute force: every plan of a tiny world, judged by the audit alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import builders as b

from matcher.auditor import breaches, rung_values
from matcher.rulebook import GOALS, PAIR_RULES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.plan import Assignment
    from matcher.scenario import Scenario

_ALONE = {*PAIR_RULES, "structure"}
"""What an assignment can break whatever else is planned."""

Values = dict[tuple[str, str], int]


def best_rungs(world: Scenario) -> Values:
    """Return the value of each rung of the lexicographic optimum, tolerances kept."""
    values = [rung_values(world, plan) for plan in plans(world)]
    best: Values = {}
    policies = {each.goal: each for each in world.policy.goals}
    for rung in values[0]:
        more = GOALS[rung[0]].sense == "max"
        found = (max if more else min)(each[rung] for each in values)
        policy = policies[rung[0]]
        slack = min(policy.tolerance, abs(found) * policy.tolerance_percent // 100)
        best[rung] = found
        values = [
            each
            for each in values
            if (each[rung] >= found - slack if more else each[rung] <= found + slack)
        ]
    return best


def plans(world: Scenario) -> Iterator[tuple[Assignment, ...]]:
    """Yield every plan without a strict breach."""
    terms = list(combinations(range(world.horizon.days + 1), 2))
    pairs = [
        [
            (each,)
            for start, end in terms
            if not _strict(world, each := b.post(world, person.id, need.id, start, end))
            & _ALONE
        ]
        for person in world.people
        for need in world.needs
    ]
    for plan in _choose([[(), *options] for options in pairs]):
        if not _strict(world, *plan):
            yield plan


def _choose(
    options: list[list[tuple[Assignment, ...]]],
) -> Iterator[tuple[Assignment, ...]]:
    if not options:
        yield ()
        return
    for first in options[0]:
        for rest in _choose(options[1:]):
            yield first + rest


def _strict(world: Scenario, *assignments: Assignment) -> set[str]:
    """Return the slugs of the strict rules that are broken."""
    return {
        finding.slug
        for finding in breaches(world, assignments)
        if finding.mode is Mode.STRICT
    }
