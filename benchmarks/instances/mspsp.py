"""
Projects of activities that need several skills at once: done as early as can be.

An activity is a phase whose needs form one team, one need per skill with so many posts
as it asks for, on days that are free. After ``coverage`` comes the goal ``finish``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.instances import ground
from benchmarks.instances.checking import apart, must
from benchmarks.instances.minizinc import read_data
from matcher.scenario.base import Kind
from matcher.scenario.entities import Team
from matcher.scenario.undertakings import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A data file of the library, in the form of MiniZinc.
    """
    data = read_data(path)
    end = sum(data["dur"])
    work = _activities(data)
    before = defaultdict(list)
    for first, then in _order(data):
        if first in work:
            before[then].append(ground.code("f", first))
    people = [
        ground.person(who, (ground.horizon(end),), _mastered(row))
        for who, row in enumerate(data["mastery"])
        if any(row)
    ]
    return ground.scenario(
        path.stem,
        end,
        (ground.goal("coverage"), ground.goal("finish")),
        kind=Kind.PHASED_PROJECT,
        specialties=[ground.specialty(_skill(each)) for each in range(data["nSkills"])],
        people=people,
        phases=[
            Phase(
                id=ground.code("f", each),
                project="project",
                name=ground.code("f", each),
                after=before[each],
            )
            for each in work
        ],
        teams=[_team(data, each) for each in work],
        needs=[need for each in work for need in _needs(data, each, end)],
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return the makespan."""
    data = read_data(path)
    apart(sent)
    terms: dict[int, set[tuple[int, int]]] = defaultdict(set)
    filled: Counter[tuple[int, int]] = Counter()
    for each in sent:
        activity, skill = (int(part) for part in each.need[1:].split("."))
        terms[activity].add((each.start, each.end))
        filled[activity, skill] += 1
        able = data["mastery"][ground.number(each.person)][skill]
        must(able, f"{each.person} does not master {each.need}")
    for activity, row in enumerate(data["sreq"]):
        for skill, count in enumerate(row):
            must(filled[activity, skill] == count, f"{activity} lacks skill {skill}")
    start, end = {}, {}
    for activity in _activities(data):
        must(len(terms[activity]) == 1, f"{activity} is not done at once")
        ((start[activity], end[activity]),) = terms[activity]
        length = end[activity] - start[activity]
        must(length == data["dur"][activity], f"{activity} has another length")
    for first, then in _order(data):
        if first in end and then in start:
            must(end[first] <= start[then], f"{then} begins before {first} ends")
    return max(end.values())


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return before what time no solution ends."""
    del path
    return bounds.get("finish")


def _activities(data: Mapping[str, Any]) -> list[int]:
    """Return the numbers, from 0, of all activities but the first and the last."""
    work = list(range(1, data["nActs"] - 1))
    if not all(data["dur"][each] and sum(data["sreq"][each]) for each in work):
        raise ValueError("an activity takes no time, or nobody")
    return work


def _order(data: Mapping[str, Any]) -> list[tuple[int, int]]:
    pairs = zip(data["pred"], data["succ"], strict=True)
    return [(first - 1, then - 1) for first, then in pairs]


def _team(data: Mapping[str, Any], activity: int) -> Team:
    size, name = sum(data["sreq"][activity]), ground.code("t", activity)
    return Team(id=name, name=name, min_size=size, max_size=size)


def _needs(data: Mapping[str, Any], activity: int, end: int) -> list[Need]:
    """Return one need per skill, for the days of the activity anywhere."""
    length = data["dur"][activity]
    return [
        ground.need(
            f"{ground.code('n', activity)}.{skill}",
            _skill(skill),
            (0, end),
            shortest=length,
            longest=length,
            min_headcount=count,
            max_headcount=count,
            team=ground.code("t", activity),
            role=_skill(skill),
            phase=ground.code("f", activity),
        )
        for skill, count in enumerate(data["sreq"][activity])
        if count
    ]


def _mastered(row: Sequence[bool]) -> list[str]:
    return [_skill(skill) for skill, able in enumerate(row) if able]


def _skill(number: int) -> str:
    return f"skill-{number}"
