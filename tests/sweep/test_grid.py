"""The cells of a grid."""

from __future__ import annotations

from pathlib import Path

from matcher.sweep import grid

BASE, A, B, P, Q = (Path(name) for name in ("base", "a", "b", "p", "q"))


def names(*axes: object, plain: bool = False) -> list[str]:
    """Return what the cells over BASE are called."""
    return [each.folder for each in grid(BASE, *axes, plain=plain)]  # type: ignore[arg-type]  # by the tests below


def test_a_grid_without_axes_is_the_scenario() -> None:
    """One cell, with the scenario's own seed."""
    (cell,) = grid(BASE, (), (), ())
    assert (cell.folder, cell.source, cell.seed) == ("base", (BASE,), None)


def test_every_alternative_meets_every_other() -> None:
    """Overlays change slowest, seeds fastest."""
    assert names((A, B), (P,), (1, 2)) == [
        "a+p+seed-1",
        "a+p+seed-2",
        "b+p+seed-1",
        "b+p+seed-2",
    ]


def test_the_plain_scenario_comes_first() -> None:
    """Without overlay and without policy it is called by its own name."""
    found = names((A,), (P, Q), (), plain=True)
    assert found == ["base", "p", "q", "a", "a+p", "a+q"]
    assert names((), (), (4,), plain=True) == ["base+seed-4"]


def test_a_policy_lies_on_top_of_the_overlay() -> None:
    """The last source wins where both say something."""
    (cell,) = grid(BASE, (A,), (P,), ())
    assert cell.source == (BASE, A, P)
