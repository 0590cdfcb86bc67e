"""What a plan leaves room for: full days per unit, department, host and site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from matcher.rulebook import RULES
from matcher.scenario.base import Mode, Sex
from matcher.timeline import subtract

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person
    from matcher.timeline import Window

Place = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """
    What one more assignment would meet, whatever its days.

    Parameters
    ----------
    rules
        The strict rules.
    offset
        Days between the first day that any stay may hold and that of the horizon.
    taken
        Half-open days on which, for stays of the person, no other day may lie.
    left
        Days that the person may be away besides; below 0, if no assignment is left.
    full
        Where there is a limit: its rule, and how many days before each day are full.
    at_maximum
        Whether the programme has its most.

    Notes
    -----
    Days are counted from the first day that any stay may hold.
    """

    rules: frozenset[str]
    offset: int
    taken: tuple[tuple[int, int], ...]
    left: int
    full: tuple[tuple[str, Sequence[int]], ...]
    at_maximum: bool

    def blocked(self, start: int, end: int) -> tuple[str, ...]:
        """
        Return the slugs of strict rules that a stay would break.

        Parameters
        ----------
        start, end
            Half-open days, counted from the first day of the horizon.
        """
        start, end = start + self.offset, end + self.offset
        found = []
        if any(start < last and first < end for first, last in self.taken):
            found.append("one-place")
        if end - start > self.left:
            found.append("person-limit")
        for rule, before in self.full:
            if before[end] > before[start] and rule not in found:
                found.append(rule)
        if self.at_maximum:
            found.append("programme-max")
        return tuple(rule for rule in found if rule in self.rules)


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
        self._departments = {
            (each.unit, each.name): each.release_cap for each in scenario.departments
        }
        mode = scenario.policy.mode
        self._strict = frozenset(rule for rule in RULES if mode(rule) is Mode.STRICT)

    def opening(self, person: Person, need: Need) -> Opening:
        """Return what one more assignment of a person to a need would meet."""
        scenario = self._scenario
        gap = scenario.policy.number("one-place", "rest_days")
        mine = self.of_person[person.id]
        most, days = scenario.limits(person)
        # All working visits of one studio count as one.
        needs = [need, *(scenario.need[each.need] for each in mine)]
        count = len({each.studio or (each.id,) for each in needs})
        maximum = scenario.programme[need.programme].maximum
        places = self._places(person, need)
        return Opening(
            rules=self._strict,
            offset=(scenario.horizon.start - self._first).days,
            taken=tuple(
                (start - gap, end + gap)
                for start, end in (self._offsets(each.stay) for each in mine)
            ),
            left=-1 if count > most else days - sum(each.stay.days for each in mine),
            full=tuple(
                (str(place[0]), full) for place in places if (full := self._full(place))
            ),
            at_maximum=maximum is not None
            and self.of_programme[need.programme] >= maximum,
        )

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
        start, end = self._offsets(window)
        for day in range(max(0, start), min(self._days, end)):
            used[day] += 1

    def _offsets(self, window: Window) -> tuple[int, int]:
        return (window.start - self._first).days, (window.end - self._first).days

    def _full(self, place: Place) -> list[int]:
        """Return how many days before each day are full; nothing if without limit."""
        if place not in self._full_before:
            caps = self._caps(place)
            full: list[int] = []
            if caps:
                used = self._used[place]
                days = (used[day] >= cap for day, cap in enumerate(caps))
                full = [0, *accumulate(map(int, days))]
            self._full_before[place] = full
        return self._full_before[place]

    def _caps(self, place: Place) -> list[int]:
        """Return the places of each day; none where nothing limits them."""
        scenario = self._scenario
        cap: int | None = None
        if place[0] == "host-cap":
            cap = scenario.unit[str(place[1])].host_cap
        elif place[0] == "release-cap" and len(place) == 2:
            cap = scenario.unit[str(place[1])].release_cap
        elif place[0] == "release-cap":
            cap = self._departments.get((str(place[1]), str(place[2])))
        elif place[1]:
            return self._beds(str(place[1]), place[2] is Sex.FEMALE)
        return [] if cap is None else [cap] * self._days

    def _beds(self, name: str, female: bool) -> list[int]:  # noqa: FBT001 -- one caller
        site = self._scenario.site[name]
        there = site.beds_female if female else site.beds_male
        beds = [0] * self._days
        for window in subtract((site.window,), self._scenario.cold(site)):
            start, end = self._offsets(window)
            for day in range(max(0, start), min(self._days, end)):
                beds[day] = there
        return beds
