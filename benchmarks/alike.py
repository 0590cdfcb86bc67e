"""
Tell how many people, and how many needs, could stand in for each other.

``python -m benchmarks.alike SCENARIO ...`` prints two rows for each scenario. Two
people are *alike* if any plan in which they swap all their assignments keeps the same
rules and has the same value on every rung above the tie-break; two needs likewise. They
are *alike for counts* if that is so of the goals that only count: agreement, coverage,
concessions and fairness.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from docs.pages.markdown import table
from matcher.eligibility import Candidate, Fit, Wishes, candidates, learners
from matcher.scenario.base import Mode
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

_ALIKE = ("alike", "alike for counts")
_HEADINGS = ("scenario", "", "with candidates", *_ALIKE, "their candidates", *_ALIKE)

# What a need's candidates say already, and what nobody looks at.
_UNSEEN = {"id", "role", "reason", "tags", "specialty", "match", "level"}


class Looks:
    """
    What rules and goals look at, apart from codes.

    Parameters
    ----------
    scenario
        What is planned.
    found
        All its candidates.
    counts
        Whether only those goals look that count.
    """

    def __init__(
        self, scenario: Scenario, found: Sequence[Candidate], *, counts: bool
    ) -> None:
        self._scenario = scenario
        self._counts = counts
        self._fit, self._wishes = Fit(scenario), Wishes(scenario)
        self._capped = {(each.unit, each.name) for each in scenario.departments}
        self._learns: dict[str, list[str]] = defaultdict(list)
        for need in scenario.needs:
            for each in learners(scenario, need):
                self._learns[each.id].append(need.id)
        self._locks: dict[str, list[Hashable]] = defaultdict(list)
        for lock in scenario.locks:
            what = lock.kind, lock.term
            self._locks[lock.person].append((*what, lock.target))
            self._locks[lock.target].append((*what, lock.person))
        self.of_person: dict[str, list[Candidate]] = defaultdict(list)
        self.of_need: dict[str, list[Candidate]] = defaultdict(list)
        for one in found:
            self.of_person[one.person].append(one)
            self.of_need[one.need].append(one)

    def people(self) -> list[Hashable]:
        """Return what is looked at in each person with candidates."""
        return [self._person(self._scenario.person[each]) for each in self.of_person]

    def needs(self) -> list[Hashable]:
        """Return what is looked at in each need with candidates."""
        return [self._need(self._scenario.need[each]) for each in self.of_need]

    def _person(self, person: Person) -> Hashable:
        scenario, mine = self._scenario, self.of_person[person.id]
        needs = [scenario.need[each.need] for each in mine]
        department = person.unit, person.department
        learns = self._learns.get(person.id)
        housed = scenario.policy.mode("housing") is not Mode.OFF
        most, days = scenario.limits(person)
        return (
            person.unit,
            department in self._capped and department,
            housed
            and any(scenario.unit[each.unit].housing for each in needs)
            and person.sex,
            any(each.team for each in needs) and person.level,
            any(each.programme in scenario.events for each in needs)
            and person.specialties,
            self._pursued("workload") and person.target_days,
            min(most, len(mine)),
            min(days, sum(each.terms.longest + each.lead for each in mine)),
            learns and (tuple(learns), scenario.commitments_of.get(person.id)),
            frozenset(self._locks[person.id]),
            frozenset((each.need, *self._pair(each)) for each in mine),
        )

    def _need(self, need: Need) -> Hashable:
        scenario = self._scenario
        leaver = scenario.leaver_of.get(need.id)
        return (
            tuple(need.model_dump(exclude=_UNSEEN).items()),
            scenario.sector(need),
            leaver and leaver.end,
            tuple(each.id for each in learners(scenario, need)),
            frozenset(self._locks[need.id]),
            frozenset(
                (each.person, *self._pair(each)) for each in self.of_need[need.id]
            ),
        )

    def _pursued(self, goal: str) -> bool:
        return not self._counts and self._scenario.policy.pursues(goal)

    def _pair(self, one: Candidate) -> tuple[Hashable, ...]:
        """Return all that is looked at in a candidate, but person and need."""
        policy = self._scenario.policy
        who, what = self._scenario.person[one.person], self._scenario.need[one.need]
        fits = self._pursued("fit") or policy.number("coverage", "fit_weight") > 0
        wished = self._pursued("preferences")
        return (
            one.lead,
            one.terms,
            one.broken,
            fits and self._fit.points(who, what),
            wished and self._wishes.of_person(who, what),
            wished and self._wishes.of_host(who, what),
            self._pursued("continuity") and what.unit in who.past_hosts,
        )


def rows(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    """
    Yield a row of figures for people and one for needs.

    Parameters
    ----------
    scenario
        What is planned.
    """
    found = candidates(scenario)
    all_goals, counts = (
        Looks(scenario, found, counts=counts) for counts in (False, True)
    )
    for what, sizes, looks in (
        (
            "people",
            [len(each) for each in all_goals.of_person.values()],
            [look.people() for look in (all_goals, counts)],
        ),
        (
            "needs",
            [len(each) for each in all_goals.of_need.values()],
            [look.needs() for look in (all_goals, counts)],
        ),
    ):
        shared = [_shared(each, sizes) for each in looks]
        yield (
            scenario.name,
            what,
            f"{len(sizes):,}",
            *(_share(count, len(sizes)) for count, _ in shared),
            f"{len(found):,}",
            *(_share(count, len(found)) for _, count in shared),
        )


def _shared(looks: Sequence[Hashable], sizes: Sequence[int]) -> tuple[int, int]:
    """Return how many look like somebody else, and how many candidates they have."""
    times = Counter(looks)
    shared = [size for look, size in zip(looks, sizes, strict=True) if times[look] > 1]
    return len(shared), sum(shared)


def _share(count: int, of_all: int) -> str:
    return f"{count:,} ({count / max(1, of_all):.1%})"


def main() -> None:
    """Print a table of the scenarios that are named."""
    scenarios = (read_scenario(Path(each)) for each in sys.argv[1:])
    print(table(_HEADINGS, [row for each in scenarios for row in rows(each)]))


if __name__ == "__main__":
    main()
