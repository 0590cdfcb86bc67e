"""
Papers and their reviewers: three reviewers a paper, at most four papers a reviewer.

A paper is a need of three posts, a reviewer a person with a limit of assignments who
may serve several papers on the same day, and affinity a rating in millionths.
"""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import must
from matcher.scenario import RulePolicy
from matcher.scenario.base import Mode
from matcher.scenario.conditions import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario

_PARTS = 1_000_000


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        The table of affinities, a row per reviewer and a column per paper;
        ``reviewers.csv`` and ``papers.csv`` stand beside it.
    """
    scores, loads, wanted = _tables(path)
    people = [
        ground.person(who, (ground.horizon(1),), ("paper",), max_assignments=load)
        for who, load in enumerate(loads)
    ]
    needs = [
        ground.need(
            ground.code("n", paper),
            "paper",
            (0, 1),
            min_headcount=count,
            max_headcount=count,
        )
        for paper, count in enumerate(wanted)
    ]
    ratings = [
        Rating(
            person=ground.code("p", who),
            need=ground.code("n", paper),
            points=round(_PARTS * score),
        )
        for who, row in enumerate(scores)
        for paper, score in enumerate(row)
    ]
    return ground.scenario(
        path.parent.name,
        1,
        (ground.goal("coverage"), ground.rated()),
        {
            "one-place": RulePolicy(mode=Mode.OFF, reason="papers are read at home"),
            "person-limit": RulePolicy(parameters={"max_days": ground.NO_LIMIT}),
        },
        specialties=(ground.specialty("paper"),),
        people=people,
        needs=needs,
        ratings=ratings,
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return the total affinity, in the unrounded scores."""
    scores, loads, wanted = _tables(path)
    pairs = [(ground.number(s.person), ground.number(s.need)) for s in sent]
    must(len(set(pairs)) == len(pairs), "a reviewer has a paper twice")
    read_by = Counter(paper for _, paper in pairs)
    must(
        all(read_by[paper] == count for paper, count in enumerate(wanted)),
        "a paper does not have its number of reviewers",
    )
    held = Counter(who for who, _ in pairs)
    must(
        all(held[who] <= load for who, load in enumerate(loads)),
        "a reviewer has too many papers",
    )
    return sum(scores[who][paper] for who, paper in pairs)


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return what no solution exceeds, but for the rounding of the ratings."""
    del path
    return bounds["fit"] / _PARTS if "fit" in bounds else None


def _tables(path: Path) -> tuple[list[list[float]], list[int], list[int]]:
    """Return affinities, greatest loads, and reviewers wanted."""
    with path.open(encoding="utf-8", newline="") as file:
        scores = [[float(cell) for cell in row] for row in csv.reader(file)]
    loads = _column(path.with_name("reviewers.csv"), "load_max")
    return scores, loads, _column(path.with_name("papers.csv"), "coverage")


def _column(path: Path, name: str) -> list[int]:
    with path.open(encoding="utf-8", newline="") as file:
        return [int(row[name]) for row in csv.DictReader(file)]
