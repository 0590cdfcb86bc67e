"""tie-break: between equally good plans a fixed draw decides, then the dates."""

from __future__ import annotations

import hashlib

from builders import days, need, person, post, scenario
from judges import aiming, both_value

from matcher.auditor import rung_values


def h(index: int, who: str, what: str, seed: int = 1) -> int:
    """Return the draw as docs/model.md has it."""
    text = f"{seed}|{index}|{who}|{what}"
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return 1 + int(digest[:8], 16) % (1_048_576 if index == 0 else 1_024)


def test_one_assignment() -> None:
    """The draw of the pair, and the weighted days of its term."""
    world = aiming(scenario(), "tie-break")

    assert both_value(world, post(world, "A", "n1", 2, 5)) == {
        ("tie-break", "draw"): h(0, "A", "n1"),
        ("tie-break", "dates"): 2 * h(1, "A", "n1") + 5 * h(2, "A", "n1"),
    }


def test_days_are_counted_from_the_horizon() -> None:
    """A term that begins with the horizon has its end as only date."""
    world = scenario(
        horizon=days(2, 9),
        people=(person("王一", windows=(days(2, 9),)),),
        needs=(need("需求1"),),
    )
    world = aiming(world, "tie-break")

    assert both_value(world, post(world, "王一", "需求1", 2, 5)) == {
        ("tie-break", "draw"): h(0, "王一", "需求1"),
        ("tie-break", "dates"): 3 * h(2, "王一", "需求1"),
    }


def test_assignments_add_up_under_the_scenarios_seed() -> None:
    """Another seed is another draw; every assignment has its own."""
    world = scenario(
        seed=77, people=(person("A"), person("B")), needs=(need("n1", max_headcount=2),)
    )
    world = aiming(world, "tie-break")
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 1, 4)

    assert both_value(world, *moved) == {
        ("tie-break", "draw"): h(0, "A", "n1", 77) + h(0, "B", "n1", 77),
        ("tie-break", "dates"): 3 * h(2, "A", "n1", 77)
        + 1 * h(1, "B", "n1", 77)
        + 4 * h(2, "B", "n1", 77),
    }


def test_the_plans_seed_may_be_another() -> None:
    """A plan that was made with a seed of its own is valued with that."""
    world = aiming(scenario(), "tie-break")
    moved = [post(world, "A", "n1", 0, 3)]

    values = rung_values(world, moved, seed=5)

    assert values["tie-break", "draw"] == h(0, "A", "n1", 5)
