"""A study of the peers as tables and plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.peers.medians import (
    distance,
    number,
    proven_gap,
    share,
    shown,
    summary,
    time_to_close,
)
from benchmarks.peers.plot import Chart, draw
from benchmarks.peers.records import CLOSED, Run, Study, until
from benchmarks.shelf import stored
from docs.pages.markdown import code, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_SECONDS = {0.1: "0.1 s", 1.0: "1 s", 10.0: "10 s", 100.0: "100 s", 1000.0: "1,000 s"}
_SHARES = {1e-4: "≤0.01%", 1e-3: "0.1%", 1e-2: "1%", 0.1: "10%", 1.0: "100%"}


def section(studies: Path) -> str:
    """
    Return the studies of the peers for the documentation; blank without any.

    Parameters
    ----------
    studies
        Where studies are.
    """
    known = stored(Study, studies, "peers")
    blocks = [block for each in known for block in _told(*each)]
    if not blocks:
        return ""
    return "".join(f"\n{each}\n" for each in ("## Beside the peers", *blocks))


def _told(study: Study, folder: Path) -> Iterator[str]:
    """Yield what one study brought."""
    yield (
        f"{study.measured}\n"
        "Every run, plots of growth and all versions are in "
        f"`benchmarks/studies/{folder.name}`;\n"
        "who the peers are, and what is measured, stands in `benchmarks/README.md`."
    )
    yield from summary(study)
    yield _consistent(study)


def write_pages(study: Study, folder: Path) -> None:
    """
    Write the study's page and its plots.

    Parameters
    ----------
    study
        What was measured.
    folder
        Where it is stored.
    """
    text = "\n\n".join(_blocks(study)) + "\n"
    (folder / "README.md").write_text(text, encoding="utf-8")
    for name, chart, figure in _CHARTS:
        lines = {
            who: [(people, figure(study, who, people)) for people in study.sizes]
            for who in study.names
        }
        (folder / f"{name}.svg").write_text(draw(chart, lines), encoding="utf-8")


def _blocks(study: Study) -> Iterator[str]:
    machine = study.machine
    yield f"# Ours and the peers, {study.began:%Y-%m-%d}"
    yield (
        "Written by `python -m benchmarks.peers`; what is measured, and how, stands in "
        "[the benchmarks' page](../../README.md#the-peers).\n"
        "Every figure is in [results.json](results.json)."
    )
    yield table(
        ("machine", ""),
        [
            ("processor", machine.processor),
            ("cores", str(machine.cores)),
            ("memory", f"{machine.memory_gb:.0f} GB"),
            ("system", machine.system),
            ("Python", machine.python),
            ("Java", study.java),
            ("load before the study", f"{machine.load:.2f}"),
            ("load before a run", _loads(study.runs)),
        ],
    )
    yield "\n".join(("```console", *(f"$ {each}" for each in study.commands), "```"))
    yield "## Medians"
    yield from summary(study)
    yield _consistent(study)
    yield "## Growth"
    for name, chart, _ in _CHARTS:
        yield f"![{chart.title}]({name}.svg)"
    yield "## Every run"
    for people in study.sizes:
        for seed in study.seeds(people):
            yield from _runs(study, people, seed)
    yield "## What was installed"
    yield table(
        ("environment", "packages"),
        [(name, " ".join(each)) for name, each in sorted(study.packages.items())],
    )


_CHARTS: tuple[tuple[str, Chart, Callable[[Study, str, int], float | None]], ...] = (
    (
        "time",
        Chart("Seconds to a proven gap of 0.01 %", _SECONDS, "never"),
        time_to_close,
    ),
    ("gap", Chart("Proven gap at the end", _SHARES, "none"), proven_gap),
    (
        "plan",
        Chart("How far the plan is from the best bound", _SHARES, "no plan"),
        distance,
    ),
)


def _runs(study: Study, people: int, seed: int) -> Iterator[str]:
    size = study.size(people, seed)
    yield f"### {people:,} people, seed {seed}"
    yield (
        f"{size.posts:,} posts with {size.seats:,} seats, {size.pairs:,} eligible "
        f"pairs; best bound {number(study.ceiling(people, seed))}."
    )
    head = ("", "worth", "ours = 1", "seats", "bound", "gap", "seconds", "to 0.01 %")
    found = [study.find(who, people, seed) for who in study.names]
    yield table(
        (*head, "peak memory", "ended", "solver"),
        [_run(study, each) for each in found if each],
    )
    for each in found:
        if each and each.steps:
            yield " ".join(filter(None, (_way(each), _within(each))))


def _run(study: Study, run: Run) -> tuple[str, ...]:
    broken = ", ".join(f"{what}: {count}" for what, count in run.broken.items())
    return (
        run.peer,
        broken or number(run.plan),
        shown(study.ratio(run), "{:.4f}"),
        f"{run.filled:,}",
        number(run.bound),
        share(run.gap),
        f"{run.seconds:.1f}",
        shown(run.closed, "{:.1f}"),
        f"{run.peak_mb} MB",
        f"{run.ending} {code(run.said)}" if run.said else run.ending,
        run.solver,
    )


def _way(run: Run) -> str:
    """Return when ours had its first plan, and when its gap was how small."""
    told = []
    first = next((each for each in run.steps if each.best), None)
    if first:
        told.append(f"a first plan, {number(first.best)}, after {first.seconds:.1f} s")
    for small in (0.1, 0.02, 0.01, 0.001, CLOSED):
        reached = until(run.steps, small)
        if reached is not None:
            told.append(f"a gap of {small * 100:g} % after {reached:.1f} s")
    return f"On the way, {run.peer} had " + (", ".join(told) or "nothing") + "."


def _within(run: Run) -> str:
    """Return what ours had when the limit came, where it ended later."""
    known = [each for each in run.steps if each.seconds <= run.limit]
    if not known or run.seconds <= run.limit:
        return ""
    best, bound = known[-1].best, known[-1].bound
    return (
        f"Of the {run.seconds:.1f} s of {run.peer}, reading before the search and the "
        f"audit and reports after it are a part; {run.limit:g} s after its start it "
        f"had {number(best)} with the bound {number(bound)}."
    )


def _consistent(study: Study) -> str:
    """Return whether any plan is worth more than some bound: then one of them lies."""
    wrong = [
        f"{run.peer} on {run.people:,} people, seed {run.seed}"
        for run in study.runs
        if run.plan is not None
        and run.plan > (study.ceiling(run.people, run.seed) or run.plan) + 0.5
    ]
    if wrong:
        return "**Worth more than some bound: " + "; ".join(wrong) + ".**"
    return "No plan is worth more than any bound, as it must be."


def _loads(runs: Sequence[Run]) -> str:
    if not runs:
        return ""
    loads = [each.load for each in runs]
    return f"{min(loads):.2f} to {max(loads):.2f}"
