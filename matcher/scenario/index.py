"""Rows of a scenario by their codes, and gathered by what they belong to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from matcher.scenario.base import Effect
from matcher.scenario.conditions import CalendarEntry, Housing
from matcher.scenario.contents import Contents
from matcher.scenario.entities import (
    Area,
    Commitment,
    Need,
    Person,
    Programme,
    Specialty,
    Team,
    Unit,
)
from matcher.scenario.public_holidays import Holiday, public_holidays
from matcher.scenario.undertakings import (
    Delegation,
    Leader,
    Leaver,
    Phase,
    Room,
    Session,
    Slot,
    Studio,
)
from matcher.timeline import Window, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Index(Contents):
    """The tables with the ways to find their rows."""

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
    def leader(self) -> dict[str, Leader]:
        """Leaders by code."""
        return _by_id(self.leaders)

    @cached_property
    def phase(self) -> dict[str, Phase]:
        """Phases by id."""
        return _by_id(self.phases)

    @cached_property
    def studio(self) -> dict[str, Studio]:
        """Studios by id."""
        return _by_id(self.studios)

    @cached_property
    def session(self) -> dict[str, Session]:
        """Sessions by id."""
        return _by_id(self.sessions)

    @cached_property
    def slot(self) -> dict[str, Slot]:
        """Slots by id."""
        return _by_id(self.slots)

    @cached_property
    def room(self) -> dict[str, Room]:
        """Rooms by id."""
        return _by_id(self.rooms)

    @cached_property
    def delegation(self) -> dict[str, Delegation]:
        """Delegations by id."""
        return _by_id(self.delegations)

    @cached_property
    def leaver_of(self) -> dict[str, Leaver]:
        """The leaver of each need that has one, by need."""
        return {each.need: each for each in self.leavers}

    @cached_property
    def phase_needs(self) -> dict[str, tuple[Need, ...]]:
        """The needs of each phase, by phase id."""
        return _gathered(self.phases, self.needs, lambda need: need.phase)

    @cached_property
    def team_needs(self) -> dict[str, tuple[Need, ...]]:
        """The roles of each team, by team id."""
        return _gathered(self.teams, self.needs, lambda need: need.team)

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
    def rating_of(self) -> dict[tuple[str, str], int]:
        """The points given for a person and a need; pairs without any are absent."""
        return {(each.person, each.need): each.points for each in self.ratings}

    @cached_property
    def bound(self) -> frozenset[tuple[str, str]]:
        """Pairs of areas or units bound to each other, in both orders."""
        pairs = {(pair.first, pair.second) for pair in self.pairings}
        return frozenset(pairs | {(second, first) for first, second in pairs})

    @cached_property
    def holidays(self) -> tuple[Holiday, ...]:
        """The public holidays that meet the horizon, if they are asked for."""
        return public_holidays(self.horizon) if self.public_holidays else ()

    @cached_property
    def entries(self) -> tuple[CalendarEntry, ...]:
        """The calendar with the public holidays."""
        return (*self.calendar, *(each.entry for each in self.holidays))

    @cached_property
    def heating(self) -> tuple[CalendarEntry, ...]:
        """The heating seasons."""
        return tuple(each for each in self.calendar if each.effect is Effect.HEATING)

    @cached_property
    def mentees_of(self) -> dict[str, tuple[Person, ...]]:
        """The staff of each unit who may be raised, by unit; others are absent."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            if person.mentee:
                found.setdefault(person.unit, []).append(person)
        return {unit: tuple(staff) for unit, staff in found.items()}

    @cached_property
    def events(self) -> dict[str, tuple[Session, ...]]:
        """The sessions of each programme that has any, by programme."""
        found: dict[str, list[Session]] = {}
        for session in self.sessions:
            found.setdefault(session.programme, []).append(session)
        return {event: tuple(sessions) for event, sessions in found.items()}


Named = TypeVar(
    "Named",
    Area,
    Specialty,
    Unit,
    Person,
    Programme,
    Need,
    Team,
    Housing,
    Leader,
    Phase,
    Studio,
    Session,
    Slot,
    Room,
    Delegation,
)


def _by_id(rows: Iterable[Named]) -> dict[str, Named]:
    return {row.id: row for row in rows}


def _gathered(
    groups: Iterable[Team | Phase | Studio],
    needs: Iterable[Need],
    named: Callable[[Need], str],
) -> dict[str, tuple[Need, ...]]:
    """Return the needs of each group by its id, in their order."""
    found: dict[str, list[Need]] = {group.id: [] for group in groups}
    for need in needs:
        if named(need) in found:
            found[named(need)].append(need)
    return {group: tuple(members) for group, members in found.items()}
