"""What the scenarios of all sets stand on: two places, one programme, one horizon."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from matcher.scenario import GoalPolicy, Policy, RulePolicy, Scenario
from matcher.scenario.base import City, Direction, Kind, Match, Mode, Sex
from matcher.scenario.entities import Area, Need, Person, Programme, Specialty, Unit
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FIRST = date(2000, 1, 1)
"""The day that an instance's time 0 becomes."""

NO_LIMIT = 100_000
"""More assignments, and more days, than any instance has."""

_RULES = {
    # The caps of units would make one piece of everything, and nobody has one.
    "release-cap": RulePolicy(mode=Mode.OFF, reason="no unit has a cap"),
    "person-limit": RulePolicy(mode=Mode.OFF, reason="no yearly limit"),
    "one-place": RulePolicy(parameters={"rest_days": 0}, reason="stays may touch"),
}
"""What every set takes unlike the rulebook, unless it says other."""

_AREAS = (
    Area(id="320100", name="南京市", name_en="Nanjing", city=City.NANJING),
    Area(id="630100", name="西宁市", name_en="Xining", city=City.XINING),
)
_UNITS = (
    Unit(id="home", name="派出单位", area="320100", kind="office", sector="work"),
    Unit(id="host", name="接收单位", area="630100", kind="office", sector="work"),
)


def day(time: int) -> date:
    """Return the day that a time of the instance becomes."""
    return FIRST + timedelta(days=time)


def time_of(when: date) -> int:
    """Return the time of the instance that became a day."""
    return (when - FIRST).days


def code(letter: str, number: int) -> str:
    """Return the code of a numbered thing, for example ``p0012``."""
    return f"{letter}{number:04}"


def number(name: str) -> int:
    """Return the number in a code."""
    return int(name[1:])


def person(
    index: int,
    windows: Sequence[Window],
    specialties: Iterable[str],
    **more: Any,  # noqa: ANN401 -- any column of the table
) -> Person:
    """
    Return a person who may be sent in the windows.

    Parameters
    ----------
    index
        Number in the instance, from 0.
    windows
        When.
    specialties
        Codes; there is at least one.
    more
        Further columns.
    """
    return Person(
        id=code("p", index),
        unit="home",
        sector="work",
        specialties=tuple(specialties),
        level=3,
        sex=Sex.FEMALE,
        windows=tuple(windows),
        consents=(Direction.TO_XINING.value,),
        **more,
    )


def need(
    name: str,
    specialty: str,
    term: tuple[int, int],
    **more: Any,  # noqa: ANN401 -- any column of the table
) -> Need:
    """
    Return a need for terms inside half-open times; it fills them if nothing is said.

    Parameters
    ----------
    name
        Its code.
    specialty
        Code of the specialty that is wanted.
    term
        First time, and first time after it.
    more
        Further columns.
    """
    start, end = term
    length = {"shortest": end - start, "longest": end - start}
    return Need(
        id=name,
        programme="work",
        unit="host",
        specialty=specialty,
        match=Match.EXACT,
        first_day=day(start),
        last_day=day(end - 1),
        **(length | more),
    )


def specialty(name: str) -> Specialty:
    """Return a specialty without relatives."""
    return Specialty(id=name, name=name, sector="work")


def horizon(end: int) -> Window:
    """Return the days of the times from 0 up to, not including, the end."""
    return Window(FIRST, day(end))


def scenario(
    name: str,
    end: int,
    goals: Sequence[GoalPolicy],
    rules: Mapping[str, RulePolicy] | None = None,
    kind: Kind = Kind.VISIT,
    **tables: Any,  # noqa: ANN401 -- any table
) -> Scenario:
    """
    Return a scenario on the common ground.

    Parameters
    ----------
    name
        Its name.
    end
        The first time after the horizon.
    goals
        From the first rung to the last.
    rules
        Rules that the set takes unlike the others.
    kind
        The programme's sort of activity.
    tables
        People, needs, specialties and whatever else there is.
    """
    programme = Programme(
        id="work",
        name="任务",
        name_en="Work",
        kind=kind,
        direction=Direction.TO_XINING,
        shortest=1,
        longest=end,
    )
    return Scenario(
        name=name,
        title=name,
        title_en=name,
        horizon=horizon(end),
        policy=Policy(rules=_RULES | dict(rules or {}), goals=tuple(goals)),
        areas=_AREAS,
        units=_UNITS,
        programmes=(programme,),
        **tables,
    )


def goal(slug: str, **parameters: Any) -> GoalPolicy:  # noqa: ANN401 -- any value
    """Return a rung with parameters that differ from the rulebook's."""
    return GoalPolicy(goal=slug, parameters=parameters)


def rated() -> GoalPolicy:
    """Return the goal ``fit`` with nothing but ratings."""
    others = ("exact", "family", "level", "experience", "returning")
    return goal("fit", **dict.fromkeys(others, 0), rating=1)
