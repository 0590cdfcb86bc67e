"""The scenario as one frozen value, with the questions every room asks of it."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import Field

from matcher.scenario.base import Direction, Effect, Entity
from matcher.scenario.entities import (
    Area,
    Assumption,
    CalendarEntry,
    Commitment,
    Department,
    Housing,
    Lock,
    Need,
    Pairing,
    Person,
    Preference,
    Programme,
    Specialty,
    Team,
    Unit,
)
from matcher.scenario.policy import Policy
from matcher.timeline import Window, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLES: Mapping[str, type[Entity]] = {
    "areas": Area,
    "pairings": Pairing,
    "specialties": Specialty,
    "units": Unit,
    "departments": Department,
    "people": Person,
    "commitments": Commitment,
    "programmes": Programme,
    "needs": Need,
    "teams": Team,
    "housing": Housing,
    "calendar": CalendarEntry,
    "preferences": Preference,
    "locks": Lock,
    "assumptions": Assumption,
}
"""The entity of each table, by the name of its file without the ending."""

Row = TypeVar("Row", bound=Entity)


class Scenario(Entity):
    """
    Everything known before solving.

    Every table is sorted by content, so that the order of rows in a file means
    nothing.
    """

    schema_version: Literal[1] = Field(1, alias="schema")
    """Version of the file format."""
    name: str = Field(min_length=1)
    """Short name."""
    title: str = ""
    """Title as printed."""
    title_en: str = ""
    """Title in English reports; blank: the Chinese title."""
    language: Literal["zh", "en"] = "zh"
    """Language of reports unless the command line says otherwise."""
    horizon: Window
    """The days a term may lie in."""
    seed: int = Field(1, ge=0)
    """Seed of the tie-break draw and of the solver, unless the command line says."""
    policy: Policy = Policy()
    """Modes of the rules and order of the goals."""
    areas: tuple[Area, ...]
    pairings: tuple[Pairing, ...] = ()
    specialties: tuple[Specialty, ...]
    units: tuple[Unit, ...]
    departments: tuple[Department, ...] = ()
    people: tuple[Person, ...]
    commitments: tuple[Commitment, ...] = ()
    programmes: tuple[Programme, ...]
    needs: tuple[Need, ...]
    teams: tuple[Team, ...] = ()
    housing: tuple[Housing, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    preferences: tuple[Preference, ...] = ()
    locks: tuple[Lock, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Sort every table by content."""
        for table in TABLES:
            rows = sorted(getattr(self, table), key=_content)
            object.__setattr__(self, table, tuple(rows))

    @cached_property
    def area(self) -> dict[str, Area]:
        """Areas by code."""
        return _by_id(self.areas)

    @cached_property
    def specialty(self) -> dict[str, Specialty]:
        """Specialties by code."""
        return _by_id(self.specialties)

    @cached_property
    def unit(self) -> dict[str, Unit]:
        """Units by id."""
        return _by_id(self.units)

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by code."""
        return _by_id(self.people)

    @cached_property
    def programme(self) -> dict[str, Programme]:
        """Programmes by id."""
        return _by_id(self.programmes)

    @cached_property
    def need(self) -> dict[str, Need]:
        """Needs by id."""
        return _by_id(self.needs)

    @cached_property
    def team(self) -> dict[str, Team]:
        """Teams by id."""
        return _by_id(self.teams)

    @cached_property
    def site(self) -> dict[str, Housing]:
        """Housing sites by id."""
        return _by_id(self.housing)

    @cached_property
    def team_needs(self) -> dict[str, tuple[Need, ...]]:
        """The roles of each team, by team id."""
        return {
            team.id: tuple(need for need in self.needs if need.team == team.id)
            for team in self.teams
        }

    @cached_property
    def commitments_of(self) -> dict[str, tuple[Commitment, ...]]:
        """Other commitments by person; people without any are absent."""
        found: dict[str, list[Commitment]] = {}
        for commitment in self.commitments:
            found.setdefault(commitment.person, []).append(commitment)
        return {person: tuple(rows) for person, rows in found.items()}

    @cached_property
    def absences_of(self) -> dict[str, tuple[Window, ...]]:
        """Days away by other commitments, by person; overlapping ones as one."""
        return {
            person: merged(each.window for each in rows if each.away)
            for person, rows in self.commitments_of.items()
        }

    @cached_property
    def bound(self) -> frozenset[tuple[str, str]]:
        """Pairs of areas or units bound to each other, in both orders."""
        pairs = {(pair.first, pair.second) for pair in self.pairings}
        return frozenset(pairs | {(second, first) for first, second in pairs})

    @cached_property
    def heating(self) -> tuple[CalendarEntry, ...]:
        """The heating seasons."""
        return tuple(each for each in self.calendar if each.effect is Effect.HEATING)

    def home(self, person: Person) -> Area:
        """Return the area of the person's unit."""
        return self.area[self.unit[person.unit].area]

    def host_area(self, need: Need) -> Area:
        """Return the area of the need's host."""
        return self.area[self.unit[need.unit].area]

    def benefiting_area(self, person: Person, need: Need) -> Area:
        """Return the Xining area that gains: the host's, or home for those sent out."""
        if self.programme[need.programme].direction is Direction.TO_XINING:
            return self.host_area(need)
        return self.home(person)

    def sector(self, need: Need) -> str:
        """Return the need's sector: that of its specialty."""
        return self.specialty[need.specialty].sector

    def shortest(self, need: Need) -> int:
        """Return the shortest term of the need in days."""
        return need.shortest or self.programme[need.programme].shortest

    def longest(self, need: Need) -> int:
        """Return the longest term of the need in days."""
        return need.longest or self.programme[need.programme].longest

    def limits(self, person: Person) -> tuple[int, int]:
        """Return how many assignments, and days away, the person still has."""
        number = self.policy.number
        most, days = person.max_assignments, person.max_days
        if most is None:
            most = number("person-limit", "max_assignments")
        if days is None:
            days = number("person-limit", "max_days")
        # A limit that is used up forbids assignments, nothing more.
        left = max(0, most - person.served_assignments)
        return left, max(0, days - person.served_days)

    def cold(self, site: Housing) -> tuple[Window, ...]:
        """Return the seasons in which the site cannot be used for want of heating."""
        if site.heated:
            return ()
        return tuple(
            season.window
            for season in self.heating
            if not season.areas or site.area in season.areas
        )

    def acclimatisation_days(self, need: Need) -> int:
        """Return how many days before the term its people arrive."""
        number = self.policy.number
        high = number("availability", "acclimatisation_above_m")
        if self.host_area(need).altitude_m <= high:
            return 0
        return number("availability", "acclimatisation_days")

    @cached_property
    def fingerprint(self) -> str:
        """
        SHA-256 of the content: equal for equal scenarios in any file layout.

        The seed is left out: a plan names its own, which a run may choose.
        """
        content = self.model_dump(mode="json", by_alias=True, exclude={"seed"})
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def _content(row: Entity) -> str:
    return json.dumps(row.model_dump(mode="json"), ensure_ascii=False)


Named = TypeVar("Named", Area, Specialty, Unit, Person, Programme, Need, Team, Housing)


def _by_id(rows: Iterable[Named]) -> dict[str, Named]:
    return {row.id: row for row in rows}
