"""The people of a generated scenario and what else binds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from matcher.scenario.base import Health, Sex
from matcher.scenario.conditions import Lock
from matcher.scenario.entities import Commitment, Need, Person, Programme, Unit
from matcher.scenario.generate.locks import lockable, locks
from matcher.scenario.generate.world import HORIZON, World
from matcher.timeline import Window, merged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from matcher.scenario.generate.demand import Demand

FREE = Window(HORIZON.start - timedelta(days=14), HORIZON.end)
"""Free all the time, and a little before, for acclimatisation."""


@dataclass(frozen=True)
class Supply:
    """
    Who is there.

    Parameters
    ----------
    people
        Anyone who may move.
    commitments
        What else binds some of them.
    locks
        Locks that can all be kept together.
    """

    people: tuple[Person, ...]
    commitments: tuple[Commitment, ...]
    locks: tuple[Lock, ...]


def draw_supply(draw: Random, world: World, demand: Demand, people: int) -> Supply:
    """Return people drawn around the needs; the first are made for a lock each."""
    programmes = {each.id: each for each in demand.programmes}
    sure = lockable(draw, world, demand, people)
    weights = [need.min_headcount for need in demand.needs]
    near = (*sure, *draw.choices(demand.needs, weights, k=people - len(sure)))
    rows = []
    for number, need in enumerate(near):
        make = _sure_person if number < len(sure) else _person
        code = f"P{number + 1:04}"
        rows.append(make(draw, world, code, need, programmes[need.programme]))
    locked, others = rows[: len(sure)], rows[len(sure) :]
    return Supply(
        people=tuple(rows),
        commitments=tuple(_commitments(draw, world, others)),
        locks=tuple(locks(draw, world, sure, locked, others)),
    )


def _sure_person(
    draw: Random, world: World, code: str, near: Need, programme: Programme
) -> Person:
    """Return a person of whom no rule keeps the need."""
    homes = world.homes(programme, near)
    unit = draw.choice([home for home in homes if home.id in world.open_units])
    return Person(
        id=code,
        unit=unit.id,
        sector=unit.sector,
        specialties=(_leaf(draw, world, near),),
        level=max(3, near.level),
        sex=draw.choice(tuple(Sex)),
        birth=date(1985, draw.randint(1, 12), draw.randint(1, 28)),
        experience=draw.randint(10, 20),
        health=Health.YES,
        windows=(FREE,),
        consents=(programme.direction.value,),
    )


def _leaf(draw: Random, world: World, near: Need) -> str:
    """Return the need's specialty, or one of the family if it asks for a family."""
    leaves = [each.id for each in world.specialties if each.family == near.specialty]
    return draw.choice(leaves) if leaves else near.specialty


def _person(
    draw: Random, world: World, code: str, near: Need, programme: Programme
) -> Person:
    """Return a person who could take the need, or nearly so."""
    unit = _unit(draw, world, near, programme)
    leaves = [each.id for each in world.leaves(unit.sector)]
    main = _leaf(draw, world, near) if draw.random() < 0.9 else draw.choice(leaves)
    second = draw.choice(leaves) if draw.random() < 0.2 else main
    experience = draw.randint(3, 30)
    born = date(1999 - experience, draw.randint(1, 12), draw.randint(1, 28))
    departments = [each.name for each in world.departments if each.unit == unit.id]
    row: dict[str, object] = {
        "id": code,
        "unit": unit.id,
        "department": draw.choice(departments) if departments else "",
        "sector": unit.sector,
        "specialties": tuple(dict.fromkeys((main, second))),
        "level": draw.choice((2, 3, 3, 3, 4, 4, 4, 5)),
        "sex": draw.choice(tuple(Sex)),
        "birth": born if draw.random() < 0.95 else None,
        "experience": experience,
        "health": draw.choices(tuple(Health), (88, 4, 8))[0],
        "windows": draw_windows(draw),
    }
    away = world.units_in(programme.direction.destination, unit.sector)
    return Person.model_validate(row | _options(draw, away, programme))


def _unit(draw: Random, world: World, near: Need, programme: Programme) -> Unit:
    homes = world.homes(programme, near)
    if homes and draw.random() < 0.85:
        return draw.choice(homes)
    sector = world.sector[near.specialty]
    return draw.choice(world.units_in(programme.direction.origin, sector))


def draw_windows(draw: Random) -> tuple[Window, ...]:
    """Return all the time, one long stretch, or two with a gap between them."""
    shape = draw.random()
    if shape < 0.55:
        return (FREE,)
    if shape < 0.75:
        start = HORIZON.start + timedelta(days=draw.randrange(240))
        end = start + timedelta(days=draw.randint(200, 420))
        return (Window(start, min(HORIZON.end, end)),)
    gap_start = HORIZON.start + timedelta(days=draw.randint(120, 300))
    gap_end = gap_start + timedelta(days=draw.randint(0, 60))
    return merged((Window(FREE.start, gap_start), Window(gap_end, FREE.end)))


def _options(draw: Random, away: list[Unit], programme: Programme) -> dict[str, object]:
    """Return consents, avoidance, past hosts and limits, of which most have none."""
    consents = draw.choices((programme.direction.value, programme.id, ""), (50, 45, 5))
    fields: dict[str, object] = {"consents": tuple(filter(None, consents))}
    areas = list(dict.fromkeys(unit.area for unit in away))
    if draw.random() < 0.05:
        fields["consent_areas"] = tuple(draw.sample(areas, (len(areas) + 1) // 2))
    if draw.random() < 0.05:
        fields["avoid"] = (draw.choice(areas), draw.choice(away).id)
    if draw.random() < 0.15:
        fields["past_hosts"] = (draw.choice(away).id,)
    if draw.random() < 0.1:
        fields["max_assignments"] = draw.randint(1, 3)
    if draw.random() < 0.05:
        fields |= {"served_assignments": 1, "served_days": draw.randint(20, 200)}
    return fields


def _commitments(
    draw: Random, world: World, people: Iterable[Person]
) -> Iterable[Commitment]:
    """Yield a course or a duty for every eighth person outside the open units."""
    for person in people:
        if person.unit in world.open_units or draw.random() > 0.12:
            continue
        first_day = HORIZON.start + timedelta(days=draw.randrange(450))
        yield Commitment(
            person=person.id,
            first_day=first_day,
            last_day=first_day + timedelta(days=draw.randint(4, 40)),
            away=draw.random() < 0.5,
            reason=draw.choice(("进修", "省内帮扶", "值班")),
        )
