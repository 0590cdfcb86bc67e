"""
The people as sets of bits: who passes which pair rule for a need.

Bit i of a set stands for person i of the scenario. People whom a rule cannot tell
apart are judged once, so that a need is asked of groups, not of everyone; pairings and
avoidance name whom they mean.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from matcher.eligibility.terms import DATE_RULES
from matcher.eligibility.verdicts import JUDGES, is_hosted
from matcher.rulebook import PAIR_RULES
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

    OfPerson = Callable[[Scenario, Person], Hashable]
    OfNeed = Callable[[Scenario, Need], Hashable]

K = TypeVar("K", bound="Hashable")


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
        lambda scenario, need: (need.programme, is_hosted(scenario, need)),
    ),
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

_BITS = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]
"""The numbers in a set of eight, for each such set."""

PLAIN = tuple(rule for rule in PAIR_RULES if rule not in DATE_RULES)
"""The pair rules that do not look at dates."""


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

    def allowed(self, rule: str, need: Need) -> int:
        """Return who respects a plain rule; everyone, unless it is strict."""
        if self._scenario.policy.mode(rule) is not Mode.STRICT:
            return self.everyone
        return self.judged(rule, need)

    def judged(self, rule: str, need: Need) -> int:
        """Return who respects a plain rule, whatever the policy says of it."""
        if rule == "avoidance":
            return self.everyone & ~self._shunning(need)
        if rule == "pairing":
            return self._partners(need)
        key = rule, _LOOK[rule][1](self._scenario, need)
        if key not in self._allowed:
            judge = JUDGES[rule]
            self._allowed[key] = joined(
                bits
                for person, bits in self._groups_of(rule)
                if judge(self._scenario, person, need)
            )
        return self._allowed[key]

    def fitting(self, need: Need) -> int:
        """Return who respects all plain rules that are strict."""
        found = self.everyone
        for rule in PLAIN:
            found &= self.allowed(rule, need)
        return found

    def _partners(self, need: Need) -> int:
        """Return who may go if only paired areas and units exchange people."""
        if not self._scenario.programme[need.programme].paired:
            return self.everyone
        # Areas are bound to areas, units to units: across them nothing is a pair.
        areas = self._bound_to.get(self._scenario.host_area(need).id, ())
        units = self._bound_to.get(need.unit, ())
        return joined(
            (
                *(self.of_home.get(each, 0) for each in areas),
                *(self._of_unit.get(each, 0) for each in units),
            )
        )

    @cached_property
    def _bound_to(self) -> dict[str, list[str]]:
        """What is bound to each area and each unit that is named by a pairing."""
        found: dict[str, list[str]] = {}
        for one, other in sorted(self._scenario.bound):
            found.setdefault(one, []).append(other)
        return found

    @cached_property
    def _of_unit(self) -> dict[str, int]:
        return grouped(person.unit for person in self.people)

    def _shunning(self, need: Need) -> int:
        """Return whom avoidance keeps from the need's unit or area."""
        area = self._scenario.host_area(need).id
        return self._avoiders.get(need.unit, 0) | self._avoiders.get(area, 0)

    @cached_property
    def _avoiders(self) -> dict[str, int]:
        """Who must avoid each area or unit."""
        found: dict[str, list[int]] = {}
        for i, person in enumerate(self.people):
            for code in person.avoid:
                found.setdefault(code, []).append(i)
        return {code: bits_of(people) for code, people in found.items()}

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


def joined(sets: Iterable[int]) -> int:
    """Return the union of sets."""
    found = 0
    for each in sets:
        found |= each
    return found


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of a set in order."""
    for place, byte in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
        if byte:
            yield from (place * 8 + bit for bit in _BITS[byte])
