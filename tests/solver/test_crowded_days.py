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
    found, here = [], frozenset[int]()
    for come, gone, most in crowded_days(spans, [[each] for each in holders], free):
        assert not come & here
        assert gone <= here
        here = (here | come) - gone
        found.append((here, most))
    assert found == expected


@settings(deadline=None, max_examples=100)
@given(stays=STAYS, places=st.integers(0, 3))
def test_spans_of_several_holders_are_as_many_spans(
    stays: list[tuple[int, int, int]], places: int
) -> None:
    """Stays on the same days, put together, are crowded on the days they are alone."""
    free = [(0, 20, places)]
    spans = [(first, first + length) for first, length, _ in stays]
    holders = [[holder] for _, _, holder in stays]
    together: dict[tuple[int, int], list[int]] = {}
    for span, (holder,) in zip(spans, holders, strict=True):
        together.setdefault(span, []).append(holder)
    merged = list(together)
    alone = list(crowded_days(spans, holders, free))
    joint = list(crowded_days(merged, list(together.values()), free))
    assert len(alone) == len(joint)
    for one, other in zip(alone, joint, strict=True):
        for mine, its in zip(one[:2], other[:2], strict=True):
            assert {spans[i] for i in mine} == {merged[i] for i in its}
