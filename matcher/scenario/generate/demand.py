"""The programmes, needs and teams of a generated scenario."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from matcher.scenario.base import City, Counting, Direction, Kind, Match
from matcher.scenario.entities import Need, Programme, Team, Unit
from matcher.scenario.generate import catalogue
from matcher.scenario.generate.world import HORIZON, World

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

XINING, NANJING = Direction.TO_XINING, Direction.TO_NANJING

_COUNTIES = tuple(area.id for area in catalogue.COUNTIES)
_URBAN = tuple(area.id for area in catalogue.URBAN)

_PROGRAMMES = (
    (
        ("医疗",),
        Programme(
            id="G1",
            name="小组团医疗帮扶",
            name_en="Small medical teams",
            kind=Kind.TEAM_VISIT,
            direction=XINING,
            shortest=21,
            longest=21,
            release_kinds=("hospital",),
            host_kinds=("hospital",),
        ),
    ),
    (
        ("教育", "医疗", "农业"),
        Programme(
            id="G2",
            name="三支帮扶",
            name_en="Paired support postings",
            kind=Kind.SUPPORT_POSTING,
            direction=XINING,
            min_days_to_count=30,
            shortest=90,
            longest=180,
            paired=True,
        ),
    ),
    (
        ("教育", "医疗"),
        Programme(
            id="G3",
            name="骨干跟岗锻炼",
            name_en="On-post training",
            kind=Kind.ATTACHMENT,
            direction=NANJING,
            min_days_to_count=30,
            shortest=60,
            longest=300,
            release_areas=_COUNTIES + _URBAN,
        ),
    ),
    (
        ("农业", "教育"),
        Programme(
            id="G4",
            name="专家短期指导",
            name_en="Expert visits",
            kind=Kind.VISIT,
            direction=XINING,
            counting=Counting.POSTINGS,
            shortest=5,
            longest=14,
        ),
    ),
    (
        ("国企",),
        Programme(
            id="G5",
            name="国企实岗指导",
            name_en="SOE guidance",
            kind=Kind.ATTACHMENT,
            direction=XINING,
            as_of=date(2023, 11, 30),
            shortest=60,
            longest=90,
            release_kinds=("soe",),
            host_kinds=("soe",),
        ),
    ),
    (
        ("医疗", "农业"),
        Programme(
            id="G6",
            name="结对区县骨干提升",
            name_en="Paired training",
            kind=Kind.ATTACHMENT,
            direction=NANJING,
            shortest=30,
            longest=120,
            paired=True,
        ),
    ),
    (
        ("党政",),
        Programme(
            id="G7",
            name="党政干部挂职",
            name_en="Secondment of cadres",
            kind=Kind.SECONDMENT,
            direction=NANJING,
            min_days_to_count=180,
            shortest=365,
            longest=365,
            age_max=45,
        ),
    ),
)


@dataclass(frozen=True)
class Demand:
    """
    What is asked for.

    Parameters
    ----------
    programmes
        Lines of the agreement.
    needs
        What hosts ask for.
    teams
        Teams, each with roles among the needs.
    """

    programmes: tuple[Programme, ...]
    needs: tuple[Need, ...]
    teams: tuple[Team, ...]


def draw_demand(draw: Random, world: World, seats: int) -> Demand:
    """Return needs whose least headcounts sum up to the number of seats exactly."""
    needs: list[Need] = []
    teams: list[Team] = []
    lines = [
        (sectors, _within(programme, world))
        for sectors, programme in _PROGRAMMES
        if set(sectors) & set(world.sectors)
    ]
    left = seats
    in_turn = cycle(lines)
    while left:
        sectors, programme = next(in_turn)
        sector = draw.choice([each for each in sectors if each in world.sectors])
        head = draw.randint(1, min(6, 1 + seats // 10))
        is_team = programme.kind is Kind.TEAM_VISIT and left >= 3
        head = max(3, head) if is_team else head
        head = min(left, head)
        need = _need(draw, world, programme, sector).model_copy(
            update={
                "id": f"N{len(needs) + 1:03}",
                "min_headcount": head,
                "max_headcount": head + draw.choice((0, 0, 0, 0, 1, 2)),
            }
        )
        if is_team:
            needs.extend(roles(draw, need))
            teams.append(team_of(need))
        else:
            needs.append(need)
        left -= head
    programmes = tuple(_with_targets(draw, [line for _, line in lines], needs))
    return Demand(programmes, tuple(needs), tuple(teams))


def _within(programme: Programme, world: World) -> Programme:
    """Return the programme with only those areas in scope that are there."""
    there = {area.id for area in world.areas}
    areas = tuple(code for code in programme.release_areas if code in there)
    return programme.model_copy(update={"release_areas": areas})


def _need(draw: Random, world: World, programme: Programme, sector: str) -> Need:
    """Return a need for one person."""
    specialty = draw.choice(world.leaves(sector))
    share = 0.9 if programme.paired else 0.35
    match = Match.FAMILY if draw.random() < share else Match.EXACT
    shortest = draw.randrange(programme.shortest, programme.longest + 1, 5)
    longest = min(programme.longest, shortest + draw.choice((0, 0, 15, 30)))
    width = longest + draw.randint(21, 90)
    latest = max(1, HORIZON.days - width)
    first_day = HORIZON.start + timedelta(days=draw.randrange(latest))
    last_day = min(HORIZON.last_day, first_day + timedelta(days=width))
    return Need(
        id="N",
        programme=programme.id,
        unit=_host(draw, world, programme, sector).id,
        specialty=specialty.family if draw.random() < 0.1 else specialty.id,
        match=match,
        level=draw.choice((2, 3, 3, 3, 4)),
        first_day=first_day,
        last_day=last_day,
        shortest=shortest,
        longest=longest,
        priority=draw.choice((1, 2, 2, 3, 3, 3, 4, 5)),
    )


def _host(draw: Random, world: World, programme: Programme, sector: str) -> Unit:
    city: City = programme.direction.destination
    units = world.units_in(city, sector)
    if programme.paired:
        units = [unit for unit in units if unit.area in world.bound]
    return draw.choice(units)


def roles(draw: Random, need: Need) -> Iterable[Need]:
    """Yield a leader, members, and for every third team an optional helper."""
    size = need.min_headcount
    team = need.model_copy(
        update={"team": f"T{need.id}", "min_headcount": 1, "max_headcount": 1}
    )
    lead = {"id": f"{need.id}a", "role": "组长", "leader": True, "level": 4}
    rest = {"id": f"{need.id}b", "role": "成员", "level": 3}
    yield team.model_copy(update=lead)
    yield team.model_copy(
        update=rest | {"min_headcount": size - 1, "max_headcount": size - 1}
    )
    if draw.random() < 0.3:
        helper = {"id": f"{need.id}c", "role": "助手", "level": 2, "min_headcount": 0}
        yield team.model_copy(update=helper)


def team_of(need: Need) -> Team:
    """Return the team of which the need says host, days and size."""
    return Team(
        id=f"T{need.id}",
        name=f"{need.id}小组团",
        min_size=need.min_headcount,
        max_size=need.min_headcount + 1,
        senior_level=4,
        senior_count=1,
    )


def _with_targets(
    draw: Random, programmes: Sequence[Programme], needs: Sequence[Need]
) -> Iterable[Programme]:
    """Yield the programmes, most with a target, every third with a maximum."""
    for number, programme in enumerate(programmes):
        asked = [need for need in needs if need.programme == programme.id]
        least = sum(need.min_headcount for need in asked)
        most = sum(need.max_headcount for need in asked)
        yield programme.model_copy(
            update={
                "target": None if draw.random() < 0.1 else max(1, round(0.9 * least)),
                "maximum": max(1, least, most - 2) if number % 3 == 1 else None,
            }
        )
