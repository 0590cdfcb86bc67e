"""Who is offered in a year between provinces, their duties and their wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from matcher.scenario.base import Health, Sex, Side
from matcher.scenario.conditions import Preference
from matcher.scenario.entities import Commitment, Person
from matcher.scenario.generate.provinces.demand import Order, Wanted
from matcher.scenario.generate.supply import FREE, draw_windows
from matcher.scenario.generate.world import HORIZON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from matcher.scenario.entities import Area, Need, Specialty
    from matcher.scenario.generate.provinces.places import Land, Pair
    from matcher.timeline import Window

_NAMED = 0.7
_STRANGER = 0.03
_OUTSIDER = 0.05
_SENIOR = 0.75


@dataclass(frozen=True)
class Offered:
    """
    A person with the need around which they were drawn.

    Parameters
    ----------
    person
        The person.
    order, wanted
        The line of the province, and the need.
    """

    person: Person
    order: Order
    wanted: Wanted


class Source:
    """
    Draws people.

    Parameters
    ----------
    draw, land
        The draw and the places.
    tree
        All specialties.
    """

    def __init__(self, draw: Random, land: Land, tree: Sequence[Specialty]) -> None:
        self._draw = draw
        self._land = land
        self._of_family: dict[str, list[str]] = {}
        self._of_sector: dict[str, list[str]] = {}
        names = {each.id: each.name for each in tree}
        self._family = {each.id: names[each.family] for each in tree if each.family}
        for each in tree:
            if each.family:
                self._of_family.setdefault(each.family, []).append(each.id)
                self._of_sector.setdefault(each.sector, []).append(each.id)
        self._pairs: dict[str, list[Pair]] = {}
        for pair in land.pairs:
            self._pairs.setdefault(pair.sender, []).append(pair)

    def people(self, orders: Sequence[Order]) -> Iterator[Offered]:
        """Yield as many people for each order as there are for it."""
        number = 0
        for order in orders:
            for wanted in self._near(order):
                number += 1
                yield Offered(self._person(number, order, wanted), order, wanted)

    def _near(self, order: Order) -> Iterator[Wanted]:
        """Yield needs to draw people around: most people are named for a post."""
        seats = [each for each in order.wanted for _ in range(each.need.min_headcount)]
        self._draw.shuffle(seats)
        named = min(len(seats), round(_NAMED * order.people))
        yield from seats[:named]
        yield from self._draw.choices(seats, k=order.people - named)

    def _person(self, number: int, order: Order, wanted: Wanted) -> Person:
        """Return a person who could take the need, or nearly so."""
        draw, need = self._draw, wanted.need
        host = wanted.pair.west if order.line.to_west else wanted.pair.east
        sector = wanted.sector
        leaves = self._of_sector[sector]
        main = draw.choice(self._of_family.get(need.specialty, [need.specialty]))
        if draw.random() < _OUTSIDER:
            main = draw.choice(leaves)
        second = draw.choice(leaves) if draw.random() < 0.2 else main
        level = draw.choice((2, 3, 3, 3, 4, 4, 4, 5))
        if draw.random() < _SENIOR:
            level = max(level, need.level)
        experience = draw.randint(3, 28)
        row: dict[str, object] = {
            "id": f"P{number:05}",
            "unit": draw.choice(self._land.at(self._home(order, wanted), sector)).id,
            "department": self._family.get(main, "") if sector == "医疗" else "",
            "sector": sector,
            "specialties": tuple(dict.fromkeys((main, second))),
            "level": level,
            "sex": draw.choice(tuple(Sex)),
            "birth": date(1999 - experience, draw.randint(1, 12), draw.randint(1, 28)),
            "experience": experience,
            "health": draw.choices(tuple(Health), (90, 3, 7))[0],
            "windows": self._windows(order),
        }
        known = [unit.id for unit in self._land.at(host, sector)]
        return Person.model_validate(row | self._options(order, known))

    def _home(self, order: Order, wanted: Wanted) -> Area:
        if order.line.pooled:
            return self._land.provinces[order.sender]
        pair = wanted.pair
        if self._draw.random() < _STRANGER:
            pair = self._draw.choice(self._pairs[order.sender])
        return pair.east if order.line.to_west else pair.west

    def _windows(self, order: Order) -> tuple[Window, ...]:
        """Return when the person is free: cadres who go for a year mostly are."""
        if self._draw.random() < (0.85 if order.line.key == "GB" else 0.6):
            return (FREE,)
        return draw_windows(self._draw)

    def _options(self, order: Order, known: list[str]) -> dict[str, object]:
        """Return consents, avoidance, past hosts and limits; most have no others."""
        draw, programme = self._draw, order.programme
        consents = draw.choices(
            (programme.direction.value, programme.id, ""), (57, 40, 3)
        )
        fields: dict[str, object] = {"consents": tuple(filter(None, consents))}
        if draw.random() < 0.02:
            fields["avoid"] = (draw.choice(known),)
        if draw.random() < 0.15:
            fields["past_hosts"] = (draw.choice(known),)
        if draw.random() < 0.1:
            fields["max_assignments"] = 1
        if draw.random() < 0.03:
            fields |= {"served_assignments": 1, "served_days": draw.randint(20, 200)}
        return fields


def commitments(draw: Random, offered: Sequence[Offered]) -> Iterator[Commitment]:
    """Yield a course or a duty for every twelfth person, cadres left out."""
    for each in offered:
        if each.order.line.key == "GB" or draw.random() > 0.08:
            continue
        first_day = HORIZON.start + timedelta(days=draw.randrange(450))
        yield Commitment(
            person=each.person.id,
            first_day=first_day,
            last_day=first_day + timedelta(days=draw.randint(4, 40)),
            away=draw.random() < 0.5,
            reason=draw.choice(("进修", "省内任务", "值班")),
        )


def wishes(
    draw: Random, orders: Sequence[Order], offered: Sequence[Offered]
) -> Iterator[Preference]:
    """Yield wishes of every third person, and of the hosts of every third need."""
    needs: dict[tuple[str, str], list[Need]] = {}
    for order in orders:
        for wanted in order.wanted:
            needs.setdefault(_group(order, wanted), []).append(wanted.need)
    people: dict[tuple[str, str], list[Person]] = {}
    for each in offered:
        people.setdefault(_group(each.order, each.wanted), []).append(each.person)
        if draw.random() < 0.35:
            near = needs[_group(each.order, each.wanted)]
            count = min(len(near), draw.randint(1, 3))
            targets = (
                draw.choice((need.id, need.unit)) for need in draw.sample(near, count)
            )
            yield from _ranked(draw, Side.PERSON, each.person.id, targets)
    for group, near in needs.items():
        for need in near:
            known = people.get(group, [])
            if known and draw.random() < 0.3:
                chosen = draw.sample(known, min(len(known), draw.randint(1, 3)))
                for person in chosen:
                    yield from _ranked(draw, Side.HOST, person.id, (need.id,))


def _group(order: Order, wanted: Wanted) -> tuple[str, str]:
    """Return what a wish is about: a line and, if units of counties serve, a pair."""
    return order.programme.id, "" if order.line.pooled else wanted.pair.west.id


def _ranked(
    draw: Random, side: Side, person: str, targets: Iterator[str] | tuple[str, ...]
) -> Iterator[Preference]:
    for target in dict.fromkeys(targets):
        rank = draw.choice((1, 1, 2, 3, 3, 5))
        yield Preference(side=side, person=person, target=target, rank=rank)
