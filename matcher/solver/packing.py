"""
Rows that every plan keeps and the linear relaxation can see: who fits in a window.

A cumulative constraint over stays with free dates says little to the relaxation. But
of stays that each surely spend at least L days inside a window of W days, at most
``cap * (W // L)`` can be had: places are interchangeable, so each place holds at most
``W // L`` of them, one after the other. One day (W = L = 1) gives the plain rows of
stays that surely cover that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matcher.solver.choice import Choice

_MOST_ROWS = 60
_MOST_LOOKS = 20_000


@dataclass(frozen=True)
class Row:
    """
    At most ``most`` of the choices can be taken.

    Parameters
    ----------
    choices
        Positions among the choices that were asked about.
    most
        How many of them a plan can take.
    """

    choices: frozenset[int]
    most: int


def packing_rows(
    choices: Sequence[Choice], cap: int, gap: int = 0, cuts: Iterable[int] = ()
) -> list[Row]:
    """
    Return the strongest rows for stays that share ``cap`` places.

    Parameters
    ----------
    choices
        The stays.
    cap
        Places on every day.
    gap
        Days that must lie between two stays on one place.
    cuts
        Further days at which a window may begin or end.
    """
    spans = [_Span.of(choice, gap) for choice in choices]
    holders = [choice.holder for choice in choices]
    alone = len(set(holders)) == 1
    rows: dict[frozenset[int], int] = {}
    for row in _of_windows(spans, list(_windows(spans, cuts)), cap):
        # So few people cannot use more places than there are in any case.
        if alone or len({holders[i] for i in row.choices}) > cap:
            known = rows.get(row.choices, row.most)
            rows[row.choices] = min(known, row.most)
    return _strongest([Row(chosen, most) for chosen, most in rows.items()])


@dataclass(frozen=True)
class _Span:
    """A stay of ``length`` days that begins between two days."""

    first: int
    last: int
    length: int

    @classmethod
    def of(cls, choice: Choice, gap: int) -> _Span:
        terms, lead = choice.candidate.terms, choice.candidate.lead
        length = terms.shortest + lead + gap
        return cls(terms.first_start - lead, terms.last_start - lead, length)


def _of_windows(
    spans: Sequence[_Span], windows: Sequence[tuple[int, int]], cap: int
) -> Iterator[Row]:
    """Yield the rows of each window, from the longest stays to the shortest."""
    if not windows:
        return
    first, last, length = (
        np.array([getattr(each, what) for each in spans])
        for what in ("first", "last", "length")
    )
    start, end = (np.array(each)[:, None] for each in zip(*windows, strict=True))
    width = end - start
    # The overlap with a window is unimodal in the shift: an end is the worst.
    early = np.minimum(end, first + length) - np.maximum(start, first)
    late = np.minimum(end, last + length) - np.maximum(start, last)
    least = np.minimum(early, late)
    order = np.argsort(-least, axis=1)
    ranked = np.take_along_axis(least, order, axis=1)
    # Of stays that may spend no day in the window, a place holds any number.
    per_place = np.where(ranked > 0, width // np.maximum(1, ranked), width + 1)
    shorter = np.diff(per_place, axis=1, append=width + 1) > 0
    most = cap * per_place
    full = shorter & (ranked > 0) & (np.arange(1, len(spans) + 1) > most)
    for window, position in np.argwhere(full).tolist():
        chosen = frozenset(order[window, : position + 1].tolist())
        yield Row(chosen, int(most[window, position]))


def _windows(spans: Sequence[_Span], cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield windows between days at which something must have begun or ended."""
    extra = set(cuts)
    starts = sorted({s.first for s in spans} | {s.last for s in spans} | extra)
    ends = sorted(
        {s.first + s.length for s in spans} | {s.last + s.length for s in spans} | extra
    )
    days = sorted({span.last for span in spans} | extra)
    yield from ((day, day + 1) for day in days)
    pairs = [(start, end) for start in starts for end in ends if start + 1 < end]
    step = max(1, len(pairs) * len(spans) // _MOST_LOOKS)
    yield from pairs[::step]


def _strongest(rows: list[Row]) -> list[Row]:
    """Return the rows that no other implies, the most binding first."""
    ranked = sorted(
        rows,
        key=lambda row: (row.most - len(row.choices), row.most, sorted(row.choices)),
    )
    kept: list[Row] = []
    for row in ranked:
        if len(kept) == _MOST_ROWS:
            break
        if not any(
            row.choices <= other.choices and other.most <= row.most for other in kept
        ):
            kept.append(row)
    return kept
