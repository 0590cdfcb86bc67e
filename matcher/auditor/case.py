"""The case before the judge: the assignments with the rows that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from matcher.auditor.care import care_of
from matcher.auditor.finding import Finding
from matcher.plan import Arrangements, Bed, Link, Mentorship, Roster, Seating
from matcher.scenario import Scenario
from matcher.scenario.base import Direction, LockKind, Mode
from matcher.scenario.entities import Area, Need, Person, Programme, Unit
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from datetime import date

    from matcher.auditor.records import CareRecord
    from matcher.auditor.wording import Fact
    from matcher.plan import Assignment
    from matcher.scenario.conditions import Lock

Key = TypeVar("Key", bound=Hashable)

NOTHING: Final = Arrangements()
"""No arrangements."""


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
    def is_long(self) -> bool:
        """Whether the need is one whose people have a contact leader, if there is."""
        long = self.scenario.policy.number("contact-leader", "long_stay_days")
        way = self.programme.direction
        return way is Direction.TO_XINING and self.scenario.shortest(self.need) >= long

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
    What is judged: what can be read of a plan, and the scenario it is for.

    Parameters
    ----------
    scenario
        Everything known before solving.
    served
        The assignments whose person and need the scenario knows and whose term has a
        day; what is wrong with the others is a fault of structure.
    seed
        Seed of the tie-break draw.
    arrangements
        All that the plan has besides assignments, readable or not.
    """

    scenario: Scenario
    served: tuple[Served, ...]
    seed: int
    arrangements: Arrangements

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
    def care(self) -> tuple[CareRecord, ...]:
        """The acts of care by day, rule and person."""
        return care_of(self)

    @cached_property
    def of_person(self) -> dict[str, list[Served]]:
        """The assignments of each person who has one, by code."""
        return self.by(lambda each: each.person.id)

    @cached_property
    def of_need(self) -> dict[str, list[Served]]:
        """The assignments of each need that has one, by code."""
        return self.by(lambda each: each.need.id)

    @cached_property
    def of_programme(self) -> dict[str, list[Served]]:
        """The assignments of each programme that has one, by code."""
        return self.by(lambda each: each.programme.id)

    @cached_property
    def holder(self) -> dict[tuple[str, str], Served]:
        """The assignments by person and need."""
        return {each.subjects: each for each in self.served}

    @cached_property
    def mentorships(self) -> tuple[Mentorship, ...]:
        """The mentorships of known people under an assignment of the plan."""
        return tuple(
            each
            for each in self.arrangements.mentorships
            if (each.person, each.need) in self.holder
            and each.mentee in self.scenario.person
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links to known leaders under an assignment of the plan."""
        return tuple(
            each
            for each in self.arrangements.links
            if (each.person, each.need) in self.holder
            and each.leader in self.scenario.leader
        )

    @cached_property
    def beds(self) -> tuple[Bed, ...]:
        """The beds at known sites under an assignment of the plan."""
        return tuple(
            each
            for each in self.arrangements.beds
            if (each.person, each.need) in self.holder
            and each.site in self.scenario.site
        )

    @cached_property
    def rosters(self) -> tuple[Roster, ...]:
        """The rosters of known sessions in known slots and rooms."""
        return tuple(
            each
            for each in self.arrangements.rosters
            if each.session in self.scenario.session
            and each.slot in self.scenario.slot
            and each.room in self.scenario.room
        )

    @cached_property
    def seating(self) -> tuple[Seating, ...]:
        """The seats of known sessions for known delegations."""
        return tuple(
            each
            for each in self.arrangements.seating
            if each.session in self.scenario.session
            and each.delegation in self.scenario.delegation
        )

    @cached_property
    def dispatched(self) -> dict[str, list[Lock]]:
        """The locks of people who have left already; none where locks are off."""
        found: dict[str, list[Lock]] = defaultdict(list)
        if self.scenario.policy.mode("locks") is not Mode.OFF:
            for lock in self.scenario.locks:
                if lock.kind is LockKind.DISPATCHED:
                    found[lock.person].append(lock)
        return dict(found)

    def has_left(self, each: Served) -> bool:
        """Return whether a lock says that the person is already on this assignment."""
        return any(each.keeps(lock) for lock in self.dispatched.get(each.person.id, ()))

    def counted(self, programme: Programme) -> list[Served]:
        """Return the programme's assignments that are long enough by its as-of date."""
        as_of = programme.as_of or self.scenario.horizon.last_day
        least = max(1, programme.min_days_to_count)
        return [
            each
            for each in self.of_programme.get(programme.id, ())
            if each.days_until(as_of) >= least
        ]


Check = Callable[[Case], Iterator[Finding]]
"""How a rule is judged: every breach of it, strict or soft."""


def case_of(
    scenario: Scenario,
    assignments: Iterable[Assignment],
    seed: int | None = None,
    arrangements: Arrangements = NOTHING,
) -> Case:
    """
    Return the case of these assignments and arrangements.

    Parameters
    ----------
    scenario
        Everything known before solving.
    assignments
        What is judged.
    seed
        Seed of the tie-break draw, if it is not the scenario's.
    arrangements
        What is judged besides.
    """
    served = tuple(
        _served(scenario, each) for each in assignments if readable(scenario, each)
    )
    draw = scenario.seed if seed is None else seed
    return Case(scenario, served, draw, arrangements)


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
