"""What Hypothesis draws: worlds by their seed, a few of each, always the same."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from brute import possible
from equipment import equipped
from hypothesis import settings
from hypothesis import strategies as st
from judges import changed
from policies import policy
from systems import tiny_systems
from wishes import tiny_wishes
from worlds import tiny

from matcher.scenario.generate import generate

if TYPE_CHECKING:
    from matcher.scenario import Scenario

SECONDS = 2
"""Time for a plan of a generated scenario: a few of them are hard to prove."""


def few(examples: int) -> settings:
    """Return settings for so many examples, the same in every run."""
    return settings(
        max_examples=examples, derandomize=True, deadline=None, database=None
    )


def solvable() -> st.SearchStrategy[Scenario]:
    """Return tiny worlds whose locks can be kept, half of them with systems."""
    seeds = st.integers(0, 100_000)
    worlds = st.one_of(st.builds(tiny, seeds), st.builds(tiny_systems, seeds))
    return worlds.filter(possible)


def wishing() -> st.SearchStrategy[Scenario]:
    """Return tiny worlds whose locks can be kept, with wishes of their planners."""
    return st.builds(tiny_wishes, st.integers(0, 100_000)).filter(possible)


def generated() -> st.SearchStrategy[Scenario]:
    """Return generated scenarios of 5 to 40 people, some with all systems."""
    size, seeds = st.integers(5, 40), st.integers(0, 100_000)
    return st.one_of(
        st.builds(drawn, size, size, seeds), st.builds(equipped, size, size, seeds)
    )


def drawn(people: int, seats: int, seed: int) -> Scenario:
    """Return a generated scenario, those of odd seed with a random policy."""
    world = generate(people, seats, seed)
    random = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    return changed(world, policy=policy(random)) if seed % 2 else world
