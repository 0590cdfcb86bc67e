"""The tightest sets of needs that cannot all be met, each proven by counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.eligibility.crowd import numbers
from matcher.foresight.demands import demands
from matcher.foresight.flow import Flow, Region
from matcher.foresight.pairs import BudgetSpentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.foresight.pairs import Pairs
    from matcher.scenario.entities import Need

_MOST_TRIALS = 200
"""Needs of one region that are tried without; more would take too long."""


@dataclass(frozen=True)
class TightSet:
    """
    Needs that cannot all be met, because all their people together cannot do it.

    Parameters
    ----------
    needs
        Ids of the needs.
    posts
        The people they ask for at the least; the visits of a studio count once.
    capacity
        What all people who could serve them can give: for each person the assignments
        left, but no more than the needs that the person could serve.
    people
        Codes of those people.
    irreducible
        Whether every need is needed for the proof; no, if the budget was used up or
        the set is too large to be tried need by need.
    """

    needs: tuple[str, ...]
    posts: int
    capacity: int
    people: tuple[str, ...]
    irreducible: bool = True

    @property
    def missing(self) -> int:
        """Posts that stay empty in any plan."""
        return self.posts - self.capacity


@dataclass(frozen=True)
class Shortfall:
    """
    What the flow over all needs shows.

    Parameters
    ----------
    posts
        Posts of all needs, at the least.
    filled
        How many of them people could fill if nothing but the strict rules about one
        person and one need, and personal limits, stood between.
    tight_sets
        The tightest first.
    searched_to_end
        Whether no further set exists beside these; no, if the budget was used up.
    """

    posts: int
    filled: int
    tight_sets: tuple[TightSet, ...]
    searched_to_end: bool

    @property
    def missing(self) -> int:
        """Posts that stay empty in any plan, at the least."""
        if self.searched_to_end:
            return self.posts - self.filled
        return sum(each.missing for each in self.tight_sets)


def shortfall(pairs: Pairs) -> Shortfall:
    """
    Return how far people reach, and the tight sets that stop them.

    Parameters
    ----------
    pairs
        Who could serve what.

    Notes
    -----
    Sets share no need. Where one is proven short, the rest of its region is looked at
    again, so that every set stands by itself.
    """
    needs = [need for need in pairs.scenario.needs if need.min_headcount]
    flow = Flow(pairs, demands(pairs.scenario, needs))
    pairs.allow(50)
    done = _filled(flow)
    pairs.allow(75)
    found = [each for region in flow.regions for each in _apart(pairs, flow, region)]
    return Shortfall(
        posts=sum(each.posts for each in flow.demands),
        filled=flow.filled,
        tight_sets=tuple(sorted(found, key=_tightness)),
        searched_to_end=done,
    )


def _filled(flow: Flow, *, hasty: bool = False) -> bool:
    """Fill as far as the budget allows; return whether it sufficed."""
    try:
        flow.fill(hasty=hasty)
    except BudgetSpentError:
        return False
    return True


def _tightness(found: TightSet) -> tuple[float, int, tuple[str, ...]]:
    return found.capacity / found.posts, -found.missing, found.needs


def _apart(pairs: Pairs, flow: Flow, region: Region) -> Iterator[TightSet]:
    """Yield irreducible sets of a region that share no need."""
    first: TightSet | None = _set_of(pairs, flow, region)
    rest = _needs(flow, region)
    while first is not None:
        found = _irreducible(pairs, first)
        yield found
        rest = [need for need in rest if need.id not in found.needs]
        first = _short(pairs, rest)


def _short(pairs: Pairs, needs: Sequence[Need]) -> TightSet | None:
    """Return a set among these needs that cannot all be met, if one can be found."""
    if pairs.spent:
        return None
    flow = Flow(pairs, demands(pairs.scenario, needs))
    _filled(flow, hasty=True)
    regions = flow.regions
    return _set_of(pairs, flow, regions[0]) if regions else None


def _irreducible(pairs: Pairs, found: TightSet) -> TightSet:
    """Return a set inside that is no longer short if any need is left out."""
    scenario = pairs.scenario
    for code in found.needs[:_MOST_TRIALS]:
        if pairs.spent:
            break
        others = [scenario.need[each] for each in found.needs if each != code]
        if code in found.needs and (smaller := _short(pairs, others)):
            found = smaller
    tried = len(found.needs) <= _MOST_TRIALS and not pairs.spent
    return TightSet(found.needs, found.posts, found.capacity, found.people, tried)


def _needs(flow: Flow, region: Region) -> list[Need]:
    return [need for i in sorted(region.demands) for need in flow.demands[i].needs]


def _set_of(pairs: Pairs, flow: Flow, region: Region) -> TightSet:
    people = pairs.scenario.people
    return TightSet(
        needs=tuple(sorted(need.id for need in _needs(flow, region))),
        posts=sum(flow.demands[i].posts for i in region.demands),
        capacity=sum(flow.holders[i].bit_count() for i in region.demands),
        people=tuple(people[i].id for i in numbers(region.people)),
    )
