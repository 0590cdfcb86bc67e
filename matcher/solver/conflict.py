"""Strict locks that cannot all be kept: a smallest set, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility import obstacles
from matcher.errors import ContradictionError
from matcher.scenario.base import LockKind
from matcher.solver.model import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.scenario import Scenario
    from matcher.scenario.conditions import Lock
    from matcher.solver.engine import Engine


def contradiction(
    scenario: Scenario, engine: Engine, seconds: float | None
) -> ContradictionError:
    """
    Return the error that names a smallest set of locks that cannot all be kept.

    Parameters
    ----------
    scenario
        A scenario whose strict locks are proven contradictory.
    engine
        What proves it again for every smaller set.
    seconds
        Time for each proof.

    Notes
    -----
    Deletion: a lock is dropped from the set if the rest alone is still proven
    impossible. A proof that runs out of time keeps the lock.
    """
    core = list(scenario.locks)
    for lock in scenario.locks:
        rest = [each for each in core if each is not lock]
        if rest and _impossible(scenario, rest, engine, seconds):
            core = rest
    reasons = {}
    if len(core) == 1:
        found = _reasons(scenario, core[0])
        if found:
            reasons[core[0].id] = found
    return ContradictionError([lock.id for lock in core], reasons)


def _impossible(
    scenario: Scenario, locks: Iterable[Lock], engine: Engine, seconds: float | None
) -> bool:
    variables = build(scenario, locks=locks)
    return engine.run(variables.model, seconds).impossible


def _reasons(scenario: Scenario, lock: Lock) -> tuple[str, ...]:
    """Return the pair rules that a lock on one need breaks by itself."""
    if lock.kind is not LockKind.PIN or lock.target not in scenario.need:
        return ()
    person, need = scenario.person[lock.person], scenario.need[lock.target]
    return obstacles(scenario, person, need)
