"""Capacity over time: never more stays on a day than there are places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.solver.expressions import Expr, total
from matcher.solver.packing import Row, packing_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ortools.sat.python import cp_model

    from matcher.solver.choice import Choice


@dataclass(frozen=True)
class Block:
    """
    Places that are taken from outside on some days.

    Parameters
    ----------
    start, end
        Half-open days from the first day of the horizon.
    places
        How many.
    """

    start: int
    end: int
    places: int


def limit_stays(
    model: cp_model.CpModel,
    choices: Sequence[Choice],
    cap: int,
    blocks: Iterable[Block] = (),
    excess: Expr = 0,
) -> None:
    """
    Add: on each day of a stay, stays and blocked places are at most the cap.

    Blocked places beyond the cap do not count; they only leave no place at all.

    Parameters
    ----------
    model
        The model.
    choices
        The stays that need a place.
    cap
        Places on each day.
    blocks
        Places taken from outside.
    excess
        How many places more than the cap may be used on the worst day.

    Notes
    -----
    Linear rows say what the relaxation can use: who fits in a window, and who surely
    meets on a day with fewer places. Stays whose dates are free give a cumulative
    constraint besides.
    """
    free = _profile(blocks, cap, choices)
    _add_rows(model, choices, cap, free, excess)
    movable = [each for each in choices if not each.fixed]
    if not movable or _peak(choices, free) <= 0:
        return
    intervals = [each.interval for each in choices]
    demands = [1] * len(intervals)
    for start, end, places in free:
        if places < cap:
            intervals.append(model.new_fixed_size_interval_var(start, end - start, ""))
            demands.append(cap - places)
    model.add_cumulative(intervals, demands, cap + excess)


Profile = list[tuple[int, int, int]]


def _profile(blocks: Iterable[Block], cap: int, choices: Sequence[Choice]) -> Profile:
    """Return stretches (start, end, free places) over all days of the choices."""
    first = min(each.earliest for each in choices)
    last = max(each.latest for each in choices)
    cuts = {first, last}
    taken = [block for block in blocks if block.start < last and first < block.end]
    for block in taken:
        cuts |= {max(first, block.start), min(last, block.end)}
    days = sorted(cuts)
    return [
        (start, end, max(0, cap - _taken(taken, start)))
        for start, end in pairwise(days)
    ]


def _taken(blocks: Iterable[Block], day: int) -> int:
    return sum(block.places for block in blocks if block.start <= day < block.end)


def _add_rows(
    model: cp_model.CpModel,
    choices: Sequence[Choice],
    cap: int,
    free: Profile,
    excess: Expr,
) -> None:
    """Add what the relaxation can see: packing rows, and days with fewer places."""
    rows = packing_rows(choices, cap)
    for start, end, places in free:
        if places < cap:
            days = {start} | {c.core[0] for c in choices if start < c.core[0] < end}
            for day in sorted(days):
                sure = _covering(choices, day)
                if len(sure) > places:
                    rows.append(Row(sure, places))
    for row in rows:
        literals = [choices[i].taken for i in sorted(row.choices)]
        # Beyond the cap on one day, a window of several days holds that many more.
        model.add(total(literals) <= row.most + len(literals) * excess)


def _covering(choices: Sequence[Choice], day: int) -> frozenset[int]:
    """Return the positions of the stays that surely hold the day."""
    cores = enumerate(choice.core for choice in choices)
    return frozenset(i for i, (start, end) in cores if start <= day < end)


def _peak(choices: Sequence[Choice], free: Profile) -> int:
    """Return how far the stays could exceed the free places on some day, at most."""
    days = {each.earliest for each in choices} | {start for start, _, _ in free}
    worst = 0
    for day in days:
        places = next((p for start, end, p in free if start <= day < end), None)
        if places is None:
            continue
        holders = {
            each.holder for each in choices if each.earliest <= day < each.latest
        }
        worst = max(worst, len(holders) - places)
    return worst
