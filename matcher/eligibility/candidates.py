"""All pairs of person and need that the policy does not rule out, with their terms."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from matcher.eligibility.crowd import Crowd, numbers
from matcher.eligibility.days import Days
from matcher.eligibility.terms import DATE_RULES, Terms, Timetable
from matcher.rulebook import PAIR_RULES
from matcher.scenario.base import LockKind, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Lock
    from matcher.scenario.entities import Need


class Candidate(NamedTuple):
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
    gone: dict[str, list[Lock]] = defaultdict(list)
    for lock in scenario.locks:
        if lock.kind is LockKind.DISPATCHED:
            gone[lock.target].append(lock)
    if scenario.policy.mode("locks") is Mode.OFF:
        gone.clear()
    pairs = _Pairs(scenario)
    found: list[Candidate] = []
    for need in scenario.needs:
        ordinary = pairs.of(need)
        if need.id in gone:
            left = (_dispatched(scenario, need, lock) for lock in gone[need.id])
            ordinary = iter(dict.fromkeys((*ordinary, *left)))
        found.extend(ordinary)
    return tuple(found)


class _Pairs:
    """
    The pairs that the pair rules do not rule out.

    Parameters
    ----------
    scenario
        What is planned.

    Notes
    -----
    Sets of people say who passes each strict rule, so that only pairs that may well be
    candidates are looked at one by one.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        mode = scenario.policy.mode
        self._crowd = Crowd(scenario)
        self._days = Days(scenario, self._crowd)
        self._table = Timetable(scenario)
        self._soft = [
            rule
            for rule in PAIR_RULES
            if rule not in DATE_RULES and mode(rule) is Mode.SOFT
        ]
        active = frozenset(rule for rule in DATE_RULES if mode(rule) is not Mode.OFF)
        soft = sorted(rule for rule in active if mode(rule) is Mode.SOFT)
        self._respected = [(each, active.difference(each)) for each in _subsets(soft)]

    def of(self, need: Need) -> Iterator[Candidate]:
        """Yield the candidates of a need."""
        scenario, table = self._scenario, self._table
        lead = scenario.acclimatisation_days(need)
        breaking = [(rule, ~self._crowd.judged(rule, need)) for rule in self._soft]
        able = self._crowd.fitting(need) & self._days.able(need)
        asked = [(slugs, table.asked(need, kept)) for slugs, kept in self._respected]
        broken: tuple[str, ...] = ()
        for number in numbers(able):
            person = scenario.people[number]
            if breaking:
                broken = tuple(rule for rule, who in breaking if who >> number & 1)
            for given_up, families in asked:
                for family in families(person):
                    slugs = broken + given_up
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
