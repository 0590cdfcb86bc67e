"""The two cities of a generated scenario: areas, units, departments, housing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.scenario.base import City
from matcher.scenario.conditions import CalendarEntry, Housing
from matcher.scenario.entities import (
    Area,
    Department,
    Need,
    Pairing,
    Person,
    Programme,
    Specialty,
    Unit,
)
from matcher.scenario.generate import catalogue
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

HORIZON = Window.inclusive(date(2023, 3, 1), date(2024, 8, 31))


@dataclass(frozen=True)
class World:
    """
    What is there before anyone asks or offers.

    Parameters
    ----------
    areas
        Both cities and their first districts and counties.
    pairings
        Those between the areas that are there.
    specialties
        The tree.
    units
        Units, still without caps.
    open_units
        Ids of the units that never get a cap, so that locks there can be kept.
    departments
        Departments, all of hospitals.
    calendar
        Holidays and seasons.
    """

    areas: tuple[Area, ...]
    pairings: tuple[Pairing, ...]
    specialties: tuple[Specialty, ...]
    units: tuple[Unit, ...]
    open_units: frozenset[str]
    departments: tuple[Department, ...]
    calendar: tuple[CalendarEntry, ...]

    @cached_property
    def city(self) -> dict[str, City]:
        """City of each unit, by its id."""
        cities = {area.id: area.city for area in self.areas}
        return {unit.id: cities[unit.area] for unit in self.units}

    @cached_property
    def sector(self) -> dict[str, str]:
        """Sector of each specialty, by its code."""
        return {each.id: each.sector for each in self.specialties}

    @cached_property
    def bound(self) -> dict[str, str]:
        """For each area that has one, its paired area."""
        pairs = {pair.first: pair.second for pair in self.pairings}
        return pairs | {second: first for first, second in pairs.items()}

    def units_in(self, city: City, sector: str) -> list[Unit]:
        """Return the units of a sector in a city."""
        return [
            unit
            for unit in self.units
            if self.city[unit.id] is city and unit.sector == sector
        ]

    def homes(self, programme: Programme, need: Need) -> list[Unit]:
        """Return the units that may release people of the right sector to a need."""
        units = self.units_in(programme.direction.origin, self.sector[need.specialty])
        if programme.release_areas:
            units = [unit for unit in units if unit.area in programme.release_areas]
        if programme.paired:
            host = next(unit for unit in self.units if unit.id == need.unit)
            units = [unit for unit in units if unit.area == self.bound[host.area]]
        return units

    def leaves(self, sector: str) -> list[Specialty]:
        """Return the specialties of a sector that are not families."""
        return [
            each for each in self.specialties if each.family and each.sector == sector
        ]

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors that are there."""
        return tuple(dict.fromkeys(each.sector for each in self.specialties))


@dataclass(frozen=True)
class Capped:
    """
    Units and housing once needs and people are known.

    Parameters
    ----------
    units
        Units with caps that bind somewhat.
    housing
        Sites with beds that bind somewhat.
    """

    units: tuple[Unit, ...]
    housing: tuple[Housing, ...]


def draw_world(draw: Random, people: int) -> World:
    """Return two cities whose variety grows with the number of people."""
    pairs = min(3, 1 + people // 15)
    others = people // 25
    xining = catalogue.COUNTIES[:pairs] + catalogue.URBAN[:others]
    nanjing = catalogue.DISTRICTS[:pairs] + catalogue.DISTRICTS[3 : 3 + min(8, others)]
    areas = (catalogue.XINING, *xining, catalogue.NANJING, *nanjing)
    sectors = catalogue.SECTORS[: min(5, 2 + people // 20)]
    units = _units(draw, areas, sectors, 1 + people // 600)
    return World(
        areas=areas,
        pairings=catalogue.PAIRS[:pairs],
        specialties=catalogue.specialties(len(sectors), 1 + people // 150),
        units=units,
        open_units=frozenset(unit.id for unit in units[::4]),
        departments=tuple(_departments(draw, units)),
        calendar=catalogue.calendar(areas),
    )


def _units(
    draw: Random, areas: Iterable[Area], sectors: Iterable[str], each: int
) -> tuple[Unit, ...]:
    units: list[Unit] = []
    for area in areas:
        for sector in sectors:
            kind, word = catalogue.UNIT_KINDS[sector]
            for number in range(1, each + 1):
                is_open = len(units) % 4 == 0
                has_site = not is_open and draw.random() < 0.6
                units.append(
                    Unit(
                        id=f"U{area.id}-{kind}-{number}",
                        name=f"{area.name}{sector}{number}号{word}",
                        area=area.id,
                        kind=kind,
                        sector=sector,
                        housing=_site_of(area) if has_site else "",
                    )
                )
    return tuple(units)


def _site_of(area: Area) -> str:
    """Return the housing site of an area: counties have their own."""
    if area.id in {county.id for county in catalogue.COUNTIES}:
        return f"H{area.id}"
    return "H630100" if area.city is City.XINING else "H320100"


def _departments(draw: Random, units: Sequence[Unit]) -> Iterable[Department]:
    """Yield two departments with narrow caps for every second hospital."""
    hospitals = [
        unit
        for number, unit in enumerate(units)
        if unit.kind == "hospital" and number % 4
    ]
    for unit in hospitals[::2]:
        for name in ("一科", "二科"):
            yield Department(unit=unit.id, name=name, release_cap=draw.randint(1, 2))


def with_caps(
    draw: Random, world: World, needs: Sequence[Need], people: Sequence[Person]
) -> Capped:
    """Return units and housing with limits near what needs and people suggest."""
    guests = Counter[str]()
    for need in needs:
        guests[need.unit] += need.min_headcount
    staff = Counter(person.unit for person in people)
    units = []
    for unit in world.units:
        caps: dict[str, int] = {}
        if unit.id not in world.open_units:
            caps = {
                "host_cap": about(draw, guests[unit.id], 0.8, 1.5),
                "release_cap": about(draw, staff[unit.id], 0.4, 0.8),
            }
        units.append(unit.model_copy(update=caps))
    return Capped(units=tuple(units), housing=tuple(_housing(draw, units, guests)))


def about(draw: Random, number: int, least: float, most: float) -> int:
    """Return a number between these shares of the given one, at least 1."""
    return max(1, round(number * draw.uniform(least, most)))


def _housing(
    draw: Random, units: Iterable[Unit], guests: Counter[str]
) -> Iterable[Housing]:
    """Yield the sites that units use; the second county's cannot be heated."""
    wanted = Counter[str]()
    for unit in units:
        wanted[unit.housing] += guests[unit.id]
    for site in sorted(site for site in wanted if site):
        area = site.removeprefix("H")
        lease_ends = draw.choice((date(2024, 6, 30), date(2024, 9, 30)))
        yield Housing(
            id=site,
            name=f"{area}人才公寓",
            area=area,
            beds_female=about(draw, wanted[site], 0.4, 0.6),
            beds_male=about(draw, wanted[site], 0.4, 0.6),
            heated=area != catalogue.COUNTIES[1].id,
            first_day=date(2023, 2, 1),
            last_day=lease_ends,
        )
