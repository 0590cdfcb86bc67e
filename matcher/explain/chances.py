"""What kept a person from a post, and who else could have taken it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.eligibility import closeness, fit_parts
from matcher.explain.nearness import RIGID
from matcher.explain.supply import Supply
from matcher.language import natural
from matcher.scenario.entities import Need

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.plan import Arrangements, Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Person


@dataclass(frozen=True)
class Chance:
    """
    A need that a person does not serve, and what stands between.

    Parameters
    ----------
    need
        The need.
    rules
        Slugs of the strict rules that stand between; none if no rule does.
    holders
        Codes of those who have all its posts; none if a post is open.
    """

    need: Need
    rules: tuple[str, ...]
    holders: tuple[str, ...]

    @property
    def distance(self) -> tuple[object, ...]:
        """What makes one need nearer than another: first what nobody can mend."""
        return (
            len(RIGID.intersection(self.rules)),
            len(self.rules) + bool(self.holders),
            self.need.priority,
            natural(self.need.id),
        )


class Chances:
    """
    The posts of a plan, asked for by people who do not have them.

    Parameters
    ----------
    scenario
        What was planned.
    assignments
        The plan; its people and needs are known.
    arrangements
        What was arranged for these assignments.
    """

    def __init__(
        self,
        scenario: Scenario,
        assignments: Sequence[Assignment],
        arrangements: Arrangements,
    ) -> None:
        self._scenario = scenario
        self._plan, self._arranged = assignments, arrangements
        self._holders: dict[str, list[str]] = {need.id: [] for need in scenario.needs}
        for each in assignments:
            self._holders[each.need].append(each.person)
        self._ranked: dict[str, dict[str, int]] = {}

    @cached_property
    def _supply(self) -> Supply:
        return Supply(self._scenario, self._plan, self._arranged)

    def of(self, person: Person, need: Need) -> Chance:
        """Return what stands between a person and a need."""
        holders = sorted(self._holders[need.id], key=natural)
        full = len(holders) >= need.max_headcount
        rules = self._supply.between(person, need)
        return Chance(need, rules, tuple(holders) if full else ())

    def nearest(self, person: Person, most: int) -> list[Chance]:
        """Return the needs that were nearest to a person, the nearest first."""
        found = (self.of(person, need) for need in self._asked(person))
        return sorted(found, key=lambda each: each.distance)[:most]

    def best(self, person: Person, needs: Iterable[Need]) -> Chance | None:
        """Return the nearest of some needs that the person does not serve."""
        others = (need for need in needs if person.id not in self._holders[need.id])
        found = (self.of(person, need) for need in others)
        return min(found, key=lambda each: each.distance, default=None)

    def ranked(self, need: Need) -> dict[str, int]:
        """Return the fit of all who hold the need or could, the best first."""
        if need.id not in self._ranked:
            people = {*self._holders[need.id], *self._supply.able(need)}
            fit = {
                code: sum(
                    fit_parts(
                        self._scenario, self._scenario.person[code], need
                    ).values()
                )
                for code in people
            }
            order = sorted(people, key=lambda code: (-fit[code], natural(code)))
            self._ranked[need.id] = {code: fit[code] for code in order}
        return self._ranked[need.id]

    def _asked(self, person: Person) -> list[Need]:
        """Return the needs worth asking about: first those that the person could do."""
        scenario = self._scenario
        city = scenario.home(person).city
        needs = [
            need
            for need in scenario.needs
            if scenario.programme[need.programme].direction.origin is city
            and person.id not in self._holders[need.id]
        ]
        able = {need.id for need in self._supply.needs_of(person)}
        return (
            [need for need in needs if need.id in able]
            or [each for each in needs if closeness(scenario, person, each.specialty)]
            or needs
        )
