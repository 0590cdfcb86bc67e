"""The rules on what makes several assignments one undertaking: one check per rule."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.auditor.wording import Fact, joined, named, phrase
from matcher.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from matcher.auditor.case import Case, Check, Served
    from matcher.auditor.finding import Finding
    from matcher.scenario.entities import Need
    from matcher.scenario.undertakings import Phase


def cover(case: Case) -> Iterator[Finding]:
    """Check that someone is on post on every day for which that is asked."""
    for need, days in uncovered(case):
        if days:
            facts: dict[str, Fact] = {
                "need": need.id,
                "days": len(days),
                "day": days[0].isoformat(),
            }
            yield case.breach("cover", (need.id,), facts, len(days))


def uncovered(case: Case) -> Iterator[tuple[Need, list[date]]]:
    """
    Yield the needs that ask for cover and have someone, with the days without.

    Parameters
    ----------
    case
        What is judged.
    """
    for need in case.scenario.needs:
        holders = case.of_need.get(need.id, [])
        if not need.cover or not holders:
            continue
        on_post = {day for each in holders for day in each.term}
        leaver = case.scenario.leaver_of.get(need.id)
        yield (
            need,
            [
                day
                for day in need.window
                if day not in on_post and (leaver is None or day >= leaver.end)
            ],
        )


def in_turn(holders: Sequence[Served]) -> list[Served]:
    """Return the holders of a need in the order in which they hand over."""
    return sorted(
        holders, key=lambda each: (each.term.start, each.term.end, each.person.id)
    )


def overlaps(case: Case, need: Need) -> Iterator[tuple[str, Served, int]]:
    """
    Yield each leaver's code with the successor and the days of their overlap.

    Parameters
    ----------
    case
        What is judged.
    need
        Whose holders follow one another; without any there is nothing to yield.
    """
    holders = in_turn(case.of_need.get(need.id, []))
    leaver = case.scenario.leaver_of.get(need.id)
    if leaver and holders:
        first = holders[0]
        yield leaver.person, first, (leaver.end - first.term.start).days
    for one, other in pairwise(holders):
        yield one.person.id, other, (one.term.end - other.term.start).days


def handover_fits(case: Case, need: Need, days: int) -> bool:
    """Return whether an overlap of so many days is one that the rule asks for."""
    number = case.scenario.policy.number
    least, most = number("handover", "least_days"), number("handover", "most_days")
    return not need.handover or least <= days <= most


def handover(case: Case) -> Iterator[Finding]:
    """Check how long each two neighbours overlap."""
    number = case.scenario.policy.number
    for need in case.scenario.needs:
        for leaver, successor, days in overlaps(case, need):
            if not handover_fits(case, need, days):
                facts: dict[str, Fact] = {
                    "need": need.id,
                    "leaver": leaver,
                    "successor": successor.person.id,
                    "days": days,
                    "least": number("handover", "least_days"),
                    "most": number("handover", "most_days"),
                }
                subjects = (need.id, leaver, successor.person.id)
                yield case.breach("handover", subjects, facts)


def phases(case: Case) -> Iterator[Finding]:
    """Check the skills, the order and the gaps of each phase that runs."""
    running = case.by(lambda each: each.need.phase)
    for phase in case.scenario.phases:
        if phase.id not in running:
            continue
        lacks = [*_skills(case, phase), *_gaps(case, phase, running)]
        if lacks:
            facts: dict[str, Fact] = {"phase": named(phase), "lack": joined(lacks)}
            yield case.breach("phases", (phase.id,), facts)


def _skills(case: Case, phase: Phase) -> Iterator[Fact]:
    for need in case.scenario.phase_needs[phase.id]:
        filled = len(case.of_need.get(need.id, []))
        if filled < need.min_headcount:
            yield phrase(
                mark("need {need} has {count} of at least {least}"),
                need=need.id,
                count=filled,
                least=need.min_headcount,
            )


def _gaps(
    case: Case, phase: Phase, running: Mapping[str, Sequence[Served]]
) -> Iterator[Fact]:
    start = min(each.term.start for each in running[phase.id])
    for code in phase.after:
        earlier = named(case.scenario.phase[code])
        if code not in running:
            yield phrase(mark("phase {phase} does not run"), phase=earlier)
            continue
        gap = (start - max(each.term.end for each in running[code])).days
        if gap < phase.min_gap:
            yield phrase(
                mark("{days} days after phase {phase} instead of at least {least}"),
                days=gap,
                phase=earlier,
                least=phase.min_gap,
            )
        elif phase.max_gap is not None and gap > phase.max_gap:
            yield phrase(
                mark("{days} days after phase {phase} instead of at most {most}"),
                days=gap,
                phase=earlier,
                most=phase.max_gap,
            )


def studio(case: Case) -> Iterator[Finding]:
    """Check that a studio has one master, and a master one studio."""
    visits = [each for each in case.served if each.need.studio]
    for row in case.scenario.studios:
        masters = {each.person.id for each in visits if each.need.studio == row.id}
        if len(masters) > 1:
            facts: dict[str, Fact] = {
                "subject": named(row),
                "count": len(masters),
                "what": phrase(mark("masters")),
            }
            subjects = (row.id, *sorted(masters))
            yield case.breach("studio", subjects, facts, len(masters) - 1)
    for person, served in case.of_person.items():
        led = {each.need.studio for each in served if each.need.studio}
        if len(led) > 1:
            facts = {
                "subject": person,
                "count": len(led),
                "what": phrase(mark("studios")),
            }
            yield case.breach("studio", (person, *sorted(led)), facts, len(led) - 1)


SYSTEM_CHECKS: Mapping[str, Check] = {
    "cover": cover,
    "handover": handover,
    "phases": phases,
    "studio": studio,
}
"""By rule, the check that yields its findings; their units add up to its measure."""
