"""host-cap: a host can look after only so many guests on one day."""

from __future__ import annotations

from builders import need, person, post, rules, scenario
from judges import altered, both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario


def capped(cap: int, **changes: object) -> Scenario:
    """Return a world in which XU takes so many guests at once for its two needs."""
    tables: dict[str, object] = {
        "people": tuple(person(code) for code in "ABC"),
        "needs": (
            need("n1", max_headcount=3),
            need("n2"),
            need("n3", unit="XV"),
        ),
    }
    return altered(scenario(**(tables | changes)), "units", "XU", host_cap=cap)


def test_as_many_as_the_cap_are_fine() -> None:
    """With a cap of one, the next may come on the day after the first's last."""
    world = capped(1)

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n2", 3, 6))


def test_one_more_on_one_day_is_forbidden() -> None:
    """One day in common is enough, for one need or for two."""
    world = capped(1)
    first = post(world, "A", "n1", 0, 3)

    both_forbid(world, "host-cap", first, post(world, "B", "n1", 2, 5))
    both_forbid(world, "host-cap", first, post(world, "B", "n2", 2, 5))


def test_another_host_has_its_own_cap() -> None:
    """A guest of XV is none of XU."""
    world = capped(1)

    both_allow(world, post(world, "A", "n1", 0, 3), post(world, "B", "n3", 0, 3))


def test_a_cap_of_none_takes_nobody() -> None:
    """A cap of 0 is a cap."""
    world = capped(0)

    both_forbid(world, "host-cap", post(world, "A", "n1", 0, 3))


def test_acclimatisation_belongs_to_the_stay() -> None:
    """A guest who acclimatises is already there."""
    policy = rules(availability=RulePolicy(parameters={"acclimatisation_days": 2}))
    world = capped(1, policy=policy)
    first = post(world, "A", "n1", 2, 5)

    both_allow(world, first, post(world, "B", "n2", 7, 10))
    both_forbid(world, "host-cap", first, post(world, "B", "n2", 6, 9))


def test_two_stays_of_one_person_are_two_guests() -> None:
    """Where one person may have two stays at once, both are looked after."""
    world = capped(1, policy=rules(one_place="off"), people=(person("A"),))
    twice = post(world, "A", "n1", 0, 3), post(world, "A", "n2", 0, 3)

    both_forbid(world, "host-cap", *twice)


def test_a_soft_cap_counts_the_worst_day() -> None:
    """Three guests on day 2 with a cap of one are two units."""
    world = capped(1, policy=rules(host_cap="soft"))
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 1, 4),
        post(world, "C", "n2", 2, 5),
    )

    both_concede(world, {"host-cap": 2}, *moved)
    assert (
        only_finding(world, *moved).text("en")
        == "XU has 3 guests on 2023-03-03; at most 1."
    )
