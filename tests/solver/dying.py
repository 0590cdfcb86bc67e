"""Pieces whose process is killed in the middle, in a module that every process has."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.solver.afar import Found, Order, climbed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matcher.scenario import Scenario


@dataclass(frozen=True)
class Dying:
    """
    Climbs; the process that climbs the largest piece dies after its first rung.

    Parameters
    ----------
    folder
        Holds a file for each death.
    count
        How many processes die.
    """

    folder: Path
    count: int

    def __call__(
        self,
        scenario: Scenario,
        workers: int | None,
        versions: Mapping[str, str],
        order: Order,
    ) -> Found:
        """Climb, or die."""
        deaths = len(list(self.folder.iterdir()))
        if order.number == 0 and deaths < self.count:
            begun = replace(order, steps=order.steps[:1])
            climbed(scenario, workers, versions, begun)
            (self.folder / str(deaths)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return climbed(scenario, workers, versions, order)
