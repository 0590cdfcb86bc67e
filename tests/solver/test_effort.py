"""How hard the engine works on small scenarios, in its own measure, not in seconds."""

from __future__ import annotations

import pytest

from matcher.plan import Status
from matcher.scenario.generate import generate
from matcher.solver import solve


@pytest.mark.parametrize(
    ("people", "seats", "seed", "recorded"),
    [
        (25, 15, 3, 0.0545),
        (60, 40, 2, 0.0835),
        (100, 70, 1, 0.0541),
    ],
)
def test_everything_is_proven_with_little_more_work_than_recorded(
    people: int, seats: int, seed: int, recorded: float
) -> None:
    """
    The engine's work is the same on every machine, so it can be asserted.

    Where a change makes it less, record the new figure; where it makes it half as much
    again, it has made the models harder.
    """
    solution = solve(generate(people, seats, seed))

    assert solution.status is Status.OPTIMAL
    assert 0 < solution.work <= 1.5 * recorded


def test_the_work_is_the_same_in_every_run() -> None:
    """What is recorded above is no matter of luck or load."""
    one, other = (solve(generate(25, 15, 3)) for _ in range(2))

    assert one.work == pytest.approx(other.work)
