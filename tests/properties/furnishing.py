"""Beds for the guests of a plan, as simply as they can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.plan import Bed
from matcher.scenario.base import Effect, Mode, Sex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Housing


def beds(world: Scenario, assignments: Iterable[Assignment]) -> tuple[Bed, ...]:
    """Give each guest in turn the first bed that is free all the stay, if any is."""
    if world.policy.mode("housing") is Mode.OFF:
        return ()
    given: list[tuple[Bed, Assignment]] = []
    for guest in sorted(assignments, key=lambda each: each.arrival):
        site = world.site.get(world.unit[guest.unit].housing)
        if site and not any(_closed(world, site, night) for night in guest.stay):
            given += _first_free(world, site, guest, given)
    return tuple(bed for bed, _ in given)


def _closed(world: Scenario, site: Housing, night: date) -> bool:
    cold = any(
        night in entry.window and (not entry.areas or site.area in entry.areas)
        for entry in world.calendar
        if entry.effect is Effect.HEATING
    )
    return night not in site.window or (cold and not site.heated)


def _first_free(
    world: Scenario,
    site: Housing,
    guest: Assignment,
    given: Sequence[tuple[Bed, Assignment]],
) -> list[tuple[Bed, Assignment]]:
    sex = world.person[guest.person].sex
    taken = {
        bed.number
        for bed, other in given
        if bed.site == site.id
        and world.person[other.person].sex is sex
        and other.stay.meets(guest.stay)
    }
    count = site.beds_female if sex is Sex.FEMALE else site.beds_male
    free = [number for number in range(1, count + 1) if number not in taken]
    return [
        (
            Bed(person=guest.person, need=guest.need, site=site.id, number=number),
            guest,
        )
        for number in free[:1]
    ]
