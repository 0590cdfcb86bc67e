"""Better plans for large pieces: a few needs at a time, the others as they are."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from matcher.scenario.entities import Need
    from matcher.solver.engine import Engine
    from matcher.solver.variables import Variables

_NEEDS_AT_ONCE = 20
_SECONDS_AT_ONCE = 0.6


def grown(
    variables: Variables, values: Sequence[int], engine: Engine, seconds: float
) -> Sequence[int]:
    """
    Return values that are as good or better on the model's objective.

    Parameters
    ----------
    variables
        The model, with its objective.
    values
        The plan to begin with, one value per variable.
    engine, seconds
        What improves it, and for how long.

    Notes
    -----
    Needs that compete for the same people are taken together; dates stay free.
    """
    began = time.monotonic()
    scenario = variables.scenario

    def rivalry(need: Need) -> tuple[str, date]:
        specialty = scenario.specialty[need.specialty]
        return specialty.family or specialty.id, need.first_day

    needs = sorted(variables.needs, key=rivalry)
    for first in range(0, len(needs), _NEEDS_AT_ONCE // 2):
        left = seconds - (time.monotonic() - began)
        if left <= 0 or engine.stopped:
            break
        chosen = {each.id for each in needs[first : first + _NEEDS_AT_ONCE]}
        limit = min(left, _SECONDS_AT_ONCE)
        values = _grown_for(chosen, variables, values, engine, limit)
    return values


def _grown_for(
    needs: AbstractSet[str],
    variables: Variables,
    values: Sequence[int],
    engine: Engine,
    seconds: float,
) -> Sequence[int]:
    """Return better values for some needs, the others keeping their people."""
    model = variables.model.clone()
    for choice in variables.choices:
        if choice.need not in needs:
            index = choice.taken.index
            domain = model.proto.variables[index].domain
            domain[0] = domain[1] = values[index]
    hint = dict(enumerate(values))
    answer = engine.run(model, seconds, None, hint, alone=True)
    return answer.values or values
