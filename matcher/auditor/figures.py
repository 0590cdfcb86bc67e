"""The figures that reports print, counted from the assignments."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.auditor.caps import Level, levels_away, levels_of_guests
from matcher.auditor.goals import benefiting_area, cost, in_its_counting
from matcher.auditor.load import LoadFigures, load_of
from matcher.scenario.base import City, Counting, Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from matcher.auditor.case import Case, Served


@dataclass(frozen=True)
class ProgrammeFigures:
    """
    One line of the agreement ledger.

    Parameters
    ----------
    programme
        Code of the programme.
    direction
        Which way it moves people.
    counting
        Whether ``planned`` and ``counted`` are people or postings.
    target
        What the agreement asks for, if anything.
    maximum
        Most assignments, if there is a limit.
    assignments
        Its assignments.
    planned
        The people or postings of these assignments.
    counted
        Those of them that count toward the target.
    """

    programme: str
    direction: Direction
    counting: Counting
    target: int | None
    maximum: int | None
    assignments: int
    planned: int
    counted: int

    @property
    def not_counted(self) -> int:
        """Planned people or postings that do not count toward the target."""
        return self.planned - self.counted


@dataclass(frozen=True)
class DirectionFigures:
    """
    What moves one way.

    Parameters
    ----------
    direction
        Which way.
    people
        People with an assignment that way.
    postings
        Assignments that way.
    """

    direction: Direction
    people: int
    postings: int


@dataclass(frozen=True)
class UnitFigures:
    """
    What a unit hosts, or what it releases.

    Parameters
    ----------
    unit
        Code of the unit.
    people
        People it hosts or releases in the plan.
    peak
        Most guests, or most of its people away, on one day.
    peak_day
        The first such day; none if nobody comes or goes.
    cap
        Most allowed on one day, if there is a limit.
    """

    unit: str
    people: int
    peak: int
    peak_day: date | None
    cap: int | None


@dataclass(frozen=True)
class NeedFigures:
    """
    How a need is served.

    Parameters
    ----------
    need
        Code of the need.
    filled
        Its assignments.
    least
        Posts that count as shortage when empty.
    most
        Posts in all.
    """

    need: str
    filled: int
    least: int
    most: int


@dataclass(frozen=True)
class PersonFigures:
    """
    What is asked of a person.

    Parameters
    ----------
    person
        Code of the person.
    assignments
        Assignments in the plan.
    days
        Days away from home in the plan.
    """

    person: str
    assignments: int
    days: int


@dataclass(frozen=True)
class Figures:
    """
    Everything that reports count.

    Parameters
    ----------
    programmes
        By programme, in the order of their codes.
    directions
        To Xining, then to Nanjing.
    areas
        Assignments that benefit each area of Xining, by its code.
    hosts
        Units that some need names, by code.
    releasing_units
        Units that have people, by code.
    needs
        By need.
    people
        The people with an assignment, by code.
    load
        The fullest days of each month: hosts, then sites, then releasing units.
    cost_yuan
        Travel and lodging, whether or not cost is a goal.
    """

    programmes: tuple[ProgrammeFigures, ...]
    directions: tuple[DirectionFigures, ...]
    areas: dict[str, int]
    hosts: tuple[UnitFigures, ...]
    releasing_units: tuple[UnitFigures, ...]
    needs: tuple[NeedFigures, ...]
    people: tuple[PersonFigures, ...]
    load: tuple[LoadFigures, ...]
    cost_yuan: int


def figures_of(case: Case) -> Figures:
    """Return the figures of the assignments."""
    return Figures(
        programmes=tuple(_programmes(case)),
        directions=tuple(_direction(case, way) for way in Direction),
        areas=_areas(case),
        hosts=tuple(_hosts(case)),
        releasing_units=tuple(_releasing_units(case)),
        needs=tuple(_needs(case)),
        people=tuple(_people(case)),
        load=tuple(load_of(case)),
        cost_yuan=cost(case)[""],
    )


def _programmes(case: Case) -> Iterator[ProgrammeFigures]:
    for programme in case.scenario.programmes:
        served = case.of_programme.get(programme.id, [])
        yield ProgrammeFigures(
            programme=programme.id,
            direction=programme.direction,
            counting=programme.counting,
            target=programme.target,
            maximum=programme.maximum,
            assignments=len(served),
            planned=in_its_counting(programme, served),
            counted=in_its_counting(programme, case.counted(programme)),
        )


def _direction(case: Case, way: Direction) -> DirectionFigures:
    served = [each for each in case.served if each.programme.direction is way]
    return DirectionFigures(way, len(_codes(served)), len(served))


def _areas(case: Case) -> dict[str, int]:
    served = Counter(benefiting_area(each).id for each in case.served)
    xining = [area.id for area in case.scenario.areas if area.city is City.XINING]
    return {area: served[area] for area in xining}


def _hosts(case: Case) -> Iterator[UnitFigures]:
    hosted = case.by(lambda each: each.host.id)
    for unit in sorted({need.unit for need in case.scenario.needs}):
        guests = hosted.get(unit, [])
        cap = case.scenario.unit[unit].host_cap
        yield _unit(unit, _codes(guests), levels_of_guests(guests), cap)


def _releasing_units(case: Case) -> Iterator[UnitFigures]:
    staff: dict[str, set[str]] = defaultdict(set)
    for person in case.scenario.people:
        staff[person.unit].add(person.id)
    for unit in sorted(staff):
        gone = staff[unit] & case.of_person.keys()
        cap = case.scenario.unit[unit].release_cap
        yield _unit(unit, gone, levels_away(case, staff[unit]), cap)


def _unit(
    unit: str, people: AbstractSet[str], found: Iterable[Level], cap: int | None
) -> UnitFigures:
    peak = max(found, key=lambda level: level.away, default=None)
    if peak is None:
        return UnitFigures(unit, len(people), 0, None, cap)
    return UnitFigures(unit, len(people), peak.away, peak.days.start, cap)


def _codes(served: Iterable[Served]) -> set[str]:
    return {each.person.id for each in served}


def _needs(case: Case) -> Iterator[NeedFigures]:
    filled = Counter(each.need.id for each in case.served)
    for need in case.scenario.needs:
        least, most = need.min_headcount, need.max_headcount
        yield NeedFigures(need.id, filled[need.id], least, most)


def _people(case: Case) -> Iterator[PersonFigures]:
    for code, served in sorted(case.of_person.items()):
        days = sum(each.stay.days for each in served)
        yield PersonFigures(code, len(served), days)
