"""Plots of growth as SVG, both axes logarithmic, a line for each peer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Points = Sequence[tuple[int, float | None]]

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 590, 50, 370
_COLOURS = (
    "#c8102e",
    "#1f77b4",
    "#2ca02c",
    "#9467bd",
    "#8c564b",
    "#e377c2",
    "#7f7f7f",
    "#bcbd22",
    "#17becf",
    "#ff7f0e",
)


@dataclass(frozen=True)
class Chart:
    """
    What a plot shows.

    Parameters
    ----------
    title
        What is drawn.
    ticks
        Marks of the upright axis with their words, ascending; they are its range.
    none
        What a missing value means.
    """

    title: str
    ticks: Mapping[float, str]
    none: str


def draw(chart: Chart, lines: Mapping[str, Points]) -> str:
    """
    Return a plot as the text of an SVG file.

    Parameters
    ----------
    chart
        What it shows.
    lines
        By name: people, and the value or None. None is drawn above everything; values
        outside the range are drawn at its edge.
    """
    sizes = sorted({people for points in lines.values() for people, _ in points})
    axes = _Axes(chart, sizes)
    parts = [*axes.draw()]
    # Backwards, so that the first line is on top.
    for place, (name, points) in reversed(list(enumerate(lines.items()))):
        parts.extend(_line(axes, name, points, place))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
    )
    back = f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    return "\n".join((head, back, *parts, "</svg>", ""))


class _Axes:
    """Where people and values stand in the picture."""

    def __init__(self, chart: Chart, sizes: Sequence[int]) -> None:
        self._chart = chart
        self._sizes = sizes
        self._least, self._most = min(chart.ticks), max(chart.ticks)

    def across(self, people: float) -> float:
        first, last = self._sizes[0], self._sizes[-1]
        share = log10(people / first) / (log10(last / first) or 1)
        return round(_LEFT + 20 + share * (_RIGHT - _LEFT - 40), 1)

    def up(self, value: float | None) -> float:
        if value is None:
            return _TOP
        inside = min(max(value, self._least), self._most)
        share = log10(inside / self._least) / log10(self._most / self._least)
        return round(_BOTTOM - share * (_BOTTOM - _TOP - 30), 1)

    def draw(self) -> Iterator[str]:
        yield _text(_LEFT, 24, self._chart.title, 'font-size="15"')
        for value, word in (*self._chart.ticks.items(), (None, self._chart.none)):
            y = self.up(value)
            yield f'<path d="M{_LEFT} {y}H{_RIGHT}" stroke="#ddd"/>'
            yield _text(_LEFT - 6, y + 4, word, 'text-anchor="end"')
        for people in self._sizes:
            x = self.across(people)
            yield _text(x, _BOTTOM + 20, f"{people:,}", 'text-anchor="middle"')
        middle = (_LEFT + _RIGHT) / 2
        yield _text(middle, _BOTTOM + 40, "people", 'text-anchor="middle"')


def _line(axes: _Axes, name: str, points: Points, place: int) -> Iterator[str]:
    colour = _COLOURS[place % len(_COLOURS)]
    spots = [(axes.across(people), axes.up(value), value) for people, value in points]
    path = "L".join(f"{x} {y}" for x, y, _ in spots)
    wide = 3 if place == 0 else 1.5
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{wide}"/>'
    for x, y, value in spots:
        fill = "white" if value is None else colour
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{colour}"/>'
    y = _TOP + 4 + 20 * place
    yield f'<path d="M{_RIGHT + 20} {y}h24" stroke="{colour}" stroke-width="{wide}"/>'
    yield _text(_RIGHT + 52, y + 4, name, "")


def _text(x: float, y: float, words: str, more: str) -> str:
    return f'<text x="{x}" y="{y}" {more}>{escape(words)}</text>'
