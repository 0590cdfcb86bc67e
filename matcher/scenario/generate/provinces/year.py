"""A year between provinces: some counties, or all of a nation's."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from matcher.scenario.entities import Pairing
from matcher.scenario.generate import catalogue
from matcher.scenario.generate.provinces.caps import (
    capped_units,
    departments,
    housing,
)
from matcher.scenario.generate.provinces.demand import Askers, leavers
from matcher.scenario.generate.provinces.locks import locks
from matcher.scenario.generate.provinces.places import draw_land
from matcher.scenario.generate.provinces.supply import Source, commitments, wishes
from matcher.scenario.generate.world import HORIZON
from matcher.scenario.model import Scenario

if TYPE_CHECKING:
    from matcher.scenario.generate.provinces.shapes import Shape


def generate_provinces(shape: Shape, seed: int = 1) -> Scenario:
    """
    Return an invented year between provinces of the east and of the west.

    The east stands where Nanjing stands, the west where Xining does. Counties are
    paired one to one. What ties them is their province: targets and maxima of its
    agreement, and its hospitals, academies and colleges, which serve all of them.

    Parameters
    ----------
    shape
        How large it is.
    seed
        Seed of the draw.
    """
    draw = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    tree = catalogue.specialties(len(catalogue.SECTORS), 6)
    land = draw_land(draw, shape)
    orders = list(Askers(draw, land, tree).orders(shape))
    needs = [each.need for order in orders for each in order.wanted]
    offered = list(Source(draw, land, tree).people(orders))
    people = [each.person for each in offered]
    calendar = catalogue.holidays()
    return Scenario(
        name=f"{shape.name}-{seed}",
        title=shape.title,
        title_en=shape.title_en,
        horizon=HORIZON,
        seed=seed,
        areas=tuple(land.areas),
        pairings=tuple(
            Pairing(first=pair.east.id, second=pair.west.id) for pair in land.pairs
        ),
        specialties=tree,
        units=tuple(capped_units(draw, land, needs, people)),
        departments=tuple(departments(draw, people)),
        people=tuple(people),
        commitments=tuple(commitments(draw, offered)),
        programmes=tuple(order.programme for order in orders),
        needs=tuple(needs),
        teams=tuple(team for order in orders for team in order.teams),
        housing=tuple(housing(draw, land, needs)),
        calendar=calendar,
        preferences=tuple(dict.fromkeys(wishes(draw, orders, offered))),
        locks=tuple(locks(draw, land, calendar, offered)),
        leavers=tuple(leavers(draw, orders)),
    )
