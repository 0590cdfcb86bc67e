"""Whether a person could serve a need: asked only when somebody wants to know."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.eligibility import JUDGES
from matcher.eligibility.terms import DATE_RULES, terms
from matcher.foresight.crowd import Crowd, bits_of
from matcher.foresight.days import Days
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need


class BudgetSpentError(Exception):
    """As many pairs have been asked as were allowed."""


class Pairs:
    """
    The pairs that the strict rules about one person and one need leave possible.

    A pair is possible if no strict pair rule, no strict lock and no strict personal
    limit forbids it by itself. Who is dispatched already is possible where the lock
    says. Every pair is asked once, and grouped rules are asked of groups.

    Parameters
    ----------
    scenario
        Where people and needs stand.
    budget
        Most pairs that are asked one by one.
    """

    def __init__(self, scenario: Scenario, budget: int) -> None:
        self.scenario = scenario
        self.crowd = Crowd(scenario)
        self.days = Days(scenario, self.crowd)
        self.asked = 0
        self._budget = budget
        mode = scenario.policy.mode
        self._dates = frozenset(r for r in DATE_RULES if mode(r) is Mode.STRICT)
        self._avoids = mode("avoidance") is Mode.STRICT
        self._limited = mode("person-limit") is Mode.STRICT
        self._settled: set[tuple[str, str, str]] = set()
        self._chance: dict[str, int] = {}
        self._yes: dict[str, int] = defaultdict(int)
        self._no: dict[str, int] = defaultdict(int)
        self._gone = self._locked(LockKind.DISPATCHED, off=mode("locks") is Mode.OFF)
        self._barred = self._locked(
            LockKind.FORBID, off=mode("locks") is not Mode.STRICT
        )
        limits = [scenario.limits(person) for person in scenario.people]
        self._stay = {
            need.id: scenario.shortest(need) + scenario.acclimatisation_days(need)
            for need in scenario.needs
        }
        self._days_left = [days for _, days in limits]
        many = len(scenario.needs)
        self.room = [most if self._limited else many for most, _ in limits]
        """How many assignments each person has left."""
        self.shy = bits_of([i for i, who in enumerate(scenario.people) if who.avoid])
        """Who must avoid something."""
        self.spare = bits_of([i for i, most in enumerate(self.room) if most])
        """Who has any assignment left."""

    def _locked(self, kind: LockKind, *, off: bool) -> dict[str, int]:
        """Return whom locks of a kind name, by their target."""
        found: dict[str, int] = defaultdict(int)
        for lock in self.scenario.locks:
            if lock.kind is kind and not off:
                found[lock.target] |= 1 << self.crowd.number[lock.person]
        return found

    @property
    def spent(self) -> bool:
        """Whether the budget is used up."""
        return self.asked >= self._budget

    def hopeful(self, need: Need) -> int:
        """Return who may be asked about a need: nothing grouped forbids it."""
        found = self.apart_from_locks(need) & ~self.barred(need) | self._gone[need.id]
        return found & self.spare & ~self._no[need.id]

    def barred(self, need: Need) -> int:
        """Return whom a lock forbids to serve the need."""
        return self._barred[need.id] | self._barred[need.unit] | self._barred[""]

    def may(self, number: int, need: Need) -> bool:
        """
        Return whether a hopeful person could serve the need.

        Raises
        ------
        BudgetSpentError
            If no more pairs may be asked.
        """
        bit = 1 << number
        if (self._yes[need.id] | self._gone[need.id]) & bit:
            return True
        if self._no[need.id] & bit:
            return False
        if self.asked >= self._budget:
            raise BudgetSpentError
        self.asked += 1
        possible = self._ask(number, need)
        if possible:
            self._yes[need.id] |= bit
        else:
            self._no[need.id] |= bit | self._alike(number, need)
        return possible

    def _alike(self, number: int, need: Need) -> int:
        """Return all whom the calendar of the person's home turns away together."""
        person = self.scenario.people[number]
        key = self.scenario.home(person).id, person.sector
        if (need.id, *key) in self._settled:
            return 0
        self._settled.add((need.id, *key))
        rules = self._dates & {"calendar", "duration"}
        if next(terms(self.scenario, person, need, rules), None) is not None:
            return 0
        return self._neighbours[key]

    @cached_property
    def _neighbours(self) -> dict[tuple[str, str], int]:
        """The people of each home and sector."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, person in enumerate(self.scenario.people):
            found[self.scenario.home(person).id, person.sector].append(i)
        return {key: bits_of(group) for key, group in found.items()}

    def _ask(self, number: int, need: Need) -> bool:
        if self.too_long(number, need) or self.avoided(number, need):
            return False
        return self.has_term(number, need)

    def has_term(self, number: int, need: Need) -> bool:
        """Return whether some term respects all strict rules about dates."""
        if not self.days.fits(number, need):
            return False
        if self.days.surely(number, need):
            return True
        person = self.scenario.people[number]
        found = terms(self.scenario, person, need, self._dates)
        return next(found, None) is not None

    def apart_from_locks(self, need: Need) -> int:
        """Return who may have a chance, locks and limits aside."""
        if need.id not in self._chance:
            found = self.crowd.fitting(need) & self.days.able(need)
            self._chance[need.id] = found | self._gone[need.id]
        return self._chance[need.id]

    def by_itself(self, number: int, need: Need) -> bool:
        """Return whether the pair is possible, locks and limits aside."""
        if (self.known(need) >> number) & 1:
            return True
        return not self.avoided(number, need) and self.has_term(number, need)

    def known(self, need: Need) -> int:
        """Return who is known to be able to serve the need."""
        return self._yes[need.id] | self._gone[need.id]

    def refused(self, need: Need) -> int:
        """Return who was asked and cannot serve the need."""
        return self._no[need.id]

    def too_long(self, number: int, need: Need) -> bool:
        """Return whether the shortest stay exceeds the days the person has left."""
        return self._limited and self._stay[need.id] > self._days_left[number]

    def avoided(self, number: int, need: Need) -> bool:
        """Return whether avoidance keeps the person from the need."""
        person = self.scenario.people[number]
        return (
            self._avoids
            and bool(person.avoid)
            and not JUDGES["avoidance"](self.scenario, person, need)[0]
        )
