"""
Scenarios in one piece, on which peers were measured: the same draws, in our words.

Everything is tied to everything here: people know few of many specialties, every unit
that releases them may spare two at a time, and each county has few beds.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, SupportsInt

import numpy as np

from matcher.rulebook import RULES
from matcher.scenario.base import Direction, Kind, LockKind, Match, Mode, Sex
from matcher.scenario.conditions import Housing, Lock
from matcher.scenario.entities import Need, Person, Programme, Specialty, Unit
from matcher.scenario.generate import catalogue
from matcher.scenario.generate.monolith_draw import (
    LEAVES,
    LENGTHS,
    YEAR,
    Crowd,
    Posts,
    draw_crowd,
    draw_popularity,
    draw_posts,
)
from matcher.scenario.model import Scenario
from matcher.scenario.policy import GoalPolicy, Policy, RulePolicy
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNTIES = catalogue.COUNTIES + catalogue.URBAN
_SECTORS = (*catalogue.SECTORS, "文旅")
_START = date(2023, 1, 1)
_SPARED = 2
_SEATS_PER_PERSON = 0.7
_BEDS_PER_GUEST = 0.85
_IN_FORCE = frozenset(
    {
        "specialty",
        "level",
        "availability",
        "duration",
        "one-place",
        "person-limit",
        "release-cap",
        "housing",
        "locks",
    }
)


def generate_monolith(people: int, seed: int = 1) -> Scenario:
    """
    Return a scenario in one piece with 0.7 posts a person.

    Parameters
    ----------
    people
        How many people there are, at least 1.
    seed
        Seed of the draw.

    Notes
    -----
    The sum to make large is 1000, 2000 or 3000 for each filled post by its priority,
    and its fit: 40, 12 for each title level above the need, and 24 if the person knows
    the host's county.
    """
    draw = np.random.default_rng(seed)
    popularity = draw_popularity(draw, people)
    crowd = draw_crowd(draw, people, popularity)
    posts = draw_posts(draw, people, popularity)
    return Scenario(
        name=f"monolith-{people}-{seed}",
        title=f"一整块的方案：{people}人",
        title_en=f"One connected piece: {people} people",
        horizon=_window(0, YEAR),
        seed=seed,
        policy=_policy(),
        areas=(catalogue.XINING, *_COUNTIES, catalogue.NANJING, *catalogue.DISTRICTS),
        specialties=tuple(_tree()),
        units=(*_homes(crowd), *_hosts(posts)),
        people=tuple(_people(crowd, posts)),
        programmes=(
            Programme(
                id="G1",
                name="人才支援",
                name_en="Support",
                kind=Kind.SUPPORT_POSTING,
                direction=Direction.TO_XINING,
                shortest=min(LENGTHS),
                longest=max(LENGTHS),
            ),
        ),
        needs=tuple(_needs(posts)),
        housing=tuple(_sites(posts)),
        locks=tuple(_apart(crowd, posts)),
    )


def _tree() -> Iterator[Specialty]:
    for number, sector in enumerate(_SECTORS):
        yield Specialty(id=f"F{number}", name=f"{sector}类", sector=sector)
        for leaf in range(LEAVES):
            yield Specialty(
                id=_leaf(number * LEAVES + leaf),
                name=f"{sector}专业{leaf + 1}",
                family=f"F{number}",
                sector=sector,
            )


def _leaf(number: int) -> str:
    sector, leaf = divmod(int(number), LEAVES)
    return f"F{sector}.{leaf + 1:02}"


def _homes(crowd: Crowd) -> Iterator[Unit]:
    """Yield the units that release people; which district they lie in is no matter."""
    for number in range(int(crowd.unit.max()) + 1):
        area = catalogue.DISTRICTS[number % len(catalogue.DISTRICTS)]
        yield Unit(
            id=_home(number),
            name=f"派出单位{number + 1}",
            area=area.id,
            kind="agency",
            sector="综合",
            release_cap=_SPARED,
        )


def _home(number: int) -> str:
    return f"R{number + 1:03}"


def _hosts(posts: Posts) -> Iterator[Unit]:
    for number, county in enumerate(posts.county):
        area = _COUNTIES[county]
        yield Unit(
            id=_host(number),
            name=f"{area.name}接收单位{number + 1}",
            area=area.id,
            kind="agency",
            sector="综合",
            housing=_site(area.id),
        )


def _host(number: SupportsInt) -> str:
    return f"U{int(number) + 1:03}"


def _site(area: str) -> str:
    return f"H{area}"


def _people(crowd: Crowd, posts: Posts) -> Iterator[Person]:
    """Yield the people; all of one sex, so that a county's beds are one number."""
    known = [
        tuple(_host(host) for host in np.flatnonzero(posts.county == county))
        for county in range(len(_COUNTIES))
    ]
    for number, held in enumerate(crowd.specialties):
        yield Person(
            id=_person(number),
            unit=_home(crowd.unit[number]),
            sector=_SECTORS[held[0] // LEAVES],
            specialties=tuple(_leaf(each) for each in held),
            level=int(crowd.level[number]),
            sex=Sex.FEMALE,
            windows=tuple(_window(*each) for each in crowd.windows[number]),
            past_hosts=known[crowd.district[number] % len(_COUNTIES)],
        )


def _person(number: int) -> str:
    return f"P{number + 1:05}"


def _needs(posts: Posts) -> Iterator[Need]:
    for number, head in enumerate(posts.head):
        window = _window(int(posts.start[number]), int(posts.end[number]))
        yield Need(
            id=_need(number),
            programme="G1",
            unit=_host(posts.host[number]),
            specialty=_leaf(posts.specialty[number]),
            match=Match.EXACT,
            level=int(posts.level[number]),
            min_headcount=head,
            max_headcount=head,
            first_day=window.start,
            last_day=window.last_day,
            shortest=window.days,
            longest=window.days,
            priority=4 - int(posts.urgency[number]),
        )


def _need(number: SupportsInt) -> str:
    return f"N{int(number) + 1:05}"


def _window(start: int, end: int) -> Window:
    return Window(_START + timedelta(days=start), _START + timedelta(days=end))


def _sites(posts: Posts) -> Iterator[Housing]:
    """Yield a site for each county, with beds for most of the guests it asks for."""
    for number, county in enumerate(_COUNTIES):
        asked = np.zeros(YEAR, np.int64)
        for need in np.flatnonzero(posts.county[posts.host] == number):
            asked[posts.start[need] : posts.end[need]] += posts.head[need]
        yield Housing(
            id=_site(county.id),
            name=f"{county.name}人才公寓",
            area=county.id,
            beds_female=max(6, int(_BEDS_PER_GUEST * asked.max())),
            beds_male=0,
            heated=True,
            first_day=_START,
            last_day=_window(0, YEAR).last_day,
        )


def _apart(crowd: Crowd, posts: Posts) -> Iterator[Lock]:
    """
    Yield locks against terms that would span two windows of a person.

    In the recipe a term lies in one window. To us two windows that touch are one.
    """
    for number, windows in enumerate(crowd.windows):
        for first, second in pairwise(windows):
            if first[1] != second[0]:
                continue
            spanning = (
                (posts.start >= first[0])
                & (posts.start < first[1])
                & (posts.end > second[0])
                & (posts.end <= second[1])
                & np.isin(posts.specialty, crowd.specialties[number])
                & (posts.level <= crowd.level[number])
            )
            for need in np.flatnonzero(spanning):
                yield Lock(
                    id=f"L{number + 1:05}-{need + 1:05}",
                    kind=LockKind.FORBID,
                    person=_person(number),
                    target=_need(need),
                    reason="跨两个可派时段",
                )


def _policy() -> Policy:
    """Return the recipe's rules and its one weighted sum."""
    fit = {"exact": 40, "family": 0, "level": 12, "experience": 0, "returning": 24}
    weighted = {"order": "weighted", "weights": (3000, 2000, 1000, 0, 0, 0)}
    parameters = {
        "one-place": {"rest_days": 0},
        "person-limit": {"max_assignments": 2, "max_days": 400},
        "availability": {"acclimatisation_days": 0},
    }
    return Policy(
        rules={
            rule: RulePolicy(parameters=parameters.get(rule, {}))
            if rule in _IN_FORCE
            else RulePolicy(mode=Mode.OFF)
            for rule in RULES
        },
        goals=(GoalPolicy(goal="coverage", parameters=weighted | {"fit_weight": 1}),),
        aside=(GoalPolicy(goal="fit", parameters=fit | {"levels_most": 3}),),
    )
