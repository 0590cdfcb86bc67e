"""phases: a project's phases run whole, in order and with the gaps asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import need, person, phase, post, rules, scenario
from judges import both_allow, both_concede, both_forbid, only_finding

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def phased(mode: str = "strict", **changes: object) -> Scenario:
    """
    Return a world with a phase of design, one of building and one of running.

    Design has two needs and an optional one; building comes one or two days after
    it. Running depends on none, unless the changes say so.
    """
    tables: dict[str, object] = {
        "policy": rules(phases=mode, one_place="off", person_limit="off"),
        "people": tuple(person(code) for code in "ABC"),
        "phases": (
            phase("design"),
            phase("build", after=("design",), min_gap=1, max_gap=2),
            phase("run"),
        ),
        "needs": (
            need("plan", phase="design", shortest=1),
            need("draw", phase="design", shortest=1),
            need("advise", phase="design", shortest=1, min_headcount=0),
            need("wall", phase="build", shortest=1),
            need("milk", phase="run", shortest=1),
            need("other", shortest=1),
        ),
    }
    return scenario(**(tables | changes))


@pytest.mark.parametrize(
    ("start", "fine"), [(2, False), (4, False), (5, True), (6, True), (7, False)]
)
def test_a_phase_starts_after_the_last_end_of_the_one_before(
    start: int,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """Design ends on day 4, with its later need: one or two days lie between."""
    world = phased()
    design = post(world, "A", "plan", 0, 2), post(world, "B", "draw", 1, 4)
    building = post(world, "C", "wall", start, start + 3)

    if fine:
        both_allow(world, *design, building)
    else:
        both_forbid(world, "phases", *design, building)


def test_the_first_start_of_a_phase_counts() -> None:
    """One need of the later phase begins too early, the other in time."""
    world = phased(
        needs=(
            need("plan", phase="design"),
            need("wall", phase="build"),
            need("roof", phase="build"),
        )
    )
    design, wall = post(world, "A", "plan", 0, 3), post(world, "B", "wall", 4, 7)

    both_allow(world, design, wall, post(world, "C", "roof", 7, 10))
    both_forbid(world, "phases", design, wall, post(world, "C", "roof", 3, 6))


def test_a_phase_needs_the_phase_before() -> None:
    """Building without a design is forbidden; a design alone is fine."""
    world = phased()
    design = post(world, "A", "plan", 0, 3), post(world, "B", "draw", 0, 3)

    both_allow(world)
    both_allow(world, *design)
    both_forbid(world, "phases", post(world, "C", "wall", 5, 8))


def test_phases_without_an_order_run_in_parallel() -> None:
    """Running depends on none: it may come first, or at the same time, or alone."""
    world = phased()
    design = post(world, "A", "plan", 0, 3), post(world, "B", "draw", 0, 3)

    both_allow(world, *design, post(world, "C", "milk", 0, 3))
    both_allow(world, post(world, "C", "milk", 0, 3))


def test_a_phase_runs_with_its_whole_mix_of_skills() -> None:
    """Each need that must be filled is, or the phase does not run."""
    world = phased()
    plan, draw = post(world, "A", "plan", 0, 3), post(world, "B", "draw", 0, 3)
    advice = post(world, "C", "advise", 0, 3)

    both_allow(world, plan, draw, advice)
    both_forbid(world, "phases", plan, advice)
    both_forbid(world, "phases", advice)


def test_without_a_longest_gap_any_later_day_will_do() -> None:
    """A blank upper limit is none; gaps of no days are the default."""
    world = phased(
        phases=(phase("design"), phase("build", after=("design",)), phase("run"))
    )
    design = post(world, "A", "plan", 0, 1), post(world, "B", "draw", 0, 1)

    both_allow(world, *design, post(world, "C", "wall", 1, 3))
    both_allow(world, *design, post(world, "C", "wall", 8, 10))
    both_forbid(world, "phases", *design, post(world, "C", "wall", 0, 2))


def test_a_phase_may_build_on_several() -> None:
    """Both phases before must run and end in time."""
    world = phased(
        phases=(phase("design"), phase("build", after=("design", "run")), phase("run"))
    )
    design = post(world, "A", "plan", 0, 2), post(world, "B", "draw", 0, 2)
    wall = post(world, "C", "wall", 5, 8)

    both_allow(world, *design, post(world, "C", "milk", 2, 5), wall)
    both_forbid(world, "phases", *design, post(world, "C", "milk", 3, 6), wall)
    both_forbid(world, "phases", *design, wall)


def test_soft_phases_count_phases() -> None:
    """Design lacks a need, building is too early: two, whatever else is wrong."""
    world = phased("soft")
    moved = post(world, "A", "plan", 0, 3), post(world, "B", "wall", 1, 4)

    both_concede(world, {"phases": 2}, *moved)


def test_without_the_rule_phases_are_like_other_needs() -> None:
    """A rule that is off is not looked at."""
    world = phased("off")

    both_allow(world, post(world, "A", "wall", 0, 3))


def test_the_sentence_tells_everything_that_is_not_so() -> None:
    """Skills that lack, phases that do not run, and gaps that do not fit."""
    world = phased(
        phases=(
            phase("build", after=("design", "run"), min_gap=1, max_gap=2),
            phase("design"),
            phase("run"),
        ),
        needs=(
            need("draw", phase="design", shortest=1),
            need("wall", phase="build", min_headcount=2, max_headcount=2),
            need("milk", phase="run"),
        ),
    )
    early = post(world, "A", "draw", 0, 3), post(world, "B", "wall", 1, 4)
    late = post(world, "A", "draw", 0, 1), post(world, "B", "wall", 6, 9)

    assert only_finding(world, *early).text("en") == (
        "Phase build is not in order: need wall has 1 of at least 2, -2 days after "
        "phase design instead of at least 1, phase run does not run."
    )
    assert "5 days after phase design instead of at most 2" in (
        only_finding(world, *late).text("en")
    )
