"""Supply against demand per specialty, level, area and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import joined
from matcher.scenario.base import Mode
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matcher.foresight.pairs import Pairs
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need

Cell = tuple[str, str, int, str]


@dataclass(frozen=True)
class SupplyRow:
    """
    One cell of the table of supply against demand.

    For a specialty s, a least level l, a host area a and a month m, over the needs n
    of that cell (asking for exactly s, l and a, with least headcount h(n), window
    [b, e) and shortest term d):

    * ``demand`` = sum of h(n) over needs whose window meets m;
    * ``must`` = the most posts that are on duty on one day of m in every plan that
      fills them. A need is on duty with h(n) posts on the days of [e - d, b + d), and
      with one on every day that a strict rule ``cover`` asks for. Without the strict
      rules ``duration`` and ``one-place`` no day is certain, or no person is bound to
      one post a day;
    * ``supply`` = number of people who pass the strict rules on direction, scope,
      pairing, specialty, level, health and consent for at least one of these needs,
      have an assignment left, and are free on at least one day of m; and of those
      whom a lock has dispatched to one.

    A need counts in every month that its window meets, and a person in every cell
    that the person could serve: rows must not be added up, neither over months nor
    over cells. Nobody serves two posts on one day: where ``must`` exceeds ``supply``,
    posts stay empty in every plan.

    Parameters
    ----------
    specialty, family
        What is asked for, and its family (the same for a family).
    level
        The least level asked for.
    area
        Code of the host's area.
    month
        First day of the month.
    demand, must, supply
        As above.
    """

    specialty: str
    family: str
    level: int
    area: str
    month: date
    demand: int
    must: int
    supply: int

    @property
    def pressure(self) -> float:
        """Demand per person; infinite without anybody."""
        return self.demand / self.supply if self.supply else float("inf")


def supply_rows(pairs: Pairs) -> tuple[SupplyRow, ...]:
    """
    Return the table of supply against demand, the worst rows first.

    Rows are ordered by what must be done per person, then by what may be done.

    Parameters
    ----------
    pairs
        Who could serve what.
    """
    scenario, origin = pairs.scenario, pairs.scenario.horizon.start
    months = _months(scenario)
    free = {month: pairs.days.within(window) for month, window in months}
    rows = []
    for cell, needs in _cells(scenario).items():
        on_duty = _on_duty(scenario, needs)
        asked = [(need.window, need.min_headcount, need) for need in needs]
        fit = {need.id: pairs.crowd.fitting(need) & pairs.spare for need in needs}
        for month, window in months:
            here = [each for each in asked if each[0].meets(window)]
            if not here:
                continue
            who = joined(fit[need.id] for _, _, need in here) & free[month]
            who |= joined(pairs.dispatched(need) for _, _, need in here)
            days = on_duty[(window.start - origin).days : (window.end - origin).days]
            posts = sum(posts for _, posts, _ in here)
            rows.append(SupplyRow(*cell, month, posts, max(days), who.bit_count()))
    return tuple(sorted(rows, key=_worst))


def _on_duty(scenario: Scenario, needs: Iterable[Need]) -> list[int]:
    """Return for each day of the horizon the posts that are surely on duty."""
    strict = {
        rule: scenario.policy.mode(rule) is Mode.STRICT
        for rule in ("one-place", "duration", "cover")
    }
    origin, count = scenario.horizon.start, scenario.horizon.days
    turns = [0] * (count + 1)

    def add(first: int, end: int, posts: int) -> None:
        first, end = max(0, min(count, first)), max(0, min(count, end))
        if first < end:
            turns[first] += posts
            turns[end] -= posts

    for need in needs if strict["one-place"] and strict["duration"] else ():
        start, end = (need.window.start - origin).days, (need.window.end - origin).days
        core, after = end - scenario.shortest(need), start + scenario.shortest(need)
        add(core, after, need.min_headcount)
        if need.cover and strict["cover"]:
            if need.id in scenario.leaver_of:
                start = (scenario.leaver_of[need.id].end - origin).days
            # On the days of the core all its posts are counted already.
            add(start, min(end, core) if core < after else end, 1)
            if core < after:
                add(max(start, after), end, 1)
    return list(accumulate(turns[:-1]))


def _worst(row: SupplyRow) -> tuple[object, ...]:
    must = row.must / row.supply if row.supply else row.must * 1e9
    return -must, -row.pressure, row.month, row.specialty, row.level, row.area


def _cells(scenario: Scenario) -> dict[Cell, list[Need]]:
    found: dict[Cell, list[Need]] = defaultdict(list)
    for need in scenario.needs:
        if need.min_headcount:
            family = scenario.specialty[need.specialty].family or need.specialty
            area = scenario.host_area(need).id
            found[need.specialty, family, need.level, area].append(need)
    return found


def _months(scenario: Scenario) -> list[tuple[date, Window]]:
    return list(_each_month(scenario.horizon))


def _each_month(horizon: Window) -> Iterator[tuple[date, Window]]:
    """Yield the first day of each month that meets the horizon, and its days in it."""
    month = horizon.start.replace(day=1)
    while month < horizon.end:
        year, number = divmod(month.year * 12 + month.month, 12)
        following = date(year, number + 1, 1)
        whole = Window(month, following).common(horizon)
        assert whole is not None  # noqa: S101 -- the month meets the horizon
        yield month, whole
        month = following
