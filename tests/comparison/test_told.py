"""Who is told when one plan takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import leader, need, person, plan, post, scenario, site

from matcher.comparison import compare, judged
from matcher.plan import Arrangements, Assignment, Bed, Link, Mentorship, Roster

if TYPE_CHECKING:
    from matcher.scenario import Scenario

WORLD = scenario(
    people=(
        person("A"),
        person("B", unit="NV"),
        person("M", unit="XU", mentee=True),
    ),
    needs=(need("n1"), need("n2"), need("n3", unit="XV")),
    leaders=(leader("L1"), leader("L2")),
    housing=(site("H"), site("I")),
)

FIRST = post(WORLD, "A", "n1", 0, 3)


def told(
    world: Scenario,
    before: tuple[Assignment, ...],
    after: tuple[Assignment, ...],
    arranged: tuple[Arrangements, Arrangements] = (Arrangements(), Arrangements()),
) -> list[tuple[str, str, dict[str, tuple[str, ...]]]]:
    """Return who is told what when the second plan takes the place of the first."""
    plans = (
        judged(
            name,
            world,
            plan(world, *posts).model_copy(update={"arrangements": arrangements}),
        )
        for name, posts, arrangements in zip(
            ("one", "two"), (before, after), arranged, strict=True
        )
    )
    (found,) = compare(list(plans)).told
    return [(each.audience, each.code, dict(each.about)) for each in found]


def test_nothing_changes_nobody_is_told() -> None:
    """The same plan twice needs no letter."""
    assert told(WORLD, (FIRST,), (FIRST,)) == []


def test_who_goes_as_well_is_told_with_both_units() -> None:
    """A new assignment is news to the person, the releasing unit and the host."""
    assert told(WORLD, (), (FIRST,)) == [
        ("unit", "NU", {"releases": ("A",)}),
        ("unit", "XU", {"receives": ("A",)}),
        ("person", "A", {"goes": ("A",)}),
    ]


def test_who_stays_is_told_with_both_units() -> None:
    """So is one that falls away."""
    assert told(WORLD, (FIRST,), ()) == [
        ("unit", "NU", {"keeps": ("A",)}),
        ("unit", "XU", {"loses": ("A",)}),
        ("person", "A", {"stays": ("A",)}),
    ]


def test_another_host_is_told_and_so_is_the_first() -> None:
    """One host loses, the other receives; the unit releases otherwise."""
    assert told(WORLD, (FIRST,), (post(WORLD, "A", "n3", 0, 3),)) == [
        ("unit", "NU", {"releases-otherwise": ("A",)}),
        ("unit", "XU", {"loses": ("A",)}),
        ("unit", "XV", {"receives": ("A",)}),
        ("person", "A", {"goes-otherwise": ("A",)}),
    ]


def test_other_days_at_the_same_host_are_told() -> None:
    """Other dates are no new guest."""
    found = told(WORLD, (FIRST,), (post(WORLD, "A", "n1", 4, 7),))
    assert ("unit", "XU", {"receives-otherwise": ("A",)}) in found


def test_learners_leaders_and_sites_are_told() -> None:
    """Without any move, another mentor, leader or site is news to those it concerns."""
    posts = FIRST, post(WORLD, "B", "n2", 0, 3)
    before = Arrangements(
        mentorships=(Mentorship(person="A", need="n1", mentee="M"),),
        links=(Link(person="A", need="n1", leader="L1"),),
        beds=(Bed(person="A", need="n1", site="H", number=1),),
    )
    after = Arrangements(
        mentorships=(Mentorship(person="B", need="n2", mentee="M"),),
        links=(Link(person="A", need="n1", leader="L2"),),
        beds=(Bed(person="A", need="n1", site="I", number=1),),
    )
    assert told(WORLD, posts, posts, (before, after)) == [
        ("person", "A", {"leader": ("L1", "L2"), "bed": ("A",)}),
        ("person", "M", {"mentor": ("A", "B")}),
        ("leader", "L1", {"guests": ("A",)}),
        ("leader", "L2", {"guests": ("A",)}),
    ]


def test_another_bed_of_the_same_site_is_no_news() -> None:
    """Numbers of beds are given out on arrival."""
    beds = (
        Arrangements(beds=(Bed(person="A", need="n1", site="H", number=number),))
        for number in (1, 2)
    )
    one, two = beds
    assert told(WORLD, (FIRST,), (FIRST,), (one, two)) == []


def test_who_goes_for_the_first_time_is_told_so_once() -> None:
    """A leader and a site of one's own are part of going."""
    after = Arrangements(
        links=(Link(person="A", need="n1", leader="L1"),),
        beds=(Bed(person="A", need="n1", site="H", number=1),),
    )
    found = told(WORLD, (), (FIRST,), (Arrangements(), after))
    assert ("person", "A", {"goes": ("A",)}) in found
    assert ("leader", "L1", {"guests": ("A",)}) in found


def test_speakers_are_told_of_another_session() -> None:
    """Another slot or room is news to the speaker."""
    rosters = (
        Arrangements(
            rosters=(Roster(session="k", slot=slot, room="r", speakers=("A",)),)
        )
        for slot in ("t1", "t2")
    )
    one, two = rosters
    assert told(WORLD, (FIRST,), (FIRST,), (one, two)) == [
        ("person", "A", {"session": ("A",)})
    ]


def test_a_person_whom_no_scenario_knows_is_told_alone() -> None:
    """A faulty plan leads to no unit of nobody."""
    stranger = FIRST.model_copy(update={"person": "Z"})
    found = told(WORLD, (), (stranger,))
    assert [each[:2] for each in found] == [("unit", "XU"), ("person", "Z")]
