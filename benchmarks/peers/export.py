"""
Turn a scenario in one piece into the neutral file that peers read.

``python -m benchmarks.peers.export SCENARIO FILE`` reads it as matcher does and takes
matcher's own candidates. A scenario that says more than the file can is refused: nobody
should solve another problem than ours.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers.instance import Instance, write_instance
from matcher.eligibility import candidates, fit_parts
from matcher.rulebook import COUPLING_RULES, PAIR_RULES
from matcher.scenario.base import LockKind, Mode
from matcher.scenario.contents import TABLES
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario

_RULES = frozenset(
    {*PAIR_RULES, "one-place", "person-limit", "release-cap", "housing", "locks"}
)
_TABLES = frozenset(
    {
        "areas",
        "specialties",
        "units",
        "people",
        "programmes",
        "needs",
        "housing",
        "locks",
    }
)


def export(scenario: Scenario) -> Instance:
    """
    Return the instance of a scenario.

    Parameters
    ----------
    scenario
        What is to be planned.

    Raises
    ------
    ValueError
        If the scenario has anything that an instance cannot say.
    """
    forbidden = {(lock.person, lock.target) for lock in scenario.locks}
    pairs = [
        each
        for each in candidates(scenario)
        if (each.person, each.need) not in forbidden
    ]
    if unsaid := sorted({*_unsaid(scenario), *_unsaid_of_pairs(pairs)}):
        raise ValueError("an instance cannot say: " + "; ".join(unsaid))
    people = {each.id: place for place, each in enumerate(scenario.people)}
    posts = {each.id: place for place, each in enumerate(scenario.needs)}
    homes = list(dict.fromkeys(each.unit for each in scenario.people))
    sites = {each.id: place for place, each in enumerate(scenario.housing)}
    terms = {each.need: each.terms for each in pairs}
    days = [terms.get(each.id) for each in scenario.needs]
    return Instance(
        name=scenario.name,
        people=list(people),
        posts=list(posts),
        most=scenario.policy.number("person-limit", "max_assignments"),
        unit=[homes.index(each.unit) for each in scenario.people],
        release=[scenario.unit[each].release_cap or 0 for each in homes],
        site=[sites[scenario.unit[each.unit].housing] for each in scenario.needs],
        beds=[each.beds_female + each.beds_male for each in scenario.housing],
        seats=[each.max_headcount for each in scenario.needs],
        start=[each.first_start if each else 0 for each in days],
        end=[each.first_end if each else 1 for each in days],
        priority=[each.priority for each in scenario.needs],
        person=[people[each.person] for each in pairs],
        post=[posts[each.need] for each in pairs],
        value=[_value(scenario, each) for each in pairs],
    )


def _value(scenario: Scenario, pair: Candidate) -> int:
    """Return what a pair adds to the weighted sum of posts and fit."""
    person, need = scenario.person[pair.person], scenario.need[pair.need]
    weights = scenario.policy.parameter("coverage", "weights")
    assert isinstance(weights, tuple)  # noqa: S101 -- the reader checked the type
    each = scenario.policy.number("coverage", "fit_weight")
    fit = sum(fit_parts(scenario, person, need).values())
    return int(weights[need.priority - 1]) + each * fit


def _unsaid(scenario: Scenario) -> Iterator[str]:
    """Yield what the policy or a table says that an instance does not."""
    policy = scenario.policy
    for rule in (*PAIR_RULES, *COUPLING_RULES):
        allowed = {Mode.OFF, Mode.STRICT} if rule in _RULES else {Mode.OFF}
        if policy.mode(rule) not in allowed:
            yield f"the rule {rule}"
    for rule in sorted(_RULES - {*PAIR_RULES}):
        if policy.mode(rule) is Mode.OFF:
            yield f"that the rule {rule} is off"
    for table in TABLES:
        if table not in _TABLES and getattr(scenario, table):
            yield f"the table {table}"
    first = policy.goals[0]
    weighted = policy.word("coverage", "order") == "weighted"
    if first.goal != "coverage" or first.tolerance or not weighted:
        yield "a first goal that is not one weighted sum"
    if any(
        lock.kind is not LockKind.FORBID or lock.target not in scenario.need
        for lock in scenario.locks
    ):
        yield "locks other than against a pair"
    yield from _unsaid_of_people(scenario)
    yield from _unsaid_of_places(scenario)


def _unsaid_of_people(scenario: Scenario) -> Iterator[str]:
    policy = scenario.policy
    if policy.number("one-place", "rest_days"):
        yield "days of rest"
    if policy.number("person-limit", "max_days") < scenario.horizon.days:
        yield "a limit of days"
    if len({each.sex for each in scenario.people}) > 1:
        yield "beds for women and for men"
    for person in scenario.people:
        own = (person.max_assignments, person.max_days)
        if own != (None, None) or person.served_assignments:
            yield "limits of single people"
        if scenario.unit[person.unit].release_cap is None:
            yield "units that spare everybody"


def _unsaid_of_places(scenario: Scenario) -> Iterator[str]:
    for need in scenario.needs:
        if need.min_headcount != need.max_headcount:
            yield "posts beyond the least headcount"
        if not scenario.unit[need.unit].housing:
            yield "hosts without a site"
    for site in scenario.housing:
        lease = site.window
        if lease.start > scenario.horizon.start or lease.end < scenario.horizon.end:
            yield "leases"


def _unsaid_of_pairs(pairs: Sequence[Candidate]) -> Iterator[str]:
    """Yield what candidates say that an instance does not: dates that are free."""
    days: dict[str, tuple[int, int]] = {}
    for each in pairs:
        span = (each.terms.first_start, each.terms.first_end)
        known = days.setdefault(each.need, span)
        fixed = span == known and span[0] == each.terms.last_start
        if not fixed or span[1] - span[0] != each.terms.longest:
            yield "dates that are free"
        if each.lead:
            yield "days of acclimatisation"


def main(folder: str, target: str) -> None:
    """Write the instance of a scenario."""
    write_instance(export(read_scenario(folder)), Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
