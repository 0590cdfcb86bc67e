"""consent: nobody is sent without having agreed."""

from __future__ import annotations

import pytest
from builders import person, post, rules, scenario
from judges import both_allow, both_concede, both_forbid


@pytest.mark.parametrize(
    ("consents", "areas"),
    [
        (("IN",), ()),
        (("TO_XINING",), ()),
        (("OUT", "IN"), ("X2", "X1")),
        (("TO_XINING",), ("X1",)),
    ],
)
def test_programme_or_direction_is_enough(
    consents: tuple[str, ...], areas: tuple[str, ...]
) -> None:
    """The programme's id or its direction, and no area or the host's."""
    world = scenario(people=(person("A", consents=consents, consent_areas=areas),))

    both_allow(world, post(world, "A", "n1", 0, 3))


@pytest.mark.parametrize(
    ("consents", "areas"),
    [
        ((), ()),
        (("OUT",), ()),
        (("TO_NANJING",), ("X1",)),
        (("IN", "TO_XINING"), ("X2",)),
        (("IN",), ("N1",)),  # the area of the host counts, not home
    ],
)
def test_what_was_not_agreed_is_forbidden(
    consents: tuple[str, ...], areas: tuple[str, ...]
) -> None:
    """Another programme, the other direction or another area is no consent."""
    world = scenario(people=(person("A", consents=consents, consent_areas=areas),))

    both_forbid(world, "consent", post(world, "A", "n1", 0, 3))


def test_a_soft_consent_is_conceded() -> None:
    """A soft consent may be broken, at one unit for the assignment."""
    world = scenario(policy=rules(consent="soft"), people=(person("A", consents=()),))
    moved = post(world, "A", "n1", 0, 3)

    both_concede(world, {"consent": 1}, moved)
