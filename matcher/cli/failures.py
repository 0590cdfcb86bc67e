"""How a run ends: what is said of a failure, and the exit status."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

import click

from matcher.errors import (
    ContradictionError,
    InterruptedSolveError,
    MatcherError,
    Problem,
    ScenarioError,
)
from matcher.extras import unforeseen
from matcher.language import Language, mark, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matcher.cli.face import Face

SHOWN = 50
"""How many problems are printed; ``--json`` has them all."""


def status_of(failure: BaseException, face: Face) -> int:
    """
    Tell what went wrong and return the exit status.

    Parameters
    ----------
    failure
        What ended the run.
    face
        How to speak.
    """
    if isinstance(failure, click.ClickException):
        failure.show()
        return _told("usage", failure.exit_code, failure.format_message(), face)
    if isinstance(failure, (click.Abort, KeyboardInterrupt)):
        failure = InterruptedSolveError()
    if isinstance(failure, MatcherError):
        return _expected(failure, face)
    if isinstance(failure, OSError):
        face.tell(str(failure))
        return _told("file", 2, str(failure), face)
    return _unexpected(failure, face)


def _told(slug: str, status: int, message: str, face: Face) -> int:
    """Return the status, told to a program that was promised one document."""
    if face.as_json and not face.emitted:
        document = {"error": slug, "exit_status": status, "message": message}
        face.emit("error", document)
    return status


def _expected(failure: MatcherError, face: Face) -> int:
    if isinstance(failure, ScenarioError):
        for line in problem_lines(failure.problems, face):
            face.tell(line)
    face.tell(failure.text(face.language))
    if face.as_json and not face.emitted:
        face.emit("error", failure_document(failure, face.language))
    return failure.exit_status


def _unexpected(failure: BaseException, face: Face) -> int:
    if face.debug:
        traceback.print_exception(failure, file=sys.stderr)
    message = unforeseen(failure).text(face.language)
    face.tell(message)
    return _told(MatcherError.slug, MatcherError.exit_status, message, face)


def problem_lines(problems: Sequence[Problem], face: Face) -> list[str]:
    """
    Return the first problems as lines, and how many more there are.

    Parameters
    ----------
    problems
        All faults of the files.
    face
        How to speak.
    """
    lines = [problem.text(face.language) for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        more = mark("… and {count} more; --json lists them all.")
        lines.append(face.translate(more, count=len(problems) - SHOWN))
    return lines


def failure_document(failure: MatcherError, language: Language) -> Mapping[str, object]:
    """
    Return what a program should know of a failure.

    Parameters
    ----------
    failure
        What ended the run.
    language
        The language of its messages.
    """
    document: dict[str, object] = {
        "error": failure.slug,
        "exit_status": failure.exit_status,
        "message": failure.text(language),
    }
    if isinstance(failure, ScenarioError):
        document["problems"] = [
            problem_document(problem, language) for problem in failure.problems
        ]
    if isinstance(failure, ContradictionError):
        document["locks"] = failure.locks
        document["reasons"] = failure.reasons
    return document


def problem_document(problem: Problem, language: Language) -> Mapping[str, object]:
    """
    Return one problem for a program.

    Parameters
    ----------
    problem
        A fault of a file.
    language
        The language of its message.
    """
    place = problem.place
    return {
        "code": problem.code,
        "severity": "warning" if problem.is_warning else "error",
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "cell": place.letter,
        "position": place.position,
        "column": place.column,
        "value": _fact(problem, "value", language),
        "nearest": _fact(problem, "nearest", language),
        "message": problem.message(language),
    }


def _fact(problem: Problem, name: str, language: Language) -> str | None:
    """Return a fact of a problem, None if it has none of this name."""
    if name not in problem.facts:
        return None
    return translate("{fact}", language, fact=problem.facts[name])
