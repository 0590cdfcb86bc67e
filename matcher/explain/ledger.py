"""The shortage ledger: for each empty post its cause class and the nearest people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from matcher.eligibility.candidates import Candidate, candidates
from matcher.eligibility.verdicts import obstacles
from matcher.explain.occupancy import Occupancy
from matcher.plan import Assignment, Gap, Shortage
from matcher.rulebook import CAUSES
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.entities import Need, Person
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.scenario import Scenario

_NEAREST = 3

_FILTERS = (
    ("no-specialty", ("specialty",)),
    ("no-level", ("level",)),
    ("not-in-scope", ("direction", "scope", "pairing", "avoidance")),
    ("no-consent", ("consent",)),
    ("health", ("health", "age")),
    ("not-free", ("availability", "duration", "calendar")),
    ("locked-out", ("locks",)),
)
"""Cause classes of the pair rules, in the order in which they empty the pool."""

_RIGID = frozenset({"direction", "scope", "pairing", "specialty", "avoidance"})
"""Rules that no talk with a person or a unit can mend in the year."""

_BUSY = ("one-place", "person-limit")


@dataclass(frozen=True)
class _Near:
    """A person who is not on the need, and the rules that stand between."""

    person: Person
    rules: tuple[str, ...]


def _distance(near: _Near) -> tuple[int, int, str]:
    """Return what makes one person nearer than another: first what nobody can mend."""
    rigid = len(_RIGID.intersection(near.rules))
    return rigid, len(near.rules), near.person.id


def ledger(
    scenario: Scenario, assignments: Iterable[Assignment]
) -> tuple[Shortage, ...]:
    """
    Return the shortage ledger of a plan, sorted by need.

    Parameters
    ----------
    scenario
        What was planned.
    assignments
        The plan.

    Notes
    -----
    Only people of the city that the programme takes people from are looked at. If
    none of them passes all pair rules, the cause is the first class of rules that
    leaves nobody. Otherwise it is what most often stands between the eligible people
    and the post in this plan, all other assignments kept.
    """
    return _Ledger(scenario, tuple(assignments)).shortages()


class _Ledger:
    """The work of :func:`ledger` on one plan."""

    def __init__(self, scenario: Scenario, plan: Sequence[Assignment]) -> None:
        self._scenario = scenario
        self._filled = Counter(each.need for each in plan)
        self._pairs = {(each.person, each.need) for each in plan}
        self._occupancy = Occupancy(scenario, plan)
        self._ways: dict[tuple[str, str], list[Candidate]] = {}
        for each in candidates(scenario):
            self._ways.setdefault((each.person, each.need), []).append(each)
        self._forbidden = {
            (lock.person, lock.target): lock.id
            for lock in scenario.locks
            if lock.kind is LockKind.FORBID
            and scenario.policy.mode("locks") is Mode.STRICT
        }

    def shortages(self) -> tuple[Shortage, ...]:
        """Return one entry per need with fewer people than its least headcount."""
        return tuple(
            self._shortage(need, need.min_headcount - self._filled[need.id])
            for need in self._scenario.needs
            if self._filled[need.id] < need.min_headcount
        )

    def _shortage(self, need: Need, posts: int) -> Shortage:
        origin = self._scenario.programme[need.programme].direction.origin
        near = [
            self._near(person, need)
            for person in self._scenario.people
            if self._scenario.home(person).city is origin
            and (person.id, need.id) not in self._pairs
        ]
        cause, detail = self._cause(need, near)
        nearest = sorted(near, key=_distance)
        return Shortage(
            need=need.id,
            posts=posts,
            cause=cause,
            detail=tuple(detail),
            nearest=tuple(
                Gap(person=each.person.id, rules=each.rules)
                for each in nearest[:_NEAREST]
            ),
        )

    def _near(self, person: Person, need: Need) -> _Near:
        """Return the fewest rules that stand between a person and a need."""
        ways = self._ways.get((person.id, need.id))
        if not ways:
            return _Near(person, obstacles(self._scenario, person, need, hasty=True))
        if self._locks_out(person, need):
            return _Near(person, ("locks",))
        stays = (stay for way in ways for stay in self._stays(way))
        blocked = (tuple(self._occupancy.blocked(person, need, stay)) for stay in stays)
        best: tuple[str, ...] | None = None
        for rules in blocked:
            if best is None or len(rules) < len(best):
                best = rules
            if not best:
                break
        return _Near(person, best or ())

    def _stays(self, way: Candidate) -> Iterable[Window]:
        """Yield the shortest stays of a candidate, from the earliest on."""
        first = self._scenario.horizon.start
        for low, high in way.terms.starts:
            for start in range(low, high + 1):
                if way.terms.hold(start, start + way.terms.shortest):
                    arrival = first + timedelta(days=start - way.lead)
                    stay = timedelta(days=way.terms.shortest + way.lead)
                    yield Window(arrival, arrival + stay)

    def _locks_out(self, person: Person, need: Need) -> list[str]:
        targets = (need.id, need.unit, "")
        keys = [(person.id, target) for target in targets]
        return [self._forbidden[key] for key in keys if key in self._forbidden]

    def _cause(self, need: Need, near: Sequence[_Near]) -> tuple[str, list[str]]:
        """Return the cause class of a need and the ids it speaks of."""
        if not near:
            return "not-in-scope", []
        pool = list(near)
        for cause, rules in _FILTERS:
            rest = [each for each in pool if not set(each.rules) & set(rules)]
            if not rest:
                ids = self._lock_ids(need, pool) if cause == "locked-out" else []
                return cause, ids
            pool = rest
        if need.team:
            return "team-incomplete", self._lacking_roles(need)
        if any(not each.rules for each in pool):
            return "not-proven", []
        return self._coupling_cause(need, pool)

    def _lock_ids(self, need: Need, out: Sequence[_Near]) -> list[str]:
        ids = {lock for each in out for lock in self._locks_out(each.person, need)}
        return sorted(ids)

    def _lacking_roles(self, need: Need) -> list[str]:
        """Return the roles of the team that too few people could take, else all."""
        roles = self._scenario.team_needs[need.team]
        able = {
            role.id: sum(
                (person.id, role.id) in self._ways and not self._locks_out(person, role)
                for person in self._scenario.people
            )
            for role in roles
        }
        lacking = [role for role in roles if able[role.id] < role.min_headcount]
        return [role.role or role.id for role in lacking or roles]

    def _coupling_cause(
        self, need: Need, pool: Sequence[_Near]
    ) -> tuple[str, list[str]]:
        """Return what most often stands between eligible people and the post."""
        idle = [each for each in pool if not set(each.rules) & set(_BUSY)]
        if not idle:
            served = {
                assignment.need
                for each in pool
                for assignment in self._occupancy.of_person[each.person.id]
            }
            return "outbid", sorted(served)
        counts = Counter(each.rules[0] for each in idle)
        rule = max(counts, key=lambda slug: (counts[slug], slug))
        cause = next(slug for slug, each in CAUSES.items() if rule in each.rules)
        detail = {
            "release-cap": {each.person.unit for each in idle if rule in each.rules},
            "host-cap": {need.unit},
            "housing": {self._scenario.unit[need.unit].housing},
            "programme-max": {need.programme},
        }
        return cause, sorted(detail[rule])
