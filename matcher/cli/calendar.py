"""``matcher calendar``: calendars of a plan, which calendar programs update by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.calendar.writing import written
from matcher.cli import options
from matcher.cli.clean import clean_material
from matcher.cli.face import this_face
from matcher.cli.outputs import claim
from matcher.language import mark

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "calendar",
    help=mark(
        "Write calendars (.ics) for the plan file PLAN of SCENARIO into OUT: one for "
        "each host and each person, one for acts of care, one for events and meetings. "
        "Calendars of the same scenario that are in OUT already are carried on: "
        "events keep their identity, changed ones replace the old ones in a "
        "calendar program, and vanished ones are cancelled. Needs the extra calendar. "
        "Of a plan that the judge finds fault with, nothing is written, and the exit "
        "status is 6."
    ),
)
@options.scenario
@options.plan
@options.overlays
@options.output
@click.option(
    "--force",
    is_flag=True,
    help=mark("Replace files that are no calendars of this scenario."),
)
@options.as_json
@options.common
def command(
    scenario: Path,
    plan: Path,
    overlays: tuple[Path, ...],
    output: Path,
    *,
    force: bool,
) -> None:
    """Write calendars."""
    face = this_face()
    claim(output, (), force=force)
    material = clean_material(face, scenario, plan, overlays)
    paths = written(material, output, force=force)
    if face.as_json:
        face.emit("calendar", {"outputs": [str(path) for path in paths]})
        return
    text = mark("Written: {count} calendars in {path}")
    click.echo(face.translate(text, count=len(paths), path=output))
