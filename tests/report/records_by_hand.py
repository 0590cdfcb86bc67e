"""What a judge would write down of the season, by hand: no report computes it."""

from __future__ import annotations

from dataclasses import replace

from builders import day, days
from every_system import PLAN, WORLD

from matcher.auditor import AuditReport, audit
from matcher.auditor.records import (
    AgendaRecord,
    CareRecord,
    DelegationRecord,
    Exchange,
    ExchangeRecord,
    HandoverRecord,
    LeaderRecord,
    PhaseRecord,
    ProvisionFact,
    ProvisionRecord,
    Records,
    SessionRecord,
    StudioRecord,
    VisitRecord,
)
from matcher.rulebook import Text
from matcher.scenario.base import Recipient


def _exchange() -> Exchange:
    """Return a ledger in which much comes and little goes."""
    return Exchange(
        pairs=(
            ExchangeRecord(("N1", "X1"), 2, 1, 47, 45),
            ExchangeRecord(("N1", "X2"), 2, 0, 6, 0),
        ),
        sectors=(ExchangeRecord(("medical",), 4, 1, 53, 45),),
        units=(ExchangeRecord(("XU",), 2, 1, 47, 45),),
        months=(ExchangeRecord(("2023-04",), 3, 1, 10, 20),),
    )


def _provisions() -> tuple[ProvisionRecord, ...]:
    """Return a row that is met, one that is short, one of which nothing is wanted."""
    sent = ProvisionFact(Text(en="people sent", zh="派出人数"), 2, 2)
    linked = ProvisionFact(Text(en="people with a leader", zh="已联系人数"), 1200, 2000)
    wished = ProvisionFact(Text(en="wishes met", zh="满足志愿"), 3)
    return (
        ProvisionRecord("S6", (sent,)),
        ProvisionRecord("S19", (linked, wished)),
        ProvisionRecord("S 25", (wished,)),
    )


def _records() -> Records:
    """Return what a judge would write down, with a little of everything."""
    family, host = Recipient.FAMILY, Recipient.HOST
    return Records(
        handovers=(
            HandoverRecord("n1", "Z", "A", days(0, 4), "before", fits=False),
            HandoverRecord("n1", "A", "B", days(13, 20), "plan", fits=True),
            HandoverRecord("n2", "A", "M2", None, "local", fits=True),
        ),
        care=(
            CareRecord(day(35), "c1", "A", "n1", family, "清明节"),
            CareRecord(day(35), "c1", "B", "n1", family, "清明节"),
            CareRecord(day(39), "c2", "B", "n1", host, ""),
            CareRecord(day(10), "c2", "A", "n2", host, ""),
        ),
        exchange=_exchange(),
        leaders=(LeaderRecord("L1", 2, 3), LeaderRecord("L2", 0, 2)),
        studios=(
            StudioRecord(
                "st", ("A",), (VisitRecord("n2", "A", days(30, 35), ("M2",)),), 3
            ),
        ),
        phases=(
            PhaseRecord("p1", days(0, 40), 2, 1, ("M1",)),
            PhaseRecord("p2", None, 0, 1, ()),
        ),
        sessions=(
            SessionRecord("k1", "t1", "r1", ("A",), 30, 50),
            SessionRecord("k2", "", "", (), 0, 0),
        ),
        delegations=(
            DelegationRecord("d1", 30, 30, 30),
            DelegationRecord("d2", 20, 0, 0),
        ),
        agendas=(
            AgendaRecord("m1", (Text(en="B leaves n1.", zh="B离开n1。"),)),
            AgendaRecord("m2", ()),
        ),
        provisions=_provisions(),
    )


RECORDS = _records()
"""Written by hand, so that a report that counted for itself would be found out."""


def judged() -> AuditReport:
    """Return the audit of the plan with these records, and without its findings."""
    return replace(audit(WORLD, PLAN), findings=(), records=RECORDS)
