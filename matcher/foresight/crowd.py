"""
The people as sets of bits: who passes which pair rule for a need.

Bit i of a set stands for person i of the scenario. People whom a rule cannot tell
apart are judged once, so that a need is asked of groups, not of everyone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from matcher.eligibility import JUDGES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

    OfPerson = Callable[[Scenario, Person], Hashable]
    OfNeed = Callable[[Scenario, Need], Hashable]

K = TypeVar("K", bound="Hashable")


def _named(scenario: Scenario, unit: str) -> Hashable:
    """Return all that a pairing can tell of a unit: itself if named, else its area."""
    named = any(unit in pair for pair in scenario.bound)
    return unit if named else (scenario.unit[unit].area,)


def _scope_of_host(scenario: Scenario, need: Need) -> Hashable:
    host = scenario.unit[need.unit]
    return need.programme, host.area, host.kind


def _pair_of_host(scenario: Scenario, need: Need) -> Hashable:
    paired = scenario.programme[need.programme].paired
    return paired and (need.programme, _named(scenario, need.unit))


_LOOK: Mapping[str, tuple[OfPerson, OfNeed]] = {
    "direction": (
        lambda scenario, person: scenario.home(person).city,
        lambda scenario, need: (need.programme, scenario.host_area(need).city),
    ),
    "specialty": (
        lambda _, person: person.specialties,
        lambda _, need: (need.specialty, need.match),
    ),
    "level": (lambda _, person: person.level, lambda _, need: need.level),
    "scope": (
        lambda scenario, person: (
            scenario.home(person).id,
            scenario.unit[person.unit].kind,
        ),
        _scope_of_host,
    ),
    "pairing": (lambda scenario, person: _named(scenario, person.unit), _pair_of_host),
    "consent": (
        lambda _, person: (person.consents, person.consent_areas),
        lambda scenario, need: (need.programme, scenario.host_area(need).id),
    ),
    "health": (
        lambda _, person: person.health,
        lambda scenario, need: scenario.host_area(need).id,
    ),
}
"""For each grouped rule, all that it looks at in a person and in a need."""

GROUPED = tuple(_LOOK)
"""The rules that are asked of groups; the others look at single people."""


class Crowd:
    """
    The people of a scenario, asked rule by rule.

    Parameters
    ----------
    scenario
        Where they stand.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.people = scenario.people
        self.everyone = (1 << len(scenario.people)) - 1
        self.number = {person.id: i for i, person in enumerate(scenario.people)}
        self.of_home = grouped(scenario.home(person).id for person in self.people)
        """The people of each area."""
        self._groups: dict[str, list[tuple[Person, int]]] = {}
        self._allowed: dict[tuple[str, Hashable], int] = {}
        self._fitting: dict[Hashable, int] = {}

    def allowed(self, rule: str, need: Need) -> int:
        """Return who respects a grouped rule; everyone, unless it is strict."""
        if self._scenario.policy.mode(rule) is not Mode.STRICT:
            return self.everyone
        return self.judged(rule, need)

    def judged(self, rule: str, need: Need) -> int:
        """Return who respects a grouped rule, whatever the policy says of it."""
        key = rule, _LOOK[rule][1](self._scenario, need)
        if key not in self._allowed:
            judge = JUDGES[rule]
            self._allowed[key] = joined(
                bits
                for person, bits in self._groups_of(rule)
                if judge(self._scenario, person, need)[0]
            )
        return self._allowed[key]

    def fitting(self, need: Need) -> int:
        """Return who respects all grouped rules that are strict."""
        key = (need.programme, need.unit, need.specialty, need.match, need.level)
        if key not in self._fitting:
            found = self.everyone
            for rule in GROUPED:
                found &= self.allowed(rule, need)
            self._fitting[key] = found
        return self._fitting[key]

    def _groups_of(self, rule: str) -> list[tuple[Person, int]]:
        """Return one person of each group, with the bits of the group."""
        if rule not in self._groups:
            look = _LOOK[rule][0]
            members: dict[Hashable, list[int]] = {}
            for i, person in enumerate(self.people):
                members.setdefault(look(self._scenario, person), []).append(i)
            self._groups[rule] = [
                (self.people[group[0]], bits_of(group)) for group in members.values()
            ]
        return self._groups[rule]


def bits_of(numbers: list[int]) -> int:
    """Return the set that holds these numbers."""
    if not numbers:
        return 0
    cells = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        cells[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(cells, "little")


def grouped(keys: Iterable[K]) -> dict[K, int]:
    """Return for each key those who have it, by their place in the list of keys."""
    found: dict[K, list[int]] = {}
    for i, key in enumerate(keys):
        found.setdefault(key, []).append(i)
    return {key: bits_of(group) for key, group in found.items()}


def joined(sets: Iterator[int]) -> int:
    """Return the union of sets."""
    found = 0
    for each in sets:
        found |= each
    return found


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of a set in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
