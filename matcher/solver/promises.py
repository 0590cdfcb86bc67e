"""
What linear programs promise on the rungs, kept beside the model of a piece.

A linear program bounds a rung in a fraction of the time that a search takes. Where a
plan has as much as it promises, the rung is proven without any search, and what the
promise costs to leave, known for each variable, narrows the model for all rungs below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.rulebook import GOALS
from matcher.solver.expressions import Expr, narrow, terms
from matcher.solver.linear import FREE, Array, Linear
from matcher.solver.relaxation import Relaxed, quick, relax
from matcher.solver.rows import linear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ortools.sat.python import cp_model

    from matcher.solver.engine import Answer, Engine

_WORK_OF_LEAP = 1.0
"""In the engine's own measure."""

_WORK_OF_GREAT_LEAP = 30.0
_SHARE_OF_GREAT_LEAP = 0.9
"""For all goals at once, the first time, where the rules are rows."""

Rung = tuple[str, str]
Goal = tuple[Rung, Expr]


def maximise(rung: Rung) -> bool:
    """Return whether more is better on the rung."""
    return GOALS[rung[0]].sense == "max"


def hold(model: cp_model.CpModel, rung: Rung, expression: Expr, value: int) -> None:
    """Let the model hold only what is no worse than the value on the rung."""
    if maximise(rung):
        model.add(expression >= value)
    else:
        model.add(expression <= value)


@dataclass(frozen=True)
class _Promise:
    """
    What a linear program promised of an expression.

    Parameters
    ----------
    rung, expression
        Of what.
    value
        No plan has better.
    relaxed
        The proof.
    before
        The rows that it rests on.
    """

    rung: Rung
    expression: Expr
    value: int
    relaxed: Relaxed
    before: Linear

    def kept(self, value: int) -> Linear:
        """Return the rows with one that keeps a value, and what it rules out."""
        _, offset = terms(self.expression)
        least = value - offset if maximise(self.rung) else offset - value
        low, high = self.relaxed.held(self.before, least)
        narrow = self.before.within(low, high)
        return with_goal(narrow, self.rung, self.expression, value)


class Promises:
    """
    The linear part of a model, and what it promised so far.

    Parameters
    ----------
    model
        The model; its bounds of variables are narrowed by what is proven.
    """

    def __init__(self, model: cp_model.CpModel) -> None:
        self._model = model
        self._linear: Linear | None = None
        self._known: dict[Rung, _Promise] = {}
        self._basis: Any = None
        self._leapt = False

    @property
    def linear(self) -> Linear:
        """The linear part of the model as it is now."""
        if self._linear is None or len(self._linear.low) != len(
            self._model.proto.variables
        ):
            self._linear = linear(self._model)
            self._known.clear()
            self._basis = None
        return self._linear

    def bound(self, goals: Sequence[Goal]) -> int | None:
        """Return a proven bound of the last goal, the others at what is promised."""
        chain = self._chain(goals)
        return chain[-1].value if len(chain) == len(goals) else None

    def _chain(self, goals: Sequence[Goal]) -> list[_Promise]:
        """Return promises that rest on each other, until one cannot be had."""
        now = self.linear
        chain: list[_Promise] = []
        for rung, expression in goals:
            if not quick(now):
                # Such a program takes its time: it is for those who search meanwhile.
                break
            promise = self._known.get(rung)
            if promise is None:
                promise = _promise(now, rung, expression, self._basis)
            if promise is None:
                break
            self._known[rung] = promise
            self._basis = promise.relaxed.basis
            chain.append(promise)
            now = promise.kept(promise.value)
        return chain

    def known(self, rung: Rung) -> Relaxed | None:
        """Return what was proven of the rung by itself, if anything was."""
        promise = self._known.get(rung)
        return None if promise is None else promise.relaxed

    def keep(self, rung: Rung, expression: Expr, value: int) -> None:
        """Hold the variables without which the rung cannot have the value."""
        promise = self._known.pop(rung, None)
        if promise is None and self._linear is None:
            # Whoever asks for the rows will find this one in the model.
            return
        if promise is None:
            self._known.clear()
            self._basis = None
            self._linear = with_goal(self.linear, rung, expression, value)
            return
        if promise.value != value:
            # What was promised below rested on more than is kept.
            self._known.clear()
        self._linear = promise.kept(value)
        _narrow(self._model, promise.before, self._linear)

    def cut(self, members: Iterable[int], most: int) -> None:
        """Add a row that every plan keeps: at most so many of some columns are 1."""
        self._linear = self.linear.with_row(dict.fromkeys(members, 1), -FREE, most)
        self._known.clear()

    def narrow(self, low: Array, high: Array) -> None:
        """Take narrower bounds of the columns, which every plan keeps."""
        before = self.linear
        self._linear = before.within(low, high)
        self._known.clear()
        _narrow(self._model, before, self._linear)

    def leap(
        self,
        goals: Sequence[Goal],
        values: Sequence[int],
        engine: Engine,
        seconds: float | None,
    ) -> Sequence[int] | None:
        """
        Look for one plan that has all that is promised on as many goals as possible.

        Parameters
        ----------
        goals
            From the first rung on.
        values
            The plan to begin with.
        engine
            What looks.
        seconds
            Time for each look; None for no limit.

        Returns
        -------
        sequence of int or None
            Values of the model's variables, if a plan was found.
        """
        chain, found = self._chain(goals), None
        least, most = 0, len(chain)
        hint = dict(enumerate(values))
        great = self.linear.exact and not self._leapt
        self._leapt = True
        while least < most:
            # All at first, then halfway between what was found and what was not.
            count = (least + most + 1) // 2 if most < len(chain) or found else most
            model = self._model.clone()
            model.proto.clear_objective()
            for each in chain[:count]:
                hold(model, each.rung, each.expression, each.value)
            _narrow(model, self.linear, chain[count - 1].kept(chain[count - 1].value))
            answer = self._asked(model, engine, seconds, hint, great=great)
            if answer.values is None:
                # Where rules are rows, other methods are better at a part of it.
                most = 0 if great else count - 1
            else:
                least, found = count, answer.values
                hint = dict(enumerate(found))
        return found

    def _asked(
        self,
        model: cp_model.CpModel,
        engine: Engine,
        seconds: float | None,
        hint: Mapping[int, int],
        *,
        great: bool,
    ) -> Answer:
        """Ask for a plan; with patience if that is a great leap."""
        work, level = _WORK_OF_LEAP, 2
        if great:
            work, level = _WORK_OF_GREAT_LEAP, 1
            seconds = None if seconds is None else seconds * _SHARE_OF_GREAT_LEAP
            # What was found step by step is in the way of a plan from one mould.
            hint = {}
        return engine.run(
            model, seconds, None, hint, alone=True, work=work, level=level
        )


def _promise(
    now: Linear, rung: Rung, expression: Expr, basis: object
) -> _Promise | None:
    coefficients, offset = terms(expression)
    sign = 1 if maximise(rung) else -1
    objective = {key: sign * value for key, value in coefficients.items()}
    relaxed = relax(now, objective, basis=basis)
    if relaxed is None:
        return None
    value = offset + sign * relaxed.bound
    return _Promise(rung, expression, value, relaxed, now)


def with_goal(before: Linear, rung: Rung, expression: Expr, value: int) -> Linear:
    """Return the rows with one that keeps the value of a rung."""
    coefficients, offset = terms(expression)
    if maximise(rung):
        return before.with_row(coefficients, value - offset, FREE)
    return before.with_row(coefficients, -FREE, value - offset)


def _narrow(model: cp_model.CpModel, before: Linear, after: Linear) -> None:
    """Cut the domains of the model down to the narrower bounds."""
    variables = model.proto.variables
    moved = (after.low > before.low) | (after.high < before.high)
    for column in np.flatnonzero(moved).tolist():
        narrow(variables[column], int(after.low[column]), int(after.high[column]))
