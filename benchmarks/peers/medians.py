"""Medians over seeds, and how figures are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.peers.environments import PEERS
from benchmarks.peers.records import OURS, Study
from docs.pages.markdown import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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
        [
            _median_row(study, who, people)
            for who in study.names
            if study.of(who, people)
        ],
    )


def _median_row(study: Study, who: str, people: int) -> tuple[str, ...]:
    runs = study.of(who, people)
    to_gap, ours = (time_to_close(study, each, people) for each in (who, OURS))
    return (
        who,
        PEERS[who].says if who in PEERS else "matcher solve",
        f"{sum(each.plan is not None for each in runs)} of {len(runs)}",
        shown(lowest([study.ratio(each) for each in runs]), "{:.4f}"),
        share(highest([each.gap for each in runs])),
        share(distance(study, who, people)),
        shown(highest([each.seconds for each in runs]), "{:.1f}"),
        shown(to_gap, "{:.1f}"),
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


def time_to_close(study: Study, who: str, people: int) -> float | None:
    """
    Return the median over seeds of the seconds until the gap was closed.

    Parameters
    ----------
    study
        What was measured.
    who, people
        The peer and the size.
    """
    runs = study.of(who, people)
    return highest([each.closed for each in runs]) if runs else None


def distance(study: Study, who: str, people: int) -> float | None:
    """
    Return the median over seeds of what plans lack of the best bound, as a share.

    Parameters
    ----------
    study
        What was measured.
    who, people
        The peer and the size.
    """
    runs = study.of(who, people)
    return highest([study.short(each) for each in runs]) if runs else None


def proven_gap(study: Study, who: str, people: int) -> float | None:
    """
    Return the median over seeds of the gap at the end.

    Parameters
    ----------
    study
        What was measured.
    who, people
        The peer and the size.
    """
    runs = study.of(who, people)
    return highest([each.gap for each in runs]) if runs else None


def _limits(study: Study, people: int) -> str:
    runs = [each for each in study.runs if each.people == people]
    limits = sorted({each.limit for each in runs if each.peer != OURS})
    ours = sorted({each.limit for each in runs if each.peer == OURS})
    told = f"the peers were given {_joined(limits)} s for the whole process"
    return f"{told}, ours {_joined(ours)} s for the search" if ours else told


def _joined(numbers: Iterable[float]) -> str:
    return " or ".join(f"{each:g}" for each in numbers) or "no"


def number(value: float | None) -> str:
    """
    Return a whole number with commas.

    Parameters
    ----------
    value
        None is told by a dash.
    """
    return shown(value, "{:,.0f}")


def shown(value: float | None, form: str) -> str:
    """
    Return a number in some form.

    Parameters
    ----------
    value
        None is told by a dash.
    form
        As of ``str.format``.
    """
    return "–" if value is None else form.format(value)


def share(value: float | None) -> str:
    """
    Return a share in per cent; a small one never looks like none.

    Parameters
    ----------
    value
        None is told by a dash.
    """
    if value == 0:
        return "0"
    return "<0.001%" if value and value < 1e-5 else shown(value, "{:.3%}")
