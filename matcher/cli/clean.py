"""A plan that may go out: read, judged and found clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher import verbs
from matcher.cli.audit import audit_lines
from matcher.errors import AuditError
from matcher.report.material import Material
from matcher.report.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from matcher.cli.face import Face


def clean_material(
    face: Face, scenario: Path, plan: Path, overlays: tuple[Path, ...]
) -> Material:
    """
    Return a plan with its scenario and audit, in the language of its readers.

    Parameters
    ----------
    face
        How to speak.
    scenario, plan, overlays
        What was named on the command line.

    Raises
    ------
    matcher.errors.AuditError
        If the judge finds fault with the plan; the findings are told.
    """
    world, decided = verbs.read_scenario(scenario, overlays), verbs.read_plan(plan)
    judged = verbs.audit(world, decided)
    if not judged.clean:
        for line in audit_lines(judged, face):
            face.tell(line)
        raise AuditError(len(judged.findings))
    words = Words(world, face.asked or world.language)
    return Material(world, decided, judged, words)
