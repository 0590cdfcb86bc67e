"""The preferences of a generated scenario, with gaps and ties, from both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.base import Side
from matcher.scenario.conditions import Preference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from matcher.scenario.entities import Need, Person
    from matcher.scenario.generate.world import World

_RANKS = (1, 1, 2, 3, 3, 5)


def draw_preferences(
    draw: Random, needs: Sequence[Need], people: Sequence[Person], world: World
) -> tuple[Preference, ...]:
    """Return wishes of every third person and of the hosts of every third need."""
    units = {unit.id: unit for unit in world.units}
    sector = world.sector
    by_sector: dict[str, list[Need]] = {}
    for need in needs:
        by_sector.setdefault(sector[need.specialty], []).append(need)
    colleagues: dict[str, list[Person]] = {}
    for person in people:
        colleagues.setdefault(person.sector, []).append(person)
    wishes: list[Preference] = []
    for person in people:
        if draw.random() < 0.35:
            near = by_sector[person.sector]
            wanted = draw.sample(near, min(len(near), draw.randint(1, 3)))
            targets = [
                draw.choice((need.id, need.unit, units[need.unit].area))
                for need in wanted
            ]
            wishes.extend(_of_person(draw, person.id, targets))
    for need in needs:
        known = colleagues.get(sector[need.specialty], [])
        if known and draw.random() < 0.35:
            chosen = draw.sample(known, min(len(known), draw.randint(1, 4)))
            wishes.extend(_of_host(draw, need, chosen))
    return tuple(dict.fromkeys(wishes))


def _of_person(draw: Random, person: str, targets: list[str]) -> Iterable[Preference]:
    for target in dict.fromkeys(targets):
        rank = draw.choice(_RANKS)
        yield Preference(side=Side.PERSON, person=person, target=target, rank=rank)


def _of_host(draw: Random, need: Need, chosen: list[Person]) -> Iterable[Preference]:
    """Yield wishes for one need: a need's own, so that no two contradict."""
    for person in chosen:
        rank = draw.choice(_RANKS)
        yield Preference(side=Side.HOST, person=person.id, target=need.id, rank=rank)
