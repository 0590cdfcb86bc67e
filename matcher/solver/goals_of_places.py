"""The goals that count filled places: agreement, coverage, concessions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.scenario.base import Counting, Mode
from matcher.solver.constraints import RULES
from matcher.solver.expressions import Expr, total
from matcher.solver.goals_of_people import fit
from matcher.solver.part import Part, Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.scenario.entities import Need, Programme
    from matcher.solver.choice import Choice
    from matcher.solver.variables import Variables


def agreement(variables: Variables) -> Parts:
    """Count toward the targets of the programmes."""
    met = []
    limit = 0
    for programme in variables.scenario.programmes:
        if programme.target is None:
            continue
        counted = list(_counted(variables, programme))
        seats = sum(
            need.max_headcount
            for need in variables.needs
            if need.programme == programme.id
        )
        most = min(programme.target, seats, len(counted))
        reached = variables.model.new_int_var(0, most, "")
        variables.model.add(reached <= total(counted))
        met.append(reached)
        limit += most
    yield Part("", total(met), limit)


def _counted(variables: Variables, programme: Programme) -> Iterator[Expr]:
    """Yield what the programme's indicator may count, as 0/1 expressions."""
    people: dict[str, list[Expr]] = defaultdict(list)
    for need in variables.needs:
        if need.programme == programme.id:
            for choice in variables.of_need(need.id):
                key = choice.person
                if programme.counting is Counting.POSTINGS:
                    key += "\0" + need.id
                people[key].extend(_long_enough(variables, programme, choice))
    for literals in people.values():
        if len(literals) > 1:
            once = variables.model.new_bool_var("")
            variables.model.add(once <= total(literals))
            yield once
        else:
            yield from literals


def _long_enough(
    variables: Variables, programme: Programme, choice: Choice
) -> Iterator[Expr]:
    """Yield a literal that is true only if the term counts by the as-of date."""
    least = max(1, programme.min_days_to_count)
    horizon = variables.scenario.horizon
    stop = horizon.days
    if programme.as_of is not None:
        stop = (programme.as_of - horizon.start).days + 1
    terms = choice.candidate.terms
    if terms.shortest >= least and stop - terms.last_start >= least:
        yield choice.taken
    elif terms.longest >= least and stop - terms.first_start >= least:
        counts = variables.model.new_bool_var("")
        variables.model.add_implication(counts, choice.taken)
        variables.model.add(choice.length >= least).only_enforce_if(counts)
        variables.model.add(choice.start <= stop - least).only_enforce_if(counts)
        yield counts


def coverage(variables: Variables) -> Parts:
    """Fill posts by priority, then those beyond the least headcount."""
    policy = variables.scenario.policy
    least: dict[int, list[Expr]] = defaultdict(list)
    limits: dict[int, int] = defaultdict(int)
    beyond: list[Expr] = []
    room = 0
    for need in variables.needs:
        filled, more = _split(variables, need)
        people = len({each.person for each in variables.of_need(need.id)})
        least[need.priority].append(filled)
        limits[need.priority] += min(people, need.min_headcount)
        beyond.append(more)
        room += max(0, min(people, need.max_headcount) - need.min_headcount)
    if policy.word("coverage", "order") == "weighted":
        weights = policy.parameter("coverage", "weights")
        assert isinstance(weights, tuple)  # noqa: S101 -- the reader checked the type
        value = total(weights[k - 1] * total(each) for k, each in least.items())
        limit = sum(weights[k - 1] * each for k, each in limits.items())
        value += weights[5] * total(beyond)
        limit += weights[5] * room
        if weight := policy.number("coverage", "fit_weight"):
            (points,) = fit(variables)
            value += weight * points.value
            limit += weight * points.limit
        yield Part("", value, limit)
        return
    for priority, filled_posts in least.items():
        yield Part(f"priority-{priority}", total(filled_posts), limits[priority])
    yield Part("beyond", total(beyond), room)


def _split(variables: Variables, need: Need) -> tuple[Expr, Expr]:
    """Return the filled posts up to the least headcount, and those beyond."""
    filled = total(each.taken for each in variables.of_need(need.id))
    room = need.max_headcount - need.min_headcount
    if room == 0:
        return filled, 0
    if need.min_headcount == 0:
        return 0, filled
    model = variables.model
    least = model.new_int_var(0, need.min_headcount, "")
    more = model.new_int_var(0, room, "")
    enough = model.new_bool_var("")
    model.add(least + more == filled)
    model.add(least >= need.min_headcount * enough)
    model.add(more <= room * enough)
    return least, more


def concessions(variables: Variables) -> Parts:
    """Sum the prices of what soft rules give up."""
    policy = variables.scenario.policy
    prices: list[Expr] = []
    for choice in variables.choices:
        price = sum(policy.price(rule) for rule in choice.candidate.broken)
        if price:
            prices.append(price * choice.taken)
    for rule in RULES:
        if policy.mode(rule) is Mode.SOFT:
            prices += [policy.price(rule) * each for each in variables.breaks[rule]]
    yield Part("", total(prices), 0)
