"""
Beds for the guests of a settled plan.

Stays are intervals, and intervals of which no more than k meet on any day can share k
beds, each guest keeping one: give each the lowest free bed in the order of arrival.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.plan import Bed
from matcher.scenario.base import Mode, Sex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Housing


def beds(scenario: Scenario, assignments: Iterable[Assignment]) -> tuple[Bed, ...]:
    """
    Return a bed for every guest for whom one is free throughout the stay.

    Parameters
    ----------
    scenario
        What was planned; where the rule ``housing`` is off, nobody gets a bed.
    assignments
        The settled assignments. Where ``housing`` is strict, all guests get one.
    """
    if scenario.policy.mode("housing") is Mode.OFF:
        return ()
    guests: dict[tuple[str, Sex], list[Assignment]] = defaultdict(list)
    for each in assignments:
        site = scenario.unit[each.unit].housing
        if site:
            guests[site, scenario.person[each.person].sex].append(each)
    found = [
        bed
        for (site, sex), group in guests.items()
        for bed in _in_site(scenario, scenario.site[site], sex, group)
    ]
    return tuple(sorted(found, key=lambda bed: (bed.person, bed.need)))


def _in_site(
    scenario: Scenario, site: Housing, sex: Sex, guests: Sequence[Assignment]
) -> Iterator[Bed]:
    count = site.beds_female if sex is Sex.FEMALE else site.beds_male
    cold = scenario.cold(site)
    free_from: dict[int, date] = {}
    for guest in sorted(
        guests, key=lambda each: (each.arrival, each.end, each.person, each.need)
    ):
        if not site.window.holds(guest.stay) or any(
            season.meets(guest.stay) for season in cold
        ):
            continue
        for number in range(1, count + 1):
            if free_from.get(number, guest.arrival) <= guest.arrival:
                free_from[number] = guest.end
                yield Bed(
                    person=guest.person, need=guest.need, site=site.id, number=number
                )
                break
