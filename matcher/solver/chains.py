"""The rules ``cover`` and ``handover``: holders of a need who follow one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import TYPE_CHECKING

from matcher.scenario.base import Mode
from matcher.scenario.entities import Need
from matcher.solver.choice import Choice
from matcher.solver.expressions import Expr, Literal, total

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from matcher.solver.variables import Variables


@dataclass(frozen=True)
class Chain:
    """
    The holders of a need in the order of start, end and code.

    Parameters
    ----------
    need
        The need.
    choices
        Its choices.
    first, last
        Whether a choice is the first, or the last, of those taken.
    follows
        Whether the second choice is the next taken after the first, by both.
    """

    need: Need
    choices: Sequence[Choice]
    first: dict[Choice, Literal] = field(default_factory=dict)
    last: dict[Choice, Literal] = field(default_factory=dict)
    follows: dict[tuple[Choice, Choice], Literal] = field(default_factory=dict)


def chains(variables: Variables) -> dict[str, Chain]:
    """Return the chain of each need that somebody looks at, by need."""
    policy = variables.scenario.policy
    cover = policy.mode("cover") is not Mode.OFF or policy.pursues("continuity")
    handover = policy.mode("handover") is not Mode.OFF
    return {
        need.id: _chain(variables, need)
        for need in variables.needs
        if (need.cover and cover) or (need.handover and handover)
    }


def _chain(variables: Variables, need: Need) -> Chain:
    """Order the holders: a circuit through those taken and a node for nobody."""
    model = variables.model
    chain = Chain(need, variables.of_need(need.id))
    node = {choice: number for number, choice in enumerate(chain.choices, start=1)}
    somebody = model.new_bool_var("")
    arcs: list[tuple[int, int, cp_model.LiteralT]] = [(0, 0, ~somebody)]
    for choice, number in node.items():
        chain.first[choice] = model.new_bool_var("")
        chain.last[choice] = model.new_bool_var("")
        arcs.append((number, number, ~choice.taken))
        arcs.append((0, number, chain.first[choice]))
        arcs.append((number, 0, chain.last[choice]))
    days = variables.scenario.horizon.days + 1
    for one, other in permutations(chain.choices, 2):
        if one.person == other.person:
            continue
        follows = model.new_bool_var("")
        chain.follows[one, other] = follows
        arcs.append((node[one], node[other], follows))
        before = days * one.start + one.end + (one.person > other.person)
        model.add(before <= days * other.start + other.end).only_enforce_if(follows)
    model.add_circuit(arcs)
    return chain


def handover(variables: Variables, *, soft: bool) -> None:
    """Let each holder overlap the one before, or the leaver, by the days asked for."""
    for chain in variables.chains.values():
        if not chain.need.handover:
            continue
        for (one, other), follows in chain.follows.items():
            _overlap(variables, one.end, other, follows, soft=soft)
        end = _leaving(variables, chain.need)
        if end is not None:
            for choice, first in chain.first.items():
                _overlap(variables, end, choice, first, soft=soft)
        taken = [each.taken for each in chain.choices]
        if not soft and taken:
            variables.model.add(total(taken) <= most_holders(variables, chain))


def most_holders(variables: Variables, chain: Chain) -> int:
    """
    Return how many holders can follow one another in the window at most.

    Parameters
    ----------
    variables
        The choices.
    chain
        Its holders, of whom there is at least one.

    Notes
    -----
    Whoever follows starts no earlier than ``most_days`` before the end of who went
    before, so that many days less than the shortest term after the latter's start.
    """
    overlap = variables.scenario.policy.number("handover", "most_days")
    terms = [each.candidate.terms for each in chain.choices]
    opens = min(each.first_start for each in terms)
    end = _leaving(variables, chain.need)
    if end is not None:
        opens = max(opens, end - overlap)
    days = max(each.last_start for each in terms) - opens
    step = min(each.shortest for each in terms) - overlap
    if days < 0:
        return 0
    return len(chain.choices) if step <= 0 else 1 + days // step


def _leaving(variables: Variables, need: Need) -> int | None:
    """Return the first day without the need's leaver; None if it has none."""
    scenario = variables.scenario
    leaver = scenario.leaver_of.get(need.id)
    return None if leaver is None else (leaver.end - scenario.horizon.start).days


def _overlap(
    variables: Variables, end: Expr, successor: Choice, follows: Literal, *, soft: bool
) -> None:
    """Bound the days between a successor's start and the end of who goes."""
    number = variables.scenario.policy.number
    conditions: list[cp_model.LiteralT] = [follows]
    if soft:
        broken = variables.model.new_bool_var("")
        variables.breaks["handover"].append(broken)
        conditions.append(~broken)
    days = end - successor.start
    for bounded in (
        days >= number("handover", "least_days"),
        days <= number("handover", "most_days"),
    ):
        variables.model.add(bounded).only_enforce_if(conditions)


def uncovered(variables: Variables) -> list[Expr]:
    """
    Return the uncovered days of each need with ``cover``, as gaps of its chain.

    They are upper estimates, exact where something presses on them.
    """
    gaps: list[Expr] = []
    for chain in variables.chains.values():
        if chain.need.cover:
            gaps += _gaps(variables, chain)
    return gaps


def _gaps(variables: Variables, chain: Chain) -> list[Expr]:
    """
    Return the gap before each holder and after the last.

    ``reach`` is the last day up to which the holders so far cover the window.
    """
    model = variables.model
    opens, closes = variables.range_of(chain.need.window)
    end = _leaving(variables, chain.need)
    if end is not None:
        opens = max(opens, end)
    if opens >= closes:
        return []
    most = closes - opens
    reach = {
        choice: model.new_int_var(opens, max(closes, choice.latest), "")
        for choice in chain.choices
    }
    gaps: list[Expr] = []
    for choice in chain.choices:
        gap = model.new_int_var(0, most, "")
        gaps.append(gap)
        own, beyond = model.new_bool_var(""), model.new_bool_var("")
        model.add(reach[choice] <= choice.end).only_enforce_if(own)
        befores: list[tuple[Expr, Literal]] = [(opens, chain.first[choice])]
        befores += [
            (reach[one], follows)
            for (one, other), follows in chain.follows.items()
            if other is choice
        ]
        for before, follows in befores:
            # A holder who starts after the window leaves a gap up to its end.
            model.add(choice.start - before <= gap).only_enforce_if([follows, ~beyond])
            model.add(closes - before <= gap).only_enforce_if([follows, beyond])
            model.add(reach[choice] <= before).only_enforce_if([follows, ~own])
    final = model.new_int_var(0, most, "")
    for choice, last in chain.last.items():
        model.add(closes - reach[choice] <= final).only_enforce_if(last)
    return [*gaps, final]


def cover(variables: Variables, *, soft: bool) -> None:
    """Leave no day of a covered need without anyone on post."""
    if soft:
        variables.breaks["cover"] += variables.uncovered
    else:
        for gap in variables.uncovered:
            variables.model.add(gap == 0)


def changes_of_hands(variables: Variables) -> list[Expr]:
    """Return how often each need held in turn changes hands."""
    changes: list[Expr] = []
    for need in variables.needs:
        if need.cover or need.handover:
            held = total(each.taken for each in variables.of_need(need.id))
            somebody = variables.model.new_bool_var("")
            variables.model.add(held >= somebody)
            changes.append(held - somebody)
    return changes
