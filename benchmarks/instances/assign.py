"""
People and jobs, one each, at least cost.

A rating is the highest cost less the cost of the pair. After ``coverage`` comes the
goal ``fit``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, once_each
from matcher.scenario.conditions import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A file of the OR-Library: the size, then all costs row by row.
    """
    costs = _costs(path)
    highest = max(map(max, costs))
    size = range(len(costs))
    ratings = [
        Rating(
            person=ground.code("p", who),
            need=ground.code("n", job),
            points=highest - costs[who][job],
        )
        for who in size
        for job in size
    ]
    return ground.scenario(
        path.stem,
        1,
        (ground.goal("coverage"), ground.rated()),
        specialties=(ground.specialty("job"),),
        people=[ground.person(who, (ground.horizon(1),), ("job",)) for who in size],
        needs=[ground.need(ground.code("n", job), "job", (0, 1)) for job in size],
        ratings=ratings,
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return the total cost."""
    costs = _costs(path)
    once_each(sent, [ground.code("n", job) for job in range(len(costs))])
    apart(sent)
    return sum(costs[ground.number(s.person)][ground.number(s.need)] for s in sent)


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return below what cost no solution is."""
    if "fit" not in bounds:
        return None
    costs = _costs(path)
    return len(costs) * max(map(max, costs)) - bounds["fit"]


def _costs(path: Path) -> list[list[int]]:
    size, *costs = (int(word) for word in path.read_text(encoding="utf-8").split())
    return [costs[at : at + size] for at in range(0, len(costs), size)]
