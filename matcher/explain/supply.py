"""Who could take an empty post of a plan, and what stands between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from matcher.eligibility.candidates import Candidate, candidates
from matcher.eligibility.verdicts import obstacles
from matcher.explain.chains import Chains
from matcher.explain.occupancy import Occupancy
from matcher.explain.undertakings import Undertakings
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.entities import Need, Person
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.plan import Arrangements, Assignment
    from matcher.scenario import Scenario


@dataclass(frozen=True)
class Near:
    """
    A person who is not on the need, and the rules that stand between.

    Parameters
    ----------
    person
        The person.
    rules
        Slugs of strict rules; none if nothing stands between.
    """

    person: Person
    rules: tuple[str, ...]


class Supply:
    """
    The people of a scenario, asked for one more assignment to a plan.

    Parameters
    ----------
    scenario
        What was planned.
    plan
        The plan.
    arrangements
        What was arranged for it.
    """

    def __init__(
        self,
        scenario: Scenario,
        plan: Sequence[Assignment],
        arrangements: Arrangements,
    ) -> None:
        self._scenario = scenario
        self._pairs = {(each.person, each.need) for each in plan}
        self._ways: dict[tuple[str, str], list[Candidate]] = {}
        for each in candidates(scenario):
            self._ways.setdefault((each.person, each.need), []).append(each)
        self._forbidden = {
            (lock.person, lock.target): lock.id
            for lock in scenario.locks
            if lock.kind is LockKind.FORBID
            and scenario.policy.mode("locks") is Mode.STRICT
        }
        self._near: dict[str, tuple[Near, ...]] = {}
        self._able: dict[str, list[str]] = {}
        self.occupancy = Occupancy(scenario, plan)
        self.undertakings = Undertakings(scenario, plan, arrangements)
        self.chains = Chains(scenario, plan, self._ways)

    def near(self, need: Need) -> tuple[Near, ...]:
        """Return the people of the sending city with what keeps them from the need."""
        if need.id not in self._near:
            origin = self._scenario.programme[need.programme].direction.origin
            self._near[need.id] = tuple(
                Near(person, self.between(person, need))
                for person in self._scenario.people
                if self._scenario.home(person).city is origin
                and (person.id, need.id) not in self._pairs
            )
        return self._near[need.id]

    def free(self, need: Need) -> set[str]:
        """Return the codes of people whom nothing keeps from the need."""
        return {each.person.id for each in self.near(need) if not each.rules}

    def able(self, need: Need) -> list[str]:
        """Return the codes of people who pass the pair rules and locks of a need."""
        return [
            person.id
            for person in self._scenario.people
            if (person.id, need.id) in self._ways
            and (person.id, need.id) not in self._pairs
            and not self.locks_out(person, need)
        ]

    def locks_out(self, person: Person, need: Need) -> list[str]:
        """Return the locks that forbid the person to serve the need."""
        targets = (need.id, need.unit, "")
        keys = [(person.id, target) for target in targets]
        return [self._forbidden[key] for key in keys if key in self._forbidden]

    def needs_of(self, person: Person) -> list[Need]:
        """Return the needs whose pair rules the person passes, by code."""
        return [
            need for need in self._scenario.needs if (person.id, need.id) in self._ways
        ]

    def between(self, person: Person, need: Need) -> tuple[str, ...]:
        """Return the fewest rules that stand between a person and a need."""
        ways = self._ways.get((person.id, need.id))
        if not ways:
            return obstacles(self._scenario, person, need, hasty=True)
        if self.locks_out(person, need):
            return ("locks",)
        if need.id not in self._able:
            able = self.able(need) if self.chains.rules(need) else []
            self._able[need.id] = able
        broken = self.chains.broken(need, person.id, self._able[need.id])
        best: tuple[str, ...] | None = None
        for stay in (stay for way in ways for stay in self._stays(way)):
            rules = tuple(self._blocked(person, need, stay))
            if best is None or len(rules) < len(best):
                best = rules
            if not best:
                break
        return (*(best or ()), *broken)

    def _blocked(self, person: Person, need: Need, stay: Window) -> Iterator[str]:
        yield from self.occupancy.blocked(person, need, stay)
        yield from self.undertakings.blocked(person, need, stay)

    def _stays(self, way: Candidate) -> Iterator[Window]:
        """Yield the shortest stays of a candidate, from the earliest on."""
        first = self._scenario.horizon.start
        for low, high in way.terms.starts:
            for start in range(low, high + 1):
                if way.terms.hold(start, start + way.terms.shortest):
                    arrival = first + timedelta(days=start - way.lead)
                    stay = timedelta(days=way.terms.shortest + way.lead)
                    yield Window(arrival, arrival + stay)
