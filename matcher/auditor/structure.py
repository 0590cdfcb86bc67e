"""What holds for the assignments of every plan, whatever the policy says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.auditor.case import readable
from matcher.auditor.finding import Finding
from matcher.auditor.wording import Fact, phrase
from matcher.language import mark
from matcher.timeline import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.plan import Assignment
    from matcher.scenario import Scenario


def structural_faults(
    scenario: Scenario, assignments: Sequence[Assignment]
) -> Iterator[Finding]:
    """Yield what makes the assignments no plan of this scenario at all."""
    for assignment in assignments:
        faults = _known if readable(scenario, assignment) else _unreadable
        for fault in faults(scenario, assignment):
            yield fault_of(fault, assignment.person, assignment.need)
    yield from _repeated(assignments)
    yield from _overfull(scenario, assignments)


def fault_of(fault: Fact, *subjects: str) -> Finding:
    """Return the finding that there is a fault of structure in these subjects."""
    facts: dict[str, Fact] = {"subject": " → ".join(subjects), "fault": fault}
    return Finding("structure", facts, subjects)


def _unreadable(scenario: Scenario, assignment: Assignment) -> Iterator[Fact]:
    if assignment.person not in scenario.person:
        yield phrase(mark("the scenario does not know the person"))
    if assignment.need not in scenario.need:
        yield phrase(mark("the scenario does not know the need"))
    if assignment.end <= assignment.start:
        yield phrase(mark("the term has no day"))


def _known(scenario: Scenario, assignment: Assignment) -> Iterator[Fact]:
    need = scenario.need[assignment.need]
    arrival = assignment.start - scenario.acclimatisation_days(need) * DAY
    copies: tuple[tuple[str, object, object], ...] = (
        (mark("programme"), assignment.programme, need.programme),
        (mark("unit"), assignment.unit, need.unit),
        (mark("arrival"), assignment.arrival, arrival),
    )
    for name, said, found in copies:
        if said != found:
            yield phrase(
                mark("{name} is said to be {said}, but is {found}"),
                name=phrase(name),
                said=str(said),
                found=str(found),
            )
    if not scenario.horizon.holds(assignment.term):
        yield phrase(
            mark("the term {term} leaves the horizon {horizon}"),
            term=str(assignment.term),
            horizon=str(scenario.horizon),
        )


def _repeated(assignments: Sequence[Assignment]) -> Iterator[Finding]:
    times = Counter((each.person, each.need) for each in assignments)
    for (person, need), count in times.items():
        if count > 1:
            fault = phrase(mark("assigned {count} times"), count=count)
            yield fault_of(fault, person, need)


def _overfull(
    scenario: Scenario, assignments: Sequence[Assignment]
) -> Iterator[Finding]:
    filled = Counter(each.need for each in assignments)
    for need in scenario.needs:
        if filled[need.id] > need.max_headcount:
            fault = phrase(
                mark("{count} assignments for {posts} posts"),
                count=filled[need.id],
                posts=need.max_headcount,
            )
            yield fault_of(fault, need.id)
