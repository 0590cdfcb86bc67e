"""
The independent judge: scenario and plan in, findings and figures out.

It knows neither the solver nor the eligibility it judges. Every rule and every goal is
read again from ``docs/model.md`` and worked out in plain loops, on purpose: a fault
that both sides share is the only one that can pass.
"""

from matcher.auditor.checks import CHECKS
from matcher.auditor.figures import (
    DirectionFigures,
    Figures,
    NeedFigures,
    PersonFigures,
    ProgrammeFigures,
    UnitFigures,
)
from matcher.auditor.finding import Finding
from matcher.auditor.goals import VALUES
from matcher.auditor.judge import AuditReport, audit, breaches, rung_values
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

__all__ = [
    "CHECKS",
    "VALUES",
    "AgendaRecord",
    "AuditReport",
    "CareRecord",
    "DelegationRecord",
    "DirectionFigures",
    "Exchange",
    "ExchangeRecord",
    "Figures",
    "Finding",
    "HandoverRecord",
    "LeaderRecord",
    "NeedFigures",
    "PersonFigures",
    "PhaseRecord",
    "ProgrammeFigures",
    "ProvisionFact",
    "ProvisionRecord",
    "Records",
    "SessionRecord",
    "StudioRecord",
    "UnitFigures",
    "VisitRecord",
    "audit",
    "breaches",
    "rung_values",
]
