"""
Tasks on fixed times and who can do them: all done by as few people as can be.

A task is a need on fixed days with a specialty of its own, held by the workers who can
do it. After ``coverage`` comes the goal ``people-away``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, must, on_time, once_each

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
        A data file of the set.
    """
    shop = _Shop.of(path)
    end = max(stop for _, stop in shop.tasks)
    codes = [ground.code("n", task) for task in range(len(shop.tasks))]
    people = [
        ground.person(who, (ground.horizon(end),), [codes[each] for each in able])
        for who, able in enumerate(shop.able)
        if able
    ]
    return ground.scenario(
        path.stem,
        end,
        (ground.goal("coverage"), ground.goal("people-away")),
        specialties=[ground.specialty(each) for each in codes],
        people=people,
        needs=[
            ground.need(name, name, term)
            for name, term in zip(codes, shop.tasks, strict=True)
        ],
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return how many workers are used."""
    shop = _Shop.of(path)
    once_each(sent, [ground.code("n", task) for task in range(len(shop.tasks))])
    on_time(sent, shop.tasks)
    apart(sent)
    for each in sent:
        able = shop.able[ground.number(each.person)]
        must(ground.number(each.need) in able, f"{each.person} cannot do {each.need}")
    return len({each.person for each in sent})


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return with fewer than how many workers no solution does."""
    del path
    return bounds.get("people-away")


@dataclass(frozen=True)
class _Shop:
    """The times of the tasks, and for each worker the tasks that he can do."""

    tasks: tuple[tuple[int, int], ...]
    able: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, path: Path) -> _Shop:
        lines = [
            line.strip()
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.startswith("#")
        ]
        jobs = _count(lines[1], "Jobs")
        tasks = [tuple(map(int, line.split())) for line in lines[2 : 2 + jobs]]
        workers = _count(lines[2 + jobs], "Qualifications")
        rows = lines[3 + jobs : 3 + jobs + workers]
        able = [tuple(map(int, row.split(":")[1].split())) for row in rows]
        return cls(tuple((start, end) for start, end in tasks), tuple(able))


def _count(line: str, name: str) -> int:
    found, _, number = line.partition("=")
    if found.strip() != name:
        raise ValueError(f"{name} was expected where {line} stands")
    return int(number)
