"""A result as a page of tables; the documentation's page is the newest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from benchmarks.machine import ROOT
from benchmarks.records import (
    Comparison,
    Large,
    Load,
    Machine,
    Result,
    Sized,
    Solve,
    Timing,
    Year,
)
from docs.pages.markdown import code, table
from matcher.plan import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def newest(folder: Path) -> tuple[Result, Path]:
    """
    Return the newest result of a folder and its file.

    Parameters
    ----------
    folder
        Where results are stored; their names begin with the date.

    Raises
    ------
    click.ClickException
        If there is none.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise click.ClickException("no result yet: run python -m benchmarks.run first")
    text = paths[-1].read_text(encoding="utf-8")
    return Result.model_validate_json(text), paths[-1]


def page(result: Result, path: Path) -> str:
    """
    Return all figures of a result as Markdown, each with its command.

    Parameters
    ----------
    result
        What was measured.
    path
        The file it is stored in.
    """
    source = path.relative_to(ROOT).as_posix()
    return "\n\n".join(_blocks(result, source)) + "\n"


def _blocks(result: Result, source: str) -> Iterator[str]:
    yield f"<!-- Generated from {source} by benchmarks/run.py. -->"
    yield "# Benchmarks"
    yield (
        f"Measured on {result.began:%Y-%m-%d} by `{result.command}`.\n"
        f"Every single figure is in `{source}`;\n"
        "what is measured, and how, stands in `benchmarks/README.md`."
    )
    yield machine_table(result.machine)
    if result.year:
        yield from _year(result.year)
    starts = [each for each in (result.help, result.check) if each]
    if starts:
        yield from _starts(starts)
    for title, each in (
        ("A year between two provinces", result.pair),
        ("A year of a nation", result.nation),
    ):
        if each:
            yield from _sized(title, each)
    if result.load:
        yield from _load(result.load)
    if result.thousand:
        yield from _thousand(result.thousand)
    if result.pieces:
        yield from _pieces(result.pieces)


def machine_table(machine: Machine) -> str:
    """
    Return what figures depend on as a table.

    Parameters
    ----------
    machine
        Where a study was run.
    """
    return table(
        ("machine", ""),
        [
            ("processor", machine.processor),
            ("cores", str(machine.cores)),
            ("memory", f"{machine.memory_gb:.0f} GB"),
            ("system", machine.system),
            ("load before the study", f"{machine.load:.2f}"),
            ("Python", machine.python),
            ("ortools", machine.ortools),
            ("matcher", f"{machine.matcher}, commit {machine.commit}"),
        ],
    )


def _year(year: Year) -> Iterator[str]:
    runs, typical = year.runs, year.typical
    proven = min(each.proven for each in runs)
    yield "## The year of the two cities"
    yield (
        f"`{year.command}`, {len(runs)} runs of the whole process, no time limit:\n"
        "reading, solving, audit, report."
    )
    yield table(
        ("", ""),
        [
            ("wall time, median", _seconds(typical.seconds)),
            ("wall time, least", _seconds(min(each.seconds for each in runs))),
            ("wall time, most", _seconds(max(each.seconds for each in runs))),
            ("peak memory, most", f"{max(each.peak_mb for each in runs)} MB"),
            ("rungs proven in every run", f"{proven} of {len(typical.rungs)}"),
            ("assignments", f"{typical.assignments:,}"),
            ("different plan files", str(len({each.digest for each in runs}))),
        ],
    )
    yield "The rungs of the run with the median wall time:"
    yield _rungs(typical)


def _sized(title: str, sized: Sized) -> Iterator[str]:
    run = sized.run
    goals = list(dict.fromkeys(each.goal for each in run.rungs))
    rungs = {goal: [each for each in run.rungs if each.goal == goal] for goal in goals}
    yield f"## {title}"
    yield (
        " and ".join(code(each) for each in sized.commands) + ", the whole process: "
        f"{_seconds(run.seconds)}, {run.peak_mb} MB, {run.assignments:,} assignments, "
        f"{run.proven} of {len(run.rungs)} rungs proven. By goal:"
    )
    yield table(
        ("goal", "rungs", "proven", "largest gap", "seconds"),
        (
            (
                goal,
                str(len(each)),
                str(sum(rung.status is Status.OPTIMAL for rung in each)),
                _share(max(rung.gap for rung in each)),
                f"{sum(rung.seconds for rung in each):.1f}",
            )
            for goal, each in rungs.items()
        ),
    )


def _starts(timings: Iterable[Timing]) -> Iterator[str]:
    yield "## Start-up and checking"
    yield "Whole processes, after one run that is not counted."
    yield table(
        ("command", "runs", "median", "least", "most"),
        (
            (
                code(each.command),
                str(len(each.seconds)),
                f"{each.median:.2f} s",
                f"{min(each.seconds):.2f} s",
                f"{max(each.seconds):.2f} s",
            )
            for each in timings
        ),
    )


def _load(load: Load) -> Iterator[str]:
    yield f"## Reading {load.people:,} people and {load.needs:,} needs"
    yield (
        f"Copies of an invented year, written by `{load.made}`.\n"
        "Whole processes: reading, all checks, supply against demand."
    )
    yield table(
        ("command", "runs", "median", "least", "most", "peak memory"),
        (
            (
                code(each.command),
                str(len(each.seconds)),
                _seconds(each.median),
                _seconds(min(each.seconds)),
                _seconds(max(each.seconds)),
                f"{each.peak_mb} MB",
            )
            for each in (load.folder, load.workbook)
        ),
    )


def _thousand(cases: tuple[Large, ...]) -> Iterator[str]:
    first = cases[0]
    yield f"## {first.people:,} people, {first.seats:,} seats"
    yield (
        "Generated scenarios; the solver was given "
        f"{first.time_limit} seconds.\n"
        "Wall time is that of the whole process: reading, building the model, the "
        "rungs, the ledger of shortages, audit, report.\n"
        "A rung's bound holds for all plans that keep the values above it.\n"
        "The coverage gap is (sum of bounds − sum of values) / sum of bounds over the "
        "parts of coverage."
    )
    yield table(
        (
            "seed",
            "wall time",
            "of it the rungs",
            "peak memory",
            "rungs proven",
            "coverage",
            "bound",
            "coverage gap",
        ),
        (
            (
                str(each.seed),
                _seconds(each.run.seconds),
                _seconds(sum(rung.seconds for rung in each.run.rungs)),
                f"{each.run.peak_mb} MB",
                f"{each.run.proven} of {len(each.run.rungs)}",
                f"{each.coverage[0]:,}",
                f"{each.coverage[1]:,}",
                _share(each.coverage_gap),
            )
            for each in cases
        ),
    )
    for each in cases:
        yield f"### Seed {each.seed}"
        yield "\n".join(("```console", *(f"$ {c}" for c in each.commands), "```"))
        yield _rungs(each.run)


def _pieces(cases: tuple[Comparison, ...]) -> Iterator[str]:
    settled = [pair for each in cases for pair in each.settled]
    different = sum(one != other for one, other in settled)
    yield "## In pieces and as one model"
    yield (
        "Generated scenarios, each solved in pieces and then as one model: only the "
        "ladder, without reading, audit and report.\n"
        f"Both were given {cases[0].time_limit} seconds.\n"
        "Up to the first rung that one of them did not prove, values must agree: "
        f"{len(settled)} rungs were compared, {different} differ."
    )
    yield table(
        (
            "people",
            "seats",
            "seed",
            "solved",
            "models",
            "at the end",
            "candidates of the largest",
            "time",
            "peak memory",
            "rungs proven",
        ),
        (
            (
                f"{each.people:,}",
                f"{each.seats:,}",
                str(each.seed),
                way,
                str(climb.first_pieces),
                str(climb.last_pieces),
                f"{climb.largest:,}",
                _seconds(climb.seconds),
                f"{climb.peak_mb} MB",
                f"{climb.proven} of {len(climb.rungs)}",
            )
            for each in cases
            for way, climb in (("in pieces", each.pieces), ("whole", each.whole))
        ),
    )


def _rungs(run: Solve) -> str:
    return table(
        ("#", "rung", "value", "bound", "status", "gap", "seconds"),
        (
            (
                str(place),
                " · ".join(filter(None, (each.goal, each.part))),
                f"{each.best:,}",
                f"{each.bound:,}",
                "proven" if each.status is Status.OPTIMAL else "not proven",
                _share(each.gap),
                f"{each.seconds:.1f}",
            )
            for place, each in enumerate(run.rungs, start=1)
        ),
    )


def _seconds(number: float) -> str:
    return f"{number:.1f} s"


def _share(number: float) -> str:
    """Return a share in per cent; a small one never looks like none."""
    if number == 0:
        return "0"
    return "<0.01%" if number < 0.0001 else f"{number:.2%}"
