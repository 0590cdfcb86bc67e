"""Whether holders can follow one another as a need with cover or handover asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.base import Mode
from matcher.scenario.entities import Need, Programme
from matcher.scenario.faults import problem
from matcher.scenario.headings import column_names
from matcher.scenario.undertakings import Leaver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.policy import Policy
    from matcher.scenario.rows import Found


def chains(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of chains of holders and of the leavers they begin with."""
    leavers = {found.entity.need: found for found in draft.rows(Leaver)}
    programmes = {found.entity.id: found.entity for found in draft.rows(Programme)}
    for found in draft.rows(Need):
        need, leaver = found.entity, leavers.get(found.entity.id)
        if leaver and not need.cover and not need.handover:
            yield problem("E430", leaver.row.place("need"), value=need.id)
        programme = programmes.get(need.programme)
        if need.team:
            yield from _beside(found)
        elif programme and need.first_day <= need.last_day:
            yield from _cover(found, programme, leaver, draft)
            yield from _first(leaver, need, programme, draft.settings.policy)


def _beside(found: Found[Need]) -> Iterator[Problem]:
    """Yield what a role of a team has beside the team."""
    for column in ("cover", "handover", "studio"):
        if getattr(found.entity, column):
            value = column_names(Need, (column,))
            yield problem("E428", found.row.place(column), value=value)


def _cover(
    found: Found[Need],
    programme: Programme,
    leaver: Found[Leaver] | None,
    draft: Draft,
) -> Iterator[Problem]:
    need = found.entity
    posts, longest = need.max_headcount, need.longest or programme.longest
    first = need.first_day
    if leaver:
        first = max(first, leaver.entity.end)
    days = (need.window.end - first).days
    # A leaver who could not be read might be there for some of the days.
    if need.cover and posts * longest < days and draft.complete("leavers"):
        place = found.row.place("max_headcount")
        yield problem("E432", place, posts=posts, longest=longest, days=days)


def _first(
    leaver: Found[Leaver] | None,
    need: Need,
    programme: Programme,
    policy: Policy | None,
) -> Iterator[Problem]:
    """Yield a fault if no holder can overlap the leaver as the rule asks."""
    if not (leaver and need.handover and policy):
        return
    least = policy.number("handover", "least_days")
    most = policy.number("handover", "most_days")
    shortest = need.shortest or programme.shortest
    window, end = need.window, leaver.entity.end.toordinal()
    first = max(window.start.toordinal(), end - most)
    last = min(window.end.toordinal() - shortest, end - least)
    # A rule or a need that contradicts itself is told where it stands.
    possible = least <= most and shortest <= window.days
    if policy.mode("handover") is Mode.STRICT and possible and first > last:
        yield problem(
            "E431",
            leaver.row.place("last_day"),
            least=least,
            greatest=most,
            day=leaver.entity.last_day,
            window=window,
            shortest=shortest,
        )
