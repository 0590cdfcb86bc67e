"""The table of supply against demand, counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import builders as b
import pytest

from matcher.foresight import SupplyRow, foresee
from matcher.scenario.base import LockKind
from matcher.scenario.conditions import Lock
from matcher.scenario.undertakings import Leaver
from matcher.timeline import Window

if TYPE_CHECKING:
    from matcher.scenario.entities import Need

MARCH, APRIL = date(2023, 3, 1), date(2023, 4, 1)
SIXTY = Window(b.day(0), b.day(61))
"""March and April."""


def row(**changes: object) -> tuple[SupplyRow, ...]:
    """Return the rows of a world of two months with one need and given changes."""
    tables: dict[str, object] = {
        "horizon": SIXTY,
        "people": (b.person("A", windows=(SIXTY,)),),
    }
    return foresee(b.scenario(**tables | changes)).supply


def test_a_cell_is_a_specialty_level_area_and_month() -> None:
    """A need counts under what it asks, with its least headcount."""
    (only,) = row(needs=(b.need("n1", level=2, min_headcount=2, max_headcount=3),))
    assert (only.specialty, only.family, only.level) == ("S1", "F", 2)
    assert (only.area, only.month) == ("X1", MARCH)
    assert (only.demand, only.must, only.supply) == (2, 0, 1)
    assert only.pressure == 2


@pytest.mark.parametrize(
    ("first", "last", "shortest", "must"),
    [
        (0, 60, 10, {MARCH: 0, APRIL: 0}),
        (20, 40, 15, {MARCH: 1, APRIL: 1}),
        (0, 40, 25, {MARCH: 1, APRIL: 0}),
        (0, 60, 61, {MARCH: 1, APRIL: 1}),
    ],
)
def test_must_is_what_every_term_holds(
    first: int, last: int, shortest: int, must: dict[date, int]
) -> None:
    """A month counts as must if no term of the need can avoid it."""
    asked = b.need(
        "n1",
        first_day=b.day(first),
        last_day=b.day(last),
        shortest=shortest,
        longest=61,
    )
    rows = {each.month: each for each in row(needs=(asked,))}
    assert {month: each.must for month, each in rows.items()} == must
    assert all(each.demand == 1 for each in rows.values())


def test_due_are_the_posts_of_one_day() -> None:
    """Two short needs of one month, one after the other, are one post on duty."""

    def asked(code: str, first: int) -> Need:
        return b.need(
            code, first_day=b.day(first), last_day=b.day(first + 2), shortest=3
        )

    for second, must in ((3, 1), (2, 2)):
        (only,) = row(needs=(asked("n1", 0), asked("n2", second)))
        assert (only.demand, only.must, only.supply) == (2, must, 1)


@pytest.mark.parametrize("rule", ["duration", "one-place"])
@pytest.mark.parametrize("mode", ["strict", "soft"])
def test_what_may_give_way_binds_no_day(rule: str, mode: str) -> None:
    """Nothing is due where terms may be shorter, or one person be in two places."""
    asked = b.need("n1", shortest=10, longest=10, last_day=b.day(9))
    policy = b.rules(**{rule.replace("-", "_"): mode})
    (only,) = row(needs=(asked,), policy=policy)
    assert only.must == (mode == "strict")


def test_a_chain_is_one_post_at_a_time() -> None:
    """Two holders who cover a post are due one at a time, behind the leaver."""
    leaver = Leaver(need="n1", person="L", last_day=b.day(30))
    asked = b.need(
        "n1", cover=True, min_headcount=2, max_headcount=2, last_day=b.day(60)
    )
    for leavers, must in (
        ((), {MARCH: 1, APRIL: 1}),
        ((leaver,), {MARCH: 0, APRIL: 1}),
    ):
        rows = row(needs=(asked,), leavers=leavers)
        assert {each.month: each.must for each in rows} == must


def test_who_is_dispatched_counts() -> None:
    """Somebody on the way serves, whatever the rules say of it."""
    lock = Lock(id="L", kind=LockKind.DISPATCHED, person="A", target="n1")
    needs = (b.need("n1", level=5),)
    for locks, supply in (((), 0), ((lock,), 1)):
        assert [each.supply for each in row(needs=needs, locks=locks)] == [supply]


def test_cover_must_be_kept_in_every_month() -> None:
    """Where someone is on post throughout, every month of the window is a must."""
    asked = b.need("n1", cover=True, last_day=b.day(60), longest=61, max_headcount=9)
    assert [each.must for each in row(needs=(asked,))] == [1, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"level": 1},
        {"specialties": ("T1",)},
        {"unit": "XV"},
        {"consents": ("TO_NANJING",)},
        {"consent_areas": ("X2",)},
        {"health": "pending"},
        {"max_assignments": 0},
        {"windows": (b.days(31, 61),)},
        {"windows": ()},
    ],
)
def test_who_does_not_count(changes: dict[str, object]) -> None:
    """Whoever a strict rule keeps out, or who is not free then, is no supply."""
    people = (b.person("A", windows=(SIXTY,)), b.person("B", windows=(SIXTY,)))
    other = b.person("B", **{"windows": (SIXTY,), **changes})
    needs = (b.need("n1", level=2),)
    assert row(needs=needs, people=people)[0].supply == 2
    assert row(needs=needs, people=(people[0], other))[0].supply == 1


def test_a_person_counts_in_every_cell() -> None:
    """Two cells may count on the same person, so rows must not be added up."""
    needs = (b.need("n1"), b.need("n2", unit="XV"))
    assert [each.supply for each in row(needs=needs)] == [1, 1]


def test_the_worst_rows_come_first() -> None:
    """First what must be done per person, then what may be."""
    needs = (
        b.need("n1", shortest=1, longest=1, last_day=b.day(9), min_headcount=1),
        b.need("n2", unit="XV", shortest=9, longest=9, last_day=b.day(9)),
        b.need("n3", specialty="T1", shortest=1, longest=1),
    )
    rows = row(needs=needs)
    assert [(each.area, each.specialty) for each in rows] == [
        ("X2", "S1"),
        ("X1", "T1"),
        ("X1", "S1"),
    ]
