"""``matcher report``: write the report of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.face import this_face
from matcher.cli.outputs import REPORT, WORKBOOK, claim, written
from matcher.cli.reported import reported
from matcher.errors import AuditError
from matcher.language import mark
from matcher.plan.files import write_together
from matcher.report.html import render
from matcher.report.workbook.book import render_workbook

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "report",
    help=mark(
        "Write the report of the plan file PLAN of SCENARIO into the folder OUT: "
        "report.html, one page that opens offline and prints, and report.xlsx, a "
        "workbook to filter and to decide in. A plan that the judge finds fault with "
        "is reported with its findings, and the exit status is 6."
    ),
)
@options.scenario
@options.plan
@options.overlays
@options.output
@options.redact
@options.force
@options.as_json
@options.debug
@options.report_language
def command(
    scenario: Path,
    plan: Path,
    overlays: tuple[Path, ...],
    output: Path,
    *,
    redact: bool,
    force: bool,
) -> None:
    """Write a report."""
    face = this_face()
    claim(output, [REPORT, WORKBOOK], force=force, inputs=overlays)
    world, decided = verbs.read_scenario(scenario, overlays), verbs.read_plan(plan)
    judged = verbs.audit(world, decided)
    page, book = reported(world, decided, judged, face, redact=redact)
    files: dict[Path, str | bytes] = {
        output / REPORT: render(page),
        output / WORKBOOK: render_workbook(book),
    }
    write_together(files, force=force)
    if face.as_json:
        face.emit("report", {"clean": judged.clean, "outputs": written(files)})
    else:
        for path in files:
            click.echo(face.translate(mark("Written: {path}"), path=path))
    if not judged.clean:
        raise AuditError(len(judged.findings))
