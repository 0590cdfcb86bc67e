"""The study as tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks.page import machine_table
from docs.pages.markdown import code, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.instances.records import Row, Study

_HEADINGS = (
    "instance",
    "known",
    "status",
    "ours",
    "bound",
    "proven",
    "seconds",
    "verdict",
)


def page(study: Study) -> str:
    """
    Return the study as Markdown.

    Parameters
    ----------
    study
        Its rows so far.
    """
    return "\n\n".join(_blocks(study)) + "\n"


def _blocks(study: Study) -> Iterator[str]:
    yield "# Public instances"
    yield (
        f"Measured from {study.began:%Y-%m-%d} on by "
        f"{' and '.join(code(each) for each in study.commands)}.\n"
        "Every figure is in `results.json`; what is measured, and how, stands in\n"
        "`benchmarks/README.md`. The data are not part of the project."
    )
    yield machine_table(study.machine)
    yield "## By set"
    yield summary(study)
    yield (
        "Known is the best value known, by the sources that the manifest of the data "
        "names. Ours is the instance's own\nobjective, recomputed from the assignments "
        "by a checker of the set; bound is what our proofs say that no solution is\n"
        "better than, and proven that every rung is. Seconds are those of the whole "
        "process."
    )
    for name, rows in groupby(study.rows, key=lambda each: each.known.set):
        yield from _set(name, list(rows))


def summary(study: Study) -> str:
    """
    Return how many values of each set were reached and proven.

    Parameters
    ----------
    study
        Its rows so far.
    """
    sets = groupby(study.rows, key=lambda each: each.known.set)
    headings = (
        "set",
        "instances",
        "limit",
        "better",
        "equal",
        "worse",
        "no solution",
        "known optimal",
        "of these proven by us",
        "seconds in all",
    )
    return table(headings, (_sums(name, list(rows)) for name, rows in sets))


def _sums(name: str, rows: Sequence[Row]) -> tuple[str, ...]:
    verdicts = [each.verdict for each in rows]
    optimal = [each for each in rows if each.known.status == "optimal"]
    limits = sorted({each.limit for each in rows})
    return (
        name,
        str(len(rows)),
        "–".join(f"{each:g}" for each in {limits[0]: 0, limits[-1]: 0}) + " s",
        *(str(verdicts.count(each)) for each in ("better", "equal", "worse", "none")),
        str(len(optimal)),
        str(sum(each.proven and each.verdict == "equal" for each in optimal)),
        f"{sum(each.seconds for each in rows):,.0f}",
    )


def _set(name: str, rows: Iterable[Row]) -> Iterator[str]:
    yield f"## {name}"
    yield table(_HEADINGS, (_cells(each, name) for each in rows))


def _cells(row: Row, name: str) -> tuple[str, ...]:
    return (
        code(row.known.file.removeprefix(f"{name}/")),
        _number(row.known.best),
        row.known.status,
        _number(row.ours),
        _number(row.bound),
        "yes" if row.proven else "no",
        f"{row.seconds:.1f}",
        f"{row.verdict}: {row.fault}" if row.fault else row.verdict,
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.6f}".rstrip("0").rstrip(".")
