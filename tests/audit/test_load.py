"""The load of places month by month, counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import builders as b

from matcher.auditor import audit
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from matcher.auditor.load import LoadFigures

MARCH = date(2023, 3, 1)


def load(*posts: tuple[str, str, int, int], **changes: object) -> list[LoadFigures]:
    """Return the load of a plan with these assignments."""
    tables: dict[str, object] = {
        "people": (b.person("A"), b.person("B")),
        "needs": (b.need("n1"), b.need("n2")),
    }
    world = b.scenario(**tables | changes)
    decided = b.plan(world, *(b.post(world, *each) for each in posts))
    return list(audit(world, decided).figures.load)


def test_a_month_counts_its_fullest_day() -> None:
    """Two guests who never meet are one on the fullest day, who meet are two."""
    for second, most in ((5, 1), (2, 2)):
        found = load(("A", "n1", 0, 4), ("B", "n2", second, second + 4))
        assert [(each.kind, each.code, each.months) for each in found] == [
            ("host", "XU", ((MARCH, most),)),
            ("releasing", "NU", ((MARCH, most),)),
        ]


def test_caps_are_told() -> None:
    """A host's cap, a unit's release cap and the beds of a site stand beside."""
    units = (
        b.unit("NU", "N1", release_cap=3),
        b.unit("XU", "X1", host_cap=4, housing="H"),
    )
    site = b.site("H", beds_female=5, beds_male=1)
    found = load(("A", "n1", 0, 4), units=units, housing=(site,))
    assert [(each.kind, each.cap) for each in found] == [
        ("host", 4),
        ("site", 6),
        ("releasing", 3),
    ]


def test_other_commitments_are_away_too() -> None:
    """On a day with a stay, a colleague bound elsewhere counts for the unit."""
    bound = Commitment(person="B", first_day=b.day(1), last_day=b.day(2))
    found = load(("A", "n1", 0, 4), commitments=(bound,))
    assert found[-1].months == ((MARCH, 2),)
    assert found[0].months == ((MARCH, 1),)


def test_places_without_anybody_are_left_out() -> None:
    """An empty plan loads no place."""
    assert load() == []
