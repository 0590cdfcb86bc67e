"""``matcher explain``: what a plan means for each person and each host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.blocks import report_document, show_report
from matcher.cli.face import Face, this_face
from matcher.cli.outputs import claim
from matcher.errors import AuditError
from matcher.language import mark
from matcher.plan.files import write_together
from matcher.report.personal import INDEX, Explanations
from matcher.report.redaction import redacted
from matcher.report.report import report_of
from matcher.scenario.faults import nearest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command(
    "explain",
    help=mark(
        "Explain the plan file PLAN of SCENARIO to one person or one host: what was "
        "decided, how it ranks, what stood between, whom to ask, what comes when. "
        "With -o, write a page for each person and each host, and one that links all. "
        "Exit status 6 if the judge finds fault with the plan."
    ),
)
@options.scenario
@options.plan
@options.overlays
@click.option("--person", metavar="CODE", help=mark("Explain it to this person."))
@click.option("--host", metavar="CODE", help=mark("Explain it to this host."))
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=options.FOLDER,
    help=mark("Folder for all pages; made if it is not there."),
)
@options.redact
@options.force
@options.as_json
@options.common
def command(
    scenario: Path,
    plan: Path,
    overlays: tuple[Path, ...],
    person: str | None,
    host: str | None,
    *,
    output: Path | None,
    redact: bool,
    force: bool,
) -> None:
    """Explain a plan."""
    face = this_face()
    if sum(each is not None for each in (person, host, output)) != 1:
        raise click.UsageError(
            face.translate(mark("Give one of --person, --host and -o."))
        )
    if output:
        claim(output, [INDEX], force=force)
    world, decided = verbs.read_scenario(scenario, overlays), verbs.read_plan(plan)
    judged = verbs.audit(world, decided)
    # Printed text is a message, but a page is a report: it follows the scenario.
    language = (face.asked or world.language) if output else face.language
    report = report_of(world, decided, judged, language)
    pages = Explanations(redacted(report) if redact else report)
    if output:
        _write(pages, output, face, clean=judged.clean, force=force)
    else:
        _tell(pages, person, host, face)
    if not judged.clean:
        raise AuditError(len(judged.findings))


def _write(
    pages: Explanations, output: Path, face: Face, *, clean: bool, force: bool
) -> None:
    write_together({output / way: text for way, text in pages.pages()}, force=force)
    path, people, hosts = output / INDEX, len(pages.people), len(pages.hosts)
    if face.as_json:
        outputs = {"index": str(path), "people": people, "hosts": hosts}
        face.emit("explain", {"clean": clean, "outputs": outputs})
    else:
        told = mark("Written: {path}, with pages of {people} people and {hosts} hosts")
        click.echo(face.translate(told, path=path, people=people, hosts=hosts))


def _tell(
    pages: Explanations, person: str | None, host: str | None, face: Face
) -> None:
    if person is not None:
        text = mark("No person has the code {code}.")
        sheet = pages.person(_known(person, pages.people, text, face))
    else:
        text = mark("No host has the code {code}.")
        sheet = pages.host(_known(host or "", pages.hosts, text, face))
    if face.as_json:
        face.emit("explain", report_document(sheet))
    else:
        show_report(sheet)


def _known(code: str, codes: Sequence[str], text: str, face: Face) -> str:
    """Return the code if somebody has it, else end with the nearest spelling."""
    if code in codes:
        return code
    told = face.translate(text, code=code)
    if nearest := nearest_of(code, codes):
        told += " " + face.translate(mark("Did you mean {nearest}?"), nearest=nearest)
    raise click.UsageError(told)
