"""``matcher solve``: find the best plan, prove it, audit it and report it."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from collections.abc import Sequence

    from matcher.scenario import Scenario
    from matcher.scenario.reading import Reading


@click.command(
    "solve",
    help=mark(
        "Plan SCENARIO, a folder or a workbook, and write plan.json, report.html and "
        "run.json into the folder OUT. Goals are met one after the other, each proven "
        "before the next. Several scenarios are planned one after the other, each into "
        "a folder of its own in OUT. Ctrl-C ends the search and keeps the best plan "
        "found.\n\n"
        "Exit status: 0 done (shortages are a result), 1 the scenario has errors, "
        "2 wrong usage, 3 the locks are proven contradictory, 4 no plan in time, 5 a "
        "gate of --fail-on tripped, 6 the audit has findings, 70 internal error, 130 "
        "interrupted before there was a plan."
    ),
)
@options.scenarios
@options.overlays
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
    scenarios: tuple[Path, ...],
    overlays: tuple[Path, ...],
    output: Path,
    *,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    fail_on: tuple[str, ...],
    force: bool,
) -> None:
    """Plan scenarios."""
    face, stop = this_face(), threading.Event()
    folders = _folders(scenarios, output, face)
    for folder in folders:
        claim(folder, [PLAN, REPORT, RUN], force=force)
    readings = [verbs.read(each, overlays) for each in scenarios]
    asked = {"time_limit": time_limit, "seed": seed, "workers": workers}
    done: list[_Done] = []
    with interruptible(stop):
        for path, reading, folder in zip(scenarios, readings, folders, strict=True):
            if not stop.is_set():
                source = (path, *overlays)
                done.append(_planned(source, reading, folder, asked, stop, force=force))
    if face.as_json:
        documents = [_document(each.run, face, each.files) for each in done]
        face.emit("solve", documents[0] if len(scenarios) == 1 else {"runs": documents})
    elif len(done) > 1:
        _tell_next(face, "compare", *(each.folder for each in done))
    for each in done:
        pass_gates(each.run, fail_on)


@dataclass(frozen=True)
class _Done:
    """A run with the folder and the files it was written into."""

    run: verbs.Run
    folder: Path
    files: Mapping[Path, str]


def _folders(scenarios: Sequence[Path], output: Path, face: Face) -> list[Path]:
    """Return where each plan goes."""
    if len(scenarios) == 1:
        return [output]
    names = [path.resolve().stem for path in scenarios]
    if len(set(names)) < len(names):
        text = mark(
            "Two scenarios are called {name}: plan them into different folders."
        )
        twice = next(name for name in names if names.count(name) > 1)
        raise click.UsageError(face.translate(text, name=twice))
    return [output / name for name in names]


def _planned(
    source: tuple[Path, ...],
    reading: Reading,
    folder: Path,
    asked: Mapping[str, Any],
    stop: threading.Event,
    *,
    force: bool,
) -> _Done:
    """Plan one scenario, write what came out and show it."""
    face, began, world = this_face(), time.monotonic(), reading.scenario
    words = Words(world, face.language)
    with watching(face, words, stop) as news:
        run = in_thread(lambda: verbs.run(world, progress=news, stop=stop, **asked))
    _must_be_clean(run, face)
    spent = time.monotonic() - began
    record = run_record(reading, source, run, asked, spent)
    files = _files(world, run, face, record, folder)
    write_together(files, force=force)
    if not face.as_json and face.verbosity >= 0:
        show_summary(words, run, files, spent)
        overlays = (f"--overlay {each}" for each in source[1:])
        _tell_next(face, "audit", source[0], folder / PLAN, *overlays)
    return _Done(run, folder, files)


def _tell_next(face: Face, *words: object) -> None:
    command = " ".join(["matcher", *map(str, words)])
    click.echo(face.translate(mark("Next: {command}"), command=command))


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
