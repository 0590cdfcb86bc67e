"""A largest filling of demands by people, and what stops it: maximum flow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import numbers
from matcher.foresight.pairs import SETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.foresight.demands import Demand
    from matcher.foresight.pairs import Pairs


@dataclass(frozen=True)
class Region:
    """
    Demands that cannot all be met, whatever else is done.

    Parameters
    ----------
    demands
        Numbers of the demands.
    people
        Everyone who could serve any of them, as bits.
    closed
        Those of them who have no room and serve demands of the region only.
    """

    demands: frozenset[int]
    people: int
    closed: int


class Flow:
    """
    People on demands: as many as possible, each within a personal limit.

    Parameters
    ----------
    pairs
        Who could serve what.
    demands
        What is to be filled.
    at_once
        Whether all goes on at the same time, so that nobody holds two places.

    Notes
    -----
    First every demand takes the first people with room. Then each demand that still
    lacks people is searched from: breadth first over those who could serve a reached
    demand; one without room leads on to the demands that person serves. Someone with
    room ends the search, and everybody on the way moves up by one place.

    A search that ends without anyone proves a shortage. Everybody who could serve a
    demand that was reached either serves it, or has no room and serves reached
    demands only. So the reached demands hold all that their people can give,

        sum over people of min(assignments left, reached demands the person could
        serve),

    and still lack posts. No later step can enter or leave what was reached, for
    every way in ends there without room: reached people and demands are closed, and
    a later search stops at them. Who serves a reached demand without having been
    reached may serve others too, and so stays open. If such a search fails as well,
    it and the regions it met are proven short together, and become one. Each pair is
    thus looked at once after the last change near it.
    """

    def __init__(
        self, pairs: Pairs, demands: Sequence[Demand], *, at_once: bool = False
    ) -> None:
        self._pairs = pairs
        self.demands = demands
        self.holders = [0] * len(demands)
        self._held: dict[int, set[int]] = defaultdict(set)
        self._at_once = at_once
        self._free = pairs.spare
        self._able: dict[int, int] = {}
        self._shut = 0
        self._closed: dict[int, int] = {}
        self._closed_demands: dict[int, int] = {}
        self._regions: dict[int, Region] = {}

    @property
    def filled(self) -> int:
        """How many posts are filled."""
        return sum(held.bit_count() for held in self.holders)

    @property
    def regions(self) -> list[Region]:
        """What has been proven short, each region on its own."""
        return list(self._regions.values())

    def fill(self, *, hasty: bool = False) -> None:
        """
        Fill as many posts as possible.

        Parameters
        ----------
        hasty
            Whether to stop as soon as a region is proven short.

        Raises
        ------
        matcher.foresight.pairs.BudgetSpentError
            If no more may be looked at; what was found until then holds.
        """
        for number in range(len(self.demands)):
            self._take(number)
        for number in range(len(self.demands)):
            while self._lacks(number) and number not in self._closed_demands:
                region = self._search(number)
                if region and hasty:
                    return

    def _lacks(self, number: int) -> int:
        return self.demands[number].posts - self.holders[number].bit_count()

    def _take(self, number: int) -> None:
        """Give a demand the first people with room, those first who surely can."""
        demand = self.demands[number]
        self._pairs.look(SETS)
        hopeful = demand.hopeful(self._pairs) & self._free
        sure = demand.sure(self._pairs) & hopeful
        for person in chain(numbers(sure), numbers(hopeful & ~sure)):
            if not self._lacks(number):
                return
            self._pairs.look()
            if sure >> person & 1 or demand.may(self._pairs, person):
                self._join(person, number)

    def _able_for(self, number: int) -> int:
        """Return everyone who could come to a demand."""
        if number not in self._able:
            demand = self.demands[number]
            found = demand.sure(self._pairs)
            for person in numbers(demand.hopeful(self._pairs) & ~found):
                found |= demand.may(self._pairs, person) << person
            self._able[number] = found
        return self._able[number]

    def _join(self, person: int, number: int) -> None:
        self.holders[number] |= 1 << person
        self._held[person].add(number)
        room = 1 if self._at_once else self._pairs.room[person]
        if len(self._held[person]) >= room:
            self._free &= ~(1 << person)

    def _leave(self, person: int, number: int) -> None:
        self.holders[number] &= ~(1 << person)
        self._held[person].remove(number)

    def _search(self, start: int) -> Region | None:
        """Fill one more post of a demand, or return what proves that none can be."""
        reached, met = [start], set[int]()
        wanted_by: dict[int, int] = {}
        reached_by: dict[int, int] = {start: -1}
        seen = 0
        for number in reached:
            able = self._able_for(number) & ~self.holders[number]
            if able & self._free:
                someone = next(numbers(able & self._free))
                self._move_up(someone, number, wanted_by, reached_by)
                return None
            fresh = able & ~seen
            seen |= fresh
            met |= self._regions_of(fresh & self._shut)
            self._pairs.look(SETS + (fresh & ~self._shut).bit_count())
            for person in numbers(fresh & ~self._shut):
                wanted_by[person] = number
                held = self._held[person] - reached_by.keys()
                met |= {
                    self._closed_demands[n] for n in held & self._closed_demands.keys()
                }
                further = sorted(held - self._closed_demands.keys())
                reached_by |= dict.fromkeys(further, person)
                reached += further
        return self._close(reached, seen, met)

    def _move_up(
        self,
        person: int,
        number: int,
        wanted_by: dict[int, int],
        reached_by: dict[int, int],
    ) -> None:
        """Let someone with room take a demand, and everybody before move to another."""
        self._join(person, number)
        while (leaving := reached_by[number]) >= 0:
            self._leave(leaving, number)
            number = wanted_by[leaving]
            self._join(leaving, number)

    def _regions_of(self, people: int) -> set[int]:
        """Return the keys of the regions that people of closed ones belong to."""
        found = set[int]()
        while people:
            key = self._closed[next(numbers(people))]
            found.add(key)
            people &= ~self._regions[key].closed
        return found

    def _close(self, reached: list[int], closed: int, met: set[int]) -> Region:
        """Return the region of a failed search, one with the regions it met."""
        found, people = set(reached), closed
        for number in reached:
            people |= self.holders[number]
        for key in met:
            region = self._regions.pop(key)
            found |= region.demands
            people |= region.people
            closed |= region.closed
        region = Region(frozenset(found), people, closed)
        key = min(found)
        self._regions[key] = region
        self._shut |= closed
        self._closed |= dict.fromkeys(numbers(closed), key)
        self._closed_demands |= dict.fromkeys(found, key)
        return region
