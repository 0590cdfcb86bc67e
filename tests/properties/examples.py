"""What Hypothesis draws: worlds by their seed, a few of each, always the same."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from brute import possible
from hypothesis import settings
from hypothesis import strategies as st
from judges import changed
from policies import policy
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
    """Return tiny worlds whose locks can be kept."""
    return st.builds(tiny, st.integers(0, 100_000)).filter(possible)


def generated() -> st.SearchStrategy[Scenario]:
    """Return generated scenarios of 5 to 40 people, half with random policies."""
    return st.builds(
        drawn,
        st.integers(5, 40),
        st.integers(5, 40),
        st.integers(0, 100_000),
    )


def drawn(people: int, seats: int, seed: int) -> Scenario:
    """Return a generated scenario, those of odd seed with a random policy."""
    world = generate(people, seats, seed)
    random = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    return changed(world, policy=policy(random)) if seed % 2 else world
