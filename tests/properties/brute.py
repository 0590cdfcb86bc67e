"""Brute force: every plan of a tiny world, judged by the audit alone."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import builders as b
from arranging import Arranger
from furnishing import beds

from matcher.auditor import breaches, rung_values
from matcher.plan import Arrangements
from matcher.rulebook import GOALS, PAIR_RULES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.plan import Assignment
    from matcher.scenario import Scenario

_ALONE = {*PAIR_RULES, "structure"}
"""What an assignment can break whatever else is planned."""

_ARRANGED = {"mentoring", "contact-leader", "event"}
"""What depends on arrangements, too."""

_MENDED = {"team", "locks", "cover", "handover", "phases"}
"""What further assignments can mend; all else that is broken stays broken."""

Values = dict[tuple[str, str], int]


def best_rungs(world: Scenario) -> Values:
    """Return the value of each rung of the lexicographic optimum, tolerances kept."""
    arranger = Arranger(world)
    values = [
        rung_values(world, plan, arrangements=each)
        for plan in plans(world)
        for each in arranger.ways(plan)
    ]
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
    arranger = Arranger(world)
    return any(arranger.ways(plan) for plan in plans(world))


def plans(world: Scenario) -> Iterator[tuple[Assignment, ...]]:
    """Yield every plan that, well arranged, may have no strict breach."""
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

    @cache
    def apart(one: Assignment, other: Assignment) -> bool:
        """Return whether two assignments can never stand in one plan."""
        return bool(_broken(world, one, other) - _MENDED)

    def choose(
        chosen: tuple[Assignment, ...],
        broken: set[str],
        options: Sequence[Sequence[Assignment]],
    ) -> Iterator[tuple[Assignment, ...]]:
        """Yield the chosen with nothing, or one, of each of the further options."""
        if not options:
            if not broken:
                yield chosen
            return
        yield from choose(chosen, broken, options[1:])
        for each in options[0]:
            if any(apart(other, each) for other in chosen):
                continue
            more = (*chosen, each)
            now_broken = _broken(world, *more)
            if not now_broken - _MENDED:
                yield from choose(more, now_broken, options[1:])

    yield from choose((), _broken(world), options)


def _broken(world: Scenario, *assignments: Assignment) -> set[str]:
    """Return the strict rules that are broken, however well all is arranged."""
    furnished = Arrangements(beds=beds(world, assignments))
    return {
        finding.slug
        for finding in breaches(world, assignments, furnished)
        if finding.mode is Mode.STRICT
    } - _ARRANGED
