"""The shortage ledger: cause classes and nearest people on worlds of a few rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import (
    day,
    days,
    need,
    person,
    post,
    programme,
    rules,
    scenario,
    site,
    unit,
)

from matcher.explain import ledger
from matcher.scenario import RulePolicy
from matcher.scenario.conditions import Lock
from matcher.scenario.entities import Commitment, Team

if TYPE_CHECKING:
    from matcher.plan import Assignment
    from matcher.scenario import Scenario

CAPPED = {
    "release-cap": (unit("NU", "N1", release_cap=0), unit("XU", "X1")),
    "host-cap": (unit("NU", "N1"), unit("XU", "X1", host_cap=0)),
    "housing": (unit("NU", "N1"), unit("XU", "X1", housing="H")),
}

NOBODY: dict[str, dict[str, object]] = {
    "no-specialty": {"specialties": ("T1",)},
    "no-level": {"level": 2},
    "not-in-scope": {"avoid": ("XU",)},
    "no-consent": {"consents": ("OUT",)},
    "health": {"health": "pending"},
    "not-free": {"windows": (days(0, 2),)},
}


def causes(
    world: Scenario, *taken: Assignment
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return cause and detail of each short need."""
    return {each.need: (each.cause, each.detail) for each in ledger(world, taken)}


def test_a_filled_need_is_no_shortage() -> None:
    """Only needs below their least headcount stand in the ledger."""
    world = scenario(needs=(need("n1"), need("n2", min_headcount=0)))

    assert ledger(world, [post(world, "A", "n1", 0, 3)]) == ()


@pytest.mark.parametrize("cause", NOBODY)
def test_the_first_rule_that_leaves_nobody_is_the_cause(cause: str) -> None:
    """What the only person lacks names the cause, and the person is the nearest."""
    world = scenario(
        people=(person("A", **NOBODY[cause]),), needs=(need("n1", level=3),)
    )

    (shortage,) = ledger(world, ())

    assert (shortage.cause, shortage.posts) == (cause, 1)
    assert [each.person for each in shortage.nearest] == ["A"]


def test_people_of_the_receiving_city_are_no_supply() -> None:
    """Where the sending city has nobody, that is the cause, whoever lives here."""
    world = scenario(people=(person("A", unit="XV"),))

    assert causes(world) == {"n1": ("not-in-scope", ())}
    assert ledger(world, ())[0].nearest == ()


@pytest.mark.parametrize("cause", CAPPED)
def test_a_full_place_is_the_cause(cause: str) -> None:
    """Someone could go, but a cap of none stands between; its owner is named."""
    world = scenario(
        units=CAPPED[cause],
        housing=(site("H", beds_female=0),),
    )
    owner = {"release-cap": "NU", "host-cap": "XU", "housing": "H"}[cause]

    assert causes(world) == {"n1": (cause, (owner,))}


def test_a_maximum_is_the_cause() -> None:
    """A programme at its maximum is named."""
    world = scenario(
        people=(person("A"), person("B")),
        programmes=(programme("IN", maximum=1),),
        needs=(need("n1"), need("n2")),
    )

    taken = post(world, "A", "n1", 0, 3)
    assert causes(world, taken) == {"n2": ("programme-max", ("IN",))}


def test_people_who_serve_elsewhere_are_outbid() -> None:
    """The needs that hold the only people who could go are named."""
    world = scenario(
        policy=rules(),
        needs=(need("n1", last_day=day(2)), need("n2", last_day=day(2))),
    )

    taken = post(world, "A", "n1", 0, 3)
    assert causes(world, taken) == {"n2": ("outbid", ("n1",))}


def test_a_forbidding_lock_is_the_cause() -> None:
    """The lock that keeps the only person away is named."""
    lock = Lock(id="L", kind="forbid", person="A", target="XU")

    assert causes(scenario(locks=(lock,))) == {"n1": ("locked-out", ("L",))}


def test_a_lock_that_is_not_strict_is_no_cause() -> None:
    """What a soft lock forbids is only dear."""
    lock = Lock(id="L", kind="forbid", person="A", target="XU")

    found = causes(scenario(locks=(lock,), policy=rules(locks="soft")))
    assert found == {"n1": ("not-proven", ())}


def test_what_stands_before_most_people_is_the_cause() -> None:
    """Two women find no bed, one man may not leave: the beds are named."""
    world = scenario(
        people=(person("A"), person("B"), person("C", unit="NV", sex="male")),
        units=(
            unit("NU", "N1"),
            unit("NV", "N2", release_cap=0),
            unit("XU", "X1", housing="H"),
        ),
        housing=(site("H", beds_female=0),),
    )

    assert causes(world) == {"n1": ("housing", ("H",))}


def test_days_of_acclimatisation_keep_people_busy() -> None:
    """Who must arrive two days earlier is still on the stay before."""
    acclimatised = RulePolicy(parameters={"acclimatisation_days": 2})
    world = scenario(
        policy=rules(availability=acclimatised),
        people=(person("A", windows=(days(-2, 10),)),),
        needs=(need("n1"), need("n2", first_day=day(4), last_day=day(6))),
    )

    taken = post(world, "A", "n1", 0, 3)
    assert causes(world, taken) == {"n2": ("outbid", ("n1",))}


@pytest.mark.parametrize("taken", [(0, 3), (6, 9)])
def test_a_stay_may_touch_another_and_use_up_the_days(taken: tuple[int, int]) -> None:
    """Without days of rest, the day of one end is the day of the next start."""
    world = scenario(
        people=(person("A", max_days=6),),
        needs=(need("n1"), need("n2", first_day=day(3), last_day=day(5))),
    )

    assert causes(world, post(world, "A", "n1", *taken)) == {"n2": ("not-proven", ())}


def test_nobody_leaves_before_the_horizon_from_a_full_unit() -> None:
    """On the days of acclimatisation before the first day, caps count, too."""
    bound = Commitment(person="B", first_day=day(-1), last_day=day(-1))
    world = scenario(
        policy=rules(availability=RulePolicy(parameters={"acclimatisation_days": 2})),
        people=(person("A", windows=(days(-2, 3),)), person("B", windows=())),
        units=(unit("NU", "N1", release_cap=1), unit("XU", "X1")),
        commitments=(bound,),
    )

    assert causes(world) == {"n1": ("release-cap", ("NU",))}


def test_a_team_without_a_role_is_incomplete() -> None:
    """The role that nobody can take has its own cause; the others wait for it."""
    world = scenario(
        needs=(
            need("n1", team="T", role="doctor"),
            need("n2", team="T", role="vet", specialty="T1"),
        ),
        teams=(Team(id="T", name="T", min_size=2, max_size=2),),
    )

    assert causes(world) == {
        "n1": ("team-incomplete", ("vet",)),
        "n2": ("no-specialty", ()),
    }


def test_what_could_simply_be_filled_is_not_proven() -> None:
    """If nothing stands between, the plan is not the best or a goal forbids it."""
    assert causes(scenario()) == {"n1": ("not-proven", ())}


def test_what_can_be_mended_is_nearer_than_a_foreign_field() -> None:
    """A doctor with two obstacles that talk can mend stands before a teacher."""
    world = scenario(
        people=(
            person("A", specialties=("T1",)),
            person("B", health="pending", consents=()),
        )
    )

    (shortage,) = ledger(world, ())

    assert [each.person for each in shortage.nearest] == ["B", "A"]
    assert shortage.nearest[0].rules == ("health", "consent")


def test_overlapping_commitments_of_a_person_take_one_place() -> None:
    """Two scraps of paper about one absence leave the second place free."""
    bound = tuple(
        Commitment(person="B", first_day=day(first), last_day=day(9))
        for first in (0, 1)
    )
    world = scenario(
        people=(person("A"), person("B")),
        units=(unit("NU", "N1", release_cap=2), unit("XU", "X1")),
        commitments=bound,
    )

    assert causes(world) == {"n1": ("not-proven", ())}
