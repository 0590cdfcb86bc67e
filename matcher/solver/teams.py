"""The rule ``team`` as constraints: whole and on the same dates, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.solver.expressions import total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.scenario.entities import Need, Team
    from matcher.solver.choice import Choice
    from matcher.solver.expressions import Literal
    from matcher.solver.variables import Variables


def team(variables: Variables, *, soft: bool) -> None:
    """
    Send a team whole and on the same dates, or not at all.

    Where that is strict, the members share their dates already.
    """
    for each in variables.scenario.teams:
        members = variables.of_needs(variables.scenario.team_needs[each.id])
        if members:
            _whole_or_none(variables, each, members, soft=soft)


def _whole_or_none(
    variables: Variables, team: Team, members: Sequence[Choice], *, soft: bool
) -> None:
    """Add the literal ``whole`` and what it asks; without it nobody goes."""
    model = variables.model
    shared = members[0].dates
    if soft or shared is None:
        whole, broken = model.new_bool_var(""), model.new_bool_var("")
        variables.breaks["team"].append(broken)
        for each in members:
            model.add_bool_or(~each.taken, whole, broken)
        _same_dates(variables, members, whole)
    else:
        whole = shared.used
    roles: Sequence[Need] = variables.scenario.team_needs[team.id]
    for role in roles:
        filled = total(each.taken for each in variables.of_need(role.id))
        model.add(filled >= role.min_headcount).only_enforce_if(whole)
    size = total(each.taken for each in members)
    model.add(size >= team.min_size).only_enforce_if(whole)
    model.add(size <= team.max_size).only_enforce_if(whole)
    seniors = total(
        each.taken for each in members if variables.who(each).level >= team.senior_level
    )
    model.add(seniors >= team.senior_count).only_enforce_if(whole)


def _same_dates(
    variables: Variables, members: Sequence[Choice], whole: Literal
) -> None:
    """Give all members of a whole team the same term."""
    terms = {
        (each.candidate.terms.first_start, each.candidate.terms.shortest)
        for each in members
    }
    if all(each.fixed for each in members) and len(terms) == 1:
        return
    last = variables.scenario.horizon.days
    start = variables.model.new_int_var(0, last, "")
    end = variables.model.new_int_var(0, last, "")
    for each in members:
        both = [each.taken, whole]
        variables.model.add(start == each.start).only_enforce_if(both)
        variables.model.add(end == each.end).only_enforce_if(both)
