"""age: some programmes limit the age on the first day of the term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from builders import days, need, person, post, programme, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def world_of(birth: date | None, **changes: object) -> Scenario:
    """Return a world with one person, born that day, and a limit of 42 years."""
    tables: dict[str, object] = {
        "people": (person("A", birth=birth),),
        "programmes": (programme("IN", age_max=42),),
    }
    return scenario(**(tables | changes))


def test_the_limit_itself_is_fine() -> None:
    """Who turns 43 the day after the first day is 42 on it."""
    world = world_of(date(1980, 3, 2))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_birthday_on_the_first_day_counts() -> None:
    """Who turns 43 on the first day of the term is 43."""
    world = world_of(date(1980, 3, 2))

    both_forbid(world, "age", post(world, "A", "n1", 1, 4))


def test_a_birthday_inside_the_term_does_not_count() -> None:
    """Only the first day of the term matters."""
    world = world_of(date(1980, 3, 3))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_leap_day_is_celebrated_on_the_first_of_march() -> None:
    """Who was born on 29 February is a year older from 1 March in a common year."""
    world = world_of(
        date(1980, 2, 29),
        horizon=days(-5, 5),
        people=(person("A", birth=date(1980, 2, 29), windows=(days(-5, 5),)),),
        needs=(need("n1", first_day=date(2023, 2, 24), last_day=date(2023, 3, 5)),),
    )

    both_allow(world, post(world, "A", "n1", -1, 2))
    both_forbid(world, "age", post(world, "A", "n1", 0, 3))


def test_an_unknown_birth_date_is_forbidden() -> None:
    """Where the programme has a limit, the age must be known."""
    world = world_of(None)
    wrong = post(world, "A", "n1", 0, 3)

    both_forbid(world, "age", wrong)


def test_what_is_found_does_not_tell_the_age() -> None:
    """Births and ages stay with the releasing unit."""
    world = world_of(date(1950, 6, 1))
    finding = only_finding(world, post(world, "A", "n1", 0, 3))

    assert finding.text("en") == (
        "A does not meet a condition of n1 that only the releasing unit may tell."
    )


def test_without_a_limit_no_age_is_asked() -> None:
    """A programme without a limit takes a person of unknown age."""
    world = world_of(None, programmes=(programme("IN"),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_soft_limit_is_conceded() -> None:
    """A soft limit may be broken, at one unit for the assignment."""
    world = world_of(date(1950, 1, 1), policy=rules(age="soft"))
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"age": 1}, moved)
