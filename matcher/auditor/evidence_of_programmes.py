"""The figures that show what people are sent for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.auditor.goals import benefiting_area, in_its_counting
from matcher.auditor.handovers import handovers_of
from matcher.auditor.provision_fact import fact
from matcher.auditor.system_rules import uncovered
from matcher.auditor.systems import (
    delegations_of,
    phases_of,
    raised,
    sessions_of,
    studios_of,
)
from matcher.language import mark
from matcher.scenario.base import City, Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from matcher.auditor.case import Case, Served
    from matcher.auditor.records import ProvisionFact
    from matcher.auditor.wording import Fact
    from matcher.scenario.entities import Need, Programme
    from matcher.scenario.undertakings import Provision


def programme(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the people of the row's programmes, with hosts, areas and terms."""
    rows, served = _of_row(case, row)
    target = _target(rows)
    wanted = target if row.wanted is None else row.wanted
    counted = sum(in_its_counting(each, case.counted(each)) for each in rows)
    yield fact(mark("People or postings planned"), _planned(case, rows), wanted)
    yield fact(mark("Counted toward the agreement by its date"), counted, target)
    yield fact(mark("Hosts"), len({each.host.id for each in served}))
    areas = {benefiting_area(each).id for each in served}
    yield fact(mark("Areas of Xining that gain"), len(areas))
    if served:
        lengths = [each.term.days for each in served]
        yield fact(mark("Shortest term in days"), min(lengths))
        yield fact(mark("Longest term in days"), max(lengths))
    paired = [each for each in served if each.programme.paired]
    if paired:
        bound = sum(_is_paired(each) for each in paired)
        yield fact(mark("Assignments between paired sides"), bound, len(paired))


def _of_row(case: Case, row: Provision) -> tuple[list[Programme], list[Served]]:
    """Return the programmes that name the row as their source, and who is sent."""
    rows = [each for each in case.scenario.programmes if each.source == row.id]
    codes = {each.id for each in rows}
    return rows, [each for each in case.served if each.programme.id in codes]


def _needs_of_row(case: Case, row: Provision) -> list[Need]:
    codes = {each.id for each in _of_row(case, row)[0]}
    return [need for need in case.scenario.needs if need.programme in codes]


def _planned(case: Case, rows: Sequence[Programme]) -> int:
    by_programme = case.by(lambda each: each.programme.id)
    return sum(in_its_counting(each, by_programme.get(each.id, [])) for each in rows)


def _target(rows: Sequence[Programme]) -> int | None:
    """Return the targets of the programmes together, if any has one."""
    targets = [each.target for each in rows if each.target is not None]
    return sum(targets) if targets else None


def _is_paired(each: Served) -> bool:
    bound = each.scenario.bound
    areas, units = (each.home.area, each.host.area), (each.home.id, each.host.id)
    return areas in bound or units in bound


def mentoring(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield what shows the row's programmes, and whom their people raise."""
    yield from programme(case, row)
    _rows, served = _of_row(case, row)
    holders = {each.subjects for each in served}
    count = sum((each.person, each.need) in holders for each in case.mentorships)
    least = sum(case.scenario.mentees(each.need)[0] for each in served)
    yield fact(mark("Mentorships"), count, max(1, least))
    yield fact(mark("Local staff raised"), len(raised(case, served)), 1)


def studio(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the studios with their masters, visits and members."""
    studios = studios_of(case)
    wanted = max(1, len(studios)) if row.wanted is None else row.wanted
    with_master = sum(len(each.masters) > 0 for each in studios)
    members = {code for each in case.scenario.studios for code in each.members}
    visits = [visit for each in studios for visit in each.visits]
    learning = {code for visit in visits for code in visit.members}
    asked = sum(each.wanted for each in studios)
    yield fact(mark("Studios with a master"), with_master, wanted)
    yield fact(mark("Working visits"), len(visits), asked)
    yield fact(mark("Members who learn"), len(learning), len(members))
    codes = {each.id for each in _of_row(case, row)[0]}
    if codes & case.scenario.events.keys():
        yield from sessions_held(case, codes)


def sessions_held(case: Case, programmes: AbstractSet[str]) -> Iterator[ProvisionFact]:
    """
    Yield the sessions of programmes that are held, and who hears one.

    Parameters
    ----------
    case
        What is judged.
    programmes
        Codes of the programmes.
    """
    talks = {s.id for s in case.scenario.sessions if s.programme in programmes}
    held = [each for each in sessions_of(case) if each.session in talks and each.slot]
    groups = {d.id for d in case.scenario.delegations if d.programme in programmes}
    seated = [each for each in delegations_of(case) if each.delegation in groups]
    yield fact(mark("Sessions held"), len(held), max(1, len(talks)))
    audience = sum(each.heard for each in seated)
    size = sum(each.size for each in seated)
    yield fact(mark("Participants who hear a session"), audience, size)


def phases(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the phases of the row's programmes and those who take over."""
    needs = _needs_of_row(case, row)
    codes = {need.phase for need in needs if need.phase}
    found = [each for each in phases_of(case) if each.phase in codes]
    running = sum(each.days is not None for each in found)
    wanted = max(1, len(found)) if row.wanted is None else row.wanted
    yield fact(mark("Phases that run"), running, wanted)
    posts = sum(need.min_headcount for need in needs if need.phase)
    filled = sum(each.filled for each in found)
    yield fact(mark("Posts of the phases filled"), filled, posts)
    local = [need.id for need in needs if need.phase and need.successor_unit]
    ready = {each.need for each in case.mentorships} & set(local)
    if local:
        label = mark("Tasks that local staff learn to take over")
        yield fact(label, len(ready), len(local))


def handover(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield how the posts of the row's programmes change hands."""
    needs = {need.id: need for need in _needs_of_row(case, row)}
    due = [
        each
        for each in handovers_of(case)
        if each.need in needs and each.kind != "local"
    ]
    fits = sum(each.fits for each in due)
    yield fact(mark("Handovers as asked for"), fits, max(1, len(due)))
    left = [each.need for each in case.scenario.leavers if each.need in needs]
    succeeded = sum(code in case.of_need for code in left)
    yield fact(
        mark("Leavers of the plan before with a successor"), succeeded, len(left)
    )
    covered = [days for need, days in uncovered(case) if need.id in needs]
    if covered:
        gapless = sum(not days for days in covered)
        yield fact(mark("Posts with someone throughout"), gapless, len(covered))


def exchange(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield what moves each way, and how much of what is asked for is met."""
    programmes, needs = case.scenario.programmes, case.scenario.needs
    if row.wanted is not None:
        everybody = _planned(case, programmes)
        yield fact(mark("People or postings both ways"), everybody, row.wanted)
    for way, label in (
        (Direction.TO_XINING, mark("People or postings to Xining")),
        (Direction.TO_NANJING, mark("People or postings to Nanjing")),
    ):
        rows = [each for each in programmes if each.direction is way]
        yield fact(label, _planned(case, rows), _target(rows) or 1)
    yield posts(case, mark("Posts filled"), needs)


def posts(
    case: Case, label: str, needs: Sequence[Need], **facts: Fact
) -> ProvisionFact:
    """
    Return how many of the posts that needs ask for at least are filled.

    Parameters
    ----------
    case
        What is judged.
    label
        What is counted: a marked text.
    needs
        Whose posts are counted.
    facts
        The value of each placeholder of the label, by its name.
    """
    filled = sum(
        min(need.min_headcount, len(case.of_need.get(need.id, []))) for need in needs
    )
    return fact(label, filled, sum(need.min_headcount for need in needs), **facts)


def scope(case: Case, row: Provision) -> Iterator[ProvisionFact]:
    """Yield the areas of Xining that take part, and what leaves the pairings."""
    areas = {
        area.id
        for area in case.scenario.areas
        if area.city is City.XINING and area.in_fairness
    }
    there = {benefiting_area(each).id for each in case.served} & areas
    bound = {code for pair in case.scenario.bound for code in pair}
    wanted = len(areas) if row.wanted is None else row.wanted
    yield fact(mark("Areas of Xining that take part"), len(there), wanted)
    yield fact(mark("Of them without a pairing"), len(there - bound))
    outside = sum(not _is_paired(each) for each in case.served)
    yield fact(mark("Assignments outside the pairings"), outside)
