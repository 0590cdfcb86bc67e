"""Bars on the days of the horizon, with a mark for each month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from matcher.report.blocks import Bar, Scale

if TYPE_CHECKING:
    from matcher.report.words import Words
    from matcher.timeline import Window

_MOST_MARKS = 13
"""A year from any day on touches at most this many months."""


def bar(words: Words, window: Window, look: str) -> Bar:
    """Return the bar of a window, in hundredths of the horizon."""
    left, right = (_place(words, window.start), _place(words, window.end))
    return Bar(left, round(right - left, 2), look)


def _place(words: Words, day: date) -> float:
    """Return where a day lies in the horizon, in hundredths."""
    horizon = words.scenario.horizon
    return round(100 * (day - horizon.start).days / horizon.days, 2)


def scale(words: Words) -> Scale:
    """Return a mark for each month, or each few months of a long horizon."""
    horizon = words.scenario.horizon
    first = 12 * horizon.start.year + horizon.start.month - 1
    last = 12 * horizon.last_day.year + horizon.last_day.month - 1
    step = -(-(last - first + 1) // _MOST_MARKS)
    starts = (
        max(horizon.start, date(month // 12, month % 12 + 1, 1))
        for month in range(first, last + 1, step)
    )
    return Scale(tuple((_place(words, day), words.month(day)) for day in starts))
