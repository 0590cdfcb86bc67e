"""The plan as tidy data frames, for those who analyse it in a notebook."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from matcher.auditor import audit
from matcher.eligibility import fit_parts
from matcher.report.agreement import shortfall
from matcher.report.material import Material
from matcher.report.rows_of_systems import ROWS, Row
from matcher.report.words import Words
from matcher.scenario.base import Direction
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from matcher.plan import Plan
    from matcher.scenario import Scenario

_COLUMNS = {
    "assignments": (
        "person releasing_unit releasing_unit_name need programme direction "
        "host host_name host_area arrival start end days_on_post days_away "
        "specialty level team role leader fit"
    ),
    "agreement": "programme direction counting target planned counted shortfall",
    "shortages": "need posts cause detail",
    "rungs": "goal part sense value best bound gap status",
    "months": "month direction people",
    "mentorships": "person need host start end mentee",
    "links": "person need host start end contact_leader",
    "beds": "person need site sex number arrival end nights",
    "sessions": (
        "session programme title held slot day hours room speakers seated seats"
    ),
    "seating": "session delegation seats",
    "handovers": "need host kind leaver successor start end overlap fits",
    "care": "day rule person need recipient occasion",
    "exchange": "by key to_xining to_nanjing days_to_xining days_to_nanjing",
    "provisions": "provision fact found wanted met",
}
"""The columns of each frame, also of one without rows."""

_TYPED = {
    # What is not held, or cannot be read, has no day.
    "datetime64[us]": "arrival start end month day",
    "int64": (
        "days_on_post days_away level fit planned counted posts value best bound "
        "people number nights seated seats overlap found "
        "to_xining to_nanjing days_to_xining days_to_nanjing"
    ),
    # A programme without a target has neither target nor shortfall.
    "Int64": "target shortfall wanted",
    "bool": "leader held fits met",
    "float64": "gap",
}
"""The columns of each type; every other one is text, codes above all."""

_TYPES = {name: kind for kind, names in _TYPED.items() for name in names.split()}


def tables(scenario: Scenario, plan: Plan) -> dict[str, pd.DataFrame]:
    """
    Return the frames of a plan by name, as :func:`matcher.tables` describes them.

    Parameters
    ----------
    scenario
        What the plan was made for.
    plan
        What was decided.
    """
    words = Words(scenario, scenario.language)
    material = Material(scenario, plan, audit(scenario, plan), words)
    return {name: _frame(name, rows(material)) for name, rows in _ROWS.items()}


def _frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    columns = _COLUMNS[name].split()
    cells = pd.DataFrame(list(rows), columns=columns)
    return cells.astype({column: _TYPES.get(column, "str") for column in columns})


def _assignments(material: Material) -> Iterator[Row]:
    name = material.words.name
    for each in material.served:
        person, need, term, stay = each.person, each.need, each.term, each.stay
        yield (
            *(person.id, each.home.id, name(each.home), need.id, each.programme.id),
            *(each.programme.direction.value, each.host.id, name(each.host)),
            *(each.host.area, stay.start, term.start, term.end, term.days, stay.days),
            *(need.specialty, person.level, need.team, need.role, need.leader),
            sum(fit_parts(material.scenario, person, need).values()),
        )


def _agreement(material: Material) -> Iterator[Row]:
    for each in material.audit.figures.programmes:
        missing = None if each.target is None else shortfall(each)
        yield (
            *(each.programme, each.direction.value, each.counting.value),
            *(each.target, each.planned, each.counted, missing),
        )


def _shortages(material: Material) -> Iterator[Row]:
    for each in material.plan.shortages:
        yield each.need, each.posts, each.cause, "；".join(each.detail)


def _rungs(material: Material) -> Iterator[Row]:
    for each in material.plan.rungs:
        yield (
            *(each.goal, each.part, each.sense, each.value, each.best, each.bound),
            *(each.gap, each.status.value),
        )


def _months(material: Material) -> Iterator[Row]:
    """Yield both directions of every month from the first arrival to the last day."""
    away: dict[tuple[date, Direction], set[str]] = defaultdict(set)
    for each in material.served:
        for month in _touched(each.stay):
            away[month, each.programme.direction].add(each.person.id)
    if away:
        stays = [each.stay for each in material.served]
        year = Window(min(stays).start, max(stay.end for stay in stays))
        for month in _touched(year):
            for way in Direction:
                yield month, way.value, len(away[month, way])


def _touched(window: Window) -> list[date]:
    """Return the first day of each month that shares a day with the window."""
    return sorted({day.replace(day=1) for day in window})


_ROWS: Mapping[str, Callable[[Material], Iterator[Row]]] = {
    "assignments": _assignments,
    "agreement": _agreement,
    "shortages": _shortages,
    "rungs": _rungs,
    "months": _months,
    **ROWS,
}
