"""The two-direction ledger: what moves both ways, counted four times."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from matcher.auditor.records import Exchange, ExchangeRecord
from matcher.scenario.base import City, Direction
from matcher.timeline import by_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from matcher.auditor.case import Case, Served
    from matcher.scenario import Scenario

Key = tuple[str, ...]
Moves = list[tuple["Served", int]]
"""Assignments with the days of their stays that count."""


def exchange_of(case: Case) -> Exchange:
    """Return the ledger by pair of areas, sector, unit and month."""
    return Exchange(
        pairs=_ledger(case, _pair, _paired_areas(case.scenario)),
        sectors=_ledger(case, _sector),
        units=_ledger(case, _units),
        months=_ledger(case, _months, _months_of_the_horizon(case.scenario)),
    )


def _ledger(
    case: Case,
    keys: Callable[[Served], Iterable[tuple[Key, int]]],
    always: Iterable[Key] = (),
) -> tuple[ExchangeRecord, ...]:
    """
    Return a record for each key that some assignment has, and for those always.

    Parameters
    ----------
    case
        What is judged.
    keys
        The keys of an assignment, each with the days that count for it.
    always
        Keys that are told even if nothing moves.
    """
    moves: dict[Key, Moves] = defaultdict(list, {key: [] for key in always})
    for each in case.served:
        for key, days in keys(each):
            moves[key].append((each, days))
    return tuple(_record(key, found) for key, found in sorted(moves.items()))


def _record(key: Key, moves: Moves) -> ExchangeRecord:
    count: Counter[Direction] = Counter()
    total: Counter[Direction] = Counter()
    for each, days in moves:
        count[each.programme.direction] += 1
        total[each.programme.direction] += days
    return ExchangeRecord(
        key=key,
        to_xining=count[Direction.TO_XINING],
        to_nanjing=count[Direction.TO_NANJING],
        days_to_xining=total[Direction.TO_XINING],
        days_to_nanjing=total[Direction.TO_NANJING],
    )


def _pair(each: Served) -> Iterator[tuple[Key, int]]:
    areas = each.home.area, each.host.area
    to_xining = each.programme.direction is Direction.TO_XINING
    yield areas if to_xining else areas[::-1], each.stay.days


def _paired_areas(scenario: Scenario) -> Iterator[Key]:
    """Yield the bound areas, that of Nanjing first."""
    for first, second in scenario.bound:
        one, other = scenario.area.get(first), scenario.area.get(second)
        if one and other and (one.city, other.city) == (City.NANJING, City.XINING):
            yield first, second


def _sector(each: Served) -> Iterator[tuple[Key, int]]:
    yield (each.scenario.sector(each.need),), each.stay.days


def _units(each: Served) -> Iterator[tuple[Key, int]]:
    for unit in (each.home.id, each.host.id):
        yield (unit,), each.stay.days


def _months(each: Served) -> Iterator[tuple[Key, int]]:
    for part in by_month(each.stay):
        yield (f"{part.start:%Y-%m}",), part.days


def _months_of_the_horizon(scenario: Scenario) -> Iterator[Key]:
    for part in by_month(scenario.horizon):
        yield (f"{part.start:%Y-%m}",)
