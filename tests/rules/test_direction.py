"""direction: from one city to the other, never within a city."""

from __future__ import annotations

from builders import need, person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding


def test_from_nanjing_to_xining_is_fine() -> None:
    """A programme to Xining takes a person of Nanjing to a host in Xining."""
    world = scenario()

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_from_xining_to_nanjing_is_fine() -> None:
    """A programme to Nanjing takes a person of Xining to a host in Nanjing."""
    world = scenario(
        people=(person("A", unit="XU"),),
        needs=(need("n1", programme="OUT", unit="NU"),),
    )

    both_allow(world, post(world, "A", "n1", 0, 3))


def test_within_the_destination_is_forbidden() -> None:
    """A programme to Xining takes nobody who is there already."""
    world = scenario(people=(person("A", unit="XU"),), needs=(need("n1", unit="XV"),))

    both_forbid(world, "direction", post(world, "A", "n1", 0, 3))


def test_within_the_origin_is_forbidden() -> None:
    """A programme to Xining sends nobody to a host in Nanjing."""
    world = scenario(needs=(need("n1", unit="NV"),))

    both_forbid(world, "direction", post(world, "A", "n1", 0, 3))


def test_against_the_direction_is_forbidden_once() -> None:
    """The wrong way round is one breach, not one for each end."""
    world = scenario(people=(person("A", unit="XU"),), needs=(need("n1", unit="NU"),))
    wrong = post(world, "A", "n1", 0, 3)

    both_forbid(world, "direction", wrong)
    assert only_finding(world, wrong).units == 1


def test_soft_direction_is_conceded() -> None:
    """A soft direction may be broken; each assignment that does is one unit."""
    world = scenario(
        policy=rules(direction="soft"),
        people=(person("A", unit="XU"),),
        needs=(need("n1", unit="XV"),),
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"direction": 1}, moved)


def test_the_sentence_names_the_end_that_is_astray() -> None:
    """The finding speaks of the person, or of the host if that is what is wrong."""
    at_home = scenario(people=(person("A", unit="XU"),), needs=(need("n1", unit="XV"),))
    stays = scenario(needs=(need("n1", unit="NV"),))

    assert (
        only_finding(at_home, post(at_home, "A", "n1", 0, 3)).text("en")
        == "A belongs to Xining; IN goes to Xining."
    )
    assert (
        only_finding(stays, post(stays, "A", "n1", 0, 3)).text("en")
        == "NV belongs to Nanjing; IN goes to Xining."
    )
