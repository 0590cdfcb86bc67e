"""Two judges for every case: the audit and the solver, which must agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor import Finding, breaches, rung_values
from matcher.auditor.case import NOTHING
from matcher.errors import ContradictionError
from matcher.rulebook import RULES
from matcher.scenario import TABLES, GoalPolicy, RulePolicy, Scenario
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.conditions import Lock
from matcher.solver import feasible, solve

if TYPE_CHECKING:
    from matcher.plan import Arrangements, Assignment


def verdict_of(
    world: Scenario, *assignments: Assignment, arrangements: Arrangements = NOTHING
) -> set[str]:
    """Return the slugs of everything that the audit sees broken, strict or soft."""
    return {finding.slug for finding in breaches(world, assignments, arrangements)}


def only_finding(
    world: Scenario, *assignments: Assignment, arrangements: Arrangements = NOTHING
) -> Finding:
    """Return the one thing that the audit sees broken."""
    (finding,) = breaches(world, assignments, arrangements)
    return finding


def both_allow(world: Scenario, *assignments: Assignment) -> None:
    """Assert that audit and solver allow the assignments, as the solver arranges."""
    assert feasible(world, assignments), "the solver disagrees"
    _audit_says(set(), world, assignments, arranged(world, *assignments))


def both_forbid(world: Scenario, slug: str, *assignments: Assignment) -> None:
    """Assert that the solver forbids the assignments, and the audit for this only."""
    assert not feasible(world, assignments), "the solver disagrees"
    try:
        arrangements = arranged(lenient(world), *assignments)
    except ContradictionError:  # no solver would take these, whatever the rules
        arrangements = NOTHING
    _audit_says({slug}, world, assignments, arrangements)


def _audit_says(
    expected: set[str],
    world: Scenario,
    assignments: tuple[Assignment, ...],
    arrangements: Arrangements,
) -> None:
    found = [
        finding
        for finding in breaches(world, assignments, arrangements)
        if finding.mode is Mode.STRICT
    ]
    said = "; ".join(finding.text("en") for finding in found) or "nothing is wrong"
    assert expected == {finding.slug for finding in found}, f"audit: {said}"


def arranged(world: Scenario, *assignments: Assignment) -> Arrangements:
    """Return arrangements of the solver that break as little as it must."""
    return solve(held(only_conceding(world), assignments), workers=1).arrangements


def only_conceding(world: Scenario) -> Scenario:
    """Return the world with the goal to break soft rules as little as possible."""
    return aiming(world, "concessions")


def lenient(world: Scenario) -> Scenario:
    """Return the world with all its strict rules soft, except locks."""
    policy = world.policy
    soft = {
        rule: RulePolicy(mode=Mode.SOFT, parameters=policy.parameters(rule))
        for rule in RULES
        if policy.mode(rule) is Mode.STRICT and rule != "locks"
    }
    rules = {**policy.rules, **soft}
    return changed(world, policy=policy.model_copy(update={"rules": rules}))


def conceded(world: Scenario, *assignments: Assignment) -> dict[str, int]:
    """Return the units by which the audit sees each soft rule broken."""
    units: Counter[str] = Counter()
    for finding in breaches(world, assignments, arranged(world, *assignments)):
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
    assert both_value(only_conceding(world), *assignments) == {
        ("concessions", ""): price
    }


def both_value(world: Scenario, *assignments: Assignment) -> dict[tuple[str, str], int]:
    """Return the rungs of the assignments, on which audit and solver must agree."""
    solution = solve(held(world, assignments), workers=1)
    values = rung_values(world, assignments, arrangements=solution.arrangements)

    assert values == {(proof.goal, proof.part): proof.value for proof in solution.rungs}
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
    names = ("name", "horizon", "seed", "public_holidays", "policy", *TABLES)
    return Scenario.model_validate(
        {name: getattr(world, name) for name in names} | tables
    )


def altered(world: Scenario, table: str, code: str, **fields: object) -> Scenario:
    """Return the world with some fields of one row of a table changed."""
    rows = {row.id: row for row in getattr(world, table)}
    rows[code] = rows[code].model_copy(update=fields)
    return changed(world, **{table: tuple(rows.values())})
