"""
The only date arithmetic: days, half-open windows, and what two windows do.

In the code every window is half-open, ``[start, end)``: ``end`` is the first day
that no longer belongs to it. Planners type inclusive dates in columns named
``first_day`` and ``last_day``; the reader turns those into windows, and the names
differ so that nobody mixes the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAY = timedelta(days=1)


@dataclass(frozen=True, order=True, slots=True)
class Window:
    """
    The days from ``start`` up to, not including, ``end``.

    Parameters
    ----------
    start
        The first day inside.
    end
        The first day after. Must be later than ``start``.

    Raises
    ------
    ValueError
        If the window holds no day.

    Examples
    --------
    >>> three_weeks = Window(date(2023, 5, 1), date(2023, 5, 22))
    >>> three_weeks.days
    21
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("a window holds at least one day")

    @classmethod
    def inclusive(cls, first_day: date, last_day: date) -> Window:
        """Return the window that holds both days and all between."""
        return cls(first_day, last_day + DAY)

    @property
    def days(self) -> int:
        """The number of days inside."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day inside, as planners write it."""
        return self.end - DAY

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def __iter__(self) -> Iterator[date]:
        day = self.start
        while day < self.end:
            yield day
            day += DAY

    def __str__(self) -> str:
        return f"{self.start.isoformat()}~{self.last_day.isoformat()}"

    def holds(self, other: Window) -> bool:
        """Return whether every day of the other window is inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Window) -> bool:
        """Return whether the two windows share a day."""
        return self.start < other.end and other.start < self.end

    def common(self, other: Window) -> Window | None:
        """Return the days that both windows hold, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Window(start, end) if start < end else None

    def without(self, other: Window) -> tuple[Window, ...]:
        """Return the at most two parts that stay when the other is cut out."""
        if not self.meets(other):
            return (self,)
        parts = []
        if self.start < other.start:
            parts.append(Window(self.start, other.start))
        if other.end < self.end:
            parts.append(Window(other.end, self.end))
        return tuple(parts)


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return the same days as disjoint, separated windows in order of time."""
    result: list[Window] = []
    for window in sorted(windows):
        if result and window.start <= result[-1].end:
            result[-1] = Window(result[-1].start, max(result[-1].end, window.end))
        else:
            result.append(window)
    return tuple(result)


def subtract(windows: Iterable[Window], cuts: Iterable[Window]) -> tuple[Window, ...]:
    """Return the days of ``windows`` that no window of ``cuts`` holds."""
    kept = merged(windows)
    for cut in cuts:
        kept = tuple(part for window in kept for part in window.without(cut))
    return kept


def by_month(window: Window) -> Iterator[Window]:
    """Yield the parts of a window that lie in one month each."""
    start = window.start
    while start < window.end:
        # The first day of the next month lies less than 32 days after any first day.
        end = (start.replace(day=1) + 31 * DAY).replace(day=1)
        yield Window(start, min(end, window.end))
        start = end


def age_on(birth: date, day: date) -> int:
    """Return the age in full years on a day; 29 February counts as 1 March."""
    before_birthday = (day.month, day.day) < (birth.month, birth.day)
    return day.year - birth.year - before_birthday
