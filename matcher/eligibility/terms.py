"""
Which terms a person could serve a need for: the date rules as sets of days.

Days are whole numbers counted from the first day of the horizon; a range is an
inclusive pair of such numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from matcher.scenario.base import Effect
from matcher.timeline import age_on, subtract

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Need, Person
    from matcher.timeline import Window

Range = tuple[int, int]

DATE_RULES = frozenset({"age", "availability", "duration", "calendar"})
"""The pair rules that judge the dates of a term."""


@dataclass(frozen=True, slots=True)
class Terms:
    """
    A family of terms: every start of ``starts`` with every length that fits.

    A term ``[s, e)`` belongs to it if s lies in a range of ``starts``, e - 1 in a
    range of ``lasts``, and e - s is between ``shortest`` and ``longest``.

    Parameters
    ----------
    starts
        Ranges of first days, in order.
    lasts
        Ranges of last days, in order.
    shortest, longest
        Lengths in days.

    Attributes
    ----------
    first_start, last_start
        The earliest and the latest first day.
    first_end, last_end
        The earliest and the latest day after a term.

    Notes
    -----
    Many candidates share a family, and its ends are asked for by the million.
    """

    starts: tuple[Range, ...]
    lasts: tuple[Range, ...]
    shortest: int
    longest: int
    first_start: int = field(init=False, repr=False, compare=False)
    last_start: int = field(init=False, repr=False, compare=False)
    first_end: int = field(init=False, repr=False, compare=False)
    last_end: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        first, last = self.starts[0][0], self.starts[-1][1]
        earliest = max(self.lasts[0][0] + 1, first + self.shortest)
        object.__setattr__(self, "first_start", first)
        object.__setattr__(self, "last_start", last)
        object.__setattr__(self, "first_end", earliest)
        object.__setattr__(self, "last_end", self.lasts[-1][1] + 1)

    def hold(self, start: int, end: int) -> bool:
        """Return whether the term belongs to the family."""
        return (
            self.shortest <= end - start <= self.longest
            and any(low <= start <= high for low, high in self.starts)
            and any(low <= end - 1 <= high for low, high in self.lasts)
        )


def terms(
    scenario: Scenario, person: Person, need: Need, rules: AbstractSet[str]
) -> Iterator[Terms]:
    """
    Yield the families of terms that respect the given date rules.

    Parameters
    ----------
    scenario, person, need
        The pair to look at.
    rules
        Slugs of the date rules to respect; the horizon always holds.

    Notes
    -----
    Each free stretch of the person's time gives at most one family, so that a stay
    never spans a day on which the person is bound. Whoever asks for many pairs asks
    one :class:`Timetable`.
    """
    return Timetable(scenario).terms(person, need, rules)


class Timetable:
    """
    The terms of many pairs: what pairs share is put together once.

    Parameters
    ----------
    scenario
        Where people, needs and calendar stand.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._origin = scenario.horizon.start
        self._days = scenario.horizon.days
        self._rooms: dict[tuple[str, bool], _Room] = {}
        self._free: dict[str, tuple[Range, ...]] = {}
        self._kept: dict[tuple[Effect, str, str], tuple[Range, ...]] = {}
        self._walls: dict[tuple[str, str, str], tuple[Range, ...]] = {}
        self._families: dict[Hashable, Terms | None] = {}

    def terms(
        self, person: Person, need: Need, rules: AbstractSet[str]
    ) -> Iterator[Terms]:
        """Yield the families of terms of a pair; see :func:`terms`."""
        yield from self.asked(need, rules)(person)

    def asked(
        self, need: Need, rules: AbstractSet[str]
    ) -> Callable[[Person], list[Terms]]:
        """Return what gives the families of terms of a need to each person."""
        key = need.id, "duration" in rules
        room = self._rooms.get(key)
        if room is None:
            room = self._rooms[key] = self._room(need, by_need=key[1])
        first, last, lead = room.first, room.end, room.lead
        whole: tuple[Range, ...] = ((-lead, self._days),)
        aged, free = "age" in rules, "availability" in rules
        dated = "calendar" in rules

        def families(person: Person) -> list[Terms]:
            latest = self._too_old_on(person, need) if aged else self._days
            stretches = self._stretches(person) if free else whole
            walls: tuple[Range, ...] = ()
            if dated:
                home = self._scenario.home(person).id
                cuts = self._of(Effect.NO_RELEASE, home, person.sector)
                cuts += self._of(Effect.NO_GUEST, room.host, room.sector)
                stretches = _without(stretches, cuts)
                walls = self._walls_between(home, room)
            found = []
            for start, end in stretches:
                low, high = max(first, start + lead), min(last, end)
                if low < high:
                    found.append(self._family(low, high, latest, room, walls))
            return [each for each in found if each]

        return families

    def _family(
        self, low: int, high: int, latest: int, room: _Room, walls: tuple[Range, ...]
    ) -> Terms | None:
        key = low, high, latest, room.lengths, walls
        if key not in self._families:
            self._families[key] = _family((low, high), latest, room.lengths, walls)
        return self._families[key]

    def _room(self, need: Need, *, by_need: bool) -> _Room:
        scenario = self._scenario
        first, end, lengths = 0, self._days, (1, self._days)
        if by_need:
            first = max(first, (need.window.start - self._origin).days)
            end = min(end, (need.window.end - self._origin).days)
            lengths = scenario.shortest(need), scenario.longest(need)
        host = scenario.host_area(need).id
        lead = scenario.acclimatisation_days(need)
        return _Room(first, end, lengths, lead, host, scenario.sector(need))

    def _stretches(self, person: Person) -> tuple[Range, ...]:
        """Return the days on which nothing binds the person, half-open."""
        found = self._free.get(person.id)
        if found is None:
            bound = self._scenario.commitments_of.get(person.id, ())
            left = subtract(person.windows, (each.window for each in bound))
            found = self._free[person.id] = tuple(map(self._offsets, left))
        return found

    def _offsets(self, window: Window) -> Range:
        start = (window.start - self._origin).days
        return start, start + window.days

    def _of(self, effect: Effect, area: str, sector: str) -> tuple[Range, ...]:
        """Return the days of an effect in an area, half-open."""
        key = effect, area, sector
        if key not in self._kept:
            self._kept[key] = tuple(
                self._offsets(entry.window)
                for entry in self._scenario.entries
                if entry.effect is effect and concerns(entry, area, sector)
            )
        return self._kept[key]

    def _walls_between(self, home: str, room: _Room) -> tuple[Range, ...]:
        """Return the days on which no term may begin or have its last day."""
        key = home, room.host, room.sector
        if key not in self._walls:
            walls = {
                *self._of(Effect.NO_MOVE, home, room.sector),
                *self._of(Effect.NO_MOVE, room.host, room.sector),
            }
            self._walls[key] = tuple((first, end - 1) for first, end in sorted(walls))
        return self._walls[key]

    def _too_old_on(self, person: Person, need: Need) -> int:
        """Return the first day on which the person is too old to start."""
        limit = self._scenario.programme[need.programme].age_max
        if limit is None:
            return self._days
        if person.birth is None or age_on(person.birth, self._origin) > limit:
            return 0
        year = person.birth.year + limit + 1
        try:
            birthday = person.birth.replace(year=year)
        except ValueError:
            birthday = date(year, 3, 1)
        return min(self._days, (birthday - self._origin).days)


@dataclass(frozen=True, slots=True)
class _Room:
    """
    What a need says of its terms, in days from the first day of the horizon.

    Parameters
    ----------
    first, end
        Half-open days that a term must lie in.
    lengths
        Its least and greatest length.
    lead
        Days of acclimatisation before it.
    host, sector
        Where it takes place, and of what sector.
    """

    first: int
    end: int
    lengths: Range
    lead: int
    host: str
    sector: str


def _without(stretches: tuple[Range, ...], cuts: Iterable[Range]) -> tuple[Range, ...]:
    """Return the parts of half-open stretches that no cut holds."""
    for first, end in cuts:
        stretches = tuple(
            part
            for low, high in stretches
            for part in ((low, min(high, first)), (max(low, end), high))
            if part[0] < part[1]
        )
    return stretches


def _family(
    room: Range, latest: int, lengths: Range, walls: tuple[Range, ...]
) -> Terms | None:
    """
    Return the terms inside the room, ends trimmed until each can be used.

    Parameters
    ----------
    room
        Half-open days.
    latest
        The first day on which no term may begin any more.
    lengths
        Least and greatest length.
    walls
        Inclusive days on which no term begins or has its last day, in order.
    """
    shortest, longest = lengths
    low, high = room[0], room[1] - 1
    latest = min(high - shortest + 1, latest - 1)
    if shortest == longest:
        step = shortest - 1
        shifted = tuple((wall[0] - step, wall[1] - step) for wall in walls)
        starts = _ranges((low, latest), (*walls, *shifted))
        lasts = tuple((first + step, last + step) for first, last in starts)
    else:
        starts = _ranges((low, latest), walls)
        lasts = _ranges((low + shortest - 1, high), walls)
        starts = tuple(
            each for each in starts if _reaches(each, lasts, shortest, longest)
        )
        lasts = tuple(
            each
            for each in lasts
            if any(_joins(start, each, shortest, longest) for start in starts)
        )
    if not starts or not lasts:
        return None
    return Terms(starts, lasts, shortest, min(longest, lasts[-1][1] - starts[0][0] + 1))


def _joins(start: Range, last: Range, shortest: int, longest: int) -> bool:
    """Return whether some length fits between a range of starts and one of lasts."""
    least, most = last[0] - start[1] + 1, last[1] - start[0] + 1
    return least <= longest and most >= shortest


def _reaches(start: Range, lasts: Iterable[Range], shortest: int, longest: int) -> bool:
    return any(_joins(start, last, shortest, longest) for last in lasts)


def _ranges(whole: Range, walls: Iterable[Range]) -> tuple[Range, ...]:
    """Return the parts of the whole range that no wall covers."""
    low, high = whole
    parts = []
    for first, last in sorted(walls):
        if first > low:
            parts.append((low, min(high, first - 1)))
        low = max(low, last + 1)
    parts.append((low, high))
    return tuple(part for part in parts if part[0] <= part[1])


def concerns(entry: CalendarEntry, area: str, sector: str) -> bool:
    """Return whether the entry holds for the area and the sector."""
    return (not entry.areas or area in entry.areas) and (
        not entry.sectors or sector in entry.sectors
    )
