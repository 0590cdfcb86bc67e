"""The judge of all plans, and what peers build their models and plans from."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from small import drawn, small

from benchmarks.peers.board import Board
from benchmarks.peers.instance import Instance, read_instance, rows, write_instance
from benchmarks.peers.verify import verify

if TYPE_CHECKING:
    from pathlib import Path


def pairs_of(instance: Instance, places: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the person and post of pairs."""
    return [(instance.person[each], instance.post[each]) for each in places]


def test_a_plan_that_breaks_nothing_is_added_up() -> None:
    """Ann early and Cem nowhere near her: two values, two seats, nothing broken."""
    instance = replace(small(), most=2)

    verdict = verify(instance, [(0, 0), (0, 2)])

    assert (verdict.objective, verdict.filled, verdict.broken) == (15, 2, {})


@pytest.mark.parametrize(
    ("pairs", "changes", "broken"),
    [
        ([(1, 1)], {}, {"not eligible": 1}),
        ([(0, 0), (0, 0)], {}, {"twice": 1}),
        ([(0, 0), (2, 0)], {"beds": [2, 3]}, {"too many on a post": 1}),
        ([(0, 0), (0, 2)], {}, {"too many posts of a person": 1}),
        (
            [(0, 0), (0, 1)],
            {"most": 2, "beds": [2, 3], "release": [2, 2]},
            {"days in two places": 1},
        ),
        (
            [(0, 0), (1, 0)],
            {"seats": [2, 1, 1], "beds": [2, 3]},
            {"days beyond a unit's limit": 6},
        ),
        ([(0, 0), (2, 1)], {}, {"days beyond a site's beds": 1}),
    ],
)
def test_each_limit_is_judged(
    pairs: list[tuple[int, int]], changes: dict[str, object], broken: dict[str, int]
) -> None:
    """Whatever a plan breaks is counted under its own name, and nothing else is."""
    instance = replace(small(), **changes)  # type: ignore[arg-type]

    assert verify(instance, pairs).broken == broken


def test_the_days_of_a_post_are_half_open() -> None:
    """Who ends on the day on which the next begins is in one place at a time."""
    instance = replace(small(), start=[0, 6, 20], most=2)

    assert verify(instance, [(0, 0), (0, 1)]).broken == {}


@pytest.mark.parametrize("seed", range(40))
def test_rows_say_exactly_what_the_judge_says(seed: int) -> None:
    """A set of pairs keeps all rows if and only if the judge finds nothing broken."""
    instance = drawn(seed)
    limits = list(rows(instance))
    places = range(min(9, len(instance.value)))

    for size in range(5):
        for chosen in combinations(places, size):
            kept = all(len(set(chosen) & set(pairs)) <= cap for pairs, cap in limits)
            broken = verify(instance, pairs_of(instance, chosen)).broken
            assert kept == (not broken), (chosen, broken)


@pytest.mark.parametrize("seed", range(40))
def test_a_board_breaks_nothing_and_leaves_nothing_out(seed: int) -> None:
    """The plan by hand keeps all limits, and any further pair would break one."""
    instance = drawn(seed)
    board = Board(instance)
    board.fill()

    assert verify(instance, board.pairs).broken == {}
    for pair in zip(instance.person, instance.post, strict=True):
        assert verify(instance, [*board.pairs, pair]).broken != {}


def test_a_board_asks_the_urgent_post_and_the_best_person_first() -> None:
    """Ann takes the urgent post she suits best, so Cem finds no bed beside her."""
    board = Board(small())
    board.fill()

    assert board.pairs == [(0, 0)]


def test_an_instance_is_read_as_it_was_written(tmp_path: Path) -> None:
    """The neutral file says all of an instance."""
    path = tmp_path / "small.json"
    write_instance(small(), path)

    assert read_instance(path) == small()
