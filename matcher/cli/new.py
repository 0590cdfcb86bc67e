"""``matcher new``: a scenario to start from, as a folder or a workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.language import mark
from matcher.scenario.generate import generate
from matcher.scenario.generate.sizes import SIZES, example
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.scenario import Scenario

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
    "--example",
    "is_example",
    is_flag=True,
    help=mark("An invented year of a size of your choice."),
)
@click.option(
    "--size",
    metavar="SIZE",
    type=click.Choice(SIZES, case_sensitive=False),
    help=mark(
        "Size of the example: S, the two cities' year; M, a pair of provinces, 1,700 "
        "people; L, a nation, 28,000 people; monolith-100, monolith-1000 or "
        "monolith-10000, so many people in one piece."
    ),
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
    is_example: bool,
    size: str | None,
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
    workbook = _is_workbook(path, workbook=workbook)
    _judge({"size": size, **given}, is_example=is_example)
    empty = workbook and not is_example
    if year is not None and not empty:
        _misused(mark("--year goes with an empty workbook."))
    facts: dict[str, object] = {}
    if empty:
        facts["year"] = year or datetime.now(tz=UTC).year
        _template(path, int(str(facts["year"])), force=force)
    elif size:
        scenario = example(size, seed)
        facts = {"size": size, **_counted(scenario), "seed": scenario.seed}
        _written(scenario, path, workbook=workbook, force=force)
    else:
        sizes = (_EXAMPLE if is_example else _STARTER) | given
        facts |= sizes
        _written(generate(**sizes), path, workbook=workbook, force=force)
    if face.as_json:
        face.emit("new", {"workbook" if workbook else "folder": str(path), **facts})
        return
    click.echo(face.translate(mark("Written: {path}"), path=path))
    if empty:
        click.echo(face.translate(mark("Fill it in; its first sheet says how.")))
    click.echo(face.translate(mark("Next: {command}"), command=f"matcher check {path}"))


def _is_workbook(path: Path, *, workbook: bool) -> bool:
    """Return whether a workbook is wanted, as the option or the path's ending says."""
    by_ending = path.suffix.lower() == _WORKBOOK
    if workbook and not by_ending:
        _misused(mark("The name of a workbook ends in .xlsx."))
    return by_ending


def _judge(given: Mapping[str, object], *, is_example: bool) -> None:
    """Refuse options that say nothing here, or that contradict each other."""
    said = {name for name, value in given.items() if value is not None}
    if said and not is_example:
        _misused(mark("--size, --people, --seats and --seed go with --example."))
    if "size" in said and said & {"people", "seats"}:
        _misused(mark("--size says how many people and posts there are."))


def _counted(scenario: Scenario) -> dict[str, int]:
    return {
        "people": len(scenario.people),
        "seats": sum(need.min_headcount for need in scenario.needs),
    }


def _misused(text: str) -> NoReturn:
    raise click.UsageError(this_face().translate(text))


def _template(path: Path, year: int, *, force: bool) -> None:
    # The library is wanted only by those who ask for a workbook.
    from matcher.scenario.workbook.template import write_template  # noqa: PLC0415

    write_template(path, year=year, language=this_face().language, force=force)


def _written(scenario: Scenario, path: Path, *, workbook: bool, force: bool) -> None:
    if not workbook:
        write_scenario(scenario, path, force=force)
        return
    from matcher.scenario.workbook.writing import write_workbook  # noqa: PLC0415

    write_workbook(scenario, path, language=this_face().language, force=force)
