"""Days with too few places for all who may stay: what rows over fixed dates rest on."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.solver.capacity import crowded_days

STAYS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(1, 8), st.integers(0, 2)), max_size=8
)
"""First day, length and holder."""

CUTS = st.sets(st.integers(1, 19), max_size=4)
"""Days on which the number of free places changes."""

PLACES = st.lists(st.integers(0, 3), min_size=5, max_size=5)


@settings(deadline=None, max_examples=300)
@given(stays=STAYS, cuts=CUTS, places=PLACES)
def test_the_sets_are_the_largest_of_the_crowded_days(
    stays: list[tuple[int, int, int]], cuts: set[int], places: list[int]
) -> None:
    """In each stretch: of the sets that share a day, the largest that are too many."""
    spans = [(first, first + length) for first, length, _ in stays]
    holders = [holder for _, _, holder in stays]
    stretches = list(pairwise(sorted({0, 20} | cuts)))
    free = [
        (start, end, most)
        for (start, end), most in zip(stretches, places, strict=False)
    ]
    expected = []
    for start, end, most in free:
        days = [
            frozenset(i for i, (first, last) in enumerate(spans) if first <= day < last)
            for day in range(start, end)
        ]
        largest = dict.fromkeys(
            each for each in days if not any(each < other for other in days)
        )
        expected += [
            (each, most) for each in largest if len({holders[i] for i in each}) > most
        ]
    assert list(crowded_days(spans, holders, free)) == expected
