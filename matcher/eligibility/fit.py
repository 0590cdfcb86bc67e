"""How well a person suits a need: named integer parts, and steps of preference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.eligibility.verdicts import closeness
from matcher.scenario.base import Match, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

Steps = dict[str, int]

_PARTS = ("exact", "family", "level", "experience", "returning", "rating")


def fit_parts(scenario: Scenario, person: Person, need: Need) -> dict[str, int]:
    """
    Return the points of each named part of the goal ``fit``.

    Notes
    -----
    See the section ``goal-fit`` of ``docs/model.md``; a part that gives nothing is 0.
    Whoever asks for many pairs asks one :class:`Fit`.
    """
    return Fit(scenario).parts(person, need)


class Fit:
    """
    The points of the goal ``fit`` of many pairs: what pairs share is looked up once.

    Parameters
    ----------
    scenario
        Where people, needs and points stand.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._ratings = scenario.rating_of
        number = scenario.policy.number
        self._levels = number("fit", "levels_most")
        self._points = [number("fit", name) for name in _PARTS]
        self._close: dict[tuple[tuple[str, ...], str], Match | None] = {}

    def parts(self, person: Person, need: Need) -> dict[str, int]:
        """Return the points of each part; see :func:`fit_parts`."""
        return dict(zip(_PARTS, self._parts(person, need), strict=True))

    def points(self, person: Person, need: Need) -> int:
        """Return the points of all parts together."""
        return sum(self._parts(person, need))

    def _parts(self, person: Person, need: Need) -> tuple[int, ...]:
        look = person.specialties, need.specialty
        try:
            close = self._close[look]
        except KeyError:
            close = closeness(self._scenario, person, need.specialty)
            self._close[look] = close
        above = person.level - need.level
        exact, family, level, experience, returning, rating = self._points
        return (
            exact * (close is Match.EXACT),
            family * (close is Match.FAMILY),
            level * min(self._levels, above) if above > 0 else 0,
            experience * min(3, person.experience // 5),
            returning * (need.unit in person.past_hosts),
            rating * self._ratings.get((person.id, need.id), 0),
        )


class Wishes:
    """
    The ranked wishes as steps below the first wish, for people and for hosts.

    Parameters
    ----------
    scenario
        Where the wishes stand.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        people: dict[str, list[tuple[int, str]]] = defaultdict(list)
        hosts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for wish in scenario.preferences:
            if wish.side is Side.PERSON:
                people[wish.person].append((wish.rank, wish.target))
            else:
                hosts[wish.target].append((wish.rank, wish.person))
        self._people = {who: _steps(wishes) for who, wishes in people.items()}
        self._hosts = {
            need.id: _steps([*hosts.get(need.id, ()), *hosts.get(need.unit, ())])
            for need in scenario.needs
        }

    def of_person(self, person: Person, need: Need) -> int:
        """Return the steps between the person's first wish and the need."""
        steps, count = self._people.get(person.id, ({}, 0))
        area = self._scenario.unit[need.unit].area
        targets = (need.id, need.unit, area)
        return min((steps[each] for each in targets if each in steps), default=count)

    def of_host(self, person: Person, need: Need) -> int:
        """Return the steps between the host's first wish and the person."""
        steps, count = self._hosts[need.id]
        return steps.get(person.id, count)


def _steps(wishes: Iterable[tuple[int, str]]) -> tuple[Steps, int]:
    """Return the smallest step of each target, and how many steps there are."""
    ranked = sorted(wishes)
    order = {rank: step for step, rank in enumerate(sorted({r for r, _ in ranked}))}
    steps: Steps = {}
    for rank, target in ranked:
        steps.setdefault(target, order[rank])
    return steps, len(order)
