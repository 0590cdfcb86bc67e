"""Two judges for every case: the audit and the solver, which must agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor import Finding, breaches, rung_values
from matcher.scenario import TABLES, GoalPolicy, Scenario
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.entities import Lock
from matcher.solver import feasible, solve

if TYPE_CHECKING:
    from matcher.plan import Assignment


def verdict_of(world: Scenario, *assignments: Assignment) -> set[str]:
    """Return the slugs of everything that the audit sees broken, strict or soft."""
    return {finding.slug for finding in breaches(world, assignments)}


def only_finding(world: Scenario, *assignments: Assignment) -> Finding:
    """Return the one thing that the audit sees broken."""
    (finding,) = breaches(world, assignments)
    return finding


def both_allow(world: Scenario, *assignments: Assignment) -> None:
    """Assert that neither audit nor solver forbids the assignments."""
    _both_say(set(), world, assignments)


def both_forbid(world: Scenario, slug: str, *assignments: Assignment) -> None:
    """Assert that the solver forbids the assignments, and the audit for this only."""
    _both_say({slug}, world, assignments)


def _both_say(
    expected: set[str], world: Scenario, assignments: tuple[Assignment, ...]
) -> None:
    found = [
        finding
        for finding in breaches(world, assignments)
        if finding.mode is Mode.STRICT
    ]
    said = "; ".join(finding.text("en") for finding in found) or "nothing is wrong"
    assert expected == {finding.slug for finding in found}, f"audit: {said}"
    assert (not expected) == feasible(world, assignments), "the solver disagrees"


def conceded(world: Scenario, *assignments: Assignment) -> dict[str, int]:
    """Return the units by which the audit sees each soft rule broken."""
    units: Counter[str] = Counter()
    for finding in breaches(world, assignments):
        if finding.mode is Mode.SOFT:
            units[finding.slug] += finding.units
    return dict(units)


def both_concede(
    world: Scenario, expected: dict[str, int], *assignments: Assignment
) -> None:
    """Assert that both allow the assignments at the price of these units."""
    price = sum(world.policy.price(rule) * units for rule, units in expected.items())

    both_allow(world, *assignments)
    assert conceded(world, *assignments) == expected
    assert both_value(aiming(world, "concessions"), *assignments) == {
        ("concessions", ""): price
    }


def both_value(world: Scenario, *assignments: Assignment) -> dict[tuple[str, str], int]:
    """Return the rungs of the assignments, on which audit and solver must agree."""
    values = rung_values(world, assignments)
    proofs = solve(held(world, assignments), workers=1).rungs

    assert values == {(proof.goal, proof.part): proof.value for proof in proofs}
    return values


def aiming(world: Scenario, *goals: str) -> Scenario:
    """Return the world with these goals only."""
    ladder = tuple(GoalPolicy(goal=goal) for goal in goals)
    return changed(world, policy=world.policy.model_copy(update={"goals": ladder}))


def held(world: Scenario, assignments: tuple[Assignment, ...]) -> Scenario:
    """Return the world with locks that leave these assignments as its only plan."""
    taken = {(each.person, each.need) for each in assignments}
    locks = [each for each in world.locks if each.kind is LockKind.DISPATCHED]
    locks += [
        Lock(
            id=f"pin {each.person} {each.need}",
            kind=LockKind.PIN,
            person=each.person,
            target=each.need,
            first_day=each.term.start,
            last_day=each.term.last_day,
        )
        for each in assignments
    ]
    locks += [
        Lock(
            id=f"forbid {person.id} {need.id}",
            kind=LockKind.FORBID,
            person=person.id,
            target=need.id,
        )
        for person in world.people
        for need in world.needs
        if (person.id, need.id) not in taken
    ]
    return changed(world, locks=tuple(locks))


def changed(world: Scenario, **tables: object) -> Scenario:
    """Return the world with other tables or settings."""
    names = ("name", "horizon", "seed", "policy", *TABLES)
    return Scenario.model_validate(
        {name: getattr(world, name) for name in names} | tables
    )


def altered(world: Scenario, table: str, code: str, **fields: object) -> Scenario:
    """Return the world with some fields of one row of a table changed."""
    rows = {row.id: row for row in getattr(world, table)}
    rows[code] = rows[code].model_copy(update=fields)
    return changed(world, **{table: tuple(rows.values())})
