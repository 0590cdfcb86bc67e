"""Locks of a generated scenario that can be kept, all of them together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from matcher.scenario.base import Effect, LockKind
from matcher.scenario.conditions import Lock
from matcher.timeline import DAY, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Need, Person
    from matcher.scenario.generate.demand import Demand
    from matcher.scenario.generate.world import World

_SEASONAL = ("教育", "农业")
_KINDS = (
    LockKind.PIN,
    LockKind.PIN_HOST,
    LockKind.DISPATCHED,
    LockKind.PIN_DATES,
)


def lockable(
    draw: Random, world: World, demand: Demand, people: int
) -> tuple[Need, ...]:
    """
    Return needs, at most twelve, that a person made for them can surely serve.

    Their hosts and some possible home have no caps, they are no role of a team, and
    no season concerns them.
    """
    programmes = {each.id: each for each in demand.programmes}
    sure = [
        need
        for need in demand.needs
        if need.unit in world.open_units
        and not need.team
        and world.sector[need.specialty] not in _SEASONAL
        and any(
            unit.id in world.open_units
            for unit in world.homes(programmes[need.programme], need)
        )
    ]
    return tuple(draw.sample(sure, min(len(sure), people // 8, 12)))


def locks(
    draw: Random,
    world: World,
    needs: Sequence[Need],
    locked: Sequence[Person],
    others: Sequence[Person],
) -> Iterable[Lock]:
    """Yield a lock for each person made for a need, and forbid as many others."""
    for number, (need, person) in enumerate(zip(needs, locked, strict=True)):
        kind = _KINDS[number % len(_KINDS)]
        by_dates = kind in (LockKind.DISPATCHED, LockKind.PIN_DATES)
        term = first_term(world.calendar, need) if by_dates else None
        yield Lock(
            id=f"L{number + 1:02}",
            kind=kind,
            person=person.id,
            target=_target(kind, need),
            first_day=term.start if term else None,
            last_day=term.last_day if term else None,
            reason="上年延续",
        )
    count = min(len(needs), len(others))
    for number, person in enumerate(draw.sample(others, count)):
        yield Lock(
            id=f"F{number + 1:02}",
            kind=LockKind.FORBID,
            person=person.id,
            target=draw.choice(needs).id,
            reason="单位意见",
        )


def _target(kind: LockKind, need: Need) -> str:
    if kind is LockKind.PIN_DATES:
        return ""
    return need.unit if kind is LockKind.PIN_HOST else need.id


def first_term(calendar: Iterable[CalendarEntry], need: Need) -> Window:
    """Return the first shortest term that neither begins nor ends on a holiday."""
    holidays = [entry.window for entry in calendar if entry.effect is Effect.NO_MOVE]
    assert need.shortest  # noqa: S101 -- generated needs always say
    term = Window(need.first_day, need.first_day + timedelta(days=need.shortest))
    while any(term.start in window or term.last_day in window for window in holidays):
        term = Window(term.start + DAY, term.end + DAY)
    return term
