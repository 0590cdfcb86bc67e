"""Who is free on which day, as sets of bits, and so who has time for a need."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import bits_of, joined
from matcher.eligibility.terms import concerns
from matcher.scenario.base import Effect, Mode
from matcher.timeline import DAY, Window, subtract

if TYPE_CHECKING:
    from matcher.eligibility.crowd import Crowd
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need


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
    Rules that are not strict bind nobody. For each need some people surely have time,
    some surely have none, and only the others must be asked one by one.
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
        self._staying: dict[tuple[int, int, range, str, str], tuple[int, int]] = {}
        self._of_need: dict[str, tuple[int, int]] = {}
        self._moving: dict[tuple[str, str], list[int]] = {}
        self.free = self._swept()
        if strict["calendar"]:
            self._close()
        self._runs = [self.free]
        self._births = sorted(
            (person.birth, i)
            for i, person in enumerate(scenario.people)
            if person.birth is not None
        )
        self._born: dict[date, int] = {}

    def _swept(self) -> list[int]:
        """Return for each day those whose windows and commitments leave it free."""
        if not self._strict["availability"]:
            return [self._crowd.everyone] * self.count
        turns: list[list[int]] = [[] for _ in range(self.count + 1)]
        for i, person in enumerate(self._scenario.people):
            bound = self._scenario.commitments_of.get(person.id, ())
            left = subtract(person.windows, (each.window for each in bound))
            for each in map(self._offsets, left):
                if each:
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

        Left out of account are only the days on which nobody moves, and birthdays.
        """
        return self._stays_for(need)[0] & self.young(need)

    def sure(self, need: Need) -> int:
        """Return who surely has time for the shortest stay of a need."""
        limit = self._age_limit(need)
        surely = self._stays_for(need)[1]
        if limit is None:
            return surely
        end = (
            need.window.end if self._strict["duration"] else self._scenario.horizon.end
        )
        # Whoever is of the limit's age in no earlier year is young enough until then.
        return surely & self._born_since(date(end.year - limit, 1, 1))

    def _stays_for(self, need: Need) -> tuple[int, int]:
        """Return who is free for a shortest stay, and who may also move on its ends."""
        if need.id not in self._of_need:
            scenario = self._scenario
            length, days = self._stay(need)
            lead = scenario.acclimatisation_days(need)
            key = length, lead, days, scenario.host_area(need).id, scenario.sector(need)
            if key not in self._staying:
                self._staying[key] = self._sought(*key)
            self._of_need[need.id] = self._staying[key]
        return self._of_need[need.id]

    def _sought(
        self, length: int, lead: int, days: range, host: str, sector: str
    ) -> tuple[int, int]:
        shut, moving = self._shut(host, sector), self._movers(host, sector)
        power = length.bit_length() - 1
        while len(self._runs) <= power:
            # Free for twice as long: for the first half, and from its end on.
            half, step = self._runs[-1], 1 << (len(self._runs) - 1)
            self._runs.append([a & b for a, b in zip(half, half[step:], strict=False)])
        runs, rest = self._runs[power], length - (1 << power)
        able, surely, open_since = 0, 0, days.start
        for last in days:
            if last in shut:
                open_since = last + 1
            first = last - length + 1
            if first >= open_since:
                free = runs[first] & runs[first + rest]
                able |= free
                surely |= free & moving[first + lead] & moving[last]
        return able, surely

    def shortest_stay(self, need: Need) -> int:
        """Return the days of the shortest stay, those of acclimatisation included."""
        return self._stay(need)[0]

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

    def _movers(self, host: str, sector: str) -> list[int]:
        """Return for each day who may come to a host area or leave it."""
        if (host, sector) not in self._moving:
            scenario, moving = self._scenario, [self._crowd.everyone] * self.count
            for entry in scenario.entries if self._strict["calendar"] else ():
                if entry.effect is not Effect.NO_MOVE:
                    continue
                kept = self._crowd.everyone
                if not concerns(entry, host, sector):
                    homes = self._crowd.of_home.items()
                    kept = joined(
                        who for home, who in homes if concerns(entry, home, sector)
                    )
                for offset in self._offsets(entry.window):
                    moving[offset] &= ~kept
            self._moving[host, sector] = moving
        return self._moving[host, sector]

    def _shut(self, host: str, sector: str) -> set[int]:
        """Return the days on which a host area takes nobody of a sector."""
        if not self._strict["calendar"]:
            return set()
        return {
            offset
            for entry in self._scenario.entries
            if entry.effect is Effect.NO_GUEST and concerns(entry, host, sector)
            for offset in self._offsets(entry.window)
        }

    def young(self, need: Need) -> int:
        """Return who may be young enough on the first possible day of a term."""
        limit = self._age_limit(need)
        if limit is None:
            return self._crowd.everyone
        first = self._scenario.horizon.start
        if self._strict["duration"]:
            first = max(first, need.window.start)
        # One day more than needed spares thoughts about 29 February.
        return self._born_since(first.replace(day=1, year=first.year - limit - 1) - DAY)

    def _age_limit(self, need: Need) -> int | None:
        limit = self._scenario.programme[need.programme].age_max
        return limit if self._strict["age"] else None

    def _born_since(self, day: date) -> int:
        if day not in self._born:
            place = bisect_left(self._births, (day, -1))
            self._born[day] = bits_of([i for _, i in self._births[place:]])
        return self._born[day]
