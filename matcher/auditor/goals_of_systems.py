"""The goals on what lasts: continuity, growth and the balance of the exchange."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor.system_rules import uncovered
from matcher.scenario.base import Direction, Effect

if TYPE_CHECKING:
    from matcher.auditor.case import Case, Served
    from matcher.scenario.conditions import CalendarEntry
    from matcher.scenario.entities import Pairing

Parts = dict[str, int]


def continuity(case: Case) -> Parts:
    """Add up the weights of gaps, changes of hands, odd dates and newcomers."""
    breaks = {
        "uncovered": sum(len(days) for _need, days in uncovered(case)),
        "hand_off": sum(
            max(0, len(case.of_need.get(need.id, [])) - 1)
            for need in case.scenario.needs
            if need.cover or need.handover
        ),
        "off_term": sum(_ends_off_term(each) for each in case.served),
        "newcomer": sum(
            each.host.id not in each.person.past_hosts for each in case.served
        ),
    }
    number = case.scenario.policy.number
    return {"": sum(number("continuity", name) * breaks[name] for name in breaks)}


def _ends_off_term(each: Served) -> int:
    """Return how many ends of the term lie away from every school term."""
    edge = each.scenario.policy.number("continuity", "edge_days")
    terms = [entry for entry in each.scenario.calendar if _teaches(entry, each)]
    if not terms:
        return 0
    first = min(abs((each.term.start - entry.first_day).days) for entry in terms)
    last = min(abs((each.term.last_day - entry.last_day).days) for entry in terms)
    return (first > edge) + (last > edge)


def _teaches(entry: CalendarEntry, each: Served) -> bool:
    """Return whether the entry is a school term of the host's area and the field."""
    return (
        entry.effect is Effect.SCHOOL_TERM
        and (not entry.areas or each.host.area in entry.areas)
        and (not entry.sectors or each.scenario.sector(each.need) in entry.sectors)
    )


def growth(case: Case) -> Parts:
    """Count local staff who are raised and, for events, sessions and who hears one."""
    parts = {"mentored": len({each.mentee for each in case.mentorships})}
    if case.scenario.sessions:
        seats: Counter[str] = Counter()
        for each in case.seating:
            seats[each.delegation] += each.seats
        parts["held"] = len({each.session for each in case.rosters})
        parts["heard"] = sum(
            min(group.size, seats[group.id]) for group in case.scenario.delegations
        )
    return parts


def exchange_balance(case: Case) -> Parts:
    """Add up over the pairings by how much both ways differ."""
    return {"": sum(abs(_surplus(case, pair)) for pair in case.scenario.pairings)}


def _surplus(case: Case, pair: Pairing) -> int:
    """Return how many more assignments of a pairing go to Xining than to Nanjing."""
    sides = {pair.first, pair.second}
    return sum(
        1 if each.programme.direction is Direction.TO_XINING else -1
        for each in case.served
        if sides in ({each.home.area, each.host.area}, {each.home.id, each.host.id})
    )
