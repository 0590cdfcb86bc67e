"""The goals on effort: how many people go, until when, and each for how long."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode
from matcher.solver.choice import days_away
from matcher.solver.cliques import cliques
from matcher.solver.expressions import Expr, total
from matcher.solver.part import Part, Parts
from matcher.solver.together import finish_of_crowds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.scenario.entities import Person
    from matcher.solver.choice import Choice
    from matcher.solver.expressions import Literal
    from matcher.solver.variables import Variables


def people_away(variables: Variables) -> Parts:
    """Count the people with an assignment, by rows that the relaxation can use."""
    model = variables.model
    everybody = []
    for person in variables.people:
        choices = variables.of_person(person.id)
        away = model.new_bool_var("")
        # Not needed where less is better, but then the value is always the plan's.
        model.add_bool_or(~away, *(each.taken for each in choices))
        for group in _alternatives(variables, choices):
            model.add_at_most_one(~away, *(each.taken for each in group))
        if variables.scenario.policy.mode("person-limit") is Mode.STRICT:
            _within_limits(variables, person, away)
        everybody.append(away)
    yield Part("", total(everybody), 0)


def _within_limits(variables: Variables, person: Person, away: Literal) -> None:
    """Let the limits of a person be 0 for whoever stays at home."""
    choices = variables.of_person(person.id)
    most, days = variables.scenario.limits(person)
    # The visits of a studio count together, not each.
    single = [each.taken for each in choices if each.need not in variables.visits]
    if most < len(single):
        variables.model.add(total(single) <= most * away)
    if days < sum(each.longest for each in choices):
        variables.model.add(days_away(choices) <= days * away)


def _alternatives(
    variables: Variables, choices: Sequence[Choice]
) -> Iterator[Sequence[Choice]]:
    """Yield groups of which a person can take one at most; each choice is in some."""
    by_need: dict[str, list[Choice]] = defaultdict(list)
    for choice in choices:
        by_need[choice.need].append(choice)
    policy = variables.scenario.policy
    apart = policy.mode("one-place") is Mode.STRICT
    yield from (each for each in by_need.values() if len(each) > 1 or not apart)
    if apart:
        yield from cliques(choices, policy.number("one-place", "rest_days"))


def finish(variables: Variables) -> Parts:
    """Take the latest end of any assignment, in days of the horizon."""
    model = variables.model
    last = model.new_int_var(
        0, max([0, *(each.latest for each in variables.choices)]), ""
    )
    for dates in variables.dates.values():
        model.add(dates.end <= last).only_enforce_if(dates.used)
    finish_of_crowds(variables, last)
    for need in variables.needs:
        own = [each for each in variables.of_need(need.id) if each.dates is None]
        ends = [_end(each) for each in own]
        # Ends of posts that stay empty are 0, so that a need's ends can be summed.
        if ends:
            model.add(total(ends) <= need.max_headcount * last)
        if need.max_headcount > 1:
            for end in ends:
                model.add(end <= last)
    yield Part("", last, 0)


def _end(choice: Choice) -> Expr:
    """Return the end of the term if the choice is taken, else 0."""
    terms = choice.candidate.terms
    least = terms.first_start + terms.shortest
    return least * choice.taken + choice.delay + choice.stretch


def workload(variables: Variables) -> Parts:
    """Sum by how many days people are away more, or less, than is meant for them."""
    differences: list[Expr] = []
    limit = 0
    for person in (*variables.people, *variables.idle):
        target = person.target_days
        if target is None:
            continue
        choices = variables.of_person(person.id)
        most = sum(each.longest for each in choices)
        away = days_away(choices)
        # |away - target| is target - away, and what is beyond counts twice besides.
        beyond = _beyond(variables, choices, target) if most > target else 0
        differences.append(target - away + 2 * beyond)
        limit += max(0, target - most)
    yield Part("", total(differences), limit)


def _beyond(variables: Variables, choices: Sequence[Choice], target: int) -> Expr:
    """Return the days beyond a target."""
    model = variables.model
    most = sum(each.longest for each in choices) - target
    beyond = model.new_int_var(0, most, "")
    model.add(beyond >= days_away(choices) - target)
    # Stays that go beyond by themselves go no less beyond together.
    long = [each for each in choices if each.shortest > target]
    excess = ((each.shortest - target) * each.taken + each.stretch for each in long)
    model.add(beyond >= total(excess))
    return beyond
