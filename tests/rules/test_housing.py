"""housing: a bed for every guest each night, by sex, in the lease and heated."""

from __future__ import annotations

import pytest
from builders import day, need, person, post, rules, scenario, site
from judges import altered, both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.conditions import CalendarEntry


def housed(*, other_too: bool = False, **changes: object) -> Scenario:
    """Return a world of three women and a man; guests of XU sleep at the site H."""
    tables: dict[str, object] = {
        "people": (
            person("A"),
            person("B"),
            person("C"),
            person("M", sex="male"),
        ),
        "needs": (need("n1", max_headcount=4), need("n2", unit="XV")),
        "housing": (site("H"),),
    }
    world = altered(scenario(**(tables | changes)), "units", "XU", housing="H")
    return altered(world, "units", "XV", housing="H" if other_too else "")


def winter(first: int, last: int, **changes: object) -> CalendarEntry:
    """Return a heating season between two nights, both included."""
    row: dict[str, object] = {
        "name": "winter",
        "effect": "heating",
        "first_day": day(first),
        "last_day": day(last),
    }
    return CalendarEntry.model_validate(row | changes)


def test_a_bed_for_each_sex_is_fine() -> None:
    """With one bed for each, a woman and a man may come at once."""
    world = housed()

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "M", "n1", 0, 3))


def test_two_in_one_bed_are_forbidden() -> None:
    """Women take no beds of men: one night in common is enough."""
    world = housed()

    both_forbid(
        world, "housing", post(world, "A", "n1", 0, 3), post(world, "B", "n1", 2, 5)
    )


def test_a_bed_is_free_in_the_night_after_the_last_day() -> None:
    """The nights of a stay are its days; the next guest sleeps there the next night."""
    world = housed()

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n1", 3, 6))


def test_hosts_that_share_a_site_share_its_beds() -> None:
    """Guests of two units meet at one site; a unit without a site lodges its own."""
    shared, apart = housed(other_too=True), housed()

    both_forbid(
        shared, "housing", post(shared, "A", "n1", 0, 3), post(shared, "B", "n2", 0, 3)
    )
    both_allow(apart, post(apart, "A", "n1", 0, 3), post(apart, "B", "n2", 0, 3))


@pytest.mark.parametrize(
    ("lease", "fine"), [((0, 2), True), ((0, 1), False), ((1, 9), False)]
)
def test_the_lease_holds_every_night(
    lease: tuple[int, int],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """The night of the last day of the lease counts; no night lies outside."""
    first, last = lease
    world = housed(housing=(site("H", first_day=day(first), last_day=day(last)),))
    moved = post(world, "A", "n1", 0, 3)

    if fine:
        both_allow(world, moved)
    else:
        both_forbid(world, "housing", moved)


@pytest.mark.parametrize(
    ("season", "fine"),
    [
        (winter(3, 9), True),  # begins in the night after the last
        (winter(-9, -1), True),  # ends in the night before the first
        (winter(2, 9), False),
        (winter(-9, 0), False),
        (winter(1, 1), False),
        (winter(1, 1, areas=("X1", "X2")), False),
        (winter(1, 1, areas=("X2",)), True),  # the site lies in X1
        (winter(1, 1, sectors=("education",)), False),  # sectors play no part
    ],
)
def test_cold_beds_cannot_be_used_in_winter(
    season: CalendarEntry,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """One night of a heating season in the site's area is enough."""
    world = housed(housing=(site("H", heated=False),), calendar=(season,))
    moved = post(world, "A", "n1", 0, 3)

    if fine:
        both_allow(world, moved)
    else:
        both_forbid(world, "housing", moved)


def test_nights_closed_for_several_reasons_are_closed_once() -> None:
    """Two seasons and the end of the lease meet: before them all is as ever."""
    world = housed(
        housing=(site("H", heated=False, last_day=day(4)),),
        calendar=(winter(3, 9), winter(4, 6)),
    )

    both_allow(world, post(world, "A", "n1", 0, 3))
    both_forbid(world, "housing", post(world, "A", "n1", 4, 7))


def test_soft_housing_counts_a_closed_night_once() -> None:
    """One guest in a night closed for three reasons lacks one bed."""
    world = housed(
        policy=rules(housing="soft"),
        housing=(site("H", heated=False, last_day=day(4)),),
        calendar=(winter(3, 9), winter(4, 6)),
    )

    both_concede(world, {"housing": 1}, post(world, "A", "n1", 4, 7))


def test_a_fixed_stay_inside_a_closed_stretch_is_forbidden() -> None:
    """A need with one possible term has no bed some days after the end of the lease."""
    early = need("n1", first_day=day(0), last_day=day(2))
    late = need("n2", first_day=day(6), last_day=day(8))
    world = housed(
        housing=(site("H", last_day=day(2)),), needs=(early, late), other_too=True
    )

    both_allow(world, post(world, "A", "n1", 0, 3))
    both_forbid(world, "housing", post(world, "A", "n2", 6, 9))


def test_two_stays_of_one_person_take_two_beds() -> None:
    """Where one person may have two stays at once, each needs its bed."""
    world = housed(
        policy=rules(one_place="off"),
        people=(person("A"),),
        needs=(need("n1"), need("n2")),
    )
    twice = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 0, 3)

    both_forbid(world, "housing", *twice)


def test_heated_beds_can_be_used_in_winter() -> None:
    """In a heated site the season forbids nothing."""
    world = housed(calendar=(winter(0, 9),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_nights_of_acclimatisation_need_a_bed() -> None:
    """A guest sleeps at the site from the arrival on."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    world = housed(policy=policy, housing=(site("H", first_day=day(1)),))

    both_allow(world, post(world, "A", "n1", 3, 6))
    both_forbid(world, "housing", post(world, "A", "n1", 2, 5))


def test_soft_housing_counts_the_worst_night_of_each_sex() -> None:
    """Three women for one bed lack two; a man without a bed lacks one."""
    world = housed(policy=rules(housing="soft"), housing=(site("H", beds_male=0),))
    women = [post(world, code, "n1", 0, 3) for code in "ABC"]

    moved = *women, post(world, "M", "n1", 5, 8)
    both_concede(world, {"housing": 2 + 1}, *moved)


def test_the_sentence_names_site_sex_and_night() -> None:
    """The finding tells the first of the worst nights."""
    world = housed()
    wrong = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 1, 4)

    assert only_finding(world, *wrong).text("en") == (
        "H has 2 guests (women) in the night of 2023-03-02; 1 beds can be used."
    )
