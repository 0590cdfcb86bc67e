"""The places of a year between provinces: areas, pairings and units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.scenario.base import City
from matcher.scenario.entities import Area, Unit
from matcher.scenario.generate.catalogue import UNIT_KINDS
from matcher.scenario.generate.provinces.shapes import STEMS, Link, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_POOLS = ("医疗", "农业", "教育")
_PEOPLE_OF_COUNTIES = (150_000, 600_000)


@dataclass(frozen=True)
class Pair:
    """
    Two counties bound to each other.

    Parameters
    ----------
    sender
        Letter of the province in the east.
    east, west
        The counties.
    """

    sender: str
    east: Area
    west: Area


@dataclass(frozen=True)
class Land:
    """
    The places of a year.

    Parameters
    ----------
    provinces
        Those of the east, by letter, as areas whose units serve many counties.
    pairs
        Pairs of counties.
    units
        All units, still without caps.
    """

    provinces: dict[str, Area]
    pairs: tuple[Pair, ...]
    units: tuple[Unit, ...]

    @cached_property
    def _units(self) -> dict[tuple[str, str], list[Unit]]:
        found: dict[tuple[str, str], list[Unit]] = {}
        for unit in self.units:
            found.setdefault((unit.area, unit.sector), []).append(unit)
        return found

    def at(self, area: Area, sector: str) -> list[Unit]:
        """Return the units of a sector in an area."""
        return self._units.get((area.id, sector), [])

    @property
    def areas(self) -> Iterator[Area]:
        """All areas."""
        yield from self.provinces.values()
        for pair in self.pairs:
            yield pair.east
            yield pair.west


def draw_land(draw: Random, shape: Shape) -> Land:
    """Return provinces, pairs of counties and the units of both sides."""
    provinces = {
        letter: Area(
            id=f"E{letter}",
            name=f"东{STEMS[letter]}省本级",
            name_en=f"East {letter}, province",
            city=City.NANJING,
        )
        for letter in shape.senders
    }
    pairs = tuple(pair for link in shape.links for pair in _pairs(draw, link))
    units = [*_of_counties(pairs, shape)]
    for letter, province in provinces.items():
        served = sum(pair.sender == letter for pair in pairs)
        units += _of_province(province, 2 + served // 20)
    return Land(provinces, pairs, tuple(units))


def _pairs(draw: Random, link: Link) -> Iterator[Pair]:
    for number in range(1, link.counties + 1):
        # A sender's counties are numbered through: it may have two receivers.
        east = f"E{link.sender}{link.receiver}{number:02}"
        yield Pair(
            link.sender,
            Area(
                id=east,
                name=f"东{STEMS[link.sender]}{STEMS[link.receiver]}{number}区",
                name_en=f"East {link.sender}{link.receiver} {number}",
                city=City.NANJING,
            ),
            Area(
                id=f"W{link.receiver}{number:02}",
                name=f"西{STEMS[link.receiver]}{number}县",
                name_en=f"West {link.receiver} {number}",
                city=City.XINING,
                altitude_m=draw.randint(*link.altitude),
                population=draw.randint(*_PEOPLE_OF_COUNTIES),
            ),
        )


def _of_counties(pairs: tuple[Pair, ...], shape: Shape) -> Iterator[Unit]:
    """Yield hospitals and schools as many as are paired, one of the others each."""
    schools = spread(shape.schools, len(pairs))
    hospitals = spread(shape.hospitals, len(pairs))
    for pair, school, hospital in zip(pairs, schools, hospitals, strict=True):
        counts = {"医疗": hospital, "教育": school, "农业": 1, "党政": 1}
        for area in (pair.east, pair.west):
            for sector, count in counts.items():
                yield from _units(area, sector, count)


def _of_province(province: Area, count: int) -> Iterator[Unit]:
    for sector in _POOLS:
        yield from _units(province, sector, count)


def _units(area: Area, sector: str, count: int) -> Iterator[Unit]:
    kind, word = UNIT_KINDS[sector]
    for number in range(1, count + 1):
        yield Unit(
            id=f"{area.id}-{kind[:2].upper()}{number}",
            name=f"{area.name}{sector}{number}号{word}",
            area=area.id,
            kind=kind,
            sector=sector,
            housing=site_of(area, sector),
        )


def site_of(area: Area, sector: str) -> str:
    """Return the site where guests of a sector live; blank: their host lodges them."""
    if area.city is not City.XINING or sector == "党政":
        return ""
    return f"{area.id}-NJ" if sector == "农业" else f"{area.id}-RC"


def spread(total: int, parts: int) -> list[int]:
    """Return whole numbers that differ by at most one and sum up to the total."""
    bounds = [total * number // parts for number in range(parts + 1)]
    return [after - before for before, after in pairwise(bounds)]
