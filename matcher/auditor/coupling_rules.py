"""The coupling rules on people, teams, programmes and locks: one check per rule."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from matcher.auditor.caps import CAP_CHECKS
from matcher.auditor.wording import Fact, joined, named, phrase, word
from matcher.language import mark
from matcher.scenario.base import LockKind
from matcher.timeline import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matcher.auditor.case import Case, Check, Served
    from matcher.auditor.finding import Finding
    from matcher.scenario.conditions import Lock
    from matcher.scenario.entities import Need, Team


def one_place(case: Case) -> Iterator[Finding]:
    """Check that between each two stays of a person the days of rest pass."""
    gap = case.scenario.policy.number("one-place", "rest_days")
    for person, stays in case.of_person.items():
        for one, other in combinations(sorted(stays, key=lambda each: each.stay), 2):
            if one.stay.end + gap * DAY > other.stay.start:
                facts: dict[str, Fact] = {
                    "person": person,
                    "first": _need_and_stay(one),
                    "second": _need_and_stay(other),
                    "gap": gap,
                }
                subjects = (person, one.need.id, other.need.id)
                yield case.breach("one-place", subjects, facts)


def _need_and_stay(each: Served) -> str:
    return f"{each.need.id} ({each.stay})"


def person_limit(case: Case) -> Iterator[Finding]:
    """Check how often and how long each person is away, earlier service included."""
    number = case.scenario.policy.number
    for code, served in case.of_person.items():
        person = case.scenario.person[code]
        most, longest = person.max_assignments, person.max_days
        if most is None:
            most = number("person-limit", "max_assignments")
        if longest is None:
            longest = number("person-limit", "max_days")
        # All working visits of one studio are one assignment, any other is its own.
        tasks = {each.need.studio or each.subjects for each in served}
        count = len(tasks) + person.served_assignments
        days = sum(each.stay.days for each in served) + person.served_days
        if count > most or days > longest:
            facts: dict[str, Fact] = {
                "person": code,
                "count": count,
                "days": days,
                "max_count": most,
                "max_days": longest,
            }
            subjects = (code, *(each.need.id for each in served))
            yield case.breach("person-limit", subjects, facts)


def team(case: Case) -> Iterator[Finding]:
    """Check that each team that goes at all is whole."""
    gone = case.by(lambda each: each.need.team)
    for group in case.scenario.teams:
        roles = case.scenario.team_needs[group.id]
        members = gone.get(group.id, [])
        lacks = list(_lacks(group, roles, members)) if members else []
        if lacks:
            facts: dict[str, Fact] = {"team": named(group), "lack": joined(lacks)}
            subjects = (group.id, *(each.person.id for each in members))
            yield case.breach("team", subjects, facts)


def _lacks(
    group: Team, roles: Sequence[Need], members: Sequence[Served]
) -> Iterator[Fact]:
    for role in roles:
        filled = sum(each.need.id == role.id for each in members)
        if filled < role.min_headcount:
            yield phrase(
                mark("role {role} has {count} of at least {least}"),
                role=role.role or role.id,
                count=filled,
                least=role.min_headcount,
            )
    if not group.min_size <= len(members) <= group.max_size:
        yield phrase(
            mark("{count} members instead of {least} to {most}"),
            count=len(members),
            least=group.min_size,
            most=group.max_size,
        )
    seniors = sum(each.person.level >= group.senior_level for each in members)
    if seniors < group.senior_count:
        yield phrase(
            mark("{count} of at least {least} senior members"),
            count=seniors,
            least=group.senior_count,
        )
    if len({each.term for each in members}) > 1:
        yield phrase(mark("the terms differ"))


def programme_max(case: Case) -> Iterator[Finding]:
    """Check each programme's assignments against its maximum."""
    groups = case.by(lambda each: each.programme.id)
    for programme in case.scenario.programmes:
        served = groups.get(programme.id, [])
        if programme.maximum is not None and len(served) > programme.maximum:
            facts: dict[str, Fact] = {
                "programme": named(programme),
                "count": len(served),
                "maximum": programme.maximum,
            }
            above = len(served) - programme.maximum
            yield case.breach("programme-max", (programme.id,), facts, above)


def locks(case: Case) -> Iterator[Finding]:
    """Check each lock against the assignments of its person."""
    for lock in case.scenario.locks:
        if not _kept(lock, case.of_person.get(lock.person, [])):
            facts: dict[str, Fact] = {
                "lock": lock.id,
                "kind": word(lock.kind),
                "person": lock.person,
            }
            subjects = (lock.person, lock.target) if lock.target else (lock.person,)
            yield case.breach("locks", (*subjects, lock.id), facts)


def _kept(lock: Lock, served: Sequence[Served]) -> bool:
    if lock.kind in {LockKind.PIN, LockKind.DISPATCHED}:
        return any(each.keeps(lock) for each in served)
    if lock.kind is LockKind.PIN_HOST:
        return any(each.host.id == lock.target for each in served)
    if lock.kind is LockKind.PIN_DATES:
        return any(each.term == lock.term for each in served)
    # Forbidden: the need, the host or, without a target, every assignment.
    return not any(lock.target in {"", each.need.id, each.host.id} for each in served)


COUPLING_CHECKS: Mapping[str, Check] = {
    "one-place": one_place,
    "person-limit": person_limit,
    **CAP_CHECKS,
    "team": team,
    "programme-max": programme_max,
    "locks": locks,
}
"""By rule, the check that yields its findings; their units add up to its measure."""
