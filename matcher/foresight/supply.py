"""Supply against demand per specialty, level, area and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    * ``must`` = sum of h(n) over needs that have people on duty in m in every plan
      that fills them: [e - d, b + d) holds days of m, or the need asks for cover
      throughout and its window meets m;
    * ``supply`` = number of people who pass the strict rules on direction, scope,
      pairing, specialty, level, health and consent for at least one of these needs,
      have an assignment left, and are free on at least one day of m.

    A need counts in every month that its window meets, and a person in every cell
    that the person could serve: rows must not be added up, neither over months nor
    over cells. Supply is thus an upper bound; what stays short all the same is
    short indeed.

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
    scenario = pairs.scenario
    months = _months(scenario)
    free = {month: pairs.days.within(window) for month, window in months}
    rows = []
    for cell, needs in _cells(scenario).items():
        able = [(need, pairs.crowd.fitting(need) & pairs.spare) for need in needs]
        for month, window in months:
            asked = [(need, who) for need, who in able if need.window.meets(window)]
            if not asked:
                continue
            people = 0
            for _, who in asked:
                people |= who
            rows.append(
                SupplyRow(
                    *cell,
                    month,
                    sum(need.min_headcount for need, _ in asked),
                    sum(
                        need.min_headcount
                        for need, _ in asked
                        if _must(scenario, need, window)
                    ),
                    (people & free[month]).bit_count(),
                )
            )
    return tuple(sorted(rows, key=_worst))


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


def _must(scenario: Scenario, need: Need, month: Window) -> bool:
    """Return whether somebody must be on duty in the month, if the need is met."""
    if need.cover:
        return need.window.meets(month)
    shortest = scenario.shortest(need)
    last_start = need.window.end.toordinal() - shortest
    first_end = need.window.start.toordinal() + shortest
    return (
        last_start < first_end
        and last_start < month.end.toordinal()
        and month.start.toordinal() < first_end
    )


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
