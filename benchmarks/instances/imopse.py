"""
Projects of tasks for one person each, with skills at levels: done as early as can be.

A task is a phase with one need on days that are free. A skill at a level is a
specialty, held by all who have the skill at that level or above. After ``coverage``
comes the goal ``finish``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, must, once_each
from matcher.scenario.base import Kind
from matcher.scenario.undertakings import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario

_PERSON = re.compile(r"(\d+)\s+\d+\.\d+\s+((?:Q\d+:\s*\d+\s*)+)")
_TASK = re.compile(r"(\d+)\s+(\d+)\s+(Q\d+):\s*(\d+)\s*([\d\s]*)")
_SKILL = re.compile(r"(Q\d+):\s*(\d+)")


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A definition file of the set.
    """
    project = _Project.of(path)
    end = sum(task.days for task in project.tasks.values())
    wanted = sorted({(task.skill, task.level) for task in project.tasks.values()})
    people = [
        ground.person(who, (ground.horizon(end),), held)
        for who, skills in project.people.items()
        if (held := _held(skills, wanted))
    ]
    return ground.scenario(
        path.stem,
        end,
        (ground.goal("coverage"), ground.goal("finish")),
        kind=Kind.PHASED_PROJECT,
        specialties=[ground.specialty(_specialty(*each)) for each in wanted],
        people=people,
        phases=[
            Phase(
                id=ground.code("f", name),
                project="project",
                name=ground.code("f", name),
                after=[ground.code("f", each) for each in task.after],
            )
            for name, task in project.tasks.items()
        ],
        needs=[
            ground.need(
                ground.code("n", name),
                _specialty(task.skill, task.level),
                (0, end),
                shortest=task.days,
                longest=task.days,
                phase=ground.code("f", name),
            )
            for name, task in project.tasks.items()
        ],
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return the makespan."""
    project = _Project.of(path)
    once_each(sent, [ground.code("n", name) for name in project.tasks])
    apart(sent)
    start = {ground.number(each.need): each.start for each in sent}
    end = {ground.number(each.need): each.end for each in sent}
    for each in sent:
        name = ground.number(each.need)
        task, skills = project.tasks[name], project.people[ground.number(each.person)]
        must(end[name] - start[name] == task.days, f"{name} has another length")
        level = skills.get(task.skill, -1)
        must(level >= task.level, f"{each.person} is not able to do {name}")
        for before in task.after:
            must(end[before] <= start[name], f"{name} begins before {before} ends")
    return max(end.values())


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return before what time no solution ends."""
    del path
    return bounds.get("finish")


@dataclass(frozen=True)
class _Task:
    """A task: how long, what it takes, and what comes before it."""

    days: int
    skill: str
    level: int
    after: tuple[int, ...]


@dataclass(frozen=True)
class _Project:
    """The levels of each person's skills, and the tasks, by their numbers."""

    people: Mapping[int, Mapping[str, int]]
    tasks: Mapping[int, _Task]

    @classmethod
    def of(cls, path: Path) -> _Project:
        people, tasks = {}, {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := _PERSON.fullmatch(line.strip()):
                skills = _SKILL.findall(found[2])
                people[int(found[1])] = {name: int(level) for name, level in skills}
            elif found := _TASK.fullmatch(line.strip()):
                after = tuple(int(each) for each in found[5].split())
                task = _Task(int(found[2]), found[3], int(found[4]), after)
                tasks[int(found[1])] = task
        return cls(people, tasks)


def _held(skills: Mapping[str, int], wanted: Sequence[tuple[str, int]]) -> list[str]:
    return [
        _specialty(skill, level)
        for skill, level in wanted
        if skills.get(skill, -1) >= level
    ]


def _specialty(skill: str, level: int) -> str:
    return f"{skill}-{level}"
