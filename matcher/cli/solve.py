"""``matcher solve``: find the best plan, prove it, audit it and report it."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher import verbs
from matcher.cli import options
from matcher.cli.audit import audit_document, audit_lines
from matcher.cli.face import Face, command_line, this_face
from matcher.cli.failures import failure_document
from matcher.cli.gates import GATES, pass_gates
from matcher.cli.outputs import PLAN, REPORT, RUN, WORKBOOK, claim, written
from matcher.cli.progress import watching
from matcher.cli.reported import reported
from matcher.cli.several import attempted, worst
from matcher.cli.summary import show_summary, summary_document
from matcher.cli.waiting import in_thread, interruptible
from matcher.errors import AuditError, InterruptedSolveError, MatcherError
from matcher.language import mark
from matcher.plan.files import dump_plan, write_together
from matcher.record import origin, run_record
from matcher.report.html import render
from matcher.report.words import Words
from matcher.report.workbook.book import render_workbook
from matcher.scenario.layers import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario
    from matcher.scenario.reading import Reading


@click.command(
    "solve",
    help=mark(
        "Plan SCENARIO, a folder or a workbook, and write plan.json, report.html, "
        "report.xlsx and run.json into the folder OUT. Goals are met one after the "
        "other, each proven before the next. Several scenarios are planned one after "
        "the other, each into a folder of its own in OUT; one that cannot be planned "
        "does not hold up the others, and the worst exit status counts. Ctrl-C ends "
        "the search and keeps the best plan found.\n\n"
        "Exit status: 0 done (shortages are a result), 1 the scenario has errors, "
        "2 wrong usage, 3 the locks are proven contradictory, 4 no plan in time, 5 a "
        "gate of --fail-on tripped, 6 the audit has findings, 70 internal error, 130 "
        "interrupted before there was a plan."
    ),
)
@options.scenarios
@options.overlays
@options.output
@options.time_limit
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0, max=2**31 - 1),
    help=mark("Seed of the tie-break draw and of the search, else the scenario's."),
)
@options.workers
@options.engine
@options.address
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(list(GATES)),
    help=mark("Exit status 5 if the plan has one; may be given more than once."),
)
@options.force
@options.loudness
@options.as_json
@options.debug
@options.report_language
def command(
    scenarios: tuple[Path, ...],
    overlays: tuple[Path, ...],
    output: Path,
    *,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    engine: str,
    address: str | None,
    fail_on: tuple[str, ...],
    force: bool,
) -> None:
    """Plan scenarios."""
    face, stop = this_face(), threading.Event()
    options.must_fit(address, engine)
    folders = _folders(scenarios, output, face)
    for folder in folders:
        names = [PLAN, REPORT, WORKBOOK, RUN]
        claim(folder, names, force=force, inputs=overlays)
    asked = {
        "time_limit": time_limit,
        "seed": seed,
        "workers": workers,
        "engine": engine,
        "address": address,
    }
    sources = [(each, *overlays) for each in scenarios]
    plan = partial(_planned, asked=asked, stop=stop, force=force)
    if len(sources) > 1:
        with interruptible(stop):
            ends = _ends(sources, folders, plan)
        _close(ends, fail_on)
        return
    reading = verbs.read(sources[0][0], overlays)
    with interruptible(stop):
        done = plan(sources[0], reading, output)
    if face.as_json:
        face.emit("solve", _document(done, face))
    pass_gates(done.run, fail_on)


@dataclass(frozen=True)
class _Done:
    """A run with the folder and the files it was written into."""

    run: verbs.Run
    folder: Path
    files: Mapping[Path, str | bytes]


_Ends = Sequence[tuple[tuple[Path, ...], _Done | MatcherError]]


def _ends(
    sources: Sequence[tuple[Path, ...]],
    folders: Sequence[Path],
    plan: Callable[..., _Done],
) -> _Ends:
    """Plan what can be planned, and return how it ended for each scenario."""
    face = this_face()
    # All are read before any is planned, so that faults are told at once.
    readings = [
        attempted(each, face, partial(verbs.read, each[0], each[1:]))
        for each in sources
    ]
    return [
        (
            source,
            reading
            if isinstance(reading, MatcherError)
            else attempted(source, face, partial(plan, source, reading, folder)),
        )
        for source, reading, folder in zip(sources, readings, folders, strict=True)
    ]


def _close(ends: _Ends, fail_on: tuple[str, ...]) -> None:
    """Tell programs how each scenario ended, and leave with the worst status."""
    face = this_face()
    statuses, documents, folders = [], [], []
    for source, end in ends:
        failure: MatcherError | None
        if isinstance(end, _Done):
            failure = attempted(source, face, partial(pass_gates, end.run, fail_on))
            document = _document(end, face)
            folders.append(end.folder)
        else:
            failure, document = end, failure_document(end, face.language)
        statuses.append(failure.exit_status if failure else 0)
        facts = {"source": [str(each) for each in source], "exit_status": statuses[-1]}
        documents.append({**facts, **document})
    if face.as_json:
        face.emit("solve", {"runs": documents})
    elif len(folders) > 1 and face.verbosity >= 0:
        _tell_next(face, "compare", *folders)
    click.get_current_context().exit(worst(statuses))


def _folders(scenarios: Sequence[Path], output: Path, face: Face) -> list[Path]:
    """Return where each plan goes."""
    if len(scenarios) == 1:
        return [output]
    names = [name_of(path) for path in scenarios]
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
    *,
    asked: Mapping[str, Any],
    stop: threading.Event,
    force: bool,
) -> _Done:
    """Plan one scenario, write what came out and show it."""
    if stop.is_set():
        raise InterruptedSolveError
    face, began, world = this_face(), time.monotonic(), reading.scenario
    words = Words(world, face.language)
    with watching(face, words, stop) as news:
        run = in_thread(lambda: verbs.run(world, progress=news, stop=stop, **asked))
    _must_be_clean(run, face)
    spent = time.monotonic() - began
    read = origin(source, reading.files, folder)
    record = run_record(world, read, run, asked, spent)
    files = _files(world, run, face, record, folder)
    write_together(files, force=force)
    if not face.as_json and face.verbosity >= 0:
        show_summary(words, run, files, spent)
        overlays = options.with_overlays(source[1:])
        _tell_next(face, "audit", source[0], folder / PLAN, *overlays)
    return _Done(run, folder, files)


def _tell_next(face: Face, *words: object) -> None:
    command = command_line("matcher", *words)
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
) -> dict[Path, str | bytes]:
    page, book = reported(world, run.plan, run.audit, face)
    return {
        folder / PLAN: dump_plan(run.plan),
        folder / REPORT: render(page),
        folder / WORKBOOK: render_workbook(book),
        folder / RUN: record,
    }


def _document(done: _Done, face: Face) -> Mapping[str, object]:
    return {
        **summary_document(done.run),
        "audit": audit_document(done.run.audit, face.language),
        "outputs": written(done.files),
    }
