"""``matcher solve``: find the best plan, prove it, audit it and report it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.audit import audit_document, audit_lines
from matcher.cli.face import Face, this_face
from matcher.cli.gates import GATES, pass_gates
from matcher.cli.outputs import PLAN, REPORT, RUN, claim
from matcher.cli.progress import watching
from matcher.cli.record import run_record
from matcher.cli.summary import show_summary, summary_document
from matcher.cli.waiting import in_thread, interruptible
from matcher.errors import AuditError
from matcher.language import mark
from matcher.plan.files import dump_plan, write_together
from matcher.report.html import render
from matcher.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.scenario import Scenario


@click.command(
    "solve",
    help=mark(
        "Plan the scenario in the folder SCENARIO and write plan.json, report.html and "
        "run.json into the folder OUT. Goals are met one after the other, each proven "
        "before the next. Ctrl-C ends the search and keeps the best plan found.\n\n"
        "Exit status: 0 done (shortages are a result), 1 the scenario has errors, "
        "2 wrong usage, 3 the locks are proven contradictory, 4 no plan in time, 5 a "
        "gate of --fail-on tripped, 6 the audit has findings, 70 internal error, 130 "
        "interrupted before there was a plan."
    ),
)
@options.scenario
@options.output
@click.option(
    "--time-limit",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    help=mark("Longest search; without it, until everything is proven."),
)
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0, max=2**31 - 1),
    help=mark("Seed of the tie-break draw and of the search, else the scenario's."),
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    help=mark("Threads of the engine."),
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(list(GATES)),
    help=mark("Exit status 5 if the plan has one; may be given more than once."),
)
@options.force
@options.loudness
@options.as_json
@options.common
def command(
    scenario: Path,
    output: Path,
    *,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    fail_on: tuple[str, ...],
    force: bool,
) -> None:
    """Plan a scenario."""
    face, began, stop = this_face(), time.monotonic(), threading.Event()
    claim(output, [PLAN, REPORT, RUN], force=force)
    world = verbs.read_scenario(scenario)
    asked = {"time_limit": time_limit, "seed": seed, "workers": workers}
    with interruptible(stop):
        words = Words(world, face.language)
        with watching(face, words, stop) as news:
            run = in_thread(
                lambda: verbs.run(
                    world,
                    seed=seed,
                    time_limit=time_limit,
                    workers=workers,
                    progress=news,
                    stop=stop,
                )
            )
        _must_be_clean(run, face)
        spent = time.monotonic() - began
        record = run_record(world, scenario, run, asked, spent)
        files = _files(world, run, face, record, output)
        write_together(files, force=force)
    if face.as_json:
        face.emit("solve", _document(run, face, files))
    elif face.verbosity >= 0:
        show_summary(words, run, files, spent)
        click.echo(
            face.translate(
                mark("Next: {command}"),
                command=f"matcher audit {scenario} {output / PLAN}",
            )
        )
    pass_gates(run, fail_on)


def _must_be_clean(run: verbs.Run, face: Face) -> None:
    """Write no plan that the judge finds fault with."""
    if run.audit.clean:
        return
    for line in audit_lines(run.audit, face):
        face.tell(line)
    raise AuditError(len(run.audit.findings))


def _files(
    world: Scenario, run: verbs.Run, face: Face, record: str, folder: Path
) -> dict[Path, str]:
    language = face.asked or world.language
    return {
        folder / PLAN: dump_plan(run.plan),
        folder / REPORT: render(world, run.plan, run.audit, language),
        folder / RUN: record,
    }


def _document(
    run: verbs.Run, face: Face, files: Mapping[Path, str]
) -> Mapping[str, object]:
    return {
        **summary_document(run),
        "audit": audit_document(run.audit, face.language),
        "outputs": {path.stem: str(path) for path in files},
    }
