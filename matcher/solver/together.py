"""
Posts that are held at the same time need different people.

Where nobody is in two places at once, that follows from each person's own days. But it
is not seen there: a team asks for so many out of so many, and whether two teams can be
away together is a question of all of them. So it is said of the shared dates besides:

- *crowds*: the posts that only people of some set can hold are, on each day, no more
  than the set has people (Hall's condition, over time);
- *rivals*: of teams of which no two can be away together, one is away at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode
from matcher.solver.dates import Dates
from matcher.solver.expressions import Expr, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ortools.sat.python import cp_model

    from matcher.scenario import Scenario
    from matcher.solver.choice import Choice
    from matcher.solver.variables import Variables

_MOST_SETS = 256
_MOST_ROWS = 60

People = int
"""A set of people: a bit for each."""


@dataclass(frozen=True, eq=False)
class Company:
    """
    Who goes on shared dates, if anybody does.

    Parameters
    ----------
    dates
        The dates.
    roles
        The people who could hold each sort of post, and the fewest that must.
    phase
        The phase that it is all of; blank: none.
    lead
        Days of acclimatisation before the term.
    rest
        Days at home after it.
    """

    dates: Dates
    roles: tuple[tuple[People, int], ...]
    phase: str = ""
    lead: int = 0
    rest: int = 0

    @cached_property
    def stay(self) -> cp_model.IntervalVar:
        """The days away with the rest after them."""
        return self.dates.padded(self.lead, self.rest)

    @property
    def shortest(self) -> int:
        """The fewest days away, with the rest after them."""
        return self.lead + self.dates.shortest + self.rest

    @cached_property
    def size(self) -> int:
        """The fewest people who go."""
        return sum(count for _, count in self.roles)

    @cached_property
    def people(self) -> People:
        """Everybody who could go."""
        everybody = 0
        for people, _ in self.roles:
            everybody |= people
        return everybody

    def bound_to(self, people: People) -> int:
        """Return how many posts nobody outside the set can hold."""
        return sum(count for able, count in self.roles if not able & ~people)


def keep_distinct(variables: Variables) -> None:
    """
    Say of shared dates that nobody goes in two companies at once.

    Parameters
    ----------
    variables
        The choices, of which no two of one person are on the same days.
    """
    found = variables.companies
    if sum(not each.dates.fixed for each in found) < 2:
        return
    for people, posts in crowds(found):
        variables.model.add_cumulative(
            [each.stay for each in posts], list(posts.values()), people.bit_count()
        )
    for group in rivals(variables.scenario, found):
        variables.model.add_no_overlap([each.stay for each in group])


def finish_of_crowds(variables: Variables, last: Expr) -> None:
    """
    Let the people of each crowd have days enough for all their posts until the end.

    Parameters
    ----------
    variables
        The choices.
    last
        No term ends after this day.
    """
    if variables.scenario.policy.mode("one-place") is not Mode.STRICT:
        return
    for people, posts in crowds(variables.companies):
        rest = max(each.rest for each in posts)
        # If nobody goes, the last day is 0, and the row must allow it.
        first = min(rest, *(each.dates.earliest - each.lead for each in posts))
        work = total(
            count * each.shortest * each.dates.used for each, count in posts.items()
        )
        variables.model.add(work <= people.bit_count() * (last + rest - first))


def companies(variables: Variables) -> list[Company]:
    """Return who goes on each of the shared dates."""
    gap = variables.scenario.policy.number("one-place", "rest_days")
    bits = {each.id: 1 << place for place, each in enumerate(variables.people)}
    members: dict[Dates, list[Choice]] = {each: [] for each in variables.dates.values()}
    for choice in variables.choices:
        if choice.dates is not None:
            members[choice.dates].append(choice)
    return [_company(variables, each, gap, bits) for each in members.values()]


def _company(
    variables: Variables,
    members: Sequence[Choice],
    gap: int,
    bits: Mapping[str, People],
) -> Company:
    scenario = variables.scenario
    dates = members[0].dates
    assert dates is not None  # noqa: S101 -- those without are no members
    able: dict[str, People] = {}
    for each in members:
        able[each.need] = able.get(each.need, 0) | bits[each.person]
    needs = [scenario.need[each] for each in able]
    # A post that is no role of a team has somebody whenever its dates are used.
    fewest = [each.min_headcount if each.team else 1 for each in needs]
    asked = zip(able.values(), fewest, strict=True)
    phase = needs[0].phase
    whole = bool(phase) and all(
        each.id in able or not variables.of_need(each.id)
        for each in scenario.phase_needs[phase]
    )
    return Company(
        dates,
        tuple((people, count) for people, count in asked if count),
        phase if whole and all(each.phase == phase for each in needs) else "",
        members[0].candidate.lead,
        gap,
    )


def crowds(found: Sequence[Company]) -> list[tuple[People, dict[Company, int]]]:
    """
    Return sets of people with the posts that only they can hold, the tightest first.

    Parameters
    ----------
    found
        All companies.
    """
    rows: dict[tuple[tuple[int, int], ...], People] = {}
    for people in _unions({able for each in found for able, _ in each.roles}):
        posts = tuple(
            (place, count)
            for place, each in enumerate(found)
            if (count := each.bound_to(people))
        )
        if sum(count for _, count in posts) > people.bit_count():
            known = rows.get(posts, people)
            rows[posts] = min(known, people, key=lambda each: (each.bit_count(), each))

    def slack(row: tuple[People, dict[Company, int]]) -> tuple[float, People]:
        people, posts = row
        work = sum(each.shortest * count for each, count in posts.items())
        return people.bit_count() / work, people

    named = [
        (people, {found[place]: count for place, count in posts})
        for posts, people in rows.items()
    ]
    return sorted(named, key=slack)[:_MOST_ROWS]


def _unions(sets: Iterable[People]) -> list[People]:
    """Return the sets and, as far as there is room, the unions of those that meet."""
    base = sorted(sets, key=lambda each: (each.bit_count(), each))
    found = dict.fromkeys(base)
    for one in (queue := list(base)):
        for other in base:
            both = one | other
            if len(found) >= _MOST_SETS:
                return list(found)
            if one & other and both not in found:
                found[both] = None
                queue.append(both)
    return list(found)


def rivals(scenario: Scenario, found: Sequence[Company]) -> list[Sequence[Company]]:
    """
    Return groups of companies of which no two can be away on the same day.

    Parameters
    ----------
    scenario
        Where the phases stand.
    found
        All companies.
    """
    before = _before(scenario, found)
    apart: dict[Company, set[Company]] = {each: set() for each in found}
    edges = []
    for one, other in combinations(found, 2):
        ordered = other in before[one] or one in before[other]
        if ordered or not can_meet(one, other):
            apart[one].add(other)
            apart[other].add(one)
            if not ordered:
                edges.append((one, other))
    place = {each: number for number, each in enumerate(found)}

    def weight(each: Company) -> tuple[int, int]:
        return each.shortest, -place[each]

    edges.sort(key=lambda edge: sum(each.shortest for each in edge), reverse=True)
    groups: list[Sequence[Company]] = []
    covered: set[tuple[Company, Company]] = set()
    for one, other in edges:
        if (one, other) in covered or len(groups) == _MOST_ROWS:
            continue
        group, more = [one, other], apart[one] & apart[other]
        while more:
            group.append(max(more, key=weight))
            more &= apart[group[-1]]
        covered.update(combinations(sorted(group, key=place.__getitem__), 2))
        groups.append(group)
    return groups


def can_meet(one: Company, other: Company) -> bool:
    """Return whether there are people enough for both at once."""
    roles, size = (*one.roles, *other.roles), one.size + other.size
    if not one.people & other.people:
        return True
    if all(able.bit_count() >= size for able, _ in roles):
        return True
    holder: dict[People, People] = {}

    def seat(able: People, tried: set[People]) -> bool:
        """Give a post to one of the people, who may have to be taken from another."""
        left = able
        while left:
            person = left & -left
            left ^= person
            if person not in tried:
                tried.add(person)
                if person not in holder or seat(holder[person], tried):
                    holder[person] = able
                    return True
        return False

    return all(seat(able, set()) for able, count in roles for _ in range(count))


def _before(
    scenario: Scenario, found: Sequence[Company]
) -> dict[Company, set[Company]]:
    """Return which companies are back, and rested, before each one leaves."""
    back: dict[Company, set[Company]] = {each: set() for each in found}
    if scenario.policy.mode("phases") is not Mode.STRICT:
        return back
    of_phase = {each.phase: each for each in found if each.phase}

    for name, company in of_phase.items():
        if scenario.phase[name].min_gap >= company.rest + company.lead:
            earlier = dict.fromkeys(scenario.phase[name].after)
            for each in (queue := list(earlier)):
                for further in scenario.phase[each].after:
                    if further not in earlier:
                        earlier[further] = None
                        queue.append(further)
            back[company] = {of_phase[each] for each in earlier if each in of_phase}
    return back
