"""The shortage ledger: for each empty post its cause class and the nearest people."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.explain.supply import Supply
from matcher.plan import Arrangements, Gap, Shortage
from matcher.rulebook import CAUSES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.explain.nearness import Near, Pool
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need

_NEAREST = 3

_NOTHING = Arrangements()

_FILTERS = (
    ("no-specialty", ("specialty",)),
    ("no-level", ("level",)),
    ("not-in-scope", ("direction", "scope", "pairing", "avoidance")),
    ("no-consent", ("consent",)),
    ("health", ("health", "age")),
    ("not-free", ("availability", "duration", "calendar")),
    ("locked-out", ("locks",)),
    ("chain-broken", ("cover", "handover")),
    ("phase-blocked", ("phases",)),
)
"""Cause classes of rules that nobody may be left to pass, in this order."""

_BUSY = ("one-place", "person-limit", "studio")
"""Rules that people break who serve elsewhere."""


def ledger(
    scenario: Scenario,
    assignments: Iterable[Assignment],
    arrangements: Arrangements = _NOTHING,
) -> tuple[Shortage, ...]:
    """
    Return the shortage ledger of a plan, sorted by need.

    Parameters
    ----------
    scenario
        What was planned.
    assignments
        The plan.
    arrangements
        What was arranged for it.

    Notes
    -----
    Only people of the city that the programme takes people from are looked at. If
    none of them passes all pair rules, the cause is the first class of rules that
    leaves nobody. The same goes for chains of holders and for phases. Otherwise it is
    what most often stands between the eligible people and the post in this plan, all
    other assignments kept.
    """
    return _Ledger(scenario, tuple(assignments), arrangements).shortages()


def _among(pool: Pool, people: int) -> list[Near]:
    """Return those of a set who are close."""
    return [each for each in pool.close if people >> each.number & 1]


class _Ledger:
    """The work of :func:`ledger` on one plan."""

    def __init__(
        self,
        scenario: Scenario,
        plan: Sequence[Assignment],
        arrangements: Arrangements,
    ) -> None:
        self._scenario = scenario
        self._plan = plan
        self._arrangements = arrangements
        self._filled = Counter(each.need for each in plan)

    @cached_property
    def _supply(self) -> Supply:
        """Who could take a post; nobody asks in a plan without shortages."""
        return Supply(self._scenario, self._plan, self._arrangements)

    def shortages(self) -> tuple[Shortage, ...]:
        """Return one entry per need with fewer people than its least headcount."""
        return tuple(
            self._shortage(need, need.min_headcount - self._filled[need.id])
            for need in self._scenario.needs
            if self._filled[need.id] < need.min_headcount
        )

    def _shortage(self, need: Need, posts: int) -> Shortage:
        pool = self._supply.pool(need)
        cause, detail = self._cause(need, pool)
        return Shortage(
            need=need.id,
            posts=posts,
            cause=cause,
            detail=tuple(detail),
            nearest=tuple(
                Gap(person=each.person.id, rules=each.rules)
                for each in pool.nearest(_NEAREST)
            ),
        )

    def _cause(self, need: Need, pool: Pool) -> tuple[str, Sequence[str]]:
        """Return the cause class of a need and the ids it speaks of."""
        left = pool.people
        if not left:
            return "not-in-scope", []
        for cause, rules in _FILTERS:
            rest = left & ~pool.stopped_by(rules)
            if not rest:
                return cause, self._filter_detail(cause, need, _among(pool, left))
            left = rest
        return self._cause_beyond(need, _among(pool, left))

    def _cause_beyond(
        self, need: Need, pool: Sequence[Near]
    ) -> tuple[str, Sequence[str]]:
        """Return the cause where somebody passes all that one can pass alone."""
        if need.team:
            return "team-incomplete", self._lacking_roles(need)
        if need.studio and self._lacks_master(need):
            return "studio-master", [need.studio]
        taken = [each for each in pool if each.rules]
        if len(taken) == len(pool):
            return self._coupling_cause(need, pool)
        return self._wider_cause(need, taken)

    def _filter_detail(
        self, cause: str, need: Need, out: Sequence[Near]
    ) -> Sequence[str]:
        """Return what a cause speaks of that leaves nobody."""
        if cause == "locked-out":
            locks = (self._supply.locks_out(each.person, need) for each in out)
            return sorted({lock for held in locks for lock in held})
        if cause == "chain-broken":
            able = self._supply.able(need)
            if self._supply.chains.fail_at_leaver(need, able):
                return [self._scenario.leaver_of[need.id].person]
            return [need.id]
        if cause == "phase-blocked":
            waits_for = self._supply.undertakings.waits_for(need)
            return sorted(waits_for or self._scenario.phase[need.phase].after)
        return []

    def _lacking_roles(self, need: Need) -> list[str]:
        """Return the roles of the team that too few people could take, else all."""
        roles = self._scenario.team_needs[need.team]
        lacking = [
            role
            for role in roles
            if len(self._supply.able(role)) + self._filled[role.id] < role.min_headcount
        ]
        return [role.role or role.id for role in lacking or roles]

    def _lacks_master(self, need: Need) -> bool:
        """Return whether the studio has a master who cannot make this visit."""
        masters = self._supply.undertakings.masters(need)
        strict = self._scenario.policy.mode("studio") is Mode.STRICT
        return strict and bool(masters) and not masters & self._supply.free(need)

    def _wider_cause(
        self, need: Need, taken: Sequence[Near]
    ) -> tuple[str, Sequence[str]]:
        """Return what is wrong where somebody is free, and others perhaps are not."""
        lacking = self._lacking_mix(need)
        if lacking:
            return "phase-blocked", lacking
        chains = self._supply.chains
        if taken and not chains.exist(need, self._supply.free(need)):
            return self._coupling_cause(need, taken)
        return "not-proven", []

    def _lacking_mix(self, need: Need) -> list[str]:
        """Return the needs of the phase that lack people who are free, else none."""
        if not need.phase or self._scenario.policy.mode("phases") is not Mode.STRICT:
            return []
        needs = self._scenario.phase_needs[need.phase]
        free = {each.id: self._supply.free(each) for each in needs}
        lacking = [each.id for each in needs if len(free[each.id]) < each.min_headcount]
        people = {person for able in free.values() for person in able}
        if len(people) < sum(each.min_headcount for each in needs):
            return lacking or [each.id for each in needs]
        return lacking

    def _coupling_cause(
        self, need: Need, pool: Sequence[Near]
    ) -> tuple[str, Sequence[str]]:
        """Return what most often stands between eligible people and the post."""
        idle = [each for each in pool if not set(each.rules) & set(_BUSY)]
        if not idle:
            served = {
                assignment.need
                for each in pool
                for assignment in self._supply.occupancy.of_person[each.person.id]
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
            "mentoring": {need.successor_unit or need.unit},
            "contact-leader": {self._scenario.host_area(need).id},
            "event": {need.programme},
        }
        return cause, sorted(detail[rule])
