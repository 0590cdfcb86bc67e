"""Brute force: every plan of a tiny world, judged by the audit alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import builders as b

from matcher.auditor import breaches, rung_values
from matcher.rulebook import GOALS, PAIR_RULES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.plan import Assignment
    from matcher.scenario import Scenario

_ALONE = {*PAIR_RULES, "structure"}
"""What an assignment can break whatever else is planned."""

_MENDED = {"team", "locks"}
"""What further assignments can mend; all else that is broken stays broken."""

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


def possible(world: Scenario) -> bool:
    """Return whether there is a plan without a strict breach."""
    return any(True for _ in plans(world))


def plans(world: Scenario) -> Iterator[tuple[Assignment, ...]]:
    """Yield every plan without a strict breach."""
    terms = list(combinations(range(world.horizon.days + 1), 2))
    options = [
        [
            each
            for start, end in terms
            if not _broken(world, each := b.post(world, person.id, need.id, start, end))
            & _ALONE
        ]
        for person in world.people
        for need in world.needs
    ]
    for plan in _choose(world, (), options):
        if not _broken(world, *plan):
            yield plan


def _choose(
    world: Scenario,
    chosen: tuple[Assignment, ...],
    options: Sequence[Sequence[Assignment]],
) -> Iterator[tuple[Assignment, ...]]:
    """Yield the chosen with nothing, or one, of each of the further options."""
    if not options:
        yield chosen
        return
    yield from _choose(world, chosen, options[1:])
    for each in options[0]:
        more = (*chosen, each)
        if not _broken(world, *more) - _MENDED:
            yield from _choose(world, more, options[1:])


def _broken(world: Scenario, *assignments: Assignment) -> set[str]:
    """Return the slugs of the strict rules that are broken."""
    return {
        finding.slug
        for finding in breaches(world, assignments)
        if finding.mode is Mode.STRICT
    }
