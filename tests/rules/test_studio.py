"""studio: one master makes all visits of a studio, and leads no other."""

from __future__ import annotations

from builders import need, person, post, rules, scenario, studio
from judges import both_allow, both_concede, both_forbid, only_finding

from matcher.scenario import RulePolicy, Scenario


def world_of(mode: str = "strict", **changes: RulePolicy | str) -> Scenario:
    """Return a world with three visits of the studio k and two of the studio j."""
    calm: dict[str, RulePolicy | str] = {"person_limit": "off", "studio": mode}
    return scenario(
        policy=rules(**(calm | changes)),
        people=tuple(person(code) for code in "ABC"),
        studios=(studio("k"), studio("j")),
        needs=(
            *(need(f"k{number}", studio="k", max_headcount=2) for number in (1, 2, 3)),
            *(need(f"j{number}", studio="j") for number in (1, 2)),
            need("other"),
        ),
    )


def test_one_master_per_studio_is_fine() -> None:
    """A makes the visits of one studio, B those of the other."""
    world = world_of()

    both_allow(
        world,
        post(world, "A", "k1", 0, 3),
        post(world, "A", "k2", 3, 6),
        post(world, "B", "j1", 0, 3),
    )


def test_a_master_may_do_other_work() -> None:
    """Only working visits are looked at."""
    world = world_of()

    both_allow(world, post(world, "A", "k1", 0, 3), post(world, "A", "other", 3, 6))


def test_two_masters_of_one_studio_are_forbidden() -> None:
    """On different visits, or on the same."""
    world = world_of()
    first = post(world, "A", "k1", 0, 3)

    both_forbid(world, "studio", first, post(world, "B", "k2", 3, 6))
    both_forbid(world, "studio", first, post(world, "B", "k1", 0, 3))


def test_a_master_of_two_studios_is_forbidden() -> None:
    """One visit of each is enough."""
    world = world_of()

    both_forbid(
        world, "studio", post(world, "A", "k1", 0, 3), post(world, "A", "j1", 3, 6)
    )


def test_soft_studios_count_masters_and_studios() -> None:
    """Three masters of k are two too many; A leads two studios, which is one more."""
    world = world_of("soft")
    moved = (
        post(world, "A", "k1", 0, 3),
        post(world, "B", "k2", 0, 3),
        post(world, "C", "k3", 0, 3),
        post(world, "A", "j1", 3, 6),
    )

    both_concede(world, {"studio": 3}, *moved)


def test_without_the_rule_anyone_may_visit() -> None:
    """A rule that is off is not looked at."""
    world = world_of("off")

    both_allow(world, post(world, "A", "k1", 0, 3), post(world, "B", "k2", 3, 6))


def test_visits_of_one_studio_are_one_assignment() -> None:
    """The personal limit counts a year of visits as one, and their days all."""
    once = RulePolicy(parameters={"max_assignments": 1, "max_days": 6})
    world = world_of(person_limit=once)
    visits = post(world, "A", "k1", 0, 3), post(world, "A", "k2", 3, 6)

    both_allow(world, *visits)
    both_forbid(world, "person-limit", *visits, post(world, "A", "k3", 6, 9))
    both_forbid(world, "person-limit", visits[0], post(world, "A", "other", 3, 6))


def test_visits_of_two_studios_are_two_assignments() -> None:
    """Where a master may have two studios, each counts toward the limit."""
    once = RulePolicy(parameters={"max_assignments": 1})
    twice = RulePolicy(parameters={"max_assignments": 2})
    strict, lax = (world_of("off", person_limit=limit) for limit in (once, twice))
    moved = post(strict, "A", "k1", 0, 3), post(strict, "A", "j1", 3, 6)

    both_forbid(strict, "person-limit", *moved)
    both_allow(lax, *moved)


def test_the_sentence_tells_what_there_is_too_much_of() -> None:
    """Masters of a studio, or studios of a master."""
    world = world_of()
    masters = post(world, "A", "k1", 0, 3), post(world, "B", "k2", 3, 6)
    studios = post(world, "A", "k1", 0, 3), post(world, "A", "j1", 3, 6)

    assert only_finding(world, *masters).text("en") == (
        "k has 2 masters; one is allowed."
    )
    assert only_finding(world, *studios).text("en") == (
        "A has 2 studios; one is allowed."
    )
