"""How near the people are to an empty post: those far away are sets, not rows."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import joined, numbers
from matcher.scenario.entities import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RIGID = frozenset({"direction", "scope", "pairing", "specialty", "avoidance"})
"""Rules that no talk with a person or a unit can mend in the year."""

Distance = tuple[int, int]
"""How many rules that nobody can mend stand between, and how many in all."""


@dataclass(frozen=True)
class Near:
    """
    A person who is not on the need, and the rules that stand between.

    Parameters
    ----------
    number
        Place among the people of the scenario.
    person
        The person.
    rules
        Slugs of strict rules; none if nothing stands between.
    """

    number: int
    person: Person
    rules: tuple[str, ...]

    @property
    def distance(self) -> Distance:
        """What makes one person nearer than another: first what nobody can mend."""
        return len(RIGID.intersection(self.rules)), len(self.rules)


class Pool:
    """
    The people who could be asked about a need.

    Parameters
    ----------
    everyone
        The people of the scenario.
    people
        The set of those who could be asked.
    breaking
        For each strict rule that does not look at dates, who of them breaks it.
    close
        Those of them who break none of these.
    in_order
        Whether the people of the scenario stand in the order of their codes.
    """

    def __init__(
        self,
        everyone: Sequence[Person],
        people: int,
        breaking: Mapping[str, int],
        close: Sequence[Near],
        *,
        in_order: bool,
    ) -> None:
        self._everyone = everyone
        self._breaking = breaking
        self.people = people
        self.close = close
        self._in_order = in_order

    def stopped_by(self, rules: Sequence[str]) -> int:
        """Return the set of those who break one of these rules."""
        found = joined(self._breaking.get(rule, 0) for rule in rules)
        for each in self.close:
            if not set(rules).isdisjoint(each.rules):
                found |= 1 << each.number
        return found

    def nearest(self, most: int) -> list[Near]:
        """Return the nearest people, the nearest first, then by their codes."""
        found = nsmallest(most, self.close, key=_order)
        for distance, people in sorted(self._far().items()):
            if len(found) == most and distance > found[-1].distance:
                break
            far = [self._near(number) for number in self._first(people, most)]
            found = nsmallest(most, [*found, *far], key=_order)
        return found

    def _far(self) -> dict[Distance, int]:
        """Return the sets of those who are not close, by their distance."""
        far = {(0, 0): joined(self._breaking.values())}
        for rule, breaking in self._breaking.items():
            parted: dict[Distance, int] = {}
            for (rigid, count), people in far.items():
                farther = rigid + (rule in RIGID), count + 1
                for distance, part in (
                    (farther, people & breaking),
                    ((rigid, count), people & ~breaking),
                ):
                    if part:
                        parted[distance] = parted.get(distance, 0) | part
            far = parted
        return far

    def _first(self, people: int, most: int) -> Iterable[int]:
        """Return those of a set with the smallest codes."""
        if self._in_order:
            return islice(numbers(people), most)
        return nsmallest(most, numbers(people), key=lambda n: self._everyone[n].id)

    def _near(self, number: int) -> Near:
        rules = (rule for rule, who in self._breaking.items() if who >> number & 1)
        return Near(number, self._everyone[number], tuple(rules))


def _order(near: Near) -> tuple[Distance, str]:
    return near.distance, near.person.id
