"""Stays of one person that can never be apart, in large groups."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from matcher.eligibility import Candidate
from matcher.eligibility.terms import Terms
from matcher.solver.choice import Choice
from matcher.solver.cliques import cliques

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FAMILIES = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 4), st.integers(1, 5), st.integers(0, 2)
    ),
    max_size=7,
)
"""First start, further starts, shortest term, further days of it."""


def choices_of(
    families: Sequence[tuple[int, int, int, int]], lead: int
) -> list[Choice]:
    """Return a person's choices, each of another need, with any of these terms."""
    model = cp_model.CpModel()
    return [
        Choice(
            model,
            Candidate(
                "A",
                f"n{number}",
                lead,
                Terms(
                    starts=((first, first + slack),),
                    lasts=((first + least - 1, first + slack + least + more - 1),),
                    shortest=least,
                    longest=least + more,
                ),
            ),
            alone=True,
        )
        for number, (first, slack, least, more) in enumerate(families)
    ]


def stays(choice: Choice) -> Iterator[tuple[int, int]]:
    """Yield every stay of a choice, as half-open days."""
    family = choice.candidate.terms
    for start in range(family.first_start, family.last_start + 1):
        for end in range(start + 1, family.last_end + 1):
            if family.hold(start, end):
                yield start - choice.candidate.lead, end


def never_apart(one: Choice, other: Choice, gap: int) -> bool:
    """Return whether two choices conflict, whatever their days."""
    return not any(
        left[1] + gap <= right[0] or right[1] + gap <= left[0]
        for left, right in product(stays(one), stays(other))
    )


@settings(max_examples=300, derandomize=True, deadline=None)
@given(FAMILIES, st.integers(0, 2), st.integers(0, 2))
def test_groups_hold_every_conflict_and_nothing_else(
    families: list[tuple[int, int, int, int]], lead: int, gap: int
) -> None:
    """Each choice is in some; of groups without free dates none is within another."""
    choices = choices_of(families, lead)
    groups = [
        {choices.index(each) for each in group} for group in cliques(choices, gap)
    ]
    conflicts = {
        (one, other)
        for one, other in combinations(range(len(choices)), 2)
        if never_apart(choices[one], choices[other], gap)
    }

    assert {pair for group in groups for pair in combinations(sorted(group), 2)} == (
        conflicts
    )
    assert {each for group in groups for each in group} == set(range(len(choices)))
    firm = [
        group
        for group in groups
        if all(never_apart(choices[each], choices[each], gap) for each in group)
    ]
    assert not any(one <= other for one, other in permutations(firm, 2))
