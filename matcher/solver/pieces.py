"""
Splitting a scenario into pieces that share nothing, and putting pieces together.

Two candidates belong to one piece if a chain of shared people, needs, teams, units
and binding limits joins them. No rule looks at two pieces, and every goal but
fairness is a sum (or a maximum) over pieces; so solving each piece by itself loses
nothing, and the proofs add up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from matcher.eligibility import Candidate
from matcher.scenario.base import Mode, Sex
from matcher.scenario.conditions import Lock
from matcher.scenario.entities import Person
from matcher.solver.ties import Tie, Ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.scenario import Policy, Scenario


@dataclass(frozen=True)
class Group:
    """
    The candidates of one piece, with the locks on its people.

    Parameters
    ----------
    candidates
        In the scenario's order.
    locks
        In the scenario's order.
    idle
        People without any candidate, who are counted with this piece.
    """

    candidates: tuple[Candidate, ...]
    locks: tuple[Lock, ...]
    idle: tuple[Person, ...] = ()


def split(scenario: Scenario, candidates: Sequence[Candidate]) -> list[Group]:
    """
    Return the smallest groups that no rule and no goal but fairness joins.

    There is at least one group; people without any candidate, and locks on them, are
    in the first.
    """
    forest = _Forest()
    for tie, bundles in _shared(scenario, candidates, forest).items():
        tied = (candidates[each] for each in chain.from_iterable(bundles))
        if _binds(scenario, tie, tied):
            forest.join(bundle[0] for bundle in bundles)
    groups = defaultdict(list)
    for number, candidate in enumerate(candidates):
        groups[forest.root(number)].append(candidate)
    members = [tuple(each) for _, each in sorted(groups.items())] or [()]
    home = {
        candidate.person: number
        for number, group in enumerate(members)
        for candidate in group
    }
    locks: list[list[Lock]] = [[] for _ in members]
    for lock in scenario.locks:
        locks[home.get(lock.person, 0)].append(lock)
    idle = tuple(each for each in scenario.people if each.id not in home)
    return [
        Group(group, tuple(held), () if number else idle)
        for number, (group, held) in enumerate(zip(members, locks, strict=True))
    ]


def _shared(
    scenario: Scenario, candidates: Sequence[Candidate], forest: _Forest
) -> dict[Tie, list[list[int]]]:
    """
    Join the candidates of each person and of each need.

    Returns
    -------
    dict
        The numbers of the candidates that have each tie, in bundles: those in one
        bundle are joined already.
    """
    ties = Ties(scenario, candidates)
    shared: dict[Tie, list[list[int]]] = defaultdict(list)
    of_person: dict[str, list[int]] = defaultdict(list)
    of_need: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(candidates):
        of_person[each.person].append(number)
        of_need[each.need].append(number)
        pair = scenario.person[each.person], scenario.need[each.need]
        for tie in ties.of_pair(*pair):
            shared[tie].append([number])
    for person, numbers in of_person.items():
        forest.join(numbers)
        for tie in ties.of_person(scenario.person[person]):
            shared[tie].append(numbers)
    for need, numbers in of_need.items():
        forest.join(numbers)
        for tie in ties.of_need(scenario.need[need]):
            shared[tie].append(numbers)
    return shared


def _binds(scenario: Scenario, tie: Tie, members: Iterable[Candidate]) -> bool:
    """Return whether the tie can make one member's choice matter to another's."""
    kind, name = str(tie[0]), str(tie[1])
    policy = scenario.policy
    if kind == "releasing":
        balanced = policy.pursues("release-balance")
        capped = policy.mode("release-cap") is not Mode.OFF
        return balanced or capped
    if kind == "host":
        cap = scenario.unit[name].host_cap
        limited = policy.mode("host-cap") is not Mode.OFF
        return limited and _short(cap, _guests(policy, members))
    if kind == "site":
        site = scenario.site[name]
        beds = site.beds_female if tie[2] is Sex.FEMALE else site.beds_male
        limited = policy.mode("housing") is not Mode.OFF
        return limited and _short(beds, _guests(policy, members))
    if kind == "programme":
        programme = scenario.programme[name]
        needs = {candidate.need for candidate in members}
        seats = sum(scenario.need[each].max_headcount for each in needs)
        limit_on = policy.mode("programme-max") is not Mode.OFF
        return _short(programme.target, seats) or (
            limit_on and _short(programme.maximum, seats)
        )
    return True


def _guests(policy: Policy, members: Iterable[Candidate]) -> int:
    """Return how many places the members could take on one day."""
    if policy.mode("one-place") is Mode.STRICT:
        return len({each.person for each in members})
    # Where stays of one person may meet, each takes a place of its own.
    return len({(each.person, each.need) for each in members})


def _short(limit: int | None, wanted: int) -> bool:
    return limit is not None and limit < wanted


@dataclass
class _Forest:
    """Union-find over numbers."""

    parent: dict[int, int] = field(default_factory=dict)

    def root(self, number: int) -> int:
        """Return the smallest number joined with this one."""
        while (above := self.parent.get(number, number)) != number:
            self.parent[number] = self.parent.get(above, above)
            number = above
        return number

    def join(self, numbers: Iterable[int]) -> None:
        """Join all these numbers."""
        roots = sorted({self.root(each) for each in numbers})
        for each in roots[1:]:
            self.parent[each] = roots[0]
