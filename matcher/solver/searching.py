"""One search by integer programs: its plan, its bound, its clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matcher.solver.engine import Engine
    from matcher.solver.methods import Task

ROOM = 1e-6
"""What the tolerances of solvers may add to a bound."""


class Search:
    """
    What all searches over columns know and tell.

    Parameters
    ----------
    task, engine
        As :class:`~matcher.solver.methods.Method` has them.
    seconds
        For how long; None for no limit.
    """

    def __init__(self, task: Task, engine: Engine, seconds: float | None) -> None:
        self._task = task
        self._engine = engine
        self._until = None if seconds is None else time.monotonic() + seconds
        self._weights = np.zeros(len(task.linear.low), np.int64)
        self._weights[list(task.objective)] = list(task.objective.values())
        self._values = np.array(task.values, np.int64)
        self._bound = task.sign * (task.bound - task.offset)

    @property
    def _worth(self) -> int:
        return int(self._weights @ self._values)

    @property
    def _proven(self) -> bool:
        return self._bound <= self._worth

    def _left(self) -> float | None:
        return None if self._until is None else self._until - time.monotonic()

    def _over(self) -> bool:
        """Return whether there is nothing left to do or no time for it."""
        return self._proven or self._late()

    def _late(self) -> bool:
        """Return whether there is no time left."""
        left = self._left()
        return (left is not None and left <= 0) or self._engine.stopped

    def _of_rung(self, worth: int) -> int:
        return self._task.offset + self._task.sign * worth

    def _tell(self, _worth: int = 0) -> None:
        self._task.news(self._of_rung(self._worth), self._of_rung(self._bound))
