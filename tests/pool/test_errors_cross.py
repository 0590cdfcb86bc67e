"""Errors are values that cross between processes."""

from __future__ import annotations

import pickle
from pathlib import PurePath

import pytest

from matcher import errors, extras
from matcher.errors import MatcherError, Place, Problem
from matcher.language import LANGUAGES

_ROW = Problem("E201", Place("people.csv", 3), "{value} is no day.", facts={"value": 1})

ERRORS = [
    errors.ScenarioError([_ROW]),
    errors.OutputError(PurePath("out")),
    errors.OutputLockedError(PurePath("out")),
    errors.UnwritableError(PurePath("out")),
    errors.AnnotationError(PurePath("year.xlsx")),
    errors.ContradictionError(["L1", "L2"], {"L1": ["level"]}),
    errors.NoPlanError(3.5),
    errors.GateError("{gates}", gates="gap"),
    errors.AuditError(2),
    errors.InterruptedSolveError(),
    extras.ExtraError("ray", ModuleNotFoundError("ray", name="ray")),
    extras.TemplateFault("{path}", path="x"),
    extras.ClusterError("{address}", address="auto"),
    extras.OtherInputsError(PurePath("out"), ["one", "two"]),
    extras.VersionError("head", {"matcher": "1"}, {"matcher": "2"}),
    extras.LostError(3),
    extras.unforeseen(ZeroDivisionError()),
]


def test_every_kind_of_error_is_tried() -> None:
    """No kind is left out below."""
    assert {type(each) for each in ERRORS} == {
        MatcherError,
        *MatcherError.__subclasses__(),
    }


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
def test_an_error_comes_back_as_it_was(error: MatcherError) -> None:
    """Kind, texts and facts, and what was noted of where it happened."""
    error.add_note("in cell 3")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert str(back) == str(error)
    assert [back.text(each) for each in LANGUAGES] == [
        error.text(each) for each in LANGUAGES
    ]
