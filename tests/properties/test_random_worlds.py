"""Random worlds: every plan is clean and honest, also one made in a hurry."""

from __future__ import annotations

from functools import cache
from itertools import count
from threading import Event
from typing import TYPE_CHECKING

import pytest
from equipment import equipped
from examples import SECONDS, drawn, few, generated, solvable
from hypothesis import given
from hypothesis import strategies as st
from judges import changed
from wishes import wished

from matcher.errors import InterruptedSolveError, NoPlanError
from matcher.plan import RungProof, Status
from matcher.plan.files import dump_plan, read_plan
from matcher.scenario import GoalPolicy, Scenario
from matcher.verbs import Run, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matcher.solver import Progress

    Recipe = tuple[Callable[[int, int, int], Scenario], int, int, int]

HURRIES = ((0.05, None), (0.5, None), (SECONDS, 0), (SECONDS, 1), (SECONDS, 5))
"""Seconds that a run has, and news after which somebody stops it, if anybody."""

WORLDS = (
    (drawn, 5, 5, 269),
    (drawn, 7, 7, 27),
    (drawn, 40, 25, 1),
    (drawn, 30, 40, 3),
    (drawn, 40, 60, 2),
    (drawn, 35, 20, 9),
    (equipped, 40, 40, 4),
    (equipped, 25, 30, 7),
    (wished, 25, 30, 7),
)
"""Maker, people, seats and seed; these runs hang on time, which nobody can replay."""


def _findings(done: Run) -> list[str]:
    """Return what the judge says, in words."""
    return [finding.text("en") for finding in done.audit.findings]


def _no_worse(rung: RungProof, than: RungProof) -> bool:
    """Return whether the bound of a rung admits what another plan has there."""
    return (rung.bound - than.best) * (1 if rung.sense == "max" else -1) >= 0


@few(60)
@given(solvable())
def test_a_tiny_plan_is_clean_and_proven(world: Scenario) -> None:
    """The judge finds nothing wrong with a plan, its ledger or its proofs."""
    done = run(world, workers=1)
    assert _findings(done) == []
    assert done.plan.status is Status.OPTIMAL
    assert not done.plan.interrupted


@few(12)
@given(generated())
def test_a_generated_plan_is_clean(world: Scenario) -> None:
    """The same holds for scenarios of real size, proven or not."""
    assert _findings(run(world, workers=1, time_limit=SECONDS)) == []


@pytest.mark.parametrize(("seconds", "news"), HURRIES)
@pytest.mark.parametrize("recipe", WORLDS)
def test_a_hurried_plan_is_clean_and_honest(
    recipe: Recipe, seconds: float, news: int | None
) -> None:
    """A run cut short gives a clean plan, and proves nothing that is not so."""
    make, *size = recipe
    world = make(*size)
    try:
        hurried = _hurry(world, seconds, news)
    except (NoPlanError, InterruptedSolveError):
        # Nobody goes is a plan, unless locks ask for more; news speaks of a plan.
        assert world.locks
        assert news in {None, 0}
        return
    assert _findings(hurried) == []
    assert hurried.plan.interrupted is (news is not None)
    _honest(hurried.plan.rungs, _patient(recipe))


@cache
def _patient(recipe: Recipe) -> tuple[RungProof, ...]:
    """Return the rungs of a run that nobody hurries."""
    make, *size = recipe
    return run(make(*size), workers=1, time_limit=SECONDS).plan.rungs


def _hurry(world: Scenario, seconds: float, news: int | None) -> Run:
    """Return a run that ends after some seconds and stops after some news."""
    stop, number = Event(), count(1)

    def progress(_told: Progress) -> None:
        if next(number) == news:
            stop.set()

    if news == 0:
        stop.set()
    return run(world, workers=1, time_limit=seconds, progress=progress, stop=stop)


def _honest(hurried: Sequence[RungProof], patient: Sequence[RungProof]) -> None:
    """Assert that no bound denies what another plan has, rungs above being equal."""
    # What an earlier rung may give up, a later one need not have had at the end.
    for one, other in zip(hurried, patient, strict=True):
        assert _no_worse(one, other), one
        assert _no_worse(other, one), other
        if one.best != other.best or one.tolerance:
            break


@few(15)
@given(world=st.one_of(solvable(), generated()))
def test_a_plan_comes_back_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, world: Scenario
) -> None:
    """Reading a written plan gives the same plan, shortages and proofs included."""
    plan = run(world, workers=1, time_limit=0.5).plan
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(dump_plan(plan), encoding="utf-8")
    assert read_plan(path) == plan


@few(20)
@given(st.one_of(solvable(), solvable(), generated()), st.data())
def test_one_more_person_never_worsens_the_first_rung(
    world: Scenario, data: st.DataObject
) -> None:
    """Whoever is added need not go, so the first goal is reached as well as before."""
    like = data.draw(st.sampled_from(world.people))
    newcomer = like.model_copy(update={"id": "newcomer"})
    more = changed(world, people=(*world.people, newcomer))
    before = run(world, workers=1, time_limit=SECONDS).plan
    after = run(more, workers=1, time_limit=SECONDS).plan
    assert _no_worse(after.rungs[0], before.rungs[0])


@few(20)
@given(st.one_of(solvable(), solvable(), generated()), st.integers(1, 5))
def test_a_tolerance_never_worsens_the_next_rung(
    world: Scenario, tolerance: int
) -> None:
    """What a rung may give up later rungs may use, and no more than that."""
    strict = _tolerating(world, 0)
    loose = _tolerating(world, tolerance)
    first, second = (
        run(each, workers=1, time_limit=SECONDS).plan.rungs for each in (strict, loose)
    )
    assert _no_worse(second[0], first[0])
    assert _no_worse(first[0], second[0])
    assert abs(second[0].best - second[0].value) <= second[0].tolerance <= tolerance
    if second[0].status is Status.OPTIMAL:
        assert _no_worse(second[1], first[1])


def _tolerating(world: Scenario, tolerance: int) -> Scenario:
    """Return the world with a tolerance on its first goal and on no other."""
    goals = tuple(
        GoalPolicy(
            goal=each.goal,
            parameters=each.parameters,
            tolerance=0 if number else tolerance,
        )
        for number, each in enumerate(world.policy.goals)
    )
    policy = world.policy.model_copy(update={"goals": goals})
    return changed(world, policy=policy)
