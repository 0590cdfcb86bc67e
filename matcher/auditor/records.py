"""What the judge writes down beside figures: handovers, care, exchange, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.auditor.system_records import (
    DelegationRecord,
    LeaderRecord,
    PhaseRecord,
    SessionRecord,
    StudioRecord,
    VisitRecord,
)
from matcher.rulebook import Text
from matcher.scenario.base import Recipient
from matcher.timeline import Window

__all__ = [
    "AgendaRecord",
    "CareRecord",
    "DelegationRecord",
    "Exchange",
    "ExchangeRecord",
    "HandoverRecord",
    "LeaderRecord",
    "PhaseRecord",
    "ProvisionFact",
    "ProvisionRecord",
    "Records",
    "SessionRecord",
    "StudioRecord",
    "VisitRecord",
]


@dataclass(frozen=True)
class HandoverRecord:
    """
    A line of the handover list.

    Parameters
    ----------
    need
        The need whose post is handed over.
    leaver, successor
        Codes of the two.
    days
        The days on which both are on post; none if they never are.
    kind
        ``plan``: between two holders of the plan; ``before``: from a leaver of the
        plan before; ``local``: to local staff of the need's successor unit.
    fits
        Whether the rule handover is content; always, for ``local`` and where the need
        asks for no handover.
    """

    need: str
    leaver: str
    successor: str
    days: Window | None
    kind: str
    fits: bool


@dataclass(frozen=True)
class CareRecord:
    """
    A line of the dated care list.

    Parameters
    ----------
    day
        When it is due.
    rule
        Code of the care rule.
    person, need
        For whose assignment.
    recipient
        Whom it reaches.
    occasion
        Name of the festival; blank for other anchors.
    """

    day: date
    rule: str
    person: str
    need: str
    recipient: Recipient
    occasion: str


@dataclass(frozen=True)
class ExchangeRecord:
    """
    What moves both ways for one key.

    Parameters
    ----------
    key
        What it is counted for; see :class:`Exchange`.
    to_xining, to_nanjing
        Assignments each way.
    days_to_xining, days_to_nanjing
        Days of their stays (for a month: inside it).
    """

    key: tuple[str, ...]
    to_xining: int
    to_nanjing: int
    days_to_xining: int
    days_to_nanjing: int


@dataclass(frozen=True)
class Exchange:
    """
    The two-direction ledger, four times.

    Parameters
    ----------
    pairs
        By area of Nanjing and area of Xining, in this order.
    sectors
        By the need's sector.
    units
        By unit that releases or hosts.
    months
        By month as ``2023-05``: assignments with a day of their stay in it.
    """

    pairs: tuple[ExchangeRecord, ...]
    sectors: tuple[ExchangeRecord, ...]
    units: tuple[ExchangeRecord, ...]
    months: tuple[ExchangeRecord, ...]


@dataclass(frozen=True)
class AgendaRecord:
    """
    The agenda of a promotion meeting.

    Parameters
    ----------
    meeting
        Code of the meeting.
    points
        What is open on its day: empty posts whose window has not ended, and what
        falls between it and the next meeting (for the last: the horizon's end):
        arrivals, departures and handovers.
    """

    meeting: str
    points: tuple[Text, ...]


@dataclass(frozen=True)
class ProvisionFact:
    """
    One figure that shows a row of the source.

    Parameters
    ----------
    label
        What is counted.
    found
        How many there are in the plan.
    wanted
        How many there should be, if that is known.
    """

    label: Text
    found: int
    wanted: int | None = None

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return self.wanted is None or self.found >= self.wanted


@dataclass(frozen=True)
class ProvisionRecord:
    """
    What shows that a row of the source is met.

    Parameters
    ----------
    provision
        Code of the row.
    facts
        The figures that show it; at least one.
    """

    provision: str
    facts: tuple[ProvisionFact, ...]

    @property
    def met(self) -> bool:
        """Whether every figure is met."""
        return all(each.met for each in self.facts)


@dataclass(frozen=True)
class Records:
    """
    Everything that the judge writes down beside figures.

    Parameters
    ----------
    handovers
        By need and first day.
    care
        By day, rule and person.
    exchange
        The two-direction ledger.
    leaders
        By leader.
    studios
        By studio.
    phases
        By project and phase.
    sessions
        By session, those not held too.
    delegations
        By delegation.
    agendas
        By day of the meeting.
    provisions
        By row of the source, S2 before S10.
    """

    handovers: tuple[HandoverRecord, ...]
    care: tuple[CareRecord, ...]
    exchange: Exchange
    leaders: tuple[LeaderRecord, ...]
    studios: tuple[StudioRecord, ...]
    phases: tuple[PhaseRecord, ...]
    sessions: tuple[SessionRecord, ...]
    delegations: tuple[DelegationRecord, ...]
    agendas: tuple[AgendaRecord, ...]
    provisions: tuple[ProvisionRecord, ...]
