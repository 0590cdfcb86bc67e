"""Whether the holders of a need can follow one another as its rules ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.eligibility.terms import Terms
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.eligibility.candidates import Candidate
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need

_STEPS = 500
"""After so many steps a search ends and says that there is a chain."""

Families = tuple[Terms, ...]
"""The terms of one holder."""

Days = int
"""A set of days as bits, counted from the first day of the horizon."""


def _days(first: int, last: int) -> Days:
    """Return the days from the first to the last."""
    first = max(0, first)
    return ((1 << (last - first + 1)) - 1) << first if last >= first else 0


@dataclass(frozen=True)
class _Demand:
    """
    What a need asks of its chain.

    Parameters
    ----------
    days
        Length of the horizon.
    posts
        Most holders.
    gapless
        First day to cover and first day after, if there is anything to cover.
    overlap
        Least and most days of a handover, if the need has handovers.
    leaver
        First day without the leaver, if there is one.
    """

    days: int
    posts: int
    gapless: tuple[int, int] | None
    overlap: tuple[int, int] | None
    leaver: int | None

    def first_starts(self) -> Days:
        """Return when the first holder may start."""
        starts = _days(0, self.days)
        if self.gapless:
            starts &= _days(0, self.gapless[0])
        if self.overlap and self.leaver is not None:
            least, most = self.overlap
            starts &= _days(self.leaver - most, self.leaver - least)
        return starts

    def next_starts(self, start: int, ends: Days) -> Days:
        """Return when somebody may follow a holder of this start and these ends."""
        if not self.overlap:
            return _days(start, ends.bit_length() - 1)
        found = 0
        for overlap in range(self.overlap[0], self.overlap[1] + 1):
            found |= ends >> overlap
        return found & _days(start, self.days)

    def reached(self, ends: Iterable[Days]) -> bool:
        """Return whether a chain may stop at one of these ends."""
        return self.gapless is None or any(each >> self.gapless[1] for each in ends)


class Chains:
    """
    The chains that the eligible people of a plan could form.

    Parameters
    ----------
    scenario
        What was planned.
    plan
        The plan; its holders stay.
    ways
        The candidates of each pair of person and need that is eligible.
    """

    def __init__(
        self,
        scenario: Scenario,
        plan: Iterable[Assignment],
        ways: Mapping[tuple[str, str], Sequence[Candidate]],
    ) -> None:
        self._scenario = scenario
        self._ways = ways
        self._kept: dict[str, list[Families]] = defaultdict(list)
        for each in plan:
            self._kept[each.need].append((self._settled(each),))

    def _settled(self, each: Assignment) -> Terms:
        start, days = (each.start - self._scenario.horizon.start).days, each.term.days
        last = start + days - 1
        return Terms(((start, start),), ((last, last),), days, days)

    def rules(self, need: Need) -> list[str]:
        """Return the strict rules that ask for a chain at the need."""
        asked = {"cover": need.cover, "handover": need.handover}
        mode = self._scenario.policy.mode
        return [rule for rule in asked if asked[rule] and mode(rule) is Mode.STRICT]

    def exist(self, need: Need, people: Iterable[str]) -> bool:
        """Return whether these people, with those on post, could form a chain."""
        return self._exist(need, self.rules(need), self._kept[need.id], people)

    def broken(self, need: Need, person: str, others: Iterable[str]) -> tuple[str, ...]:
        """Return the rules for which no chain of these people holds the person."""
        asked = self.rules(need)
        must = [*self._kept[need.id], self._families(person, need)]
        rest = [each for each in others if each != person]
        if not asked or self._exist(need, asked, must, rest):
            return ()
        alone = [rule for rule in asked if not self._exist(need, [rule], must, rest)]
        return tuple(alone or asked)

    def fail_at_leaver(self, need: Need, people: Iterable[str]) -> bool:
        """Return whether none of these people could succeed the leaver."""
        demand = self._demand(need, self.rules(need))
        starts = demand.first_starts()
        return demand.leaver is not None and not any(
            _placed(starts, self._families(person, need)) for person in people
        )

    def _families(self, person: str, need: Need) -> Families:
        return tuple(way.terms for way in self._ways[person, need.id])

    def _exist(
        self,
        need: Need,
        rules: Sequence[str],
        must: Sequence[Families],
        people: Iterable[str],
    ) -> bool:
        rest = (self._families(person, need) for person in people)
        demand = self._demand(need, rules)
        return _Search(demand, [*must, *rest], len(must)).succeeds()

    def _demand(self, need: Need, rules: Sequence[str]) -> _Demand:
        scenario, number = self._scenario, self._scenario.policy.number
        origin = scenario.horizon.start
        leaver = scenario.leaver_of.get(need.id)
        opens, closes = (
            (day - origin).days for day in (need.window.start, need.window.end)
        )
        left = (leaver.end - origin).days if leaver else None
        if left is not None and "handover" not in rules and left <= opens:
            # Who has gone before anything is to cover leaves nothing to succeed to.
            left = None
        gapless = max(opens, left or 0), closes
        overlap = number("handover", "least_days"), number("handover", "most_days")
        return _Demand(
            days=scenario.horizon.days,
            posts=need.max_headcount,
            gapless=gapless if "cover" in rules and gapless[0] < closes else None,
            overlap=overlap if "handover" in rules else None,
            leaver=left,
        )


class _Search:
    """
    A search for a chain.

    Parameters
    ----------
    demand
        What is asked for.
    holders
        The terms of those who may hold a post.
    must
        How many of them, the first ones, hold a post in any case.
    """

    def __init__(self, demand: _Demand, holders: Sequence[Families], must: int) -> None:
        self._demand = demand
        self._holders = holders
        self._must = frozenset(range(must))
        self._steps = _STEPS

    def succeeds(self) -> bool:
        """Return whether there is a chain."""
        starts = self._demand.first_starts()
        return any(
            self._continues(found, frozenset({number}))
            for number, found in self._placed(starts, frozenset())
        )

    def _placed(
        self, starts: Days, used: frozenset[int]
    ) -> Iterator[tuple[int, dict[int, Days]]]:
        """Yield who else could start on one of these days, with the terms."""
        tried = set()
        for number, families in enumerate(self._holders):
            if number not in used and families not in tried:
                tried.add(families)
                self._steps -= 1
                if found := _placed(starts, families):
                    yield number, found

    def _continues(self, found: Mapping[int, Days], used: frozenset[int]) -> bool:
        """Return whether a chain with these as its last terms can be completed."""
        if self._steps < 0 or self._complete(found, used):
            return True
        if len(used) == self._demand.posts:
            return False
        starts = 0
        for start, ends in found.items():
            starts |= self._demand.next_starts(start, ends)
        return any(
            self._continues(more, used | {number})
            for number, more in self._placed(starts, used)
        )

    def _complete(self, found: Mapping[int, Days], used: frozenset[int]) -> bool:
        missing = len(self._must - used)
        # Without handovers it does not matter where in the chain somebody stands.
        fits = not self._demand.overlap and len(used) + missing <= self._demand.posts
        return (fits or not missing) and self._demand.reached(found.values())


def _placed(starts: Days, families: Families) -> dict[int, Days]:
    """Return the ends that terms from these starts may have, by start."""
    found: dict[int, Days] = defaultdict(int)
    for terms in families:
        ends = 0
        for low, high in terms.lasts:
            ends |= _days(low + 1, high + 1)
        for low, high in terms.starts:
            for start in range(low, high + 1):
                if starts >> start & 1:
                    length = _days(start + terms.shortest, start + terms.longest)
                    found[start] |= ends & length
    return {start: ends for start, ends in found.items() if ends}
