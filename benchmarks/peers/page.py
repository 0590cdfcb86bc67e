"""A study of the peers as tables and plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.peers.environments import PEERS
from benchmarks.peers.plot import Chart, draw
from benchmarks.peers.records import OURS, Run, Study
from docs.pages.markdown import code, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_SECONDS = {0.1: "0.1 s", 1.0: "1 s", 10.0: "10 s", 100.0: "100 s", 1000.0: "1,000 s"}
_SHARES = {1e-4: "≤0.01%", 1e-3: "0.1%", 1e-2: "1%", 0.1: "10%", 1.0: "100%"}


def newest(studies: Path) -> tuple[Study, Path] | None:
    """
    Return the newest study of the peers and its folder, if there is one.

    Parameters
    ----------
    studies
        Where studies are; their names begin with the date.
    """
    files = sorted(studies.glob("*-peers/results.json"))
    if not files:
        return None
    text = files[-1].read_text(encoding="utf-8")
    return Study.model_validate_json(text), files[-1].parent


def section(studies: Path) -> str:
    """
    Return the newest study of the peers for the documentation; blank without one.

    Parameters
    ----------
    studies
        Where studies are.
    """
    found = newest(studies)
    if found is None:
        return ""
    study, folder = found
    where = f"benchmarks/studies/{folder.name}"
    commands = " and ".join(code(each) for each in study.commands)
    machine = f"{study.machine.cores} cores of {study.machine.processor}"
    began = f"{study.began:%Y-%m-%d}"
    told = (
        f"Measured from {began} on by {commands}, on {machine}.\n"
        f"Every run, plots of growth and all versions are in `{where}`;\n"
        "who the peers are, and what is measured, stands in `benchmarks/README.md`."
    )
    blocks = (
        "## Beside the peers",
        told,
        *summary(study),
        _consistent(study),
    )
    return "".join(f"\n{each}\n" for each in blocks)


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


def summary(study: Study) -> Iterator[str]:
    """
    Yield a table for each size, with the medians over its seeds.

    Parameters
    ----------
    study
        What was measured.
    """
    for people in study.sizes:
        seeds = study.seeds(people)
        yield (
            f"{people:,} people in one piece, medians over "
            f"{len(seeds)} seed{'s' * (len(seeds) > 1)}; "
            f"{_limits(study, people)}:"
        )
        yield _medians(study, people)


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


def _medians(study: Study, people: int) -> str:
    return table(
        (
            "",
            "is",
            "plans",
            "worth, ours = 1",
            "proven gap",
            "short of the best bound",
            "seconds",
            "seconds to a gap of 0.01 %",
            "ours = 1",
            "peak memory",
        ),
        [_median_row(study, who, people) for who in study.names],
    )


def _median_row(study: Study, who: str, people: int) -> tuple[str, ...]:
    runs = study.of(who, people)
    to_gap, ours = (_closed(study, each, people) for each in (who, OURS))
    return (
        who,
        PEERS[who].says if who in PEERS else "matcher solve",
        f"{sum(each.plan is not None for each in runs)} of {len(runs)}",
        _show(lowest([study.ratio(each) for each in runs]), "{:.4f}"),
        _share(highest([each.gap for each in runs])),
        _share(_short(study, who, people)),
        _show(highest([each.seconds for each in runs]), "{:.1f}"),
        _show(to_gap, "{:.1f}"),
        "–" if to_gap is None or not ours else f"{to_gap / ours:.1f}",
        f"{highest([each.peak_mb for each in runs]):.0f} MB",
    )


def highest(values: Sequence[float | None]) -> float | None:
    """
    Return the median of what should be small; None is worse than any number.

    Parameters
    ----------
    values
        At least one. Of two in the middle, the worse counts.
    """
    order = sorted(values, key=lambda each: (each is None, each or 0))
    return order[len(order) // 2]


def lowest(values: Sequence[float | None]) -> float | None:
    """
    Return the median of what should be large; None is worse than any number.

    Parameters
    ----------
    values
        At least one. Of two in the middle, the worse counts.
    """
    found = highest([None if each is None else -each for each in values])
    return None if found is None else -found


def _closed(study: Study, who: str, people: int) -> float | None:
    runs = study.of(who, people)
    return highest([each.closed for each in runs]) if runs else None


def _short(study: Study, who: str, people: int) -> float | None:
    runs = study.of(who, people)
    return highest([study.short(each) for each in runs]) if runs else None


def _gap(study: Study, who: str, people: int) -> float | None:
    runs = study.of(who, people)
    return highest([each.gap for each in runs]) if runs else None


_CHARTS: tuple[tuple[str, Chart, Callable[[Study, str, int], float | None]], ...] = (
    (
        "time",
        Chart("Seconds to a proven gap of 0.01 %", _SECONDS, "never"),
        _closed,
    ),
    ("gap", Chart("Proven gap at the end", _SHARES, "none"), _gap),
    (
        "plan",
        Chart("How far the plan is from the best bound", _SHARES, "no plan"),
        _short,
    ),
)


def _runs(study: Study, people: int, seed: int) -> Iterator[str]:
    size = study.size(people, seed)
    yield f"### {people:,} people, seed {seed}"
    yield (
        f"{size.posts:,} posts with {size.seats:,} seats, {size.pairs:,} eligible "
        f"pairs; best bound {_number(study.ceiling(people, seed))}."
    )
    head = ("", "worth", "ours = 1", "seats", "bound", "gap", "seconds", "to 0.01 %")
    found = [study.find(who, people, seed) for who in study.names]
    yield table(
        (*head, "peak memory", "ended", "solver"),
        [_run(study, each) for each in found if each],
    )
    yield from filter(None, (_within(each) for each in found if each))


def _run(study: Study, run: Run) -> tuple[str, ...]:
    broken = ", ".join(f"{what}: {count}" for what, count in run.broken.items())
    return (
        run.peer,
        broken or _number(run.plan),
        _show(study.ratio(run), "{:.4f}"),
        f"{run.filled:,}",
        _number(run.bound),
        _share(run.gap),
        f"{run.seconds:.1f}",
        _show(run.closed, "{:.1f}"),
        f"{run.peak_mb} MB",
        f"{run.ending} {code(run.said)}" if run.said else run.ending,
        run.solver,
    )


def _within(run: Run) -> str:
    """Return what ours had when the limit came, where it ended later."""
    known = [each for each in run.steps if each.seconds <= run.limit]
    if not known or run.seconds <= run.limit:
        return ""
    best, bound = known[-1].best, known[-1].bound
    return (
        f"Of the {run.seconds:.1f} s of {run.peer}, reading before the search and the "
        f"audit and reports after it are a part; {run.limit:g} s after its start it "
        f"had {_number(best)} with the bound {_number(bound)}."
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


def _limits(study: Study, people: int) -> str:
    runs = [each for each in study.runs if each.people == people]
    limits = sorted({each.limit for each in runs if each.peer != OURS})
    ours = sorted({each.limit for each in runs if each.peer == OURS})
    return (
        f"the peers were given {_joined(limits)} s for the whole process"
        if not ours
        else f"the peers were given {_joined(limits)} s for the whole process, "
        f"ours {_joined(ours)} s for the search"
    )


def _joined(numbers: Iterable[float]) -> str:
    return " or ".join(f"{each:g}" for each in numbers) or "no"


def _loads(runs: Sequence[Run]) -> str:
    if not runs:
        return ""
    loads = [each.load for each in runs]
    return f"{min(loads):.2f} to {max(loads):.2f}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"


def _show(value: float | None, form: str) -> str:
    return "–" if value is None else form.format(value)


def _share(value: float | None) -> str:
    """Return a share in per cent; a small one never looks like none."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    return "<0.001%" if value < 1e-5 else f"{value:.3%}"
