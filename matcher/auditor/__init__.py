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

__all__ = [
    "CHECKS",
    "VALUES",
    "AuditReport",
    "DirectionFigures",
    "Figures",
    "Finding",
    "NeedFigures",
    "PersonFigures",
    "ProgrammeFigures",
    "UnitFigures",
    "audit",
    "breaches",
    "rung_values",
]
