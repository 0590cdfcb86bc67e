"""Caps and beds of a year between provinces: near what needs and people suggest."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from matcher.scenario.conditions import Housing
from matcher.scenario.entities import Department
from matcher.scenario.generate.provinces.places import site_of
from matcher.scenario.generate.world import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from matcher.scenario.entities import Area, Need, Person, Unit
    from matcher.scenario.generate.provinces.places import Land

_LEASE_BEGINS = date(2023, 2, 1)
_LEASE_ENDS = (date(2024, 8, 31), date(2024, 8, 31), date(2024, 6, 30))


def capped_units(
    draw: Random, land: Land, needs: Sequence[Need], people: Sequence[Person]
) -> Iterator[Unit]:
    """Yield the units with how many they may spare and host on one day."""
    guests = Counter[str]()
    largest: dict[str, int] = {}
    for need in needs:
        guests[need.unit] += need.min_headcount
        size = max(largest.get(need.unit, 0), need.min_headcount)
        # A team must find room, whatever the cap is.
        largest[need.unit] = size + 1 if need.team else size
    staff = Counter(person.unit for person in people)
    provinces = {province.id for province in land.provinces.values()}
    for unit in land.units:
        share = (0.15, 0.3) if unit.area in provinces else (0.7, 1.1)
        yield unit.model_copy(
            update={
                "release_cap": about(draw, staff[unit.id], *share),
                "host_cap": max(
                    largest.get(unit.id, 1), about(draw, guests[unit.id], 0.8, 1.4)
                ),
            }
        )


def departments(draw: Random, people: Sequence[Person]) -> Iterator[Department]:
    """Yield departments of hospitals that can spare one person at a time."""
    staff = Counter((each.unit, each.department) for each in people if each.department)
    for (unit, name), count in sorted(staff.items()):
        if count > 1 and draw.random() < 0.3:
            yield Department(unit=unit, name=name, release_cap=count // 2)


def housing(draw: Random, land: Land, needs: Sequence[Need]) -> Iterator[Housing]:
    """Yield two sites for each county of the west; in villages they are not heated."""
    wanted = Counter[str]()
    site = {unit.id: unit.housing for unit in land.units}
    for need in needs:
        wanted[site[need.unit]] += need.min_headcount
    for pair in land.pairs:
        for sector, name, share in (
            ("医疗", "人才公寓", (0.35, 0.55)),
            ("农业", "乡村驿站", (0.3, 0.6)),
        ):
            code = site_of(pair.west, sector)
            yield _site(draw, pair.west, code, name, (wanted[code], share))


def _site(
    draw: Random,
    area: Area,
    code: str,
    name: str,
    asked: tuple[int, tuple[float, float]],
) -> Housing:
    guests, share = asked
    return Housing(
        id=code,
        name=f"{area.name}{name}",
        area=area.id,
        beds_female=about(draw, guests, *share),
        beds_male=about(draw, guests, *share),
        heated=name == "人才公寓",
        first_day=_LEASE_BEGINS,
        last_day=draw.choice(_LEASE_ENDS),
    )
