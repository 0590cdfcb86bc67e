"""``matcher new``: a scenario to start from, as a folder or a workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.language import mark
from matcher.scenario.generate import generate
from matcher.scenario.writing import write_scenario

_STARTER = {"people": 30, "seats": 15, "seed": 3}
_EXAMPLE = {"people": 150, "seats": 120, "seed": 1}
_WORKBOOK = ".xlsx"

_COUNT = click.IntRange(min=1)


@click.command(
    "new",
    help=mark(
        "Make the scenario folder DIR to start from: a small invented year whose rows "
        "you replace by your own, or with --example one of any size to try things on. "
        "With --workbook, or if DIR ends in .xlsx, make an Excel workbook to collect "
        "needs and offers in: empty but for areas, pairings and specialties, or with "
        "--example an invented year."
    ),
)
@click.argument("path", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--workbook", is_flag=True, help=mark("An Excel workbook, not a folder."))
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
@click.option(
    "--year",
    metavar="YEAR",
    type=click.IntRange(min=1901, max=2198),
    help=mark("Year of an empty workbook; otherwise this year."),
)
@options.force
@options.as_json
@options.common
def command(
    path: Path,
    *,
    workbook: bool,
    example: bool,
    people: int | None,
    seats: int | None,
    seed: int | None,
    year: int | None,
    force: bool,
) -> None:
    """Make a scenario."""
    face = this_face()
    asked = {"people": people, "seats": seats, "seed": seed}
    given = {name: number for name, number in asked.items() if number is not None}
    ending = path.suffix.lower()
    if given and not example:
        _misused(mark("--people, --seats and --seed go with --example."))
    if workbook and ending != _WORKBOOK:
        _misused(mark("The name of a workbook ends in .xlsx."))
    workbook = ending == _WORKBOOK
    if year is not None and (example or not workbook):
        _misused(mark("--year goes with an empty workbook."))
    facts: dict[str, object] = {}
    if workbook and not example:
        facts["year"] = year or datetime.now(tz=UTC).year
        _template(path, int(str(facts["year"])), force=force)
    else:
        sizes = (_EXAMPLE if example else _STARTER) | given
        facts |= sizes
        _invented(path, sizes, workbook=workbook, force=force)
    if face.as_json:
        face.emit("new", {"workbook" if workbook else "folder": str(path), **facts})
        return
    click.echo(face.translate(mark("Written: {path}"), path=path))
    if workbook and not example:
        click.echo(face.translate(mark("Fill it in; its first sheet says how.")))
    click.echo(face.translate(mark("Next: {command}"), command=f"matcher check {path}"))


def _misused(text: str) -> None:
    raise click.UsageError(this_face().translate(text))


def _template(path: Path, year: int, *, force: bool) -> None:
    # The library is wanted only by those who ask for a workbook.
    from matcher.scenario.workbook.template import write_template  # noqa: PLC0415

    write_template(path, year=year, language=this_face().language, force=force)


def _invented(
    path: Path, sizes: dict[str, int], *, workbook: bool, force: bool
) -> None:
    scenario = generate(**sizes)
    if not workbook:
        write_scenario(scenario, path, force=force)
        return
    from matcher.scenario.workbook.writing import write_workbook  # noqa: PLC0415

    write_workbook(scenario, path, language=this_face().language, force=force)
