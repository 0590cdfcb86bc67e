"""mentoring: who must raise local staff is given some who are at home then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, days, need, person, post, programme, rules, scenario, studio
from judges import both_allow, both_concede, both_forbid, only_finding, verdict_of

from matcher.plan import Arrangements, Mentorship
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from matcher.scenario import Scenario

LOCAL: dict[str, object] = {"unit": "XU", "mentee": True}


def mentored(mode: str = "strict", **changes: object) -> Scenario:
    """Return a world of two guests of XU, each to raise one or two; M may be raised."""
    tables: dict[str, object] = {
        "policy": rules(mentoring=mode),
        "programmes": (
            programme("IN", mentees_least=1, mentees_most=2),
            programme("OUT", direction="TO_NANJING"),
        ),
        "people": (person("A"), person("B"), person("M", **LOCAL)),
        "needs": (
            need("n1", max_headcount=2),
            need("out", programme="OUT", unit="NU"),
        ),
    }
    return scenario(**(tables | changes))


def staff(**row: object) -> Scenario:
    """Return the world in which only M might be raised, whose row differs in this."""
    return mentored(people=(person("A"), person("M", **(LOCAL | row))))


def may_learn(world: Scenario, *, fine: bool) -> None:
    """Assert what both judges say of A, who can raise nobody but M."""
    guest = post(world, "A", "n1", 0, 3)
    raised = Mentorship(person="A", need="n1", mentee="M")
    arranged = Arrangements(mentorships=(raised,))

    if fine:
        both_allow(world, guest)
    else:
        both_forbid(world, "mentoring", guest)
    assert ("structure" in verdict_of(world, guest, arrangements=arranged)) != fine


def test_one_who_is_at_home_is_enough() -> None:
    """A raises M."""
    world = mentored()

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize(
    ("row", "fine"),
    [
        ({"specialties": ("S1",)}, True),
        ({"specialties": ("T1", "S2")}, True),
        ({"specialties": ("F",)}, True),
        ({"specialties": ("T1",)}, False),
        ({"mentee": False}, False),
        ({"unit": "XV"}, False),
        ({"windows": (days(8, 10),)}, True),  # whoever stays at home can learn
    ],
)
def test_learners_are_staff_of_the_host_and_the_family(
    row: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """Those of the host who are marked, with any specialty of the need's family."""
    world = staff(**row)

    may_learn(world, fine=fine)


@pytest.mark.parametrize(
    ("row", "fine"),
    [
        ({"department": "ward", "specialties": ("T1",)}, True),
        ({"department": "lab", "specialties": ("S1",)}, False),
        ({"department": "ward", "unit": "XV"}, False),
        ({"department": "ward", "mentee": False}, False),
    ],
)
def test_learners_may_be_a_department(
    row: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """The staff of the need's department at the host, whatever their specialty."""
    whole = programme("IN", mentees_least=1, mentees_most=2, mentees_from="department")
    world = mentored(
        programmes=(whole,),
        needs=(need("n1", department="ward"),),
        people=(person("A"), person("M", **(LOCAL | row))),
    )

    may_learn(world, fine=fine)


@pytest.mark.parametrize("learners", ["specialty", "department"])
@pytest.mark.parametrize(
    ("row", "fine"),
    [
        ({"unit": "XV"}, True),
        ({"unit": "XU"}, False),
        ({"unit": "XV", "specialties": ("T1",)}, False),
    ],
)
def test_a_successor_unit_learns_instead_of_the_host(
    learners: str,
    row: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """Its staff are chosen by specialty, also where hosts offer departments."""
    kind = programme("IN", mentees_least=1, mentees_most=2, mentees_from=learners)
    world = mentored(
        programmes=(kind,),
        needs=(need("n1", successor_unit="XV"),),
        people=(person("A"), person("M", **(LOCAL | row))),
    )

    may_learn(world, fine=fine)


@pytest.mark.parametrize(
    ("members", "row", "fine"),
    [
        (("M",), {"unit": "XV", "specialties": ("T1",), "mentee": False}, True),
        ((), {}, False),
    ],
)
def test_a_studio_has_members(
    members: tuple[str, ...],
    row: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """Working visits are for members only, of any specialty and marked or not."""
    world = mentored(
        people=(person("A"), person("M", **(LOCAL | row))),
        needs=(need("n1", studio="k"),),
        studios=(studio("k", members=members),),
    )

    may_learn(world, fine=fine)


def test_nobody_raises_themselves() -> None:
    """A master who is a member learns nothing from the own visit."""
    world = mentored(
        people=(person("A"),),
        needs=(need("n1", studio="k"),),
        studios=(studio("k", members=("A",)),),
    )

    both_forbid(world, "mentoring", post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize(
    ("first", "last", "away", "fine"),
    [
        (2, 4, True, False),
        (3, 4, True, True),
        (2, 4, False, True),
    ],
)
def test_who_is_away_is_not_raised(
    first: int,
    last: int,
    away: bool,  # noqa: FBT001 -- a parameter of the test
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A commitment elsewhere on one day of the term, on the next day, or at home."""
    bound = Commitment(person="M", first_day=day(first), last_day=day(last), away=away)
    world = mentored(commitments=(bound,))

    may_learn(world, fine=fine)


def test_who_is_sent_out_is_not_raised() -> None:
    """M is away for three days, and at home before and after."""
    world = mentored()
    sent = post(world, "M", "out", 3, 6)

    both_allow(world, sent, post(world, "A", "n1", 0, 3))
    both_allow(world, sent, post(world, "A", "n1", 6, 9))
    both_forbid(world, "mentoring", sent, post(world, "A", "n1", 5, 8))


def test_one_is_raised_by_one_at_a_time() -> None:
    """M learns from A and then from B, but not from both on one day."""
    world = mentored()
    first = post(world, "A", "n1", 0, 3)

    both_allow(world, first, post(world, "B", "n1", 3, 6))
    both_forbid(world, "mentoring", first, post(world, "B", "n1", 2, 5))


def test_the_need_asks_for_more_or_none() -> None:
    """The numbers of the need come before those of its programme."""
    two = mentored(needs=(need("n1", mentees_least=2),))
    none = mentored(
        needs=(need("n1", mentees_least=0, mentees_most=0),), people=(person("A"),)
    )
    enough = mentored(
        needs=(need("n1", mentees_least=2),),
        people=(person("A"), *(person(code, **LOCAL) for code in "MN")),
    )

    both_forbid(two, "mentoring", post(two, "A", "n1", 0, 3))
    both_allow(none, post(none, "A", "n1", 0, 3))
    both_allow(enough, post(enough, "A", "n1", 0, 3))


def test_soft_mentoring_counts_those_who_lack() -> None:
    """A and B are to raise two each on the same days, and there is M alone."""
    world = mentored("soft", needs=(need("n1", max_headcount=2, mentees_least=2),))
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)

    both_concede(world, {"mentoring": 3}, *moved)


def test_without_the_rule_nobody_must_be_raised() -> None:
    """A rule that is off is not looked at."""
    world = mentored("off", people=(person("A"),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_the_audit_counts_the_mentorships_of_each_assignment() -> None:
    """That A raises M is nothing to B."""
    world = mentored()
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 3, 6)
    first, second = (
        Mentorship(person=code, need="n1", mentee="M") for code in ("A", "B")
    )
    one, both = (Arrangements(mentorships=each) for each in ((first,), (first, second)))

    assert verdict_of(world, *moved, arrangements=both) == set()
    assert only_finding(world, *moved, arrangements=one).text("en") == (
        "B at n1 raises 0 local staff; at least 1 are asked for."
    )
