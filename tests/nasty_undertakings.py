"""Larger undertakings and support whose texts are as unpleasant as texts get."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from texts import CODES, COUNTS, HORIZON, NAMES, TEXTS, WORDS

from matcher.scenario.base import Anchor, Evidence, Kind, Recipient
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

SOME = st.lists(CODES, min_size=1, max_size=3, unique_by=str.strip)
DAYS = st.dates(HORIZON.start, HORIZON.last_day)


@dataclass(frozen=True)
class World:
    """
    The codes of the rest of the scenario.

    Parameters
    ----------
    area, unit, specialty, programme, need, phase, studio
        One code each.
    people
        The people's codes.
    """

    area: str
    unit: str
    specialty: str
    programme: str
    need: str
    phase: str
    studio: str
    people: tuple[str, ...]


@st.composite
def projects(draw: st.DrawFn, world: World) -> dict[str, object]:
    """Return a leaver of the need, its phase and its studio."""
    return {
        "leavers": (
            Leaver(need=world.need, person=draw(NAMES), last_day=HORIZON.start),
        ),
        "phases": (Phase(id=world.phase, project=draw(NAMES), name=draw(NAMES)),),
        "studios": (
            Studio(
                id=world.studio,
                name=draw(NAMES),
                unit=world.unit,
                members=draw(st.sampled_from([(), world.people])),
            ),
        ),
    }


@st.composite
def events(draw: st.DrawFn, world: World) -> dict[str, object]:
    """Return the parts of an event under any codes."""
    own = {"programme": world.programme}
    slots, rooms = draw(SOME), draw(SOME)
    subjects = draw(st.sampled_from([(), (world.specialty,)]))
    return {
        "slots": tuple(
            Slot(id=code, day=draw(DAYS), hours=draw(NAMES), **own) for code in slots
        ),
        "rooms": tuple(
            Room(id=code, name=draw(NAMES), seats=draw(st.integers(0, 10**9)), **own)
            for code in rooms
        ),
        "sessions": tuple(
            Session(
                id=code,
                title=draw(NAMES),
                title_en=draw(TEXTS),
                specialty=world.specialty,
                subjects=subjects,
                slots=draw(st.sampled_from([(), tuple(slots)])),
                rooms=draw(st.sampled_from([(), tuple(rooms)])),
                **own,
            )
            for code in draw(SOME)
        ),
        "delegations": tuple(
            Delegation(
                id=code,
                name=draw(NAMES),
                subject=world.specialty,
                size=draw(st.integers(1, 10**9)),
                **own,
            )
            for code in draw(SOME)
        ),
    }


@st.composite
def support(draw: st.DrawFn, world: World) -> dict[str, object]:
    """Return leaders, acts of care, meetings and provisions under any codes."""
    return {
        "leaders": tuple(
            Leader(
                id=code,
                name=draw(NAMES),
                areas=draw(st.sampled_from([(), (world.area,)])),
                sectors=tuple(draw(st.lists(WORDS, max_size=2))),
                load=draw(st.integers(0, 10**9)),
            )
            for code in draw(SOME)
        ),
        "care": tuple(
            Care(
                id=code,
                name=draw(NAMES),
                source=draw(TEXTS),
                anchor=draw(st.sampled_from(list(Anchor)[:3])),
                offset_days=draw(st.integers(-366, 366)),
                kinds=(*draw(st.sets(st.sampled_from(Kind), max_size=3)), Kind.EVENT),
                programmes=draw(st.sampled_from([(), (world.programme,)])),
                full_term=draw(st.booleans()),
                recipient=draw(st.sampled_from(Recipient)),
            )
            for code in draw(SOME)
        ),
        "meetings": tuple(
            Meeting(id=code, name=draw(NAMES), day=draw(DAYS)) for code in draw(SOME)
        ),
        "provisions": tuple(
            Provision(
                id=code,
                title=draw(NAMES),
                statement=draw(NAMES),
                statement_en=draw(TEXTS),
                evidence=draw(st.sampled_from(Evidence)),
                wanted=draw(COUNTS),
            )
            for code in draw(SOME)
        ),
    }
