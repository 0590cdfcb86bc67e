"""``matcher audit``: judge a plan against its scenario."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.face import Face, this_face
from matcher.errors import AuditError
from matcher.language import Language, mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.auditor import AuditReport, Finding


@click.command(
    "audit",
    help=mark(
        "Judge the plan file PLAN against SCENARIO, a folder or a workbook. The judge "
        "shares no code with the solver: it works out every rule and every goal again. "
        "Exit status 6 if it finds anything wrong."
    ),
)
@options.scenario
@options.plan
@options.overlays
@options.as_json
@options.common
def command(scenario: Path, plan: Path, overlays: tuple[Path, ...]) -> None:
    """Judge a plan."""
    face = this_face()
    judged = verbs.audit(verbs.read_scenario(scenario, overlays), verbs.read_plan(plan))
    if face.as_json:
        face.emit("audit", audit_document(judged, face.language))
    else:
        for line in audit_lines(judged, face):
            click.echo(line)
    if not judged.clean:
        raise AuditError(len(judged.findings))


def audit_lines(judged: AuditReport, face: Face) -> list[str]:
    """
    Return what the judge says, one line each.

    Parameters
    ----------
    judged
        The judge's findings and figures.
    face
        How to speak.
    """
    lines = [_line(finding, face.language) for finding in judged.findings]
    if judged.concessions:
        lines.append(
            face.translate(
                mark("Soft rules broken, allowed at the price of {price}:"),
                price=f"{judged.price:,}",
            )
        )
        lines += [_line(concession, face.language) for concession in judged.concessions]
    if judged.clean:
        lines.append(face.translate(mark("Audit: clean.")))
    return lines


def _line(finding: Finding, language: Language) -> str:
    return f"{finding.slug}: {finding.text(language)}"


def audit_document(judged: AuditReport, language: Language) -> Mapping[str, object]:
    """
    Return what the judge says, for a program.

    Parameters
    ----------
    judged
        The judge's findings and figures.
    language
        The language of the sentences.
    """
    return {
        "clean": judged.clean,
        "findings": [_document(each, language) for each in judged.findings],
        "concessions": [_document(each, language) for each in judged.concessions],
        "price": judged.price,
        "rungs": [
            {"goal": goal, "part": part, "value": value}
            for (goal, part), value in judged.rungs.items()
        ],
        "figures": asdict(judged.figures),
    }


def _document(finding: Finding, language: Language) -> Mapping[str, object]:
    return {
        "slug": finding.slug,
        "mode": finding.mode,
        "units": finding.units,
        "subjects": finding.subjects,
        "text": finding.text(language),
    }
