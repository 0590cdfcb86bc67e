"""The dated care list: what is done for whom, and when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.auditor.records import CareRecord
from matcher.scenario.base import Anchor, Effect
from matcher.timeline import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from matcher.auditor.case import Case, Served
    from matcher.scenario import Scenario
    from matcher.scenario.undertakings import Care

Festivals = dict[str, set["date"]]


def care_of(case: Case) -> tuple[CareRecord, ...]:
    """Return the acts of care by day, rule and person."""
    festivals = festival_days(case.scenario)
    found = [
        CareRecord(
            day=day + rule.offset_days * DAY,
            rule=rule.id,
            person=each.person.id,
            need=each.need.id,
            recipient=rule.recipient,
            occasion=occasion,
        )
        for rule in case.scenario.care
        for each in case.served
        if concerns(rule, each)
        for day, occasion in _days(rule, each, festivals)
    ]
    return tuple(
        sorted(
            found,
            key=lambda act: (act.day, act.rule, act.person, act.need, act.occasion),
        )
    )


def concerns(rule: Care, each: Served) -> bool:
    """Return whether the rule is for such an assignment, whatever its dates."""
    return (
        each.programme.direction is rule.direction
        and (not rule.kinds or each.programme.kind in rule.kinds)
        and (not rule.programmes or each.programme.id in rule.programmes)
        and each.term.days >= rule.min_days
        and not (rule.full_term and each.term.days < each.scenario.shortest(each.need))
    )


def _days(
    rule: Care, each: Served, festivals: Mapping[str, AbstractSet[date]]
) -> Iterator[tuple[date, str]]:
    """Yield the days from which the rule counts, with the festivals they are of."""
    if rule.anchor is Anchor.ARRIVAL:
        yield each.stay.start, ""
    elif rule.anchor is Anchor.START:
        yield each.term.start, ""
    elif rule.anchor is Anchor.END:
        yield each.term.last_day, ""
    else:
        for name in rule.festivals:
            for day in festivals.get(name, ()):
                if day in each.stay:
                    yield day, name


def festival_days(scenario: Scenario) -> Festivals:
    """
    Return the first day of each festival, by name; there may be one every year.

    Parameters
    ----------
    scenario
        Everything known before solving. Its calendar may hold festivals too: as
        ``no_move``, several in one row parted by 、.
    """
    days: Festivals = defaultdict(set)
    for holiday in scenario.holidays:
        for name, day in holiday.festivals.items():
            days[name].add(day)
    for entry in scenario.calendar:
        if entry.effect is Effect.NO_MOVE:
            for name in entry.name.split("、"):
                # A row on days off around a public holiday is no second festival.
                if not any(day in entry.window for day in days[name]):
                    days[name].add(entry.first_day)
    return {name: dates for name, dates in days.items() if dates}
