"""One year: made, solved by ``matcher solve`` as it is, and what it told on the way."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from benchmarks.growth.records import Run, Until
from benchmarks.news import told
from benchmarks.peers import contest
from benchmarks.peers.records import gap
from benchmarks.processes import MATCHER
from benchmarks.records import Rung

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from benchmarks.news import Lines, News

CLOSE = 0.005
"""A gap of at most this share counts as close."""

_GRACE = 900.0
_CEILING_MB = 20_000
_DIR, _OUT = "DIR", "OUT"


def solved(size: str, limit: float) -> Run:
    """
    Make a year, solve it, and return what was told on the way and came out.

    Parameters
    ----------
    size
        Its name.
    limit
        Seconds that the solver is given.
    """
    make = making(size)
    solve = (MATCHER, "solve", _DIR, f"--time-limit={limit:g}", "-v", "-o", _OUT)
    with TemporaryDirectory() as name:
        scenario, out = Path(name, "scenario"), Path(name, "out")
        paths = {_DIR: str(scenario), _OUT: str(out)}
        made = contest.run([paths.get(each, each) for each in make], _GRACE, {})
        if made.ending != "finished":
            raise click.ClickException(f"{_shown(make)}: {made.lines[-1:]}")
        load = round(os.getloadavg()[0], 2)
        done = contest.run(
            [paths.get(each, each) for each in solve],
            limit + _GRACE,
            {"MATCHER_LANG": "en"},
            _CEILING_MB,
        )
        run = Run(
            size=size,
            limit=limit,
            commands=(_shown(make), _shown(solve)),
            load=load,
            people=_rows(scenario / "people.csv"),
            needs=_rows(scenario / "needs.csv"),
            ending=done.ending,
            seconds=done.seconds,
            peak_mb=done.peak_mb,
        )
        if done.ending == "finished":
            return with_outcome(run, done.lines, out)
        said = [line for _, line in done.lines if line]
        return run.model_copy(update={"said": said[-1] if said else ""})


def with_outcome(run: Run, lines: Lines, out: Path) -> Run:
    """
    Return a run with what it told on the way and what it wrote.

    Parameters
    ----------
    run
        A run that came to its end.
    lines
        What it told, with the seconds since its start.
    out
        Where its plan is.
    """
    plan, record = (
        json.loads((out / name).read_text(encoding="utf-8"))
        for name in ("plan.json", "run.json")
    )
    rungs = [
        Rung.model_validate(proof | {"seconds": spent["seconds"]})
        for proof, spent in zip(plan["rungs"], record["rungs"], strict=True)
    ]
    news = list(told(lines))
    goals = {
        goal: [i for i, each in enumerate(rungs, 1) if each.goal == goal]
        for goal in ("agreement", "coverage")
    }
    return run.model_copy(
        update={
            "candidates": sum(each["candidates"] for each in record["pieces"]),
            "first": next((each.seconds for each in news if each.best), None),
            **{goal: _until(news, numbers) for goal, numbers in goals.items()},
            "rungs": tuple(rungs),
        }
    )


def _until(news: Iterable[News], rungs: Collection[int]) -> Until:
    """Return when the rungs of a goal, taken together, were close and proven."""
    known: dict[int, tuple[int, int]] = {}
    close = proven = None
    for each in news:
        if each.rung not in rungs or each.best is None or each.bound is None:
            continue
        known[each.rung] = each.best, each.bound
        if len(known) < len(rungs):
            continue
        best, bound = map(sum, zip(*known.values(), strict=True))
        lacking = 0.0 if best == bound else gap(best, bound)
        if lacking is not None and lacking <= CLOSE and close is None:
            close = each.seconds
        if lacking == 0 and proven is None:
            proven = each.seconds
    return Until(close=close, proven=proven)


def making(size: str) -> tuple[str, ...]:
    """
    Return the words that make a year, with a word for its folder.

    Parameters
    ----------
    size
        Its name.
    """
    whole, _, times = size.partition("/")
    if times:
        return sys.executable, "-m", "benchmarks.part", _DIR, times, "--all-goals"
    return MATCHER, "new", _DIR, "--example", f"--size={whole}"


def _shown(words: Iterable[str]) -> str:
    """Return a command as people would type it."""
    names = {MATCHER: "matcher", sys.executable: "python"}
    return " ".join(names.get(each, each) for each in words)


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))
