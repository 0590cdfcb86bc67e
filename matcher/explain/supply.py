"""Who could take an empty post of a plan, and what stands between."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from matcher.eligibility.candidates import Candidate, candidates
from matcher.eligibility.crowd import PLAIN, Crowd, grouped, numbers
from matcher.eligibility.terms import Timetable
from matcher.eligibility.verdicts import obstacles, obstacles_of_dates
from matcher.explain.chains import Chains
from matcher.explain.nearness import Near, Pool
from matcher.explain.occupancy import Occupancy
from matcher.explain.undertakings import Undertakings
from matcher.scenario.base import LockKind, Mode
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matcher.plan import Arrangements, Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person


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
        self._crowd = Crowd(scenario)
        self._table = Timetable(scenario)
        self._ways: dict[tuple[str, str], list[Candidate]] = {}
        self._passing: dict[str, int] = defaultdict(int)
        self._needs_of: dict[str, dict[str, Need]] = defaultdict(dict)
        for each in candidates(scenario):
            self._ways.setdefault((each.person, each.need), []).append(each)
            self._needs_of[each.person][each.need] = scenario.need[each.need]
        for person, need in self._ways:
            self._passing[need] |= 1 << self._crowd.number[person]
        self._forbidden = {
            (lock.person, lock.target): lock.id
            for lock in scenario.locks
            if lock.kind is LockKind.FORBID
            and scenario.policy.mode("locks") is Mode.STRICT
        }
        codes = [each.id for each in scenario.people]
        self._in_order = codes == sorted(codes)
        self._of_city = grouped(scenario.home(each).city for each in scenario.people)
        self._on: dict[str, int] = defaultdict(int)
        for person, need in self._pairs:
            self._on[need] |= 1 << self._crowd.number[person]
        self._close: dict[str, tuple[Near, ...]] = {}
        self._able: dict[str, list[str]] = {}
        self.occupancy = Occupancy(scenario, plan)
        self.undertakings = Undertakings(scenario, plan, arrangements)
        self.chains = Chains(scenario, plan, self._ways)

    def pool(self, need: Need) -> Pool:
        """Return the people of the sending city with what keeps them from the need."""
        people, mode = self._people(need), self._scenario.policy.mode
        passing = self._passing[need.id]
        breaking = {
            rule: people & ~passing & ~self._crowd.judged(rule, need)
            for rule in PLAIN
            if mode(rule) is Mode.STRICT
        }
        return Pool(
            self._scenario.people,
            people,
            breaking,
            self.close(need),
            in_order=self._in_order,
        )

    def _people(self, need: Need) -> int:
        origin = self._scenario.programme[need.programme].direction.origin
        return self._of_city.get(origin, 0) & ~self._on[need.id]

    def close(self, need: Need) -> tuple[Near, ...]:
        """Return the people whom no rule keeps away that does not look at dates."""
        if need.id not in self._close:
            passing = self._passing[need.id] | self._crowd.fitting(need)
            people = self._scenario.people
            self._close[need.id] = tuple(
                Near(number, people[number], self.between(people[number], need))
                for number in numbers(self._people(need) & passing)
            )
        return self._close[need.id]

    def free(self, need: Need) -> set[str]:
        """Return the codes of people whom nothing keeps from the need."""
        return {each.person.id for each in self.close(need) if not each.rules}

    def able(self, need: Need) -> list[str]:
        """Return the codes of people who pass the pair rules and locks of a need."""
        passing = self._passing[need.id] & ~self._on[need.id]
        people = (self._scenario.people[number] for number in numbers(passing))
        return [each.id for each in people if not self.locks_out(each, need)]

    def locks_out(self, person: Person, need: Need) -> list[str]:
        """Return the locks that forbid the person to serve the need."""
        targets = (need.id, need.unit, "")
        keys = [(person.id, target) for target in targets]
        return [self._forbidden[key] for key in keys if key in self._forbidden]

    def needs_of(self, person: Person) -> list[Need]:
        """Return the needs whose pair rules the person passes, by code."""
        return list(self._needs_of[person.id].values())

    def between(self, person: Person, need: Need) -> tuple[str, ...]:
        """Return the fewest rules that stand between a person and a need."""
        ways = self._ways.get((person.id, need.id))
        if not ways:
            return self._obstacles(person, need)
        if self.locks_out(person, need):
            return ("locks",)
        if need.id not in self._able:
            able = self.able(need) if self.chains.rules(need) else []
            self._able[need.id] = able
        broken = self.chains.broken(need, person.id, self._able[need.id])
        best: tuple[str, ...] | None = None
        for rules in self._blocked(person, need, ways):
            if best is None or len(rules) < len(best):
                best = rules
            if not best:
                break
        return (*(best or ()), *broken)

    def _obstacles(self, person: Person, need: Need) -> tuple[str, ...]:
        """Return the pair rules in the way; those about dates if no other is."""
        if self._crowd.fitting(need) >> self._crowd.number[person.id] & 1:
            return obstacles_of_dates(self._scenario, person, need, self._table)
        return obstacles(self._scenario, person, need, hasty=True)

    def _blocked(
        self, person: Person, need: Need, ways: Iterable[Candidate]
    ) -> Iterator[tuple[str, ...]]:
        """Yield what the shortest terms would break, from the earliest on."""
        opening = self.occupancy.opening(person, need)
        is_more = self.undertakings.ask(need)
        first = self._scenario.horizon.start
        for way in ways:
            days = way.terms.shortest
            for low, high in way.terms.starts:
                for start in range(low, high + 1):
                    if not way.terms.hold(start, start + days):
                        continue
                    rules = opening.blocked(start - way.lead, start + days)
                    if is_more:
                        day = first + timedelta(days=start)
                        term = Window(day, day + timedelta(days=days))
                        rules += self.undertakings.blocked(person, need, term)
                    yield rules
