"""A plan that grows by one pair at a time and never breaks a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.peers.instance import Instance


class Board:
    """
    Who takes which post so far; days are the bits of a number.

    Parameters
    ----------
    instance
        What is planned.
    """

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        days = zip(instance.start, instance.end, strict=True)
        self._days = [(1 << end) - (1 << start) for start, end in days]
        self._busy = [0] * len(instance.people)
        self._more = [instance.most] * len(instance.people)
        self._open = list(instance.seats)
        self._units = [_Use(cap) for cap in instance.release]
        self._sites = [_Use(cap) for cap in instance.beds]
        self.pairs: list[tuple[int, int]] = []
        """Places of person and post."""

    def take(self, pair: int) -> bool:
        """
        Add a pair if all limits allow it, and say whether they did.

        Parameters
        ----------
        pair
            Its place.
        """
        instance = self._instance
        person, post = instance.person[pair], instance.post[pair]
        days = self._days[post]
        unit = self._units[instance.unit[person]]
        site = self._sites[instance.site[post]]
        if not self._open[post] or not self._more[person]:
            return False
        if days & (self._busy[person] | unit.full | site.full):
            return False
        self._open[post] -= 1
        self._more[person] -= 1
        self._busy[person] |= days
        unit.add(days)
        site.add(days)
        self.pairs.append((person, post))
        return True

    def fill(self) -> None:
        """
        Fill open posts as a planner would by hand.

        Urgent posts come first, then those with few candidates for each seat; the most
        suitable person is asked first, of equals the one whom the fewest posts want.
        """
        instance = self._instance
        of_post = instance.of_post()
        wanted = [len(each) for each in instance.of_person()]

        def scarce(post: int) -> tuple[int, float, int]:
            share = len(of_post[post]) / instance.seats[post]
            return instance.priority[post], share, instance.start[post]

        def suits(pair: int) -> tuple[int, int]:
            return -instance.value[pair], wanted[instance.person[pair]]

        for post in sorted(range(len(instance.posts)), key=scarce):
            self.take_all(sorted(of_post[post], key=suits))

    def take_all(self, pairs: Iterable[int]) -> None:
        """
        Add each pair that all limits allow.

        Parameters
        ----------
        pairs
            Their places, in the order in which they are tried.
        """
        for pair in pairs:
            self.take(pair)


class _Use:
    """How much of a limit is used on each day."""

    def __init__(self, cap: int) -> None:
        # The days on which more than 0, 1, 2 … places are taken.
        self._levels = [0] * cap

    @property
    def full(self) -> int:
        """The days on which nothing is left."""
        return self._levels[-1] if self._levels else -1

    def add(self, days: int) -> None:
        """Take one place on these days."""
        for level, used in enumerate(self._levels):
            if not days:
                break
            self._levels[level] = used | days
            days &= used
