"""specialty: exact, of the same family where the need says so, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def world_of(held: tuple[str, ...], wanted: str, match: str) -> Scenario:
    """Return a world with one person and one need, of these specialties."""
    return scenario(
        people=(person("A", specialties=held),),
        needs=(need("n1", specialty=wanted, match=match),),
    )


@pytest.mark.parametrize(
    ("held", "wanted", "match"),
    [
        (("S1",), "S1", "exact"),
        (("T1", "S1"), "S1", "exact"),  # not only the main one
        (("S2",), "S1", "family"),
        (("F",), "S1", "family"),  # the family itself is a relative of its leaf
        (("S2",), "F", "exact"),  # any of the family is exact for a family
        (("F",), "F", "exact"),
    ],
)
def test_near_enough_is_fine(held: tuple[str, ...], wanted: str, match: str) -> None:
    """The person holds the specialty, or a relative where that will do."""
    world = world_of(held, wanted, match)

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize(
    ("held", "wanted", "match"),
    [
        (("S2",), "S1", "exact"),
        (("F",), "S1", "exact"),
        (("T1",), "S1", "family"),
        (("G",), "S1", "family"),
        (("T1",), "F", "family"),
        (("G",), "F", "family"),  # two families are no relatives
    ],
)
def test_too_far_is_forbidden(held: tuple[str, ...], wanted: str, match: str) -> None:
    """The person holds neither the specialty nor a relative that would do."""
    world = world_of(held, wanted, match)

    both_forbid(world, "specialty", post(world, "A", "n1", 0, 3))


def test_a_soft_specialty_is_conceded() -> None:
    """A soft specialty may be broken, at one unit for the assignment."""
    world = scenario(
        policy=rules(specialty="soft"),
        people=(person("A", specialties=("T1", "G")),),
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"specialty": 1}, moved)
    assert only_finding(world, moved).text("en") == "A holds T1, G; n1 asks for S1."
