"""avoidance: places that a person must not be sent to."""

from __future__ import annotations

import pytest
from builders import person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid


@pytest.mark.parametrize("avoid", [(), ("X2",), ("XV",), ("NU", "N1")])
def test_other_places_are_fine(avoid: tuple[str, ...]) -> None:
    """Only the host and its area matter, not other places and not home."""
    world = scenario(people=(person("A", avoid=avoid),))

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize("avoid", [("X1",), ("XU",), ("X2", "XU", "X1")])
def test_the_host_and_its_area_are_forbidden(avoid: tuple[str, ...]) -> None:
    """Either of them in the person's list is enough."""
    world = scenario(people=(person("A", avoid=avoid),))

    both_forbid(world, "avoidance", post(world, "A", "n1", 0, 3))


def test_a_soft_avoidance_counts_an_assignment_once() -> None:
    """Host and area together are one breach."""
    world = scenario(
        policy=rules(avoidance="soft"), people=(person("A", avoid=("XU", "X1")),)
    )
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"avoidance": 1}, moved)
