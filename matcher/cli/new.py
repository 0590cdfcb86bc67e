"""``matcher new``: a scenario folder to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.language import mark
from matcher.scenario.generate import generate
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from pathlib import Path

_STARTER = {"people": 30, "seats": 15, "seed": 3}
_EXAMPLE = {"people": 150, "seats": 120, "seed": 1}

_COUNT = click.IntRange(min=1)


@click.command(
    "new",
    help=mark(
        "Make the scenario folder DIR to start from: a small invented year whose rows "
        "you replace by your own, or with --example one of any size to try things on."
    ),
)
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@click.option(
    "--example", is_flag=True, help=mark("An invented year of a size of your choice.")
)
@click.option("--people", metavar="N", type=_COUNT, help=mark("People of the example."))
@click.option("--seats", metavar="N", type=_COUNT, help=mark("Posts of the example."))
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0),
    help=mark("Another number, another example."),
)
@options.force
@options.as_json
@options.common
def command(
    folder: Path,
    *,
    example: bool,
    people: int | None,
    seats: int | None,
    seed: int | None,
    force: bool,
) -> None:
    """Make a scenario folder."""
    face = this_face()
    asked = {"people": people, "seats": seats, "seed": seed}
    given = {name: number for name, number in asked.items() if number is not None}
    if given and not example:
        raise click.UsageError(
            face.translate(mark("--people, --seats and --seed go with --example."))
        )
    sizes = (_EXAMPLE if example else _STARTER) | given
    write_scenario(generate(**sizes), folder, force=force)
    if face.as_json:
        face.emit("new", {"folder": str(folder), **sizes})
        return
    click.echo(face.translate(mark("Written: {path}"), path=folder))
    click.echo(
        face.translate(mark("Next: {command}"), command=f"matcher check {folder}")
    )
