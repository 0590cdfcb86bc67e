"""The gates of ``--fail-on``: what a pipeline may not want to pass over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.errors import GateError
from matcher.language import mark
from matcher.plan import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.verbs import Run

GATES: Mapping[str, Callable[[Run], bool]] = {
    "shortage": lambda run: bool(run.plan.shortages),
    "gap": lambda run: run.plan.status is not Status.OPTIMAL,
    "concession": lambda run: bool(run.audit.concessions),
}
"""What trips each gate."""


def pass_gates(run: Run, asked: tuple[str, ...]) -> None:
    """
    Raise an error if one of the gates trips.

    Parameters
    ----------
    run
        What came out.
    asked
        Names of gates.

    Raises
    ------
    matcher.errors.GateError
        With the names of the gates that tripped.
    """
    tripped = [name for name, trips in GATES.items() if name in asked and trips(run)]
    if tripped:
        raise GateError(
            mark("Gate tripped: {gates}. The outputs were written all the same."),
            gates=", ".join(tripped),
        )
