"""What a plan leaves room for: full days per unit, department, host and site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode, Sex

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person
    from matcher.timeline import Window

Place = tuple[Hashable, ...]


class Occupancy:
    """
    A plan, asked what one more assignment would meet.

    Parameters
    ----------
    scenario
        What was planned.
    assignments
        The plan.

    Notes
    -----
    Days are counted from the first day that any stay may hold: the first day of the
    horizon less the longest acclimatisation.
    """

    def __init__(self, scenario: Scenario, assignments: Iterable[Assignment]) -> None:
        self._scenario = scenario
        lead = max(map(scenario.acclimatisation_days, scenario.needs), default=0)
        self._first = scenario.horizon.start - timedelta(days=lead)
        self._days = (scenario.horizon.end - self._first).days
        self.of_person: dict[str, list[Assignment]] = defaultdict(list)
        self.of_programme: dict[str, int] = defaultdict(int)
        self._used: dict[Place, list[int]] = defaultdict(lambda: [0] * self._days)
        for each in assignments:
            person, need = scenario.person[each.person], scenario.need[each.need]
            self.of_person[person.id].append(each)
            self.of_programme[need.programme] += 1
            for place in self._places(person, need):
                self._use(place, each.stay)
        for code, windows in scenario.absences_of.items():
            for place in self._homes(scenario.person[code]):
                for window in windows:
                    self._use(place, window)
        self._full_before: dict[Place, list[int]] = {}

    def blocked(self, person: Person, need: Need, stay: Window) -> Iterator[str]:
        """Yield the slugs of strict rules that one more such stay would break."""
        scenario = self._scenario
        gap = timedelta(days=scenario.policy.number("one-place", "rest_days"))
        mine = self.of_person[person.id]
        rules = {
            "one-place": any(
                stay.start < each.stay.end + gap and each.stay.start < stay.end + gap
                for each in mine
            ),
            "person-limit": self._beyond_limit(person, need, stay),
            "release-cap": any(self._is_full(p, stay) for p in self._homes(person)),
            "host-cap": self._is_full(("host-cap", need.unit), stay),
            "housing": self._is_full(self._bed(person, need), stay),
            "programme-max": self._at_maximum(need),
        }
        for rule, broken in rules.items():
            if broken and scenario.policy.mode(rule) is Mode.STRICT:
                yield rule

    def _beyond_limit(self, person: Person, need: Need, stay: Window) -> bool:
        most, days = self._scenario.limits(person)
        mine = self.of_person[person.id]
        away = sum(each.stay.days for each in mine) + stay.days
        # All working visits of one studio count as one.
        needs = [need, *(self._scenario.need[each.need] for each in mine)]
        count = len({each.studio or (each.id,) for each in needs})
        return count > most or away > days

    def _at_maximum(self, need: Need) -> bool:
        maximum = self._scenario.programme[need.programme].maximum
        return maximum is not None and self.of_programme[need.programme] >= maximum

    def _homes(self, person: Person) -> tuple[Place, Place]:
        return (
            ("release-cap", person.unit),
            ("release-cap", person.unit, person.department),
        )

    def _bed(self, person: Person, need: Need) -> Place:
        return "housing", self._scenario.unit[need.unit].housing, person.sex

    def _places(self, person: Person, need: Need) -> tuple[Place, ...]:
        host = ("host-cap", need.unit)
        return (*self._homes(person), host, self._bed(person, need))

    def _use(self, place: Place, window: Window) -> None:
        used = self._used[place]
        for day in range(*self._range(window)):
            used[day] += 1

    def _range(self, window: Window) -> tuple[int, int]:
        start, end = (window.start - self._first).days, (window.end - self._first).days
        return max(0, start), min(self._days, end)

    def _is_full(self, place: Place, stay: Window) -> bool:
        """Return whether some day of the stay has no free place."""
        if place not in self._full_before:
            used = self._used[place]
            full = [int(used[day] >= cap) for day, cap in enumerate(self._caps(place))]
            self._full_before[place] = [0, *accumulate(full)]
        before = self._full_before[place]
        start, end = self._range(stay)
        return before[end] > before[start]

    def _caps(self, place: Place) -> list[float]:
        """Return the places of each day; infinity where nothing limits them."""
        scenario, endless = self._scenario, float("inf")
        cap: int | None = None
        if place[0] == "host-cap":
            cap = scenario.unit[str(place[1])].host_cap
        elif place[0] == "release-cap" and len(place) == 2:
            cap = scenario.unit[str(place[1])].release_cap
        elif place[0] == "release-cap":
            caps = {(each.unit, each.name): each for each in scenario.departments}
            department = caps.get((str(place[1]), str(place[2])))
            cap = department.release_cap if department else None
        elif place[1]:
            return self._beds(str(place[1]), place[2] is Sex.FEMALE)
        return [endless if cap is None else cap] * self._days

    def _beds(self, name: str, female: bool) -> list[float]:  # noqa: FBT001 -- one caller
        site = self._scenario.site[name]
        beds = [0.0] * self._days
        for day in range(*self._range(site.window)):
            beds[day] = site.beds_female if female else site.beds_male
        for season in self._scenario.cold(site):
            for day in range(*self._range(season)):
                beds[day] = 0
        return beds
