"""
The goals as rungs: one function per slug, listed in ``GOALS``.

Each yields the parts of its goal for one piece of the scenario. A part may add
variables and rows that hold in every plan; they are one-sided, so a part's
expression never claims more than the plan has, and reaches it at the optimum.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

from matcher.eligibility import Wishes, fit_parts
from matcher.scenario.base import City, Counting, Mode
from matcher.solver.constraints import RULES
from matcher.solver.variables import Choice, Expr, Variables, total

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Area, Need, Programme


@dataclass(frozen=True)
class Part:
    """
    One rung to solve.

    Parameters
    ----------
    name
        Step inside the goal; blank if it has one step.
    value
        What to maximise or minimise.
    limit
        A bound that needs no solver: no plan at all is better.
    """

    name: str
    value: Expr
    limit: int


Parts = Iterator[Part]


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
    people = defaultdict(list)
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
        extra = weights[5] * total(beyond)
        yield Part("", value + extra, limit + weights[5] * room)
        return
    for priority in least:
        value = total(least[priority])
        yield Part(f"priority-{priority}", value, limits[priority])
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
    prices = []
    for choice in variables.choices:
        price = sum(policy.price(rule) for rule in choice.candidate.broken)
        if price:
            prices.append(price * choice.taken)
    for rule in RULES:
        if policy.mode(rule) is Mode.SOFT:
            prices += [policy.price(rule) * each for each in variables.breaks[rule]]
    yield Part("", total(prices), 0)


def fairness(variables: Variables, settled: Mapping[str, int] | None = None) -> Parts:
    """
    Serve the worst-served area best, then the next: sums of the k smallest scores.

    Parameters
    ----------
    variables
        The one piece in which the service of areas is still open.
    settled
        How many assignments the other pieces give each area, by code.
    """
    model, scenario = variables.model, variables.scenario
    scales = area_scales(scenario)
    served = {
        area: [each.taken for each in variables.by_area.get(area, ())]
        for area in scales
    }
    given = settled or {}
    scores = {
        area: scales[area] * (total(each) + given.get(area, 0))
        for area, each in served.items()
    }
    seats = sum(need.max_headcount for need in variables.needs)
    most = {
        area: scales[area] * (min(seats, len(each)) + given.get(area, 0))
        for area, each in served.items()
    }
    ceiling = max(most.values(), default=0)
    for k in range(1, len(scales) + 1):
        level = model.new_int_var(0, ceiling, "")
        below = []
        for score in scores.values():
            lack = model.new_int_var(0, ceiling, "")
            model.add(lack >= level - score)
            below.append(lack)
        limit = sum(sorted(most.values())[:k])
        yield Part(f"worst-{k}", k * level - total(below), limit)


def area_scales(scenario: Scenario) -> dict[str, int]:
    """Return the factor of each area's score, by code; see ``goal-fairness``."""
    by = scenario.policy.word("fairness", "weights")

    def weight(area: Area) -> int:
        given = {"equal": 1, "population": area.population, "given": area.weight or 0}
        return given[by]

    weights = {
        area.id: weight(area)
        for area in scenario.areas
        if area.city is City.XINING and area.in_fairness and weight(area)
    }
    if not weights:
        return {}
    largest = max(weights.values())
    scales = {
        area: (1000 * largest + each // 2) // each for area, each in weights.items()
    }
    common = gcd(*scales.values())
    return {area: each // common for area, each in scales.items()}


def fit(variables: Variables) -> Parts:
    """Sum the points of fit."""
    points = [
        sum(
            fit_parts(
                variables.scenario, variables.who(each), variables.what(each)
            ).values()
        )
        for each in variables.choices
    ]
    value = total(
        p * each.taken for p, each in zip(points, variables.choices, strict=True) if p
    )
    by_need = defaultdict(list)
    for point, choice in zip(points, variables.choices, strict=True):
        by_need[choice.need].append(point)
    limit = sum(
        sum(sorted(each, reverse=True)[: variables.scenario.need[need].max_headcount])
        for need, each in by_need.items()
    )
    yield Part("", value, limit)


def preferences(variables: Variables) -> Parts:
    """Spare the worst-off, then all together, steps below the first wish."""
    steps: list[tuple[Choice, int, int]] = []
    wishes = Wishes(variables.scenario)
    for choice in variables.choices:
        who, what = variables.who(choice), variables.what(choice)
        own, hosts = wishes.of_person(who, what), wishes.of_host(who, what)
        if own or hosts:
            steps.append((choice, own, hosts))
    most = max((max(own, hosts) for _, own, hosts in steps), default=0)
    worst = variables.model.new_int_var(0, most, "")
    for choice, own, hosts in steps:
        variables.model.add(worst >= max(own, hosts) * choice.taken)
    yield Part("worst", worst, 0)
    value = total((own + hosts) * choice.taken for choice, own, hosts in steps)
    yield Part("sum", value, 0)


def release_balance(variables: Variables) -> Parts:
    """Sum 1 + 2 + ... + k over units that release k people."""
    burden: list[Expr] = []
    for choices in variables.by_unit.values():
        steps = [variables.model.new_bool_var("") for _ in choices]
        count = total(each.taken for each in choices)
        variables.model.add(total(steps) == count)
        burden += [k * step for k, step in enumerate(steps, start=1)]
    yield Part("", total(burden), 0)


def cost(variables: Variables) -> Parts:
    """Sum travel and lodging in yuan."""
    number = variables.scenario.policy.number
    travel, night = number("cost", "travel_yuan"), number("cost", "lodging_yuan")
    value = total(
        travel * each.taken + night * each.days_away for each in variables.choices
    )
    yield Part("", value, 0)


def tie_break(variables: Variables) -> Parts:
    """Let a fixed draw decide between equals, then the earliest dates by a draw."""
    seed = variables.scenario.seed
    drawn = total(
        draw(seed, 0, each.person, each.need) * each.taken for each in variables.choices
    )
    yield Part("draw", drawn, 0)
    dates: list[Expr] = []
    for each in variables.choices:
        terms = each.candidate.terms
        by_start = draw(seed, 1, each.person, each.need)
        by_end = draw(seed, 2, each.person, each.need)
        first_end = terms.first_start + terms.shortest
        least = by_start * terms.first_start + by_end * first_end
        dates += [
            least * each.taken,
            (by_start + by_end) * each.delay,
            by_end * each.stretch,
        ]
    yield Part("dates", total(dates), 0)


def draw(seed: int, turn: int, person: str, need: str) -> int:
    """Return the drawn number of a pair; see ``goal-tie-break``."""
    text = f"{seed}|{turn}|{person}|{need}".encode()
    number = int.from_bytes(hashlib.sha256(text).digest()[:4])
    return 1 + number % (1 << (20 if turn == 0 else 10))


def names(scenario: Scenario, goal: str) -> list[str]:
    """Return the names of a goal's parts, in the order in which they are solved."""
    if goal == "coverage":
        if scenario.policy.word("coverage", "order") == "weighted":
            return [""]
        priorities = sorted({need.priority for need in scenario.needs})
        more = any(need.max_headcount > need.min_headcount for need in scenario.needs)
        return [f"priority-{each}" for each in priorities] + ["beyond"] * more
    if goal == "fairness":
        return [f"worst-{k}" for k in range(1, len(area_scales(scenario)) + 1)]
    return {"preferences": ["worst", "sum"], "tie-break": ["draw", "dates"]}.get(
        goal, [""]
    )


GOALS: Mapping[str, Callable[[Variables], Parts]] = {
    "agreement": agreement,
    "coverage": coverage,
    "concessions": concessions,
    "fairness": fairness,
    "fit": fit,
    "preferences": preferences,
    "release-balance": release_balance,
    "cost": cost,
    "tie-break": tie_break,
}
"""The rungs of each goal, by slug, in the default order."""
