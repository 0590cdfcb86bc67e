"""Whether the roles of a team make a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.entities import Need, Team
from matcher.scenario.faults import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found

_SHARED = ("unit", "programme", "first_day", "last_day")


def teams(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of a team and of its roles."""
    roles: dict[str, list[Found[Need]]] = {}
    for found in draft.rows(Need):
        if found.entity.team:
            roles.setdefault(found.entity.team, []).append(found)
    for members in roles.values():
        yield from _differences(members)
        yield from _leaders(members)
    for team in draft.rows(Team):
        yield from _size(team)
        # A role that could not be read might be the one that makes the sum right.
        possible = team.entity.min_size <= team.entity.max_size
        if possible and team.entity.id in roles and draft.complete("needs"):
            yield from _sum(team, roles[team.entity.id])


def _differences(roles: Sequence[Found[Need]]) -> Iterator[Problem]:
    first = roles[0].entity
    for found in roles[1:]:
        for column in _SHARED:
            value, other = (getattr(each, column) for each in (found.entity, first))
            if value != other:
                place = found.row.place(column)
                facts = {"value": value, "other": other, "role": first.id}
                yield problem("E406", place, **facts)


def _leaders(roles: Sequence[Found[Need]]) -> Iterator[Problem]:
    leading = [found for found in roles if found.entity.leader]
    for found in leading:
        role, first = found.entity, leading[0].entity
        if role is not first:
            place = found.row.place("leader")
            yield problem("E407", place, team=role.team, role=first.id)
        elif role.max_headcount > 1:
            place = found.row.place("max_headcount")
            yield problem("E408", place, value=role.max_headcount)


def _size(found: Found[Team]) -> Iterator[Problem]:
    team = found.entity
    if team.min_size > team.max_size:
        place = found.row.place("max_size")
        yield problem("E409", place, least=team.min_size, greatest=team.max_size)
    if team.senior_count > team.max_size:
        place = found.row.place("senior_count")
        yield problem("E412", place, least=team.senior_count, greatest=team.max_size)


def _sum(found: Found[Team], roles: Sequence[Found[Need]]) -> Iterator[Problem]:
    team = found.entity
    least = sum(role.entity.min_headcount for role in roles)
    greatest = sum(role.entity.max_headcount for role in roles)
    if least > team.max_size:
        place = found.row.place("max_size")
        yield problem("E410", place, total=least, greatest=team.max_size)
    if greatest < team.min_size:
        place = found.row.place("min_size")
        yield problem("E411", place, total=greatest, least=team.min_size)
