"""Plans that say of themselves what is so, for tests that make them lie."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor import rung_values
from matcher.auditor.case import NOTHING
from matcher.plan import Arrangements, Assignment, Plan, RungProof, Shortage, Status
from matcher.rulebook import GOALS

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def honest(
    world: Scenario, *assignments: Assignment, arrangements: Arrangements = NOTHING
) -> Plan:
    """Return a plan of these assignments whose proofs and ledger are right."""
    values = rung_values(world, assignments, arrangements=arrangements)
    return Plan(
        scenario=world.name,
        fingerprint=world.fingerprint,
        versions={},
        seed=world.seed,
        status=Status.OPTIMAL,
        assignments=assignments,
        arrangements=arrangements,
        rungs=tuple(proof(*rung, value) for rung, value in values.items()),
        shortages=shortages(world, *assignments),
    )


def proof(goal: str, part: str, value: int) -> RungProof:
    """Return the proof that the value is the best."""
    return RungProof(
        goal=goal,
        part=part,
        sense=GOALS[goal].sense,
        best=value,
        bound=value,
        value=value,
        status=Status.OPTIMAL,
    )


def shortages(world: Scenario, *assignments: Assignment) -> tuple[Shortage, ...]:
    """Return the shortage ledger, with a cause that nobody asks for here."""
    filled = Counter(each.need for each in assignments)
    empty = {need.id: need.min_headcount - filled[need.id] for need in world.needs}
    return tuple(
        Shortage(need=need, posts=posts, cause="not-proven")
        for need, posts in empty.items()
        if posts > 0
    )
