"""Several scenarios in one run: none holds up the others, and each has its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from matcher.cli.failures import problem_lines
from matcher.errors import GateError, MatcherError, ScenarioError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from matcher.cli.face import Face

Result = TypeVar("Result")


def attempted(
    source: Sequence[Path], face: Face, work: Callable[[], Result]
) -> Result | MatcherError:
    """
    Return what the work returns, or the error that ended it, told with its scenario.

    Parameters
    ----------
    source
        The scenario and its overlays.
    face
        How to speak.
    work
        What is to be done with the scenario.
    """
    try:
        with face.naming(*source):
            return work()
    except MatcherError as failure:
        if isinstance(failure, ScenarioError):
            for line in problem_lines(failure.problems, face):
                face.tell(line)
        face.tell(failure.text(face.language))
        return failure


def worst(statuses: Iterable[int]) -> int:
    """
    Return the exit status that counts: the highest, a gate's only before 0.

    Parameters
    ----------
    statuses
        How each scenario ended; behind a gate there is a plan, behind an error none.
    """
    planned = (0, GateError.exit_status)
    return max(statuses, key=lambda each: (each not in planned, each))
