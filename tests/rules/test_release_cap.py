"""release-cap: a unit or department can spare only so many people on one day."""

from __future__ import annotations

import pytest
from builders import day, need, person, post, rules, scenario
from judges import altered, both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.entities import Commitment, Department


def capped(cap: int, **changes: object) -> Scenario:
    """Return a world in which NU can spare so many of its people A, B and C."""
    tables: dict[str, object] = {
        "people": tuple(person(code, department="D") for code in "ABC"),
        "needs": (need("n1", max_headcount=3), need("n2", unit="XV")),
    }
    return altered(scenario(**(tables | changes)), "units", "NU", release_cap=cap)


def bound(who: str, first: int, last: int, *, away: bool = True) -> Commitment:
    """Return a commitment between two days, both included."""
    return Commitment(person=who, first_day=day(first), last_day=day(last), away=away)


def test_as_many_as_the_cap_are_fine() -> None:
    """With a cap of one, the next may leave on the day the first is back."""
    world = capped(1)

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n2", 3, 6))


def test_one_more_on_one_day_is_forbidden() -> None:
    """One day in common is enough, whatever the hosts."""
    world = capped(1)

    both_forbid(
        world,
        "release-cap",
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n2", 2, 5),
    )


def test_a_cap_of_none_keeps_everyone_at_home() -> None:
    """A cap of 0 is a cap; other units go on."""
    world = capped(0, people=(person("A"), person("B", unit="NV")))

    both_allow(world, post(world, "B", "n1", 0, 3))
    both_forbid(world, "release-cap", post(world, "A", "n1", 0, 3))


def test_a_department_has_a_cap_of_its_own() -> None:
    """Two people of one department are too many where the unit could spare more."""
    world = capped(
        3,
        people=(
            person("A", department="D"),
            person("B", department="D"),
            person("C", department="E"),
        ),
        departments=(Department(unit="NU", name="D", release_cap=1),),
    )
    first = post(world, "A", "n1", 0, 3)

    both_allow(world, first, post(world, "C", "n1", 0, 3))
    both_forbid(world, "release-cap", first, post(world, "B", "n1", 0, 3))


def test_a_department_of_the_same_name_elsewhere_is_another() -> None:
    """People of D in another unit do not count for D of this one."""
    world = scenario(
        people=(person("A", department="D"), person("B", department="D", unit="NV")),
        needs=(need("n1", max_headcount=2),),
        departments=(Department(unit="NU", name="D", release_cap=1),),
    )

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3))


def test_acclimatisation_belongs_to_the_stay() -> None:
    """Who has left for acclimatisation is away."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    world = capped(1, policy=policy)
    first = post(world, "A", "n1", 2, 5)

    both_allow(world, first, post(world, "B", "n2", 7, 10))
    both_forbid(world, "release-cap", first, post(world, "B", "n2", 6, 9))


@pytest.mark.parametrize(("first", "last"), [(0, 0), (2, 4)])
def test_people_away_for_other_reasons_count(first: int, last: int) -> None:
    """One day in common with a colleague's commitment is enough."""
    world = capped(1, commitments=(bound("B", first, last),))

    both_forbid(world, "release-cap", post(world, "A", "n1", 0, 3))


def test_people_bound_at_home_do_not_count() -> None:
    """A commitment that is not away takes nobody from the unit."""
    world = capped(1, commitments=(bound("B", 0, 9, away=False),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_days_without_a_stay_are_not_judged() -> None:
    """Commitments may exceed the cap while nobody of the unit is on a stay."""
    world = capped(1, commitments=(bound("B", 3, 9), bound("C", 3, 9)))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_stay_and_a_commitment_of_one_person_take_two_places() -> None:
    """Who is sent during an own commitment takes a place for each."""
    off = rules(availability="off")
    one = capped(1, policy=off, commitments=(bound("A", 0, 9),))
    two = capped(2, policy=off, commitments=(bound("A", 0, 9),))

    both_forbid(one, "release-cap", post(one, "A", "n1", 2, 5))
    both_allow(two, post(two, "A", "n1", 2, 5))


def test_two_stays_of_one_person_take_two_places() -> None:
    """Where stays of one person may overlap, each takes a place."""
    world = capped(1, policy=rules(one_place="off"))

    both_forbid(
        world,
        "release-cap",
        post(world, "A", "n1", 0, 3),
        post(world, "A", "n2", 1, 4),
    )


def test_a_person_bound_twice_is_away_once() -> None:
    """Two commitments of one person on one day take one from the unit."""
    world = capped(2, commitments=(bound("B", 0, 5), bound("B", 2, 9)))

    both_allow(world, post(world, "A", "n1", 2, 5))


def test_a_soft_cap_counts_the_worst_day_of_each_group() -> None:
    """Three away with a cap of one are two units, for unit and department alike."""
    world = capped(
        1,
        policy=rules(release_cap="soft"),
        departments=(Department(unit="NU", name="D", release_cap=2),),
    )
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 1, 4),
        post(world, "C", "n1", 2, 5),
    )

    both_concede(world, {"release-cap": 2 + 1}, *moved)


def test_a_soft_cap_counts_stays_beyond_the_free_places() -> None:
    """Two are bound with a cap of one: a stay is one beyond no free place."""
    world = capped(
        1,
        policy=rules(release_cap="soft"),
        commitments=(bound("B", 0, 9), bound("C", 0, 9)),
    )

    both_concede(world, {"release-cap": 1}, post(world, "A", "n1", 0, 3))


def test_the_sentence_names_the_first_of_the_worst_days() -> None:
    """The finding tells the day with the most people away."""
    world = capped(1)
    wrong = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 1, 4)

    assert (
        only_finding(world, *wrong).text("en")
        == "NU has 2 people away on 2023-03-02; at most 1."
    )
