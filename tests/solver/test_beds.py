"""Beds of a settled plan: each guest keeps one, and nobody shares."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import builders as b
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.solver.beds import beds

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Scenario

STAYS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 6)).map(
        lambda stay: (stay[0], min(10, stay[0] + stay[1]))
    ),
    max_size=8,
)


def world(stays: list[tuple[int, int]], count: int, **changes: object) -> Scenario:
    """Return a site with so many beds for women, and a need for each stay."""
    people = tuple(b.person(f"P{number}") for number in range(len(stays)))
    needs = tuple(b.need(f"n{number}") for number in range(len(stays)))
    units = (b.unit("NU", "N1"), b.unit("XU", "X1", housing="H"))
    site = b.site("H", beds_female=count, **changes)
    return b.scenario(
        people=people or (b.person("P0"),),
        needs=needs or (b.need("n0"),),
        units=units,
        housing=(site,),
    )


def guests(scenario: Scenario, stays: list[tuple[int, int]]) -> list[Assignment]:
    """Return one assignment per stay."""
    return [
        b.post(scenario, f"P{number}", f"n{number}", *stay)
        for number, stay in enumerate(stays)
    ]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(STAYS)
def test_as_many_beds_as_guests_on_the_worst_night_suffice(
    stays: list[tuple[int, int]],
) -> None:
    """Everybody keeps one bed throughout, and no bed has two guests in a night."""
    nights = Counter(night for start, end in stays for night in range(start, end))
    most = max(nights.values(), default=0)
    scenario = world(stays, most)
    assignments = guests(scenario, stays)
    found = beds(scenario, assignments)
    stay = {(each.person, each.need): each.stay for each in assignments}

    assert {(bed.person, bed.need) for bed in found} == set(stay)
    assert all(1 <= bed.number <= most for bed in found)
    for one, other in combinations(found, 2):
        if one.number == other.number:
            pair = stay[one.person, one.need], stay[other.person, other.need]
            assert not pair[0].meets(pair[1])


def test_a_guest_too_many_gets_no_bed() -> None:
    """With one bed, the first to arrive has it; the other has none."""
    stays = [(0, 4), (2, 6)]
    scenario = world(stays, 1)

    assert [bed.person for bed in beds(scenario, guests(scenario, stays))] == ["P0"]


def test_no_bed_is_given_outside_the_lease() -> None:
    """A stay that leaves the lease has no bed, one inside has."""
    stays = [(0, 4), (5, 9)]
    scenario = world(stays, 2, first_day=b.day(5))

    assert [bed.person for bed in beds(scenario, guests(scenario, stays))] == ["P1"]


def test_no_beds_are_given_where_housing_is_off() -> None:
    """Who does not look at housing gets no list of beds."""
    scenario = world([(0, 4)], 1).model_copy(update={"policy": b.rules(housing="off")})

    assert beds(scenario, guests(scenario, [(0, 4)])) == ()
