"""pairing: programmes that run only between areas or units bound to each other."""

from __future__ import annotations

from builders import need, person, post, programme, rules, scenario
from judges import both_allow, both_concede, both_forbid

from matcher.scenario.entities import Pairing

PAIRED = (
    programme("IN", paired=True),
    programme("OUT", paired=True, direction="TO_NANJING"),
)


def test_paired_areas_are_fine() -> None:
    """N1 and X1 are bound to each other."""
    world = scenario(programmes=PAIRED)

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_a_row_holds_in_both_directions() -> None:
    """The row N1, X1 also pairs a person of X1 with a host in N1."""
    world = scenario(
        programmes=PAIRED,
        people=(person("A", unit="XU"),),
        needs=(need("n1", programme="OUT", unit="NU"),),
    )

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_areas_of_different_pairs_are_forbidden() -> None:
    """N1 and X2 are each paired, but not with each other."""
    world = scenario(programmes=PAIRED, needs=(need("n1", unit="XV"),))

    both_forbid(world, "pairing", post(world, "A", "n1", 0, 3))


def test_a_programme_that_is_not_paired_is_free() -> None:
    """Without ``paired`` the rows of pairings.csv mean nothing."""
    world = scenario(needs=(need("n1", unit="XV"),))

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_paired_units_are_enough() -> None:
    """A row of two units pairs them although their areas are not paired."""
    world = scenario(
        programmes=PAIRED,
        pairings=(Pairing(first="XV", second="NU"),),
        needs=(need("n1", unit="XV"), need("n2")),
    )

    both_allow(world, post(world, "A", "n1", 0, 3))
    both_forbid(world, "pairing", post(world, "A", "n2", 0, 3))


def test_an_area_paired_with_a_unit_is_not_a_pair() -> None:
    """A row pairs areas with areas or units with units."""
    world = scenario(
        programmes=PAIRED,
        pairings=(Pairing(first="N1", second="XU"),),
    )

    both_forbid(world, "pairing", post(world, "A", "n1", 0, 3))


def test_a_soft_pairing_is_conceded() -> None:
    """A soft pairing may be broken, at one unit for each assignment."""
    world = scenario(
        policy=rules(pairing="soft"),
        programmes=PAIRED,
        people=(person("A"), person("B")),
        needs=(need("n1", unit="XV", max_headcount=2),),
    )
    both = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)

    both_concede(world, {"pairing": 2}, *both)
