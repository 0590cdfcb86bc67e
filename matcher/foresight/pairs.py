"""Whether a person could serve a need: asked only when somebody wants to know."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import Crowd, bits_of, grouped, joined
from matcher.eligibility.days import Days
from matcher.eligibility.terms import DATE_RULES, Timetable
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need


_ASKED = 20
"""What asking a pair costs, in looks."""

SETS = 20
"""What it costs to put the people of a demand together, in looks."""


class BudgetSpentError(Exception):
    """As much has been looked at as was allowed."""


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
        How much may be looked at: a pair that must be asked counts as 20 that are
        only looked up.
    """

    def __init__(self, scenario: Scenario, budget: int) -> None:
        self.scenario = scenario
        self.crowd = Crowd(scenario)
        self.days = Days(scenario, self.crowd)
        self._table = Timetable(scenario)
        self.looks = 0
        self._budget = self._limit = budget
        mode = scenario.policy.mode
        self._dates = frozenset(r for r in DATE_RULES if mode(r) is Mode.STRICT)
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
        self._days_left = grouped(days for _, days in limits)
        self._lasting: dict[int, int] = {}
        many = len(scenario.needs)
        self.room = [most if self._limited else many for most, _ in limits]
        """How many assignments each person has left."""
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
        """Whether what may be used of the budget is used up."""
        return self.looks >= self._limit

    def allow(self, percent: int) -> None:
        """Let everything until now and from now on use so much of the budget."""
        self._limit = self._budget * percent // 100

    def look(self, looks: int = 1) -> None:
        """
        Count what is looked at.

        Raises
        ------
        BudgetSpentError
            If no more may be looked at.
        """
        if self.spent:
            raise BudgetSpentError
        self.looks += looks

    def hopeful(self, need: Need) -> int:
        """Return who may be asked about a need: nothing grouped forbids it."""
        found = self.apart_from_locks(need) & ~self.barred(need) & self.lasting(need)
        return (found | self._gone[need.id]) & self.spare & ~self._no[need.id]

    def lasting(self, need: Need) -> int:
        """Return who has as many days left as the shortest stay takes."""
        if not self._limited:
            return self.crowd.everyone
        stay = self.days.shortest_stay(need)
        if stay not in self._lasting:
            self._lasting[stay] = joined(
                who for days, who in self._days_left.items() if days >= stay
            )
        return self._lasting[stay]

    def sure(self, need: Need) -> int:
        """Return who of the hopeful is known to be able to serve the need."""
        hopeful = self.hopeful(need)
        return hopeful & (self._yes[need.id] | self._gone[need.id])

    def dispatched(self, need: Need) -> int:
        """Return whom a lock has sent to the need already."""
        return self._gone[need.id]

    def barred(self, need: Need) -> int:
        """Return whom a lock forbids to serve the need."""
        return self._barred[need.id] | self._barred[need.unit] | self._barred[""]

    def may(self, number: int, need: Need) -> bool:
        """
        Return whether a hopeful person could serve the need.

        Raises
        ------
        BudgetSpentError
            If no more may be looked at.
        """
        bit = 1 << number
        if (self._yes[need.id] | self._gone[need.id]) & bit:
            return True
        if self._no[need.id] & bit:
            return False
        self.look(_ASKED)
        possible = self.has_term(number, need)
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
        if next(self._table.terms(person, need, rules), None) is not None:
            return 0
        return self._neighbours[key]

    @cached_property
    def _neighbours(self) -> dict[tuple[str, str], int]:
        """The people of each home and sector."""
        scenario = self.scenario
        return grouped((scenario.home(w).id, w.sector) for w in scenario.people)

    def has_term(self, number: int, need: Need) -> bool:
        """Return whether some term respects all strict rules about dates."""
        if self.days.sure(need) >> number & 1:
            return True
        person = self.scenario.people[number]
        found = self._table.terms(person, need, self._dates)
        return next(found, None) is not None

    def apart_from_locks(self, need: Need) -> int:
        """Return who may have a chance, locks and limits aside."""
        if need.id not in self._chance:
            found = self.crowd.fitting(need)
            found &= self.days.able(need)
            self._chance[need.id] = found | self._gone[need.id]
            self._yes[need.id] |= found & self.days.sure(need)
        return self._chance[need.id]

    def by_itself(self, number: int, need: Need) -> bool:
        """Return whether the pair is possible, locks and limits aside."""
        known = self._yes[need.id] | self._gone[need.id]
        return bool(known >> number & 1) or self.has_term(number, need)

    def refused(self, need: Need) -> int:
        """Return who was asked and cannot serve the need."""
        return self._no[need.id]
