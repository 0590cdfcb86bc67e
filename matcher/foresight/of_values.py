"""Values that are probably in the wrong unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.faults import problem
from matcher.timeline import age_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.foresight.notices import Placing
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Person

_AREAS = {"altitude_m": ("W771", 10), "population": ("W772", 1000)}
"""Values that would be right in another unit, if all of them are below."""

_LONGEST = 1100
_YEARS = 60
_YOUNGEST, _OLDEST = 16, 80


def of_values(scenario: Scenario, place: Placing) -> Iterator[Problem]:
    """
    Yield values out of any plausible range, one per row.

    Parameters
    ----------
    scenario
        Where the values stand.
    place
        Where a row stands.
    """
    for column, (code, limit) in _AREAS.items():
        given = [(getattr(area, column), area.id) for area in scenario.areas]
        value, highest = max(given)
        if 0 < value < limit:
            yield problem(code, place("areas", highest, column), value=value)
    for person in scenario.people:
        yield from _person(scenario, person, place)
    for table in ("programmes", "needs"):
        for row in getattr(scenario, table):
            if (row.longest or 0) > _LONGEST:
                where = place(table, row.id, "longest")
                yield problem("W775", where, value=row.longest)


def _person(scenario: Scenario, person: Person, place: Placing) -> Iterator[Problem]:
    day = scenario.horizon.start
    age = None if person.birth is None else age_on(person.birth, day)
    if age is not None and not _YOUNGEST <= age <= _OLDEST:
        where = place("people", person.id, "birth")
        yield problem("W774", where, value=person.birth, age=age, day=day)
    elif person.experience > _YEARS:
        where = place("people", person.id, "experience")
        yield problem("W773", where, value=person.experience)
