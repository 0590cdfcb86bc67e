"""Invented but valid scenarios of any size, for tests and measurements."""

from __future__ import annotations

from random import Random

from matcher.scenario.generate.demand import draw_demand
from matcher.scenario.generate.supply import draw_supply
from matcher.scenario.generate.wishes import draw_preferences
from matcher.scenario.generate.world import HORIZON, draw_world, with_caps
from matcher.scenario.model import Scenario


def generate(people: int = 40, seats: int = 25, seed: int = 1) -> Scenario:
    """
    Return an invented two-city year in which every rule has something to do.

    The same arguments give the same scenario in every process. Areas, pairings,
    codes and holidays are real; units, people and needs are invented.

    Parameters
    ----------
    people
        How many people there are, at least 1.
    seats
        The sum of the least headcounts of all needs, at least 1.
    seed
        Seed of the draw.

    Raises
    ------
    ValueError
        If there would be no people or no seats.
    """
    if people < 1 or seats < 1:
        raise ValueError("a scenario has at least one person and one seat")
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    world = draw_world(draw, people)
    demand = draw_demand(draw, world, seats)
    supply = draw_supply(draw, world, demand, people)
    capped = with_caps(draw, world, demand.needs, supply.people)
    return Scenario(
        name=f"generated-{people}-{seats}-{seed}",
        title=f"生成的方案：{people}人、{seats}个岗位",
        title_en=f"Generated scenario: {people} people, {seats} seats",
        horizon=HORIZON,
        seed=seed,
        areas=world.areas,
        pairings=world.pairings,
        specialties=world.specialties,
        units=capped.units,
        departments=world.departments,
        people=supply.people,
        commitments=supply.commitments,
        programmes=demand.programmes,
        needs=demand.needs,
        teams=demand.teams,
        housing=capped.housing,
        calendar=world.calendar,
        preferences=draw_preferences(draw, demand.needs, supply.people, world),
        locks=supply.locks,
    )
