"""exchange-balance: paired sides give about as much as they receive."""

from __future__ import annotations

import pytest
from builders import need, person, post, rules, scenario
from judges import aiming, both_value

from matcher.rulebook import GOALS
from matcher.scenario import Policy, Scenario
from matcher.scenario.entities import Pairing


def world_of(*pairs: tuple[str, str]) -> Scenario:
    """Return a world with people and needs of every unit, bound as given."""
    world = scenario(
        policy=rules(person_limit="off"),
        pairings=tuple(Pairing(first=one, second=other) for one, other in pairs),
        people=(
            *(person(code) for code in "ABC"),
            person("V", unit="NV"),
            person("L", unit="XU"),
            person("W", unit="XV"),
        ),
        needs=(
            need("x1", max_headcount=4),
            need("x2", unit="XV", max_headcount=4),
            need("n1", unit="NU", programme="OUT", max_headcount=4),
            need("n2", unit="NV", programme="OUT", max_headcount=4),
        ),
    )
    return aiming(world, "exchange-balance")


def difference(world: Scenario, *moves: tuple[str, str]) -> int:
    """Return the value of moves to needs, on which audit and solver agree."""
    moved = [post(world, who, what, 0, 3) for who, what in moves]
    (value,) = both_value(world, *moved).values()
    return value


def test_nothing_moved_is_balanced() -> None:
    """Both ways are 0."""
    assert difference(world_of(("N1", "X1"))) == 0


@pytest.mark.parametrize("pair", [("N1", "X1"), ("X1", "N1")])
def test_one_way_differs_and_both_ways_balance(pair: tuple[str, str]) -> None:
    """The order of a pairing means nothing."""
    world = world_of(pair)

    assert difference(world, ("A", "x1"), ("B", "x1")) == 2
    assert difference(world, ("L", "n1")) == 1
    assert difference(world, ("A", "x1"), ("L", "n1")) == 0
    assert difference(world, ("A", "x1"), ("B", "x1"), ("L", "n1")) == 1


def test_what_moves_elsewhere_is_not_looked_at() -> None:
    """N1 is bound to X1: neither X2 nor N2 counts."""
    world = world_of(("N1", "X1"))

    assert difference(world, ("A", "x2"), ("V", "x1"), ("W", "n1"), ("L", "n2")) == 0


def test_pairings_do_not_make_up_for_each_other() -> None:
    """One more there and one more back are two, if they are of two pairings."""
    world = world_of(("N1", "X1"), ("N2", "X2"))

    assert difference(world, ("A", "x1"), ("W", "n2")) == 2


def test_units_may_be_paired() -> None:
    """The units themselves count, and where areas are paired too, both rows do."""
    units = world_of(("NU", "XU"))
    both = world_of(("NU", "XU"), ("N1", "X1"))

    assert difference(units, ("A", "x1"), ("B", "x2")) == 1
    assert difference(units, ("V", "x1")) == 0
    assert difference(both, ("A", "x1")) == 2


def test_the_goal_is_pursued_only_where_it_is_listed() -> None:
    """It is optional: a policy that lists no goals leaves it out."""
    assert GOALS["exchange-balance"].optional
    assert not Policy().pursues("exchange-balance")
