"""Who is free on which day, as sets of bits, and so who has time for a need."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from matcher.eligibility.terms import concerns
from matcher.foresight.crowd import bits_of
from matcher.scenario.base import Effect, Mode
from matcher.timeline import DAY, Window, subtract

if TYPE_CHECKING:
    from matcher.foresight.crowd import Crowd
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need

_LOOKS = 8
"""How often a stay is looked at; more looks turn more people away at once."""

_TRIES = 10
"""Days after the first possible one on which an arrival is tried at once."""

_STEP = 128
"""People between two ages that are told apart."""


class Days:
    """
    The days of the horizon, with those who are free on each.

    Parameters
    ----------
    scenario
        Where windows, commitments and calendar stand.
    crowd
        The numbers of its people.

    Notes
    -----
    Rules that are not strict bind nobody. The answers err on the side of yes: who is
    left out surely has no time, the others must be asked one by one.
    """

    def __init__(self, scenario: Scenario, crowd: Crowd) -> None:
        self._scenario = scenario
        self._crowd = crowd
        strict = {
            rule: scenario.policy.mode(rule) is Mode.STRICT
            for rule in ("age", "availability", "calendar", "duration")
        }
        self._strict = strict
        lead = max(map(scenario.acclimatisation_days, scenario.needs), default=0)
        self.first = scenario.horizon.start - DAY * lead
        self.count = (scenario.horizon.end - self.first).days
        self._stays: dict[str, tuple[int, range]] = {}
        self._calendars: dict[
            tuple[str, str, str, str], tuple[frozenset[int], frozenset[int]]
        ] = {}
        self.stretches: list[list[range]] = []
        self.free = self._swept()
        if strict["calendar"]:
            self._close()
        self._births = sorted(
            (person.birth, i)
            for i, person in enumerate(scenario.people)
            if person.birth is not None
        )
        self._younger: dict[int, int] = {}

    def _swept(self) -> list[int]:
        """Return for each day those whose windows and commitments leave it free."""
        if not self._strict["availability"]:
            return [self._crowd.everyone] * self.count
        turns: list[list[int]] = [[] for _ in range(self.count + 1)]
        for i, person in enumerate(self._scenario.people):
            bound = self._scenario.commitments_of.get(person.id, ())
            left = subtract(person.windows, (each.window for each in bound))
            stretches = [self._offsets(window) for window in left]
            self.stretches.append([each for each in stretches if each])
            for each in self.stretches[i]:
                turns[each.start].append(i)
                turns[each.stop].append(i)
        free, now = [], 0
        for changing in turns[:-1]:
            now ^= bits_of(changing)
            free.append(now)
        return free

    def _close(self) -> None:
        """Keep people at home on the days on which their city releases nobody."""
        scenario = self._scenario
        for entry in scenario.entries:
            if entry.effect is not Effect.NO_RELEASE:
                continue
            kept = bits_of(
                [
                    i
                    for i, person in enumerate(scenario.people)
                    if concerns(entry, scenario.home(person).id, person.sector)
                ]
            )
            for offset in self._offsets(entry.window):
                self.free[offset] &= ~kept

    def _offsets(self, window: Window) -> range:
        first = max(0, (window.start - self.first).days)
        return range(first, min(self.count, (window.end - self.first).days))

    def within(self, window: Window) -> int:
        """Return who is free on some day of a window."""
        found = 0
        for offset in self._offsets(window):
            found |= self.free[offset]
        return found

    def able(self, need: Need) -> int:
        """
        Return who may have time for the shortest stay of a need.

        Notes
        -----
        Any stay of L days holds at least L // h of the days h, 2h, 3h, … of a grid,
        one behind the other; so somebody must be free on so many neighbours.
        """
        length, days = self._stay(need)
        step = max(1, length // _LOOKS)
        looks = length // step
        shut = self._shut(need)
        grid = [
            0 if offset in shut else self.free[offset]
            for offset in days[step - 1 :: step]
        ]
        found = 0
        for place in range(len(grid) - looks + 1):
            both = grid[place]
            for other in grid[place + 1 : place + looks]:
                both &= other
            found |= both
        return found & self.young(need)

    def _stay(self, need: Need) -> tuple[int, range]:
        """Return the length of the shortest stay, and the days it must lie in."""
        if need.id not in self._stays:
            self._stays[need.id] = self._stay_of(need)
        return self._stays[need.id]

    def _stay_of(self, need: Need) -> tuple[int, range]:
        scenario = self._scenario
        lead = scenario.acclimatisation_days(need)
        length, window = 1 + lead, scenario.horizon
        if self._strict["duration"]:
            length, window = scenario.shortest(need) + lead, need.window
        return length, self._offsets(Window(window.start - DAY * lead, window.end))

    def fits(self, number: int, need: Need) -> bool:
        """Return whether a free stretch of the person is long enough for the need."""
        if not self._strict["availability"]:
            return True
        length, days = self._stay(need)
        return any(
            min(each.stop, days.stop) - max(each.start, days.start) >= length
            for each in self.stretches[number]
        )

    def surely(self, number: int, need: Need) -> bool:
        """
        Return whether one of the first stays that fit keeps all rules about dates.

        No is no answer: it may be another stay, or a rule that is not looked at here.
        """
        aged = self._scenario.programme[need.programme].age_max is not None
        if aged or not all(self._strict.values()):
            return False
        length, days = self._stay(need)
        lead = length - self._scenario.shortest(need)
        moves, closed = self._calendar(number, need)
        for each in self.stretches[number]:
            low = max(each.start, days.start)
            high = min(each.stop, days.stop) - length
            for arrival in range(low, min(high, low + _TRIES) + 1):
                ends = {arrival + lead, arrival + length - 1}
                stay = range(arrival, arrival + length)
                if moves.isdisjoint(ends) and closed.isdisjoint(stay):
                    return True
        return False

    def _calendar(
        self, number: int, need: Need
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Return the days without moves, and those at home or without guests."""
        person = self._scenario.people[number]
        home, host = self._scenario.home(person).id, self._scenario.host_area(need).id
        sector = self._scenario.sector(need)
        key = home, person.sector, host, sector
        if key not in self._calendars:
            moves, closed = set[int](), set[int]()
            for entry in self._scenario.entries:
                there = concerns(entry, host, sector)
                if entry.effect is Effect.NO_MOVE and (
                    there or concerns(entry, home, sector)
                ):
                    moves.update(self._offsets(entry.window))
                if (entry.effect is Effect.NO_GUEST and there) or (
                    entry.effect is Effect.NO_RELEASE
                    and concerns(entry, home, person.sector)
                ):
                    closed.update(self._offsets(entry.window))
            self._calendars[key] = frozenset(moves), frozenset(closed)
        return self._calendars[key]

    def _shut(self, need: Need) -> set[int]:
        """Return the days on which the host takes nobody."""
        if not self._strict["calendar"]:
            return set()
        host, sector = self._scenario.host_area(need).id, self._scenario.sector(need)
        return {
            offset
            for entry in self._scenario.entries
            if entry.effect is Effect.NO_GUEST and concerns(entry, host, sector)
            for offset in self._offsets(entry.window)
        }

    def young(self, need: Need) -> int:
        """Return who may be young enough on the first possible day of a term."""
        limit = self._scenario.programme[need.programme].age_max
        if limit is None or not self._strict["age"]:
            return self._crowd.everyone
        first = self._scenario.horizon.start
        if self._strict["duration"]:
            first = max(first, need.window.start)
        year = first.year - limit - 1
        # One day more than needed spares thoughts about 29 February.
        oldest = (first.replace(day=1, year=year) - DAY, -1)
        place = bisect_left(self._births, oldest) // _STEP * _STEP
        if place not in self._younger:
            self._younger[place] = bits_of([i for _, i in self._births[place:]])
        return self._younger[place]
