"""``matcher sweep``: plan a grid of overlays, policies and seeds, here or on Ray."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import Face, command_line, this_face
from matcher.cli.outputs import claim
from matcher.cli.seeds import SEEDS
from matcher.cli.several import worst
from matcher.cli.sweeping import Sweep
from matcher.cli.waiting import interruptible
from matcher.errors import InterruptedSolveError
from matcher.extras import OtherInputsError
from matcher.language import mark
from matcher.pool import ENGINES, Engine, opened
from matcher.sweep import GRID, TABLE, Cell, grid

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "sweep",
    help=mark(
        "Plan every combination of an overlay, a policy and a seed: a grid over "
        "SCENARIO. Each cell is planned and audited as matcher solve does, and written "
        "into a folder of its own in OUT; sweep.csv there has a row for each cell that "
        "has ended. A cell that cannot be planned does not hold up the others, and the "
        "worst exit status counts.\n\n"
        "A sweep that was stopped, by whatever, goes on where it stopped when the same "
        "command is given again. matcher compare OUT sets its plans side by side."
    ),
)
@options.scenario
@click.option(
    "--overlay",
    "overlays",
    metavar="PATH",
    type=options.EXISTING,
    multiple=True,
    help=mark(
        "Folder or workbook with what should be different; each one is an alternative."
    ),
)
@click.option(
    "--policy",
    "policies",
    metavar="PATH",
    type=options.EXISTING,
    multiple=True,
    help=mark(
        "Folder or workbook with other rules and goals, put on top of the overlay; "
        "each one is an alternative."
    ),
)
@click.option(
    "--plain",
    is_flag=True,
    help=mark(
        "The scenario without an overlay, and without a policy, is an alternative, "
        "too: the first one."
    ),
)
@click.option(
    "--seeds",
    metavar="SEEDS",
    type=SEEDS,
    default=(),
    help=mark("Seeds, such as 1..5 or 1..3,8; otherwise the scenario's."),
)
@options.output
@options.time_limit
@options.workers
@click.option(
    "--report",
    is_flag=True,
    help=mark("Write the report of each plan, too: page and workbook."),
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    help=mark(
        "Plan in processes of this machine, or on a Ray cluster (needs the extra ray)."
    ),
)
@options.address
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help=mark(
        "Cells at the same time at most; otherwise as many as the cores have room for, "
        "each with its --workers, else 8."
    ),
)
@click.option(
    "--force",
    is_flag=True,
    help=mark("Plan cells again whose inputs, limits or versions are others now."),
)
@options.quiet
@options.as_json
@options.debug
@options.report_language
def command(
    scenario: Path,
    overlays: tuple[Path, ...],
    policies: tuple[Path, ...],
    output: Path,
    *,
    plain: bool,
    seeds: tuple[int, ...],
    time_limit: float | None,
    workers: int | None,
    report: bool,
    engine: Engine,
    address: str | None,
    jobs: int | None,
    force: bool,
) -> None:
    """Plan a grid."""
    face, stop = this_face(), threading.Event()
    options.must_fit(address, engine)
    cells = grid(scenario, overlays, policies, seeds, plain=plain)
    _must_differ(cells, face)
    names = [TABLE, GRID, *(each.folder for each in cells)]
    claim(output, names, force=True, inputs=[scenario, *overlays, *policies])
    asked = {"time_limit": time_limit, "workers": workers}
    sweep = Sweep(cells, output, asked, report=report, face=face)
    if sweep.others and not force:
        raise OtherInputsError(output, [each.folder for each in sweep.others])
    sweep.begin()
    if sweep.open:
        pool = opened(engine, threads=workers, most=jobs, address=address)
        with interruptible(stop), pool:
            sweep.run(pool, stop)
    _close(sweep, face)


def _must_differ(cells: tuple[Cell, ...], face: Face) -> None:
    names = [each.folder for each in cells]
    if len(set(names)) < len(names):
        text = mark(
            "Two cells of the grid are called {name}: rename a folder or a workbook."
        )
        twice = next(name for name in names if names.count(name) > 1)
        raise click.UsageError(face.translate(text, name=twice))


def _close(sweep: Sweep, face: Face) -> None:
    """Tell how the cells ended, and leave with the worst status."""
    statuses = sweep.statuses()
    ended = sum(each != InterruptedSolveError.exit_status for each in statuses)
    if face.as_json:
        face.emit("sweep", sweep.document())
    elif face.verbosity >= 0:
        if ended < len(statuses):
            text = mark(
                "Stopped: {ended} of {count} cells have ended. The same command goes "
                "on with the others."
            )
        else:
            text = mark("{ended} of {count} cells have ended.")
        click.echo(face.translate(text, ended=ended, count=len(statuses)))
        table = sweep.folder / TABLE
        click.echo(face.translate(mark("Written: {path}"), path=table))
        if statuses.count(0) > 1:
            said = command_line("matcher", "compare", sweep.folder)
            click.echo(face.translate(mark("Next: {command}"), command=said))
    click.get_current_context().exit(worst(statuses))
