"""Capacity over time: never more stays on a day than there are places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.solver.expressions import Expr, Literal, total
from matcher.solver.packing import Row, packing_rows

if TYPE_CHECKING:
    from collections.abc import (
        Collection,
        Hashable,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from ortools.sat.python import cp_model

    from matcher.solver.choice import Choice

_MANY_OF_ONE = 8
"""So many stays of one need for one term are counted by a variable of their own."""

_DENSE = 12
"""So many times may a stay stand in plain rows; beyond that a profile is sparser."""

_CLOSES, _GOES, _OPENS, _COMES = range(4)
"""What happens on a day, in this order: to stretches of days, and to stays."""


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
    *,
    headcounts: Mapping[str, int] | None = None,
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
    headcounts
        The most assignments of each need, by code.

    Notes
    -----
    Stays with fixed dates need linear rows alone. Where some dates are free, linear
    rows say what the relaxation can use: who fits in a window, and who surely
    meets on a day with fewer places; a cumulative constraint says the rest.
    """
    free = _profile(blocks, cap, choices)
    if all(each.fixed for each in choices):
        _limit_fixed(model, choices, free, excess, headcounts or {})
        return
    _add_rows(model, choices, cap, free, excess)
    if _peak(choices, free) <= 0:
        return
    intervals = [each.interval for each in choices]
    demands = [1] * len(intervals)
    for start, end, places in free:
        if places < cap:
            intervals.append(model.new_fixed_size_interval_var(start, end - start, ""))
            demands.append(cap - places)
    model.add_cumulative(intervals, demands, cap + excess)


Profile = list[tuple[int, int, int]]

Change = tuple[set[int], set[int], int]
"""Who has come since the day before, who has gone, and how many places there are."""


def _profile(blocks: Iterable[Block], cap: int, choices: Sequence[Choice]) -> Profile:
    """Return stretches (start, end, free places) over all days of the choices."""
    first = min([each.earliest for each in choices])
    last = max([each.latest for each in choices])
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


def _limit_fixed(
    model: cp_model.CpModel,
    choices: Sequence[Choice],
    free: Profile,
    excess: Expr,
    headcounts: Mapping[str, int],
) -> None:
    """
    Limit stays with fixed dates, exactly.

    Notes
    -----
    One row for each day on which the set of stays is as large as any around it. Where
    rows would repeat each stay often, a chain of variables holds how many stay:
    from one such day to the next only those stand in a row who come or go.
    """
    if len({each.holder for each in choices}) <= min(places for _, _, places in free):
        return
    groups = _together(choices)
    spans = [(each[0].earliest, each[0].latest) for each in groups]
    holders = [[each.holder for each in group] for group in groups]
    days = list(crowded_days(spans, holders, free))
    if not days:
        return
    counts = [
        group[0].taken if len(group) == 1 else _count(model, group, headcounts)
        for group in groups
    ]
    if sum(len(members) for members in _sets(days)) <= _DENSE * len(choices):
        for members, (_, _, places) in zip(_sets(days), days, strict=True):
            _at_most(model, [counts[i] for i in sorted(members)], places, excess)
        return
    count: Expr = 0
    for members, (come, gone, places) in zip(_sets(days), days, strict=True):
        new, old = come, gone
        if len(come) + len(gone) > len(members):
            count, new, old = 0, members, set()
        most = places
        if not isinstance(excess, int):
            most = sum(len(groups[i]) for i in members)
        staying = model.new_int_var(0, most, "")
        more, less = [counts[i] for i in new], [counts[i] for i in old]
        model.add(total([staying, *less]) == total([count, *more]))
        if not isinstance(excess, int):
            model.add(staying <= places + excess)
        count = staying


def _sets(days: Iterable[Change]) -> Iterator[set[int]]:
    """Yield who is there on each of the days; always the same set, brought up to it."""
    here: set[int] = set()
    for come, gone, _ in days:
        here |= come
        here -= gone
        yield here


def _together(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Return stays of one need for one term together, if they are many, else alone."""
    keys = [(each.need, each.earliest, each.latest) for each in choices]
    sizes = Counter(keys)
    groups: dict[Hashable, list[Choice]] = defaultdict(list)
    for i, (key, each) in enumerate(zip(keys, choices, strict=True)):
        groups[key if sizes[key] >= _MANY_OF_ONE else i].append(each)
    return list(groups.values())


def _count(
    model: cp_model.CpModel, group: Sequence[Choice], headcounts: Mapping[str, int]
) -> Literal:
    """Return how many of a group stay."""
    most = min(len(group), headcounts.get(group[0].need, len(group)))
    count = model.new_int_var(0, most, "")
    model.add(count == total(each.taken for each in group))
    return count


def _at_most(
    model: cp_model.CpModel, literals: Sequence[Literal], places: int, excess: Expr
) -> None:
    """Allow so many of the stays."""
    if places == 1 and isinstance(excess, int) and all(map(_is_literal, literals)):
        model.add_at_most_one(literals)
    else:
        model.add(total(literals) <= places + excess)


def _is_literal(count: Literal) -> bool:
    return list(count.proto.domain) == [0, 1]


def crowded_days(
    spans: Sequence[tuple[int, int]],
    holders: Sequence[Collection[Hashable]],
    free: Profile,
) -> Iterator[Change]:
    """
    Yield the largest sets of spans that share a day with too few places for them.

    Parameters
    ----------
    spans
        Half-open days.
    holders
        Who may hold each span: so many need places as there are different ones.
    free
        Stretches of days with their places, each beginning where the last ends.

    Yields
    ------
    set of int
        Positions of the spans that are in the set, but not in the one before. In a
        stretch of days, no set holds the next or the last.
    set of int
        Positions of the spans that are not in it any more.
    int
        The places of these days.
    """
    events = [
        event
        for i, (first, last) in enumerate(spans)
        if first < last
        for event in ((first, _COMES, i), (last, _GOES, i))
    ]
    for start, end, places in free:
        events += [(start, _OPENS, places), (end, _CLOSES, places)]
    come: set[int] = set()
    gone: set[int] = set()
    stays: dict[Hashable, int] = defaultdict(int)
    people = places = 0
    grown = False
    for _, what, which in sorted(events):
        if what == _COMES:
            come.add(which)
            for each in holders[which]:
                stays[each] += 1
                people += stays[each] == 1
            grown = True
        elif what == _OPENS:
            places, grown = which, people > 0
        else:
            if grown and people > places:
                yield come, gone, places
                come, gone = set(), set()
            grown = False
            if what == _GOES:
                if which in come:
                    come.remove(which)
                else:
                    gone.add(which)
                for each in holders[which]:
                    stays[each] -= 1
                    people -= stays[each] == 0


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
    rows += _of_shared_dates(choices, free)
    for row in rows:
        literals = [choices[i].taken for i in sorted(row.choices)]
        # Beyond the cap on one day, a window of several days holds that many more.
        model.add(total(literals) <= row.most + len(literals) * excess)


def _of_shared_dates(choices: Sequence[Choice], free: Profile) -> Iterator[Row]:
    """Yield rows for stays on shared dates, beside whoever surely meets them."""
    together = defaultdict(list)
    for i, choice in enumerate(choices):
        if choice.dates is not None:
            together[choice.dates].append(i)
    for group in together.values():
        terms = [choices[i].candidate.terms for i in group]
        # Whenever they are away, it is all at once, and on one of these days.
        days = max(t.last_start for t in terms), min(t.first_end for t in terms) - 1
        first, last = min(days), max(days)
        beside = _covering(choices, first) & _covering(choices, last)
        chosen = beside.union(group)
        places = max(p for start, end, p in free if start <= last and first < end)
        if len({choices[i].holder for i in chosen}) > places:
            yield Row(chosen, places)


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
