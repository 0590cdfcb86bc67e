"""
The roster after people fell ill: what is assigned stays, open shifts are filled.

What is kept may overlap for one employee, so that it cannot be a plan; it is what
people are bound to already, with targets that are less by the days of it. New shifts
of one person must not overlap, and for no shift may two of them meet it. Shifts that
meet, or that one shift meets, fall into blocks of which each employee can have one: a
block is a stretch of days, and between blocks lie more days than the rest asks for.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from benchmarks.instances import ground, roster
from benchmarks.instances.checking import UnfitError, must
from benchmarks.instances.minizinc import read_data
from matcher.scenario import RulePolicy
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from benchmarks.instances.checking import Sent
    from matcher.scenario import Scenario

Term = tuple[int, int]


def read(path: Path) -> Scenario:
    """
    Return the instance as a scenario.

    Parameters
    ----------
    path
        A data file of the MiniZinc challenge.

    Raises
    ------
    UnfitError
        If an employee could have two shifts of one block: no rule says so.
    """
    data = read_data(path)
    kept = _kept(data)
    shifts, blocks, rest = _laid_out(roster.terms(data))
    end = max(stop for _, stop in shifts)
    people, commitments = [], []
    for who, contract in enumerate(data["contract"]):
        if not data["employee_expertises"][who]:
            continue
        mine = [shift for one, shift in kept if one == who]
        worked = sum(shifts[each][1] - shifts[each][0] for each in mine)
        people.append(
            ground.person(
                who,
                (ground.horizon(end),),
                roster.skills(data["employee_expertises"][who]),
                target_days=max(0, contract - worked),
            )
        )
        commitments += [
            Commitment(
                person=ground.code("p", who),
                first_day=ground.day(start),
                last_day=ground.day(stop - 1),
                reason="assigned before",
            )
            for start, stop in sorted({blocks[each] for each in mine})
        ]
    filled = {shift for _, shift in kept}
    needs = [
        ground.need(ground.code("n", shift), roster.skill(wanted), shifts[shift])
        for shift, wanted in enumerate(data["req_expertise"])
        if shift not in filled
    ]
    return ground.scenario(
        path.stem,
        end,
        roster.GOALS,
        {"one-place": RulePolicy(parameters={"rest_days": rest})},
        specialties=roster.specialties(data),
        people=people,
        commitments=commitments,
        needs=needs,
    )


def value(path: Path, sent: Sequence[Sent]) -> float:
    """Return covered shifts, weighted, less all distances from the contracts."""
    data = read_data(path)
    terms, kept = roster.terms(data), _kept(data)
    roster.qualified(data, sent)
    new = [(ground.number(s.person), ground.number(s.need)) for s in sent]
    shifts = [shift for _, shift in (*kept, *new)]
    must(len(set(shifts)) == len(shifts), "a shift has two people")
    for each, (_, shift) in zip(sent, new, strict=True):
        length = terms[shift][1] - terms[shift][0]
        must(each.end - each.start == length, f"{each.need} has another length")
    worked = _worked(data, (*kept, *new))
    for who in worked:
        _no_new_meeting(
            [terms[shift] for one, shift in kept if one == who],
            [terms[shift] for one, shift in new if one == who],
            terms,
        )
    return roster.score(data, len(shifts), worked)


def bound(path: Path, bounds: Mapping[str, int]) -> float | None:
    """Return what no lexicographic solution exceeds."""
    if not {"coverage", "workload"} <= bounds.keys():
        return None
    data = read_data(path)
    kept = _kept(data)
    worked = _worked(data, kept)
    # A target cannot be below 0 days; what is beyond the contract stays beyond it.
    # Who can do nothing is not among the people and stays as far away.
    fixed = sum(
        max(0, worked[who] - contract) if held else abs(worked[who] - contract)
        for who, (held, contract) in enumerate(
            zip(data["employee_expertises"], data["contract"], strict=True)
        )
    )
    covered = len(kept) + bounds["coverage"]
    return float(roster.weight(data) * covered - bounds["workload"] - fixed)


def _kept(data: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Return employee and shift of each assignment that must be kept."""
    return [
        (who, shift)
        for who, row in enumerate(data["is_assigned"])
        for shift, assigned in enumerate(row)
        if assigned
    ]


def _worked(
    data: Mapping[str, Any], assigned: Iterable[tuple[int, int]]
) -> dict[int, int]:
    """Return how long each employee works in the shifts that are assigned."""
    terms = roster.terms(data)
    worked = dict.fromkeys(range(len(data["contract"])), 0)
    for who, shift in assigned:
        worked[who] += terms[shift][1] - terms[shift][0]
    return worked


def _no_new_meeting(
    kept: Sequence[Term], new: Sequence[Term], shifts: Iterable[Term]
) -> None:
    """Ask that new shifts of a person meet neither each other nor too much."""
    for one, other in combinations(new, 2):
        must(not _meet(one, other), "new shifts of one person overlap")
    for shift in set(shifts):
        before = sum(_meet(each, shift) for each in kept)
        now = before + sum(_meet(each, shift) for each in new)
        must(now <= max(1, before), "a person has too many shifts at once")


def _meet(one: Term, other: Term) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _laid_out(shifts: Sequence[Term]) -> tuple[list[Term], list[Term], int]:
    """
    Return the shifts with days of rest between blocks, their blocks, and the rest.

    Times have no meaning but for what meets, so that blocks can be moved apart.
    """
    blocks = list(_blocks(shifts))
    rest = max(stop - start for start, stop in blocks)
    laid: dict[Term, tuple[Term, Term]] = {}
    for number, (start, stop) in enumerate(blocks):
        later = number * rest
        for shift in shifts:
            if start <= shift[0] < stop:
                moved = shift[0] + later, shift[1] + later
                laid[shift] = moved, (start + later, stop + later)
    return (
        [laid[shift][0] for shift in shifts],
        [laid[shift][1] for shift in shifts],
        rest,
    )


def _blocks(shifts: Sequence[Term]) -> Iterator[Term]:
    """Yield the stretches of shifts of which nobody can have two, in order."""
    reach = {
        each: max(other[1] for other in shifts if _meet(each, other)) for each in shifts
    }
    left = sorted(set(shifts))
    while left:
        block = [left.pop(0)]
        # Who begins before another's reach meets it, or a shift that meets both.
        while left and left[0][0] < max(reach[each] for each in block):
            block.append(left.pop(0))
        last = max(start for start, _ in block)
        if any(reach[each] <= last for each in block):
            raise UnfitError("an employee could have two shifts of one block")
        yield min(block)[0], max(stop for _, stop in block)
