"""All pairs of person and need that the policy does not rule out, with their terms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from matcher.eligibility.terms import DATE_RULES, Terms, terms
from matcher.eligibility.verdicts import judge
from matcher.rulebook import PAIR_RULES
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Lock
    from matcher.scenario.entities import Need, Person

_PLAIN = tuple(rule for rule in PAIR_RULES if rule not in DATE_RULES)


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A person who could take a post of a need, in one family of terms.

    Parameters
    ----------
    person, need
        Ids.
    lead
        Days of acclimatisation before the term.
    terms
        The possible terms, in days from the first day of the horizon.
    broken
        Slugs of the soft pair rules that this choice gives up.
    """

    person: str
    need: str
    lead: int
    terms: Terms
    broken: tuple[str, ...] = ()


def candidates(scenario: Scenario) -> tuple[Candidate, ...]:
    """
    Return every candidate of the scenario, in the order of needs, people and time.

    A pair may give several: one per free stretch of the person's time, and, where
    rules about dates are soft, one per set of such rules given up. A person who is
    already dispatched is also a candidate for exactly that term, whatever the pair
    rules say.
    """
    gone = [
        lock
        for lock in scenario.locks
        if lock.kind is LockKind.DISPATCHED
        and scenario.policy.mode("locks") is not Mode.OFF
    ]
    found: list[Candidate] = []
    related = _related(scenario)
    for need in scenario.needs:
        for person in related(need):
            found.extend(_pair(scenario, person, need))
        found.extend(
            _dispatched(scenario, need, lock) for lock in gone if lock.target == need.id
        )
    return tuple(dict.fromkeys(found))


def _related(scenario: Scenario) -> Callable[[Need], Iterable[Person]]:
    """Return who may be asked about a need: with a strict specialty, its family."""
    by_family: dict[str, list[Person]] = defaultdict(list)
    for person in scenario.people:
        families = {
            scenario.specialty[each].family or each for each in person.specialties
        }
        for family in families:
            by_family[family].append(person)

    def related(need: Need) -> Iterable[Person]:
        if scenario.policy.mode("specialty") is not Mode.STRICT:
            return scenario.people
        wanted = scenario.specialty[need.specialty]
        return by_family[wanted.family or wanted.id]

    return related


def _pair(scenario: Scenario, person: Person, need: Need) -> Iterator[Candidate]:
    """Yield the candidates of one pair."""
    broken = []
    for rule in _PLAIN:
        mode = scenario.policy.mode(rule)
        if mode is Mode.OFF or judge(rule, scenario, person, need).allowed:
            continue
        if mode is Mode.STRICT:
            return
        broken.append(rule)
    lead = scenario.acclimatisation_days(need)
    modes = {rule: scenario.policy.mode(rule) for rule in DATE_RULES}
    active = frozenset(rule for rule, mode in modes.items() if mode is not Mode.OFF)
    soft = sorted(rule for rule, mode in modes.items() if mode is Mode.SOFT)
    for given_up in _subsets(soft):
        for family in terms(scenario, person, need, active - set(given_up)):
            slugs = (*broken, *given_up)
            yield Candidate(person.id, need.id, lead, family, slugs)


def _subsets(rules: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every set of the rules, the empty set first."""
    return chain.from_iterable(
        combinations(rules, size) for size in range(len(rules) + 1)
    )


def _dispatched(scenario: Scenario, need: Need, lock: Lock) -> Candidate:
    """Return the candidate of a person who has left already."""
    term = lock.term
    assert term is not None  # noqa: S101 -- the reader asks for dates here
    start = (term.start - scenario.horizon.start).days
    last = start + term.days - 1
    family = Terms(((start, start),), ((last, last),), term.days, term.days)
    lead = scenario.acclimatisation_days(need)
    return Candidate(lock.person, need.id, lead, family)
