"""``matcher report``: write the report of a plan."""

from __future__ import annotations

from pathlib import Path

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.face import this_face
from matcher.cli.outputs import REPORT, WORKBOOK, claim, written
from matcher.cli.reported import reported
from matcher.comparison import read_solved
from matcher.errors import AuditError
from matcher.language import mark
from matcher.plan.files import write_together
from matcher.report.html import render
from matcher.report.workbook.book import render_workbook


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
@click.option(
    "--against",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=mark(
        "Folder of the plan before: who moves since then, and who is told, are "
        "chapters of their own."
    ),
)
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
    against: Path | None,
    force: bool,
) -> None:
    """Write a report."""
    face = this_face()
    if redact and against:
        said = mark("--redact and --against do not go together: changes name people.")
        raise click.UsageError(face.translate(said))
    claim(output, [REPORT, WORKBOOK], force=force, inputs=overlays)
    world, decided = verbs.read_scenario(scenario, overlays), verbs.read_plan(plan)
    judged = verbs.audit(world, decided)
    earlier = read_solved(against, None, against.resolve().name) if against else None
    page, book = reported(world, decided, judged, face, redact=redact, earlier=earlier)
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
