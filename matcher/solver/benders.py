"""
The method for large pieces with free dates: who goes first, the dates afterwards.

Which candidates are taken is chosen by an integer program over the linear form, which
knows of dates only what rows can say. Whether those who are taken can all have dates
is asked in an excerpt of the model. If they cannot, a few of them are to blame: a row
says that at most so many of these, and of all who are like them, can be taken, and
the program is solved again. What it proves holds for the piece, for its rows do.

This is Benders' decomposition with conflicts for cuts (J. N. Hooker, G. Ottosson, Math.
Program. 96, 2003).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.conflicts import Conflicts
from matcher.solver.engine import Answer
from matcher.solver.expressions import aim, narrow, total
from matcher.solver.linear import FREE
from matcher.solver.programs import CUTTING, solve_program
from matcher.solver.searching import ROOM, Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ortools.sat.python import cp_model

    from matcher.solver.engine import Cut, Engine
    from matcher.solver.expressions import Expr
    from matcher.solver.linear import Array, Linear
    from matcher.solver.methods import Task
    from matcher.solver.programs import Outcome

_WORK_OF_REPAIR = 1.0
_WORK_OF_BLAME = 1.0
_WORK_OF_DATES = 3.0
"""In the engine's own measure."""

_HUGE = 60_000
"""From this number of columns on, nobody else finds plans, and proofs take too long."""

_SHARE = 0.75
"""Of the time; the rest is for who looks at all at once."""

_NEAR = 1e-3
"""The gap that is good enough for a huge piece, if time is limited."""

_EXACT = 1000
"""Sums up to here are exact, but for what tolerances add to any."""

_MOST_ROUNDS = 50
_MOST_TRIES = 4

_HALF = 0.5
"""Less than any difference between plans that are not as good as each other."""

_MANY = 2
"""So many times as many people, and a plan is begun anew with them."""


class Benders:
    """Integer programs for who goes, CP-SAT for the dates."""

    def search(self, task: Task, engine: Engine) -> Answer:
        """Return the best values found and what was proven of the rung."""
        return _Search(task, engine).run()


class _Search(Search):
    """One search, with the rows that it learns."""

    def __init__(self, task: Task, engine: Engine) -> None:
        seconds = task.seconds
        self._hurried = seconds is not None and len(task.linear.low) >= _HUGE
        share = 1 if self._hurried else _SHARE
        super().__init__(task, engine, None if seconds is None else share * seconds)
        self._choices = {each.taken.index: each for each in task.variables.choices}
        self._conflicts = Conflicts(task.variables, task.excerpts, engine)
        self._cuts: list[Cut] = []
        self._asked: list[Cut] = []
        self._unique = False

    def run(self) -> Answer:
        """Search, and return what was found."""
        for _ in range(_MOST_ROUNDS):
            if self._over() or not self._round():
                break
        if self._task.unique and self._proven:
            self._ask_for_others()
        values = tuple(self._values.tolist())
        bound = self._of_rung(self._bound)
        return Answer(
            values,
            bound,
            impossible=False,
            cuts=tuple(self._cuts),
            unique=self._unique,
        )

    def _round(self) -> bool:
        """Choose who goes, ask for dates; return whether anything was learnt."""
        outcome = self._chosen()
        fewer = self._learn_bound(outcome)
        if outcome.values is None or self._proven:
            return fewer
        values = np.rint(outcome.values).astype(np.int64)
        if self._begin(values):
            return True
        for _ in range(_MOST_TRIES):
            cuts = self._conflicting(values)
            if not cuts:
                return self._dated(values)
            self._repair(values, cuts)
            others = None if self._over() else self._beside(values, cuts)
            if others is None:
                break
            values = others
        return True

    def _begin(self, values: Array) -> bool:
        """Give some of those chosen dates, if few go yet; return if it is proven."""
        taken = self._taken(values)
        if len(taken) <= _MANY * len(self._taken(self._values)):
            return False
        others = self._choices.keys() - taken
        self._complete(values, dict.fromkeys(others, 0), _WORK_OF_DATES)
        return self._proven

    def _taken(self, values: Array) -> list[int]:
        """Return who is taken, by the index of the variable."""
        return [each for each in self._choices if values[each]]

    def _conflicting(self, values: Array) -> list[Cut]:
        """Learn rows against those taken who cannot all have dates, if any."""
        # Of what else these rungs look at, dates must allow what is 1 here, too.
        more = [each for each in self._watched if values[each]]
        cuts = list(self._conflicts.among(self._taken(values), more))
        self._cuts += cuts
        return cuts

    def _ask_for_others(self) -> None:
        """Ask for others than those of the best plan, until none are left."""
        for _ in range(_MOST_TRIES):
            if self._unique or self._late():
                return
            outcome = self._chosen()
            self._learn_bound(outcome)
            if outcome.values is None:
                return
            if not self._conflicting(np.rint(outcome.values).astype(np.int64)):
                return

    def _beside(self, values: Array, cuts: Iterable[Cut]) -> Array | None:
        """Choose again only around those in conflict, for as much as before."""
        free = self._around(cuts)
        linear = self._rows()
        low, high = linear.low.copy(), linear.high.copy()
        for column in self._choices.keys() - free:
            low[column] = high[column] = values[column]
        worth = int(self._weights @ values)
        linear = linear.within(low, high)
        linear = linear.with_row(dict(self._task.objective), worth, FREE)
        outcome = solve_program(
            linear.terse(),
            np.zeros(len(low)),
            CUTTING,
            seconds=self._left(),
            whole=True,
        )
        others = outcome.values
        return None if others is None else np.rint(others).astype(np.int64)

    @cached_property
    def _watched(self) -> list[int]:
        """The columns of 0 or 1 that this rung and those that are kept look at."""
        high = self._task.linear.high
        return [each for each in sorted(self._task.watched()) if high[each] == 1]

    def _chosen(self) -> Outcome:
        """Choose who is taken, by the rows alone; others, if that is asked."""
        others = self._task.unique
        return solve_program(
            (self._others() if others else self._rows()).terse(),
            self._weights.astype(float),
            CUTTING,
            seconds=self._left(),
            whole=True,
            gap=_NEAR if self._hurried else 0.0,
            hint=None if others else self._values,
            above=self._worth - _HALF if others else None,
        )

    def _others(self) -> Linear:
        """Return the rows for all plans but those in which the same people go."""
        pairs = self._task.variables.pairs(self._values.tolist())
        terms = {
            column: 1 if (each.person, each.need) in pairs else -1
            for column, each in self._choices.items()
        }
        return self._rows().with_row(terms, -FREE, len(pairs) - 1)

    def _rows(self) -> Linear:
        """Return the rows with all that was learnt, for plans as good as the best."""
        linear = self._task.linear
        for members, most in (*self._cuts, *self._asked):
            linear = linear.with_row(dict.fromkeys(members, 1), -FREE, most)
        if self._task.relaxed is not None:
            linear = linear.within(*self._task.relaxed.held(linear, self._worth))
        if self._task.relaxed is not None and self._bound >= self._task.relaxed.bound:
            # The linear program says so by itself, and a row in vain slows it down.
            return linear
        # Whoever has reached what is proven need not prove it again.
        return linear.with_row(dict(self._task.objective), -FREE, self._bound)

    def _learn_bound(self, outcome: Outcome) -> bool:
        """Take the bound over; return whether it is a better one."""
        if outcome.impossible and self._task.unique and self._holds_for_all:
            bound, self._unique = self._worth, True
        elif outcome.impossible:
            if not self._asked:
                return False
            bound = self._bound - 1
        else:
            # Whole weights have whole sums; the room is for the solver's tolerances.
            room = ROOM * max(1.0, abs(outcome.bound) / _EXACT)
            bound = int(np.floor(min(outcome.bound + room, self._bound)))
        if bound >= self._bound:
            return False
        # Rows that were asked hold for all plans as good as the bound, not for worse.
        bound = self._bound - 1 if self._asked else bound
        self._bound = max(bound, self._worth)
        self._asked = []
        self._tell()
        return True

    @property
    def _holds_for_all(self) -> bool:
        """Whether all rows hold for every plan as good as the best that is known."""
        return self._proven or not self._asked

    def _repair(self, values: Array, cuts: Iterable[Cut]) -> None:
        """Look for a plan that differs only where somebody was in the way."""
        kept = {
            column: int(values[column])
            for column in self._choices.keys() - self._around(cuts)
        }
        self._complete(values, kept, _WORK_OF_REPAIR)

    def _around(self, cuts: Iterable[Cut]) -> set[int]:
        """Return the choices for the needs in conflict, and all of their rivals."""
        members = {each for cut, _ in cuts for each in cut} & self._choices.keys()
        needs = {self._choices[each].need for each in members}
        rivals = [each for each in self._choices.values() if each.need in needs]
        people = {each.person for each in rivals}
        return {
            column
            for column, each in self._choices.items()
            if each.need in needs or each.person in people
        }

    def _dated(self, values: Array) -> bool:
        """Give those taken dates; return whether anything was learnt."""
        kept = {column: int(values[column]) for column in self._choices}
        dated = self._complete(values, kept, _WORK_OF_DATES)
        return self._proven or self._blamed(self._taken(values), dated=dated)

    def _complete(self, values: Array, kept: Mapping[int, int], work: float) -> bool:
        """Look for a plan in which some are taken, or not, as given."""
        model = self._task.variables.model.clone()
        aim(model, self._worth_in(model), maximise=True)
        for column, value in kept.items():
            narrow(model.proto.variables[column], value, value)
        hint = dict(enumerate(values.tolist()))
        answer = self._engine.run(
            model, self._left(), None, hint, alone=True, work=work
        )
        if answer.values is None:
            return False
        found = np.array(answer.values, np.int64)
        if int(self._weights @ found) >= self._worth:
            self._values = found
            self._tell()
        return True

    def _blamed(self, taken: Iterable[int], *, dated: bool) -> bool:
        """Find out who of those taken is in the way of a plan as good as the bound."""
        if not dated and (few := self._conflicts.few(sorted(taken))):
            self._cuts.append(self._widened(frozenset(few)))
            return True
        model = self._task.variables.model.clone()
        model.proto.clear_objective()
        if dated:
            model.add(self._worth_in(model) >= self._bound)
        found = self._engine.conflict(model, taken, _WORK_OF_BLAME)
        if found and dated:
            self._asked.append((frozenset(found), len(found) - 1))
        elif found:
            self._cuts.append(self._widened(frozenset(found)))
        elif found is not None and dated:
            # Nobody is: there is no such plan.
            self._bound -= 1
            self._asked = []
        return found is not None and (dated or bool(found))

    def _worth_in(self, model: cp_model.CpModel) -> Expr:
        """Return what is to be made large, in a copy of the model."""
        return total(
            weight * model.get_int_var_from_proto_index(column)
            for column, weight in self._task.objective.items()
        )

    def _widened(self, members: frozenset[int]) -> Cut:
        """Return a row against some who cannot have dates, or all for their needs."""
        most = len(members) - 1
        needs = sorted({self._choices[each].need for each in members})
        rivals = [
            each.taken for need in needs for each in self._task.variables.of_need(need)
        ]
        model = self._task.variables.model.clone()
        aim(model, total(rivals), maximise=True)
        answer = self._engine.run(model, None, alone=True, work=_WORK_OF_BLAME)
        if answer.bound is not None and answer.bound <= most:
            return frozenset(each.index for each in rivals), answer.bound
        return members, most
