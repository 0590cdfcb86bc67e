"""A study of growth as a table and a plot."""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from benchmarks.growth.records import Run, Study
from benchmarks.page import machine_table
from benchmarks.peers.medians import share, shown
from benchmarks.peers.plot import Chart, draw
from benchmarks.shelf import FIGURES, stored, written
from docs.pages.markdown import table
from matcher.plan import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_PLOT = "time.svg"
_SECONDS = {0.1: "0.1 s", 1.0: "1 s", 10.0: "10 s", 100.0: "100 s", 1e3: "1,000 s"}


def section(studies: Path) -> str:
    """
    Return the newest study of growth for the documentation; blank without one.

    Parameters
    ----------
    studies
        Where studies are.
    """
    known = stored(Study, studies, "growth")
    if not known:
        return ""
    study, folder = known[0]
    where = f"benchmarks/studies/{folder.name}"
    blocks = ("## Growth", *_told(study, where, f"../{where}/"))
    return "".join(f"\n{each}\n" for each in blocks)


def store(study: Study, folder: Path) -> None:
    """
    Write the study's figures, its page and its plot.

    Parameters
    ----------
    study
        Its runs so far.
    folder
        Where it is stored.
    """
    texts = {
        FIGURES: study.model_dump_json(indent=1) + "\n",
        "README.md": _page(study),
        _PLOT: _plot(study.runs),
    }
    written(folder, texts)


def summary(study: Study) -> str:
    """
    Return the table of a study.

    Parameters
    ----------
    study
        Its runs so far.
    """
    return table(_HEADINGS, map(_row, study.runs))


def _page(study: Study) -> str:
    calls = [
        "\n".join(("```console", *(f"$ {each}" for each in run.commands), "```"))
        for run in study.runs
    ]
    machine = machine_table(study.machine)
    blocks = ("# Growth", machine, *_told(study, FIGURES, ""), "## The runs")
    return "\n\n".join((*blocks, *calls)) + "\n"


def _told(study: Study, where: str, way: str) -> Iterator[str]:
    """Yield what was measured, how it grows, and the plot, which lies this way."""
    yield (
        f"{study.measured}\n"
        f"Every figure is in `{where}`; what is measured stands in "
        "`benchmarks/README.md`.\n"
        "Each year was solved once, with all its goals. Seconds count from the start "
        "of the process. A goal is close\n"
        "when what lies between its value and its bound, over all its rungs, is at "
        "most 0.5 % of the bound."
    )
    yield summary(study)
    yield from _growth(study.runs)
    yield f"![{_CHART.title}]({way}{_PLOT})"


_HEADINGS = (
    "size",
    "people",
    "needs",
    "candidates",
    "limit",
    "first plan",
    "agreement close",
    "proven",
    "coverage close",
    "proven",
    "whole process",
    "peak memory",
    "rungs proven",
    "largest gap above the tie-break",
    "agreement",
    "coverage",
)

_CHART = Chart("Seconds from the start of the process", _SECONDS, "never")
_CURVES: dict[str, Callable[[Run], float | None]] = {
    "coverage close": lambda run: run.coverage.close,
    "agreement close": lambda run: run.agreement.close,
    "first plan": lambda run: run.first,
    "whole process": lambda run: run.seconds,
}


def _row(run: Run) -> tuple[str, ...]:
    proven = sum(each.status is Status.OPTIMAL for each in run.rungs)
    ending = "" if run.ending == "finished" else f", {run.ending} {run.said}".rstrip()
    return (
        run.size + ending,
        f"{run.people:,}",
        f"{run.needs:,}",
        f"{run.candidates:,}",
        f"{run.limit:g} s",
        _time(run.first),
        *(
            _time(each)
            for goal in (run.agreement, run.coverage)
            for each in (goal.close, goal.proven)
        ),
        _time(run.seconds),
        f"{run.peak_mb:,} MB",
        f"{proven} of {len(run.rungs)}",
        share(run.widest),
        *(_worth(run, goal) for goal in ("agreement", "coverage")),
    )


def _worth(run: Run, goal: str) -> str:
    rungs = [each for each in run.rungs if each.goal == goal]
    best, bound = sum(each.best for each in rungs), sum(each.bound for each in rungs)
    return f"{best:,} of at most {bound:,}"


def _time(seconds: float | None) -> str:
    return shown(seconds, "{:.1f} s")


def _growth(runs: Sequence[Run]) -> Iterator[str]:
    """Yield by how much more a larger year takes, if there are several."""
    if len(runs) < 2:
        return
    pairs = [*pairwise(runs), *[(runs[0], runs[-1])] * (len(runs) > 2)]
    yield (
        "How many times as many people there are, and how many times as long it "
        "takes;\nin brackets the power of the people with which the time grows: 1 is "
        "linear."
    )
    yield table(
        ("from", "to", "people", *_CURVES),
        (
            (
                few.size,
                many.size,
                f"{many.people / few.people:.1f}",
                *(_times(few, many, curve) for curve in _CURVES.values()),
            )
            for few, many in pairs
        ),
    )


def _times(few: Run, many: Run, curve: Callable[[Run], float | None]) -> str:
    less, more = curve(few), curve(many)
    if not less or not more:
        return "–"
    power = log(more / less) / log(many.people / few.people)
    return f"{more / less:.1f} ({power:.2f})"


def _plot(runs: Sequence[Run]) -> str:
    """Return the curves, beside a line on which time grows as people do."""
    lines = {
        name: [(each.people, curve(each)) for each in runs]
        for name, curve in _CURVES.items()
    }
    first = next((point for point in lines["coverage close"] if point[1]), None)
    if first:
        rate = (first[1] or 0) / first[0]
        lines["linear"] = [(each.people, rate * each.people) for each in runs]
    return draw(_CHART, lines)
