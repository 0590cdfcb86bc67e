"""Several plans side by side, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.comparison.changes import Change, scenario_changes
from matcher.comparison.outcomes import (
    AreaOutcome,
    CauseOutcome,
    PersonOutcome,
    ProgrammeOutcome,
    RungOutcome,
    area_outcomes,
    cause_outcomes,
    person_outcomes,
    programme_outcomes,
    rung_outcomes,
)
from matcher.comparison.shifts import Shift, shifts
from matcher.comparison.solved import Solved
from matcher.comparison.told import Notice, notices

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Comparison:
    """
    What several plans reach; a tuple in a row has one value for each plan.

    Parameters
    ----------
    plans
        The plans with their scenarios; the first is the measure of the others.
    rungs
        In the order of the ladder.
    areas
        The worst-off first.
    programmes
        By code.
    causes
        Why posts stay empty.
    people
        Whose wishes are not met everywhere, the worst-off first.
    shifts
        Who moves, from the first plan to each of the others.
    changes
        What differs between the scenarios, from the first to each of the others.
    told
        Who is told if one of the others takes the place of the first.
    """

    plans: tuple[Solved, ...]
    rungs: tuple[RungOutcome, ...]
    areas: tuple[AreaOutcome, ...]
    programmes: tuple[ProgrammeOutcome, ...]
    causes: tuple[CauseOutcome, ...]
    people: tuple[PersonOutcome, ...]
    shifts: tuple[tuple[Shift, ...], ...]
    changes: tuple[tuple[Change, ...], ...]
    told: tuple[tuple[Notice, ...], ...]

    @property
    def findings(self) -> int:
        """How many things the judge finds wrong in all plans together."""
        return sum(len(each.audit.findings) for each in self.plans)


def compare(plans: Sequence[Solved]) -> Comparison:
    """
    Return the plans side by side.

    Parameters
    ----------
    plans
        At least one; the first is the measure of the others.
    """
    first, *others = plans
    moved = tuple(shifts(first.plan, each.plan) for each in others)
    return Comparison(
        plans=tuple(plans),
        rungs=tuple(rung_outcomes(plans)),
        areas=tuple(area_outcomes(plans)),
        programmes=tuple(programme_outcomes(plans)),
        causes=tuple(cause_outcomes(plans)),
        people=tuple(person_outcomes(plans)),
        shifts=moved,
        changes=tuple(
            scenario_changes(first.scenario, each.scenario) for each in others
        ),
        told=tuple(
            notices(first, each, listed)
            for each, listed in zip(others, moved, strict=True)
        ),
    )
