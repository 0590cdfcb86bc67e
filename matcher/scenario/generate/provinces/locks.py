"""Locks of a year between provinces that can be kept, all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.scenario.base import Health, LockKind
from matcher.scenario.conditions import Lock
from matcher.scenario.generate.locks import first_term
from matcher.scenario.generate.supply import FREE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.generate.provinces.places import Land
    from matcher.scenario.generate.provinces.supply import Offered

_LEFT = 0.1
_REFUSED = 0.01


def locks(
    draw: Random,
    land: Land,
    calendar: Sequence[CalendarEntry],
    offered: Sequence[Offered],
) -> Iterator[Lock]:
    """
    Yield locks that can all be kept.

    Of every fourth pair of counties a cadre has left already, and units object to a
    few people at a host. Only one leaves from each county and for each, so that caps
    have room for all of them.
    """
    taken: set[str] = set()
    for each in offered:
        west = each.wanted.pair.west.id
        if each.order.line.key != "GB":
            if draw.random() < _REFUSED:
                yield Lock(
                    id=f"F-{each.person.id}",
                    kind=LockKind.FORBID,
                    person=each.person.id,
                    target=each.wanted.need.unit,
                    reason="单位意见",
                )
        elif west not in taken and _may_leave(land, each) and draw.random() < _LEFT:
            taken.add(west)
            yield _dispatched(calendar, each)


def _may_leave(land: Land, each: Offered) -> bool:
    """
    Return whether nothing speaks against the person's leaving for the need.

    No pair rule is asked of those who have left, but whoever sent them did ask. What
    earlier service leaves of a person's limit is asked of them, too.
    """
    person, wanted = each.person, each.wanted
    need = wanted.need
    return (
        not need.handover
        and person.unit in {unit.id for unit in land.at(wanted.pair.east, "党政")}
        and need.specialty in person.specialties
        and person.level >= need.level
        and person.health is Health.YES
        and person.windows == (FREE,)
        and bool(person.consents)
        and not person.avoid
        and not person.served_assignments
    )


def _dispatched(calendar: Sequence[CalendarEntry], each: Offered) -> Lock:
    term = first_term(calendar, each.wanted.need)
    return Lock(
        id=f"D-{each.person.id}",
        kind=LockKind.DISPATCHED,
        person=each.person.id,
        target=each.wanted.need.id,
        first_day=term.start,
        last_day=term.last_day,
        reason="已经出发",
    )
