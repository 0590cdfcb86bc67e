"""One piece of a scenario on the ladder: its model, its best plan, its bounds."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from matcher.plan import Arrangements
from matcher.solver.arrangements import arrangements, wealth
from matcher.solver.branching import Branching
from matcher.solver.engine import LARGE, Answer, Engine, News
from matcher.solver.expressions import aim, evaluate, terms, total
from matcher.solver.flow import Flow
from matcher.solver.goals import GOALS
from matcher.solver.goals_of_places import fairness
from matcher.solver.methods import (
    AUTO,
    BRANCHING,
    FLOW,
    TRIAL,
    Method,
    Suited,
    Task,
    suited,
)
from matcher.solver.model import build
from matcher.solver.neighbourhoods import grown
from matcher.solver.promises import Promises, Rung, maximise
from matcher.solver.thinning import Stay, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.solver.part import Part
    from matcher.solver.pieces import Group

_SECONDS_OF_GROWTH = 20.0

_WORK_AT_FIRST = 3.0
"""A large model that one worker proves with so much work needs no more of them."""

_HUGE = 6000
"""From this number of variables on, one worker proves too little to try."""

_WORK_OF_REFUTING = 2.0
"""So much work for one try to prove that no plan is as good as the bound."""

_LONG = 1000
"""From this number of variables on, rungs are tried several at a time."""

_WORK_OF_COMPLETION = 5.0
"""In the engine's own measure, which no slow machine changes."""

_METHODS: Mapping[str, Method] = {BRANCHING: Branching(), FLOW: Flow()}

MAXIMA: frozenset[Rung] = frozenset({("preferences", "worst"), ("finish", "")})
"""The rungs on which the whole is as its worst piece; on all others it is the sum."""


def combine(rung: Rung) -> Callable[[Iterable[int]], int]:
    """Return how values of pieces make the value of the whole: sum or maximum."""
    if rung in MAXIMA:
        return lambda values: max(values, default=0)
    return sum


@dataclass(frozen=True)
class Reached:
    """
    What a piece has on a rung.

    Parameters
    ----------
    best
        Value of the best plan found.
    bound
        No plan of the piece that keeps the rungs above is better.
    """

    best: int
    bound: int


class Piece:
    """
    Candidates that share rules, with the model that plans them.

    Parameters
    ----------
    scenario
        The whole scenario.
    group
        The candidates and locks of the piece.
    asked
        The method that was asked for.

    Attributes
    ----------
    values
        The best plan so far: one value per variable of the model. It is kept here and
        handed to the engine as a hint; the engine is never trusted to give it back.
    reached
        What was reached on each rung so far.
    """

    def __init__(self, scenario: Scenario, group: Group, asked: str = AUTO) -> None:
        self.group = group
        self.asked = asked
        self.reached: dict[Rung, Reached] = {}
        self.variables = build(scenario, group.candidates, group.locks, group.idle)
        self._parts: dict[Rung, Part] = {}
        for each in scenario.policy.goals:
            if each.goal != "fairness":
                self._add(each.goal, GOALS[each.goal](self.variables))
        self.values: Sequence[int] = self._nobody()
        self._kept: dict[Rung, int] = {}
        self._opened: Mapping[str, int] | None = None
        self._trial: Trial | None = None
        self._promises = Promises(self.variables.model)

    def _add(self, goal: str, parts: Iterable[Part]) -> None:
        for part in parts:
            self._parts[goal, part.name] = part

    def _nobody(self) -> list[int]:
        """Return the values of the plan that sends nobody."""
        return [max(0, each.domain[0]) for each in self.variables.model.proto.variables]

    def open_fairness(self, settled: Mapping[str, int]) -> None:
        """Add the parts of fairness, knowing what the other pieces give each area."""
        self._add("fairness", fairness(self.variables, settled))
        self._opened, self._trial = settled, None
        # New variables are at their value for nobody until the engine runs again.
        self.values = [*self.values, *self._nobody()[len(self.values) :]]

    def start(self, engine: Engine, seconds: float | None) -> bool | None:
        """Find any plan: True if found, False if proven impossible, None if unknown."""
        if self._simplest():
            return True
        answer = engine.run(self.variables.model, seconds)
        if answer.values is not None:
            self.values = answer.values
            return True
        return False if answer.impossible else None

    def _simplest(self) -> bool:
        """Send nobody but for what single rows ask, if that keeps all rules."""
        linear = self._promises.linear
        if not linear.exact:
            return False
        values = np.array(self.values, np.int64)
        single = np.flatnonzero(np.diff(linear.starts) == 1)
        asked = single[linear.least[single] == linear.coeffs[linear.starts[single]]]
        values[linear.columns[linear.starts[asked]]] = 1
        if not linear.holds(values):
            return False
        self.values = values.tolist()
        return True

    def adopt(self, pieces: Iterable[Piece], engine: Engine) -> None:
        """Take over the plans of pieces that this one replaces, and what they keep."""
        known = {
            choice.candidate: (choice, piece.values)
            for piece in pieces
            for choice in piece.variables.choices
        }
        hint = {}
        for choice in self.variables.choices:
            old, values = known[choice.candidate]
            for mine, its in zip(choice.decisions, old.decisions, strict=True):
                hint[mine.index] = values[its.index]
        if not self.settle(hint, engine):
            raise RuntimeError("pieces that share nothing contradict each other")

    def settle(self, hint: Mapping[int, int], engine: Engine) -> bool:
        """Take the plan whose decisions are given, if the model admits it."""
        answer = engine.run(self.variables.model, None, hint=hint, complete=True)
        if answer.values is not None:
            self.values = answer.values
        return answer.values is not None

    def plan(self) -> frozenset[Stay]:
        """Return the best plan so far: who is taken, for which days of the horizon."""
        found = []
        for choice in self.variables.choices:
            if self.values[choice.taken.index]:
                start = evaluate(choice.start, self.values)
                length = evaluate(choice.length, self.values)
                found.append((choice.candidate, start, start + length))
        return frozenset(found)

    def standing(self, rung: Rung) -> Reached:
        """Return what the plan has on a rung, and the bound that needs no solver."""
        part = self._parts.get(rung)
        if part is None:
            return Reached(0, 0)
        return Reached(evaluate(part.value, self.values), part.limit)

    def climb(
        self,
        rung: Rung,
        engine: Engine,
        seconds: float | None,
        news: News,
        ahead: Sequence[Rung] = (),
    ) -> Reached:
        """
        Solve one rung as well as time allows and return what was reached.

        Parameters
        ----------
        rung
            The rung.
        engine, seconds, news
            What solves, how long, and who is told.
        ahead
            The rungs below that one plan may reach together with this one.
        """
        standing = self.standing(rung)
        best, bound = standing.best, standing.bound
        if best == bound:
            return standing
        model = self.variables.model
        began = time.monotonic()
        standing = self._promised(rung, ahead, engine, standing)
        if standing.best == standing.bound:
            return standing
        aim(model, self._parts[rung].value, maximise=maximise(rung))
        if rung[0] == "growth":
            standing = self._arrange(rung, engine, standing, seconds)
        standing = self._search(rung, engine, standing, seconds, news)
        if standing.best == standing.bound or self.suited.otherwise in _METHODS:
            return standing
        reached = standing
        if len(model.proto.variables) < _HUGE:
            reached = self._look(rung, engine, standing, seconds, news)
        if not self.large or reached.best == reached.bound:
            return reached
        left = None
        if seconds is not None:
            left = max(0.0, seconds - (time.monotonic() - began))
        return self._climb_slowly(rung, engine, reached, left, news)

    def _promised(
        self, rung: Rung, ahead: Sequence[Rung], engine: Engine, known: Reached
    ) -> Reached:
        """Return what linear programs prove, and a plan that has it all, if any."""
        mine = (each for each in (rung, *ahead) if each in self._parts)
        goals = [(each, self._parts[each].value) for each in mine]
        bound = self._promises.bound(goals[:1])
        if bound is None:
            return known
        bound = (min if maximise(rung) else max)(bound, known.bound)
        if bound != known.best and self.long and len(goals) > 1:
            found = self._promises.leap(goals, self.values, engine)
            if found is not None:
                self.values = found
        return Reached(evaluate(self._parts[rung].value, self.values), bound)

    @cached_property
    def suited(self) -> Suited:
        """The method that suits the piece."""
        chosen = [each.taken.index for each in self.variables.choices]
        return suited(self._promises.linear, chosen, self.asked)

    def _try(
        self,
        rung: Rung,
        engine: Engine,
        known: Reached,
        seconds: float,
        news: News,
    ) -> Reached:
        """Search by integer programs among plans with a few terms."""
        began = time.monotonic()
        if self._trial is None or self._trial.plan != self.plan():
            self._trial = Trial(self, self._of_fixed_terms, engine)
        left = seconds - (time.monotonic() - began)
        if not self._trial.usable or left <= 0:
            return known
        chosen = {
            each[0]: each for each in self._trial.search(rung, engine, left, news)
        }
        hint = {}
        for choice in self.variables.choices:
            _, start, end = chosen.get(choice.candidate, (None, 0, 0))
            terms = choice.candidate.terms
            taken = int(choice.candidate in chosen)
            values = (
                taken,
                (start - terms.first_start) * taken,
                (end - start - terms.shortest) * taken,
            )
            parts = (choice.taken, choice.delay, choice.stretch)
            for part, value in zip(parts, values, strict=True):
                if isinstance(part, cp_model.IntVar):
                    hint[part.index] = value
        before = self.values
        if not self.settle(hint, engine):
            return known
        best = evaluate(self._parts[rung].value, self.values)
        if (best >= known.best) is not maximise(rung) and best != known.best:
            self.values, best = before, known.best
        return Reached(best, known.bound)

    def _refute(
        self,
        rung: Rung,
        engine: Engine,
        known: Reached,
        seconds: float,
        news: News,
    ) -> Reached:
        """
        Ask for plans as good as the bound, and prove that there are none.

        A search for any such plan ends much sooner than one for the best. While
        there is none, the bound falls, by one at first and then by ever more.
        """
        until = time.monotonic() + seconds
        up = 1 if maximise(rung) else -1
        step, value = 1, self._parts[rung].value
        while known.best != known.bound and time.monotonic() < until:
            worst = known.bound - up * (step - 1)
            asked = max(worst, known.best + 1) if up > 0 else min(worst, known.best - 1)
            model = self.variables.model.clone()
            model.proto.clear_objective()
            model.add(value >= asked if up > 0 else value <= asked)
            answer = engine.run(
                model,
                until - time.monotonic(),
                alone=True,
                work=_WORK_OF_REFUTING,
            )
            if answer.values is not None:
                known = self._learn(rung, known, answer)
            elif answer.impossible:
                known = Reached(known.best, asked - up)
                step *= 2
            elif step > 1:
                step = 1
            else:
                break
            news(known.best, known.bound)
        return known

    def _of_fixed_terms(self, group: Group) -> Piece:
        """Return a piece for trials that keeps what this one keeps."""
        piece = Piece(self.variables.scenario, group, TRIAL)
        if self._opened is not None:
            piece.open_fairness(self._opened)
        for rung, value in self._kept.items():
            piece.keep(rung, value)
        return piece

    def branch(
        self, rung: Rung, engine: Engine, seconds: float | None, news: News
    ) -> Reached:
        """Search by integer programs, and let the plan be what was found."""
        standing = self.standing(rung)
        if rung in self._parts:
            self._promises.bound([(rung, self._parts[rung].value)])
            standing = self._search(rung, engine, standing, seconds, news)
        return standing

    def _search(
        self,
        rung: Rung,
        engine: Engine,
        known: Reached,
        seconds: float | None,
        news: News,
    ) -> Reached:
        """Search by the methods that suit, until the rung is proven."""
        sign = 1 if maximise(rung) else -1
        for name in dict.fromkeys((self.suited.engine, self.suited.otherwise)):
            if name not in _METHODS or known.best == known.bound:
                continue
            coefficients, offset = terms(self._parts[rung].value)
            task = Task(
                self.variables,
                self._promises.linear,
                {column: sign * each for column, each in coefficients.items()},
                offset,
                sign,
                known.bound,
                self._promises.known(rung),
                self.values,
                seconds,
                news,
                whole=self.asked != TRIAL,
            )
            known = self._learn(rung, known, _METHODS[name].search(task, engine))
        return known

    def _arrange(
        self, rung: Rung, engine: Engine, known: Reached, seconds: float | None
    ) -> Reached:
        """Do the best with the assignments as they are: often nothing can be better."""
        hint = dict(enumerate(self.values))
        answer = engine.run(
            self._settled(), seconds, None, hint, alone=True, work=_WORK_AT_FIRST
        )
        # What is proven of these assignments bounds no others.
        return self._learn(rung, known, replace(answer, bound=None))

    def _settled(self) -> cp_model.CpModel:
        """Return the model with the assignments and terms of the best plan."""
        model = self.variables.model.clone()
        for choice in self.variables.choices:
            for each in choice.decisions:
                domain = model.proto.variables[each.index].domain
                domain.clear()
                domain.extend([self.values[each.index]] * 2)
        return model

    def _look(
        self,
        rung: Rung,
        engine: Engine,
        known: Reached,
        seconds: float | None,
        news: News,
    ) -> Reached:
        """Run one worker: until the end for a small piece, else only so far."""
        work = _WORK_AT_FIRST if self.large else None
        hint = dict(enumerate(self.values))
        answer = engine.run(
            self.variables.model, seconds, news, hint, alone=True, work=work
        )
        return self._learn(rung, known, answer)

    def _climb_slowly(
        self,
        rung: Rung,
        engine: Engine,
        known: Reached,
        seconds: float | None,
        news: News,
    ) -> Reached:
        """Try a few terms of each candidate and grow, then run all workers."""
        budget = _SECONDS_OF_GROWTH if seconds is None else seconds / 4
        began = time.monotonic()
        known = self._try(rung, engine, known, 2 * budget, news)
        known = self._refute(rung, engine, known, budget, news)
        if known.best == known.bound:
            return known
        self.values = grown(self.variables, self.values, engine, budget)
        best = evaluate(self._parts[rung].value, self.values)
        patience = None
        if seconds is not None:
            seconds = max(0.0, seconds - (time.monotonic() - began))
            # The rungs below need the time more than the last per cent.
            patience = seconds / 4
        hint = dict(enumerate(self.values))
        answer = engine.run(
            self.variables.model, seconds, news, hint, patience=patience
        )
        return self._learn(rung, Reached(best, known.bound), answer)

    def _learn(self, rung: Rung, known: Reached, answer: Answer) -> Reached:
        """Keep the better of two plans and the better of two bounds."""
        best, bound = known.best, known.bound
        if answer.bound is not None:
            bound = (min if maximise(rung) else max)(answer.bound, bound)
        if answer.values is not None:
            found = evaluate(self._parts[rung].value, answer.values)
            if found == best or (found > best) is maximise(rung):
                best, self.values = found, answer.values
        return Reached(best, bound)

    @property
    def long(self) -> bool:
        """Whether a search on every rung by itself takes long."""
        return len(self.variables.model.proto.variables) >= _LONG

    @property
    def large(self) -> bool:
        """Whether the engine needs help to find good plans of the piece."""
        return len(self.variables.model.proto.variables) >= LARGE

    def keep(self, rung: Rung, value: int) -> None:
        """Let later rungs make this one no worse than the value."""
        part = self._parts.get(rung)
        if part is None or isinstance(part.value, int):
            return
        if maximise(rung):
            self.variables.model.add(part.value >= value)
        else:
            self.variables.model.add(part.value <= value)
        self._promises.keep(rung, part.value, value)
        self._kept[rung] = value
        if self._trial is not None:
            self._trial.keep(rung, value)

    def served(self) -> dict[str, int]:
        """Return how many assignments each area has, by code."""
        return {
            area: sum(self.values[each.taken.index] for each in choices)
            for area, choices in self.variables.by_area.items()
        }

    def can_change_service(
        self, areas: Iterable[str], engine: Engine, seconds: float | None
    ) -> bool:
        """Return whether what is kept leaves the service of some area open."""
        served = self.served()
        touched = set(areas) & set(served)
        if self.large:
            return bool(touched)
        model = self.variables.model
        for area in sorted(touched):
            count = total(each.taken for each in self.variables.by_area[area])
            for up in (False, True):
                aim(model, count, maximise=up)
                answer = engine.run(model, seconds, None, dict(enumerate(self.values)))
                if answer.bound != served[area]:
                    return True
        return False

    def complete(self, engine: Engine) -> Arrangements:
        """
        Return mentorships, rosters and seats for the best plan, its terms settled.

        What is kept holds for them too. One worker finds them without a hint, so that
        equal plans get equal arrangements; participants hear as much as work allows.
        """
        variables = self.variables
        if not variables.mentorships and not variables.events:
            return Arrangements()
        model = self._settled()
        aim(model, wealth(variables), maximise=True)
        answer = engine.run(
            model, None, alone=True, work=_WORK_OF_COMPLETION, final=True
        )
        return arrangements(variables, answer.values or self.values)

    def assignments(self) -> list[Assignment]:
        """Return the best plan so far."""
        variables = self.variables
        by_candidate = {each.candidate: each for each in variables.choices}
        return [
            variables.assignment(by_candidate[candidate], start, end)
            for candidate, start, end in self.plan()
        ]
