"""``matcher check``: read a scenario and tell every problem in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, this_face
from matcher.cli.failures import failure_document, problem_lines
from matcher.cli.tables import show_table
from matcher.errors import ScenarioError
from matcher.language import mark
from matcher.scenario import TABLES, Scenario
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "check",
    help=mark(
        "Read the scenario in the folder SCENARIO and tell every problem in it: file, "
        "line, column, what is wrong and what would be right. Exit status 1 if there "
        "is a problem."
    ),
)
@options.scenario
@options.as_json
@options.common
def command(scenario: Path) -> None:
    """Check a scenario."""
    face = this_face()
    try:
        world = read_scenario(scenario)
    except ScenarioError as failure:
        _refuse(failure, face)
    else:
        _accept(world, scenario, face)


def _refuse(failure: ScenarioError, face: Face) -> None:
    if face.as_json:
        face.emit("check", {"ok": False, **failure_document(failure, face.language)})
    else:
        for line in problem_lines(failure.problems, face):
            click.echo(line)
        click.echo(failure.text(face.language))
    click.get_current_context().exit(failure.exit_status)


def _accept(world: Scenario, folder: Path, face: Face) -> None:
    sizes = {table: len(getattr(world, table)) for table in TABLES}
    if face.as_json:
        face.emit(
            "check",
            {
                "ok": True,
                "scenario": world.name,
                "fingerprint": world.fingerprint,
                "horizon": str(world.horizon),
                "tables": sizes,
            },
        )
        return
    show_table(
        f"{world.title or world.name} · {world.horizon}",
        (face.translate(mark("Table")), face.translate(mark("Rows"))),
        sizes.items(),
        numbers=(1,),
    )
    click.echo(face.translate(mark("No problem found.")))
    click.echo(
        face.translate(
            mark("Next: {command}"),
            command=f"matcher solve {folder} -o out/{world.name}",
        )
    )
