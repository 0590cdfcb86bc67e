"""What the judge writes down of leaders, studios, phases and events."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.timeline import Window


@dataclass(frozen=True)
class LeaderRecord:
    """
    What a leader takes.

    Parameters
    ----------
    leader
        Code of the leader.
    people
        Links of the plan.
    load
        Most allowed.
    """

    leader: str
    people: int
    load: int


@dataclass(frozen=True)
class VisitRecord:
    """
    A working visit of a studio.

    Parameters
    ----------
    need
        The need it is.
    person
        The master.
    term
        Its days.
    members
        Codes of the members who learn, sorted.
    """

    need: str
    person: str
    term: Window
    members: tuple[str, ...]


@dataclass(frozen=True)
class StudioRecord:
    """
    A studio's year.

    Parameters
    ----------
    studio
        Code of the studio.
    masters
        Codes of those who visit, sorted; one, unless the rule is soft or off.
    visits
        The visits made, by first day.
    wanted
        How many visits its needs ask for.
    """

    studio: str
    masters: tuple[str, ...]
    visits: tuple[VisitRecord, ...]
    wanted: int


@dataclass(frozen=True)
class PhaseRecord:
    """
    How a phase runs.

    Parameters
    ----------
    phase
        Code of the phase.
    days
        From its first start to its last end; none if it does not run.
    filled, wanted
        Assignments of its needs, and the posts they ask for at least.
    successors
        Codes of local staff raised to take over, sorted.
    """

    phase: str
    days: Window | None
    filled: int
    wanted: int
    successors: tuple[str, ...]


@dataclass(frozen=True)
class SessionRecord:
    """
    A session of an event.

    Parameters
    ----------
    session
        Code of the session.
    slot, room
        When and where; blank if it is not held.
    speakers
        Codes of those who speak.
    seated
        Participants who hear it.
    seats
        Seats of the room; 0 if it is not held.
    """

    session: str
    slot: str
    room: str
    speakers: tuple[str, ...]
    seated: int
    seats: int


@dataclass(frozen=True)
class DelegationRecord:
    """
    What a delegation hears.

    Parameters
    ----------
    delegation
        Code of the delegation.
    size
        Its participants.
    heard
        How many of them can each hear at least one session.
    seats
        Its seats in all sessions together.
    """

    delegation: str
    size: int
    heard: int
    seats: int
