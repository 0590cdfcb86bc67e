"""The goals that look at who goes: fit, preferences, balance, cost, tie-break."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.eligibility import Wishes
from matcher.solver.choice import days_away
from matcher.solver.expressions import Expr, total, weighted
from matcher.solver.part import Part, Parts

if TYPE_CHECKING:
    from matcher.solver.choice import Choice
    from matcher.solver.variables import Variables


def fit(variables: Variables) -> Parts:
    """Sum the points of fit."""
    value = weighted(
        (points, choice.taken)
        for points, choice in zip(variables.points, variables.choices, strict=True)
    )
    by_need = defaultdict(list)
    for points, choice in zip(variables.points, variables.choices, strict=True):
        # Ratings may be below 0, and posts may stay empty.
        by_need[choice.need].append(max(0, points))
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
    value = weighted((own + hosts, choice.taken) for choice, own, hosts in steps)
    yield Part("sum", value, 0)


def release_balance(variables: Variables) -> Parts:
    """Sum 1 + 2 + ... + k over units that release k people."""
    burden: list[Expr] = []
    for choices in variables.by_unit.values():
        steps = [variables.model.new_bool_var("") for _ in choices]
        count = total(each.taken for each in choices)
        variables.model.add(total(steps) == count)
        burden.append(weighted(enumerate(steps, start=1)))
    yield Part("", total(burden), 0)


def cost(variables: Variables) -> Parts:
    """Sum travel and lodging in yuan."""
    number = variables.scenario.policy.number
    travel, night = number("cost", "travel_yuan"), number("cost", "lodging_yuan")
    journeys = travel * total(each.taken for each in variables.choices)
    yield Part("", journeys + night * days_away(variables.choices), 0)


def tie_break(variables: Variables) -> Parts:
    """Let a fixed draw decide between equals, then the earliest dates by a draw."""
    seed = variables.scenario.seed
    drawn = weighted(
        (draw(seed, 0, each.person, each.need), each.taken)
        for each in variables.choices
    )
    yield Part("draw", drawn, 0)
    dates: list[tuple[int, Expr]] = []
    for each in variables.choices:
        terms = each.candidate.terms
        by_start = draw(seed, 1, each.person, each.need)
        by_end = draw(seed, 2, each.person, each.need)
        first_end = terms.first_start + terms.shortest
        least = by_start * terms.first_start + by_end * first_end
        dates += [
            (least, each.taken),
            (by_start + by_end, each.delay),
            (by_end, each.stretch),
        ]
    yield Part("dates", weighted(dates), 0)


def draw(seed: int, turn: int, person: str, need: str) -> int:
    """Return the drawn number of a pair; see ``goal-tie-break``."""
    text = f"{seed}|{turn}|{person}|{need}".encode()
    number = int.from_bytes(hashlib.sha256(text).digest()[:4])
    return 1 + number % (1 << (20 if turn == 0 else 10))
