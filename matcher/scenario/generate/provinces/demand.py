"""What counties ask for in a year between provinces."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from matcher.scenario.base import Kind, Match
from matcher.scenario.entities import Need, Programme, Team
from matcher.scenario.generate.demand import roles, team_of
from matcher.scenario.generate.provinces.lines import LINES, Line
from matcher.scenario.generate.provinces.places import Land, Pair, spread
from matcher.scenario.undertakings import Leaver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from matcher.scenario.entities import Specialty
    from matcher.scenario.generate.provinces.shapes import Shape

_SEATS_PER_PERSON = 0.88
_TARGET = 0.95
_QUOTA = 0.85
_LIMITED = frozenset({"XT", "ZJ", "PX"})
"""Lines of which a province gives less than it is asked for."""
_HANDED_OVER = 0.15
_BESIDE = 0.15
"""Needs outside the two families of each sector that a county cares for most."""


@dataclass(frozen=True)
class Wanted:
    """
    A need with where it comes from.

    Parameters
    ----------
    need
        The need.
    pair
        The counties that are paired for it.
    sector
        Its sector.
    """

    need: Need
    pair: Pair
    sector: str


@dataclass(frozen=True)
class Order:
    """
    What one province in the east is asked for on one line.

    Parameters
    ----------
    line
        The line.
    sender
        Letter of the province.
    programme
        The line in the province's agreement.
    wanted
        The needs.
    teams
        Of the needs.
    people
        How many people there are for it.
    """

    line: Line
    sender: str
    programme: Programme
    wanted: tuple[Wanted, ...]
    teams: tuple[Team, ...]
    people: int


class Askers:
    """
    Draws what counties ask for.

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
        self._leaves: dict[str, list[Specialty]] = {}
        for each in tree:
            if each.family:
                self._leaves.setdefault(each.sector, []).append(each)
        self._pairs: dict[str, list[Pair]] = {}
        for pair in land.pairs:
            self._pairs.setdefault(pair.sender, []).append(pair)
        self._focus = {
            (pair.west.id, sector): self._families(leaves)
            for pair in land.pairs
            for sector, leaves in self._leaves.items()
        }

    def _families(self, leaves: Sequence[Specialty]) -> list[Specialty]:
        """Return the leaves of two families."""
        families = sorted({each.family for each in leaves})
        chosen = self._draw.sample(families, min(2, len(families)))
        return [each for each in leaves if each.family in chosen]

    def orders(self, shape: Shape) -> Iterator[Order]:
        """Yield what each province is asked for on each line."""
        for line in LINES:
            people = Counter[str]()
            counts = spread(shape.people[line.key], len(self._land.pairs))
            for count, pair in zip(counts, self._land.pairs, strict=True):
                people[pair.sender] += count
            for sender, count in people.items():
                yield self._order(line, sender, count)

    def _order(self, line: Line, sender: str, people: int) -> Order:
        draw, pairs = self._draw, self._pairs[sender]
        weights = [pair.west.population for pair in pairs]
        wanted: list[Wanted] = []
        teams: list[Team] = []
        left = max(1, round(_SEATS_PER_PERSON * people))
        while left > 0:
            pair = draw.choices(pairs, weights)[0]
            each = self._wanted(line, pair, f"{sender}-{line.key}", len(wanted) + 1)
            if line.programme.kind is Kind.TEAM_VISIT:
                parts = roles(draw, each.need)
                wanted += [Wanted(role, pair, each.sector) for role in parts]
                teams.append(team_of(each.need))
            else:
                wanted.append(each)
            left -= each.need.min_headcount
        name = self._land.provinces[sender].name.removesuffix("本级")
        least = sum(each.need.min_headcount for each in wanted)
        programme = line.programme.model_copy(
            update={
                "id": f"{sender}-{line.key}",
                "name": f"{name}·{line.programme.name}",
                "name_en": f"East {sender}: {line.programme.name_en}",
                "target": round(_TARGET * least),
                "maximum": round(_QUOTA * least) if line.key in _LIMITED else None,
                "release_areas": (f"E{sender}",) if line.pooled else (),
            }
        )
        return Order(line, sender, programme, tuple(wanted), tuple(teams), people)

    def _wanted(self, line: Line, pair: Pair, programme: str, number: int) -> Wanted:
        draw = self._draw
        sector = draw.choice(line.sectors)
        specialty = draw.choice(
            self._leaves[sector]
            if line.pooled or draw.random() < _BESIDE
            else self._focus[pair.west.id, sector]
        )
        first_day, last_day, shortest, longest = line.days(draw)
        host = pair.west if line.to_west else pair.east
        head = draw.choice(line.heads)
        need = Need(
            id=f"{programme}-{number:04}",
            programme=programme,
            unit=draw.choice(self._land.at(host, sector)).id,
            specialty=specialty.family if draw.random() < 0.1 else specialty.id,
            match=Match.FAMILY if draw.random() < 0.85 else Match.EXACT,
            level=draw.choice((2, 3, 3, 3, 4)),
            min_headcount=head,
            max_headcount=head + draw.choice((0, 0, 0, 0, 0, 1)),
            first_day=first_day,
            last_day=last_day,
            shortest=shortest,
            longest=longest,
            priority=draw.choice((1, 2, 2, 3, 3, 3, 4, 5)),
            handover=line.key == "GB" and draw.random() < _HANDED_OVER,
        )
        return Wanted(need, pair, sector)


def leavers(draw: Random, orders: Sequence[Order]) -> Iterator[Leaver]:
    """Yield whoever hands a post over to its holder."""
    for order in orders:
        for each in order.wanted:
            if each.need.handover:
                days = timedelta(days=draw.randint(14, 24))
                yield Leaver(
                    need=each.need.id,
                    person=f"L-{each.need.id}",
                    last_day=each.need.first_day + days,
                )
