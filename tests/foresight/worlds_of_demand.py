"""Small worlds in which supply and demand are counted by hand or by brute force."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import builders as b

from matcher.eligibility import candidates
from matcher.scenario import RulePolicy
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.scenario import Scenario

Edges = dict[str, set[str]]


def crowded(seed: int) -> Scenario:
    """Return a world of a few people and needs, many of which go short."""
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    limit = RulePolicy(
        mode=draw.choice(["strict", "strict", "off"]),
        parameters={"max_assignments": draw.choice([1, 2])},
    )
    people = [
        b.person(
            f"P{i}",
            specialties=draw.sample(["S1", "S2", "T1"], draw.choice([1, 1, 2])),
            level=draw.choice([2, 3, 4]),
            windows=(draw.choice([b.days(0, 10), b.days(0, 5), b.days(4, 10)]),),
            max_days=draw.choice([None, None, 2]),
        )
        for i in range(draw.randint(1, 4))
    ]
    needs = [
        b.need(
            f"n{i}",
            specialty=draw.choice(["S1", "S2", "T1"]),
            match=draw.choice(["exact", "family"]),
            level=draw.choice([2, 2, 3]),
            min_headcount=draw.choice([0, 1, 1, 2]),
            max_headcount=2,
            first_day=b.day(draw.choice([0, 0, 4])),
            last_day=b.day(draw.choice([9, 9, 7])),
        )
        for i in range(draw.randint(1, 5))
    ]
    modes = ["strict", "soft", "off"]
    policy = b.rules(
        person_limit=limit,
        level=draw.choice(modes),
        duration=draw.choice(["strict", *modes]),
    )
    return b.scenario(people=tuple(people), needs=tuple(needs), policy=policy)


def edges(world: Scenario) -> Edges:
    """Return who could serve each need: candidates that no strict lock forbids."""
    locks = world.policy.mode("locks")
    limited = world.policy.mode("person-limit") is Mode.STRICT
    barred = {
        (lock.person, lock.target)
        for lock in world.locks
        if lock.kind is LockKind.FORBID and locks is Mode.STRICT
    }
    gone = {
        (lock.person, lock.target)
        for lock in world.locks
        if lock.kind is LockKind.DISPATCHED and locks is not Mode.OFF
    }
    found: Edges = {need.id: set() for need in world.needs}
    for each in candidates(world):
        need = world.need[each.need]
        targets = (need.id, need.unit, "")
        most, days = world.limits(world.person[each.person])
        bound = world.policy.mode("duration") is Mode.STRICT
        stay = (world.shortest(need) if bound else 1) + each.lead
        away = (each.person, each.need) in gone
        if limited and (most == 0 or (stay > days and not away)):
            continue
        if away or not any((each.person, target) in barred for target in targets):
            found[each.need].add(each.person)
    return found


def capacity(world: Scenario, able: Edges, needs: Iterable[str]) -> int:
    """Return what all people together can give to a set of needs."""
    needs = list(needs)
    limited = world.policy.mode("person-limit") is Mode.STRICT
    total = 0
    for person in world.people:
        touched = sum(person.id in able[need] for need in needs)
        total += min(touched, world.limits(person)[0]) if limited else touched
    return total


def posts(world: Scenario, needs: Iterable[str]) -> int:
    """Return the least headcounts of needs."""
    return sum(world.need[each].min_headcount for each in needs)


def subsets(needs: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield every set of needs but the empty one."""
    needs = list(needs)
    for size in range(1, len(needs) + 1):
        yield from combinations(needs, size)


def deficiency(world: Scenario) -> int:
    """Return the most posts that any set of needs lacks, by trying every set."""
    able = edges(world)
    asking = [need.id for need in world.needs if need.min_headcount]
    lacking = (posts(world, s) - capacity(world, able, s) for s in subsets(asking))
    return max(lacking, default=0)
