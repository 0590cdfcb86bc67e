"""The case before the judge: the assignments with the rows that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from matcher.auditor.finding import Finding
from matcher.scenario import Scenario
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.entities import Area, Lock, Need, Person, Programme, Unit
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from datetime import date

    from matcher.auditor.wording import Fact
    from matcher.plan import Assignment

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Served:
    """
    An assignment with the scenario's rows in place of the plan's copies of them.

    Parameters
    ----------
    scenario
        Everything known before solving.
    person
        Who goes.
    need
        What is served.
    programme
        The need's programme.
    home
        The person's unit.
    host
        The need's unit.
    term
        The days on post.
    stay
        The days away from home: acclimatisation and term.
    """

    scenario: Scenario
    person: Person
    need: Need
    programme: Programme
    home: Unit
    host: Unit
    term: Window
    stay: Window

    @property
    def subjects(self) -> tuple[str, str]:
        """The codes of person and need."""
        return self.person.id, self.need.id

    @property
    def home_area(self) -> Area:
        """The area of the person's unit."""
        return self.scenario.area[self.home.area]

    @property
    def host_area(self) -> Area:
        """The area of the need's unit."""
        return self.scenario.area[self.host.area]

    def days_until(self, day: date) -> int:
        """Return the days of the term up to and with a day; negative before it."""
        return (min(self.term.end, day + DAY) - self.term.start).days

    def keeps(self, lock: Lock) -> bool:
        """Return whether this is the assignment that a pin or dispatch locks."""
        return (self.person.id, self.need.id) == (
            lock.person,
            lock.target,
        ) and lock.term in {None, self.term}


@dataclass(frozen=True)
class Case:
    """
    What is judged: the assignments that can be read, and the scenario they are for.

    Parameters
    ----------
    scenario
        Everything known before solving.
    served
        The assignments whose person and need the scenario knows and whose term has a
        day; what is wrong with the others is a fault of structure.
    seed
        Seed of the tie-break draw.
    """

    scenario: Scenario
    served: tuple[Served, ...]
    seed: int

    def breach(
        self,
        rule: str,
        subjects: Sequence[str],
        facts: Mapping[str, Fact],
        units: int = 1,
    ) -> Finding:
        """Return the finding that a rule is broken, in the mode the policy gives it."""
        mode = self.scenario.policy.mode(rule)
        return Finding(rule, facts, tuple(subjects), units, mode)

    def by(self, key: Callable[[Served], Key]) -> dict[Key, list[Served]]:
        """Return the assignments grouped by a key."""
        groups: dict[Key, list[Served]] = defaultdict(list)
        for each in self.served:
            groups[key(each)].append(each)
        return dict(groups)

    @cached_property
    def of_person(self) -> dict[str, list[Served]]:
        """The assignments of each person who has one, by code."""
        return self.by(lambda each: each.person.id)

    @cached_property
    def dispatched(self) -> tuple[Lock, ...]:
        """The locks of people who have left already; none where locks are off."""
        if self.scenario.policy.mode("locks") is Mode.OFF:
            return ()
        return tuple(
            lock for lock in self.scenario.locks if lock.kind is LockKind.DISPATCHED
        )

    def has_left(self, each: Served) -> bool:
        """Return whether a lock says that the person is already on this assignment."""
        return any(each.keeps(lock) for lock in self.dispatched)

    def counted(self, programme: Programme) -> list[Served]:
        """Return the programme's assignments that are long enough by its as-of date."""
        as_of = programme.as_of or self.scenario.horizon.last_day
        least = max(1, programme.min_days_to_count)
        return [
            each
            for each in self.served
            if each.programme.id == programme.id and each.days_until(as_of) >= least
        ]


Check = Callable[[Case], Iterator[Finding]]
"""How a rule is judged: every breach of it, strict or soft."""


def case_of(
    scenario: Scenario, assignments: Iterable[Assignment], seed: int | None = None
) -> Case:
    """
    Return the case of these assignments.

    Parameters
    ----------
    scenario
        Everything known before solving.
    assignments
        What is judged.
    seed
        Seed of the tie-break draw, if it is not the scenario's.
    """
    served = tuple(
        _served(scenario, each) for each in assignments if readable(scenario, each)
    )
    return Case(scenario, served, scenario.seed if seed is None else seed)


def readable(scenario: Scenario, assignment: Assignment) -> bool:
    """Return whether person and need are known and the term has a day."""
    return (
        assignment.person in scenario.person
        and assignment.need in scenario.need
        and assignment.start < assignment.end
    )


def _served(scenario: Scenario, assignment: Assignment) -> Served:
    person, need = scenario.person[assignment.person], scenario.need[assignment.need]
    acclimatisation = scenario.acclimatisation_days(need) * DAY
    return Served(
        scenario=scenario,
        person=person,
        need=need,
        programme=scenario.programme[need.programme],
        home=scenario.unit[person.unit],
        host=scenario.unit[need.unit],
        term=Window(assignment.start, assignment.end),
        stay=Window(assignment.start - acclimatisation, assignment.end),
    )
