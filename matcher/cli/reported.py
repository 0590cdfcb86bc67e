"""The report that a run asks for: its language, or both, whole or redacted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.report.bilingual import bilingual
from matcher.report.redaction import redacted
from matcher.report.report import Report, report_of

if TYPE_CHECKING:
    from matcher.auditor import AuditReport
    from matcher.cli.face import Face
    from matcher.language import Language
    from matcher.plan import Plan
    from matcher.scenario import Scenario


def reported(
    world: Scenario,
    plan: Plan,
    judged: AuditReport,
    face: Face,
    *,
    redact: bool = False,
) -> tuple[Report, Report]:
    """
    Return the report of the page, and that of the workbook, which has one language.

    Parameters
    ----------
    world
        What the plan was made for.
    plan
        What was decided.
    judged
        The judge's figures and findings.
    face
        How the reader wants to be spoken to.
    redact
        Whether only codes, areas and figures are told.
    """

    def told(language: Language) -> Report:
        report = report_of(world, plan, judged, language)
        return redacted(report) if redact else report

    if face.both:
        zh = told("zh")
        return bilingual(zh, told("en")), zh
    report = told(face.asked or world.language)
    return report, report
