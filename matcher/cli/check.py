"""``matcher check``: every problem of a scenario, and where supply falls short."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, command_line, this_face
from matcher.cli.failures import failure_document, problem_lines
from matcher.cli.foreseen import (
    forecast_document,
    show_supply,
    show_tight_sets,
    show_warnings,
)
from matcher.cli.tables import show_table
from matcher.errors import GateError, ScenarioError
from matcher.foresight import foresee
from matcher.language import mark
from matcher.report.words import Words
from matcher.scenario.contents import TABLES, TITLES
from matcher.scenario.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matcher.errors import Problem
    from matcher.foresight import Forecast
    from matcher.scenario import Scenario

    Annotate = Callable[[Sequence[Problem]], None]


@click.command(
    "check",
    help=mark(
        "Read SCENARIO, a folder or a workbook, and tell every problem in it: where "
        "it stands, what is wrong and what would be right. Then foresee, before "
        "anything is solved, where supply cannot meet demand and what looks wrong. "
        "Exit status 1 if there is an error."
    ),
)
@options.scenario
@options.overlays
@click.option(
    "--fail-on",
    type=click.Choice(("warning",)),
    help=mark("End with exit status 5 if there is a warning or a set of tight needs."),
)
@click.option("--all", "everything", is_flag=True, help=mark("Print every problem."))
@click.option(
    "--annotate",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=mark("Write the workbook SCENARIO as FILE, with a sheet of its problems."),
)
@options.force
@options.as_json
@options.common
def command(
    scenario: Path,
    overlays: tuple[Path, ...],
    fail_on: str | None,
    annotate: Path | None,
    *,
    everything: bool,
    force: bool,
) -> None:
    """Check a scenario."""
    face = this_face()
    write = _annotating(scenario, annotate, face, force=force)
    try:
        reading = read(scenario, overlays)
    except ScenarioError as failure:
        _refuse(failure, face, everything=everything)
        write(failure.problems)
        click.get_current_context().exit(failure.exit_status)
    else:
        forecast = foresee(reading.scenario, reading.place)
        warnings = (*reading.warnings, *forecast.warnings)
        _accept(reading.scenario, forecast, warnings, face)
        if not face.as_json:
            _show(reading.scenario, forecast, warnings, face, everything=everything)
            _next(scenario, overlays, reading.scenario, face)
        write(warnings)
        if fail_on and (warnings or forecast.tight_sets):
            raise GateError(mark("Gate tripped: {gates}."), gates=fail_on)


def _annotating(
    source: Path, target: Path | None, face: Face, *, force: bool
) -> Annotate:
    """Return what writes the problems into a copy of the workbook, if asked for."""
    if target is None:
        return lambda _: None
    if source.is_dir():
        raise click.UsageError(
            face.translate(mark("--annotate is for a workbook; SCENARIO is a folder."))
        )
    ending = source.suffix
    if target.suffix.lower() != ending.lower():
        said = mark(
            "--annotate writes the same kind of file: let FILE end in {ending}."
        )
        raise click.UsageError(face.translate(said, ending=ending))
    # Workbooks are needed by this option only.
    from matcher.scenario.workbook.annotated import write_annotated  # noqa: PLC0415
    from matcher.scenario.workbook.places import refuse  # noqa: PLC0415

    refuse(target, force=force)

    def write(problems: Sequence[Problem]) -> None:
        write_annotated(source, problems, target, face.language, force=force)

    return write


def _refuse(failure: ScenarioError, face: Face, *, everything: bool) -> None:
    if face.as_json:
        face.emit("check", {"ok": False, **failure_document(failure, face.language)})
    else:
        problems = sorted(failure.problems, key=lambda each: each.is_warning)
        whole = [each.text(face.language) for each in problems]
        for line in whole if everything else problem_lines(problems, face):
            click.echo(line)
        click.echo(failure.text(face.language))


def _accept(
    world: Scenario, forecast: Forecast, warnings: Sequence[Problem], face: Face
) -> None:
    """Print the document for programs."""
    if face.as_json:
        face.emit(
            "check",
            {
                "ok": True,
                "scenario": world.name,
                "fingerprint": world.fingerprint,
                "horizon": str(world.horizon),
                "tables": {table: len(getattr(world, table)) for table in TABLES},
                **forecast_document(world, forecast, warnings, face),
            },
        )


def _show(
    world: Scenario,
    forecast: Forecast,
    warnings: Sequence[Problem],
    face: Face,
    *,
    everything: bool,
) -> None:
    """Print what was read and what is foreseen."""
    names = TITLES if face.language == "zh" else {name: name for name in TABLES}
    show_warnings(warnings, face, everything=everything)
    show_table(
        f"{Words(world, face.language).title} · {world.horizon}",
        (face.translate(mark("Table")), face.translate(mark("Rows"))),
        [(names[table], len(getattr(world, table))) for table in TABLES],
        numbers=(1,),
    )
    show_supply(world, forecast.supply, face)
    show_tight_sets(world, forecast.tight_sets, face, everything=everything)
    _count(forecast, warnings, face)


def _count(forecast: Forecast, warnings: Sequence[Problem], face: Face) -> None:
    """Print how much was found, or that nothing was."""
    shortfall = forecast.shortfall
    if not forecast.searched_to_end:
        said = mark(
            "Too large to be searched to the end: there may be more than is told here."
        )
        click.echo(face.translate(said))
    elif not warnings and not forecast.tight_sets:
        click.echo(face.translate(mark("No problem found.")))
        return
    click.echo(face.translate(mark("{count} warning(s)."), count=len(warnings)))
    if shortfall.missing:
        said = mark("Of {posts} posts at least {missing} stay empty in any plan.")
    else:
        said = mark("For each of {posts} posts there is somebody, person by person.")
    facts = {"posts": shortfall.posts, "missing": shortfall.missing}
    click.echo(face.translate(said, **facts))


def _next(
    folder: Path, overlays: tuple[Path, ...], world: Scenario, face: Face
) -> None:
    said = mark("Next: {command}")
    words = (folder, "-o", f"out/{world.name}", *options.with_overlays(overlays))
    click.echo(face.translate(said, command=command_line("matcher", "solve", *words)))
