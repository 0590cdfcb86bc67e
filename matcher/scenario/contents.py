"""Everything that planners write, as one frozen value of sorted tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from matcher.scenario.base import Entity
from matcher.scenario.conditions import (
    Assumption,
    CalendarEntry,
    Housing,
    Lock,
    Preference,
)
from matcher.scenario.entities import (
    Area,
    Commitment,
    Department,
    Need,
    Pairing,
    Person,
    Programme,
    Specialty,
    Team,
    Unit,
)
from matcher.scenario.policy import Policy
from matcher.scenario.undertakings import (
    Care,
    Delegation,
    Leader,
    Leaver,
    Meeting,
    Phase,
    Provision,
    Room,
    Session,
    Slot,
    Studio,
)
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "leavers": Leaver,
    "phases": Phase,
    "studios": Studio,
    "rooms": Room,
    "slots": Slot,
    "sessions": Session,
    "delegations": Delegation,
    "leaders": Leader,
    "care": Care,
    "meetings": Meeting,
    "provisions": Provision,
    "assumptions": Assumption,
}
"""The entity of each table, by the name of its file without the ending."""


class Contents(Entity):
    """
    The settings and tables of a scenario.

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
    public_holidays: bool = False
    """Whether the public holidays of China are days on which nobody moves."""
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
    leavers: tuple[Leaver, ...] = ()
    phases: tuple[Phase, ...] = ()
    studios: tuple[Studio, ...] = ()
    rooms: tuple[Room, ...] = ()
    slots: tuple[Slot, ...] = ()
    sessions: tuple[Session, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    leaders: tuple[Leader, ...] = ()
    care: tuple[Care, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    provisions: tuple[Provision, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Sort every table by content."""
        for table in TABLES:
            rows = sorted(getattr(self, table), key=_content)
            object.__setattr__(self, table, tuple(rows))


def _content(row: Entity) -> str:
    return json.dumps(row.model_dump(mode="json"), ensure_ascii=False)
