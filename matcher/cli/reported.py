"""The report that a run asks for: its language, or both, whole or redacted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.language import mark, translate
from matcher.report.bilingual import bilingual
from matcher.report.redaction import redacted
from matcher.report.report import Report, report_of

if TYPE_CHECKING:
    from matcher.auditor import AuditReport
    from matcher.cli.face import Face
    from matcher.comparison import Solved
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
    earlier: Solved | None = None,
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
    earlier
        The plan before: who moves, and who is told, are chapters of their own.
    """

    def told(language: Language) -> Report:
        report = report_of(world, plan, judged, language)
        if earlier is not None:
            # Few reports have such chapters.
            from matcher.comparison import Solved, compare  # noqa: PLC0415
            from matcher.comparison.chapters import Chapters  # noqa: PLC0415

            now = Solved(translate(mark("this plan"), language), world, plan, judged)
            changes = Chapters(compare((earlier, now)), language).changes()
            return replace(report, sections=(*report.sections, *changes))
        return redacted(report) if redact else report

    if face.both:
        zh = told("zh")
        return bilingual(zh, told("en")), zh
    report = told(face.asked or world.language)
    return report, report
