"""
Which terms a person could serve a need for: the date rules as sets of days.

Days are whole numbers counted from the first day of the horizon; a range is an
inclusive pair of such numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.scenario.base import Effect
from matcher.timeline import DAY, Window, age_on, merged, subtract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Need, Person

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
    """

    starts: tuple[Range, ...]
    lasts: tuple[Range, ...]
    shortest: int
    longest: int

    @property
    def first_start(self) -> int:
        """The earliest first day."""
        return self.starts[0][0]

    @property
    def last_start(self) -> int:
        """The latest first day."""
        return self.starts[-1][1]

    @property
    def first_end(self) -> int:
        """The earliest day after a term."""
        return max(self.lasts[0][0] + 1, self.first_start + self.shortest)

    @property
    def last_end(self) -> int:
        """The latest day after a term."""
        return self.lasts[-1][1] + 1

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
    never spans a day on which the person is bound.
    """
    first_day, last_day = scenario.horizon.start, scenario.horizon.end
    shortest, longest = 1, scenario.horizon.days
    if "duration" in rules:
        first_day = max(first_day, need.window.start)
        last_day = min(last_day, need.window.end)
        shortest, longest = scenario.shortest(need), scenario.longest(need)
    last_start = last_day
    if "age" in rules:
        last_start = min(last_start, _too_old_on(scenario, person, need, last_day))
    lead = DAY * scenario.acclimatisation_days(need)
    blocked = _blocked_moves(scenario, person, need) if "calendar" in rules else ()
    for stretch in _stretches(scenario, person, need, rules):
        found = _family(
            scenario,
            Window(max(first_day, stretch.start + lead), min(last_day, stretch.end))
            if max(first_day, stretch.start + lead) < min(last_day, stretch.end)
            else None,
            last_start,
            (shortest, longest),
            blocked,
        )
        if found:
            yield found


def _family(
    scenario: Scenario,
    room: Window | None,
    last_start: date,
    lengths: Range,
    blocked: tuple[Window, ...],
) -> Terms | None:
    """Return the terms inside the room, ends trimmed until each can be used."""
    if room is None:
        return None
    shortest, longest = lengths
    origin = scenario.horizon.start
    low, high = (room.start - origin).days, (room.end - origin).days - 1
    walls = tuple(
        ((block.start - origin).days, (block.end - origin).days - 1)
        for block in blocked
    )
    latest = min(high - shortest + 1, (last_start - origin).days - 1)
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


def _stretches(
    scenario: Scenario, person: Person, need: Need, rules: AbstractSet[str]
) -> tuple[Window, ...]:
    """Return the stretches of days that a stay may lie in."""
    lead = DAY * scenario.acclimatisation_days(need)
    whole = Window(scenario.horizon.start - lead, scenario.horizon.end)
    stretches: tuple[Window, ...] = (whole,)
    if "availability" in rules:
        bound = scenario.commitments_of.get(person.id, ())
        stretches = subtract(person.windows, (each.window for each in bound))
        stretches = merged(
            part for each in stretches if (part := each.common(whole)) is not None
        )
    if "calendar" in rules:
        stretches = subtract(stretches, _closed(scenario, person, need))
    return stretches


def _closed(scenario: Scenario, person: Person, need: Need) -> list[Window]:
    """Return the days on which the person must stay or the host takes nobody."""
    home, host = scenario.home(person).id, scenario.host_area(need).id
    return [
        entry.window
        for entry in scenario.entries
        if (entry.effect is Effect.NO_RELEASE and concerns(entry, home, person.sector))
        or (
            entry.effect is Effect.NO_GUEST
            and concerns(entry, host, scenario.sector(need))
        )
    ]


def _blocked_moves(
    scenario: Scenario, person: Person, need: Need
) -> tuple[Window, ...]:
    """Return the days on which no term of the pair may begin or have its last day."""
    home, host = scenario.home(person).id, scenario.host_area(need).id
    sector = scenario.sector(need)
    return merged(
        entry.window
        for entry in scenario.entries
        if entry.effect is Effect.NO_MOVE
        and (concerns(entry, home, sector) or concerns(entry, host, sector))
    )


def concerns(entry: CalendarEntry, area: str, sector: str) -> bool:
    """Return whether the entry holds for the area and the sector."""
    return (not entry.areas or area in entry.areas) and (
        not entry.sectors or sector in entry.sectors
    )


def _too_old_on(
    scenario: Scenario, person: Person, need: Need, horizon_end: date
) -> date:
    """Return the first day on which the person is too old to start."""
    limit = scenario.programme[need.programme].age_max
    if limit is None:
        return horizon_end
    if person.birth is None:
        return scenario.horizon.start
    day = scenario.horizon.start
    year = person.birth.year + limit + 1
    try:
        birthday = person.birth.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return scenario.horizon.start if age_on(person.birth, day) > limit else birthday
