"""One piece of a scenario on the ladder: its model, its best plan, its bounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from matcher.plan import Arrangements
from matcher.solver.arrangements import arrangements, wealth
from matcher.solver.engine import LARGE, Answer, Engine
from matcher.solver.excerpts import Excerpts
from matcher.solver.expressions import aim, evaluate, total
from matcher.solver.goals import GOALS
from matcher.solver.goals_of_fairness import Fair, Opened, ceilings
from matcher.solver.methods import AUTO, BENDERS, Suited, suited
from matcher.solver.model import build
from matcher.solver.promises import Promises, Rung, hold, maximise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ortools.sat.python import cp_model

    from matcher.eligibility import Candidate
    from matcher.plan import Assignment
    from matcher.scenario import Scenario
    from matcher.solver.engine import Cut
    from matcher.solver.part import Part
    from matcher.solver.pieces import Group

_WORK_OF_COMPLETION = 5.0
"""In the engine's own measure, which no slow machine changes."""

MAXIMA: frozenset[Rung] = frozenset({("preferences", "worst"), ("finish", "")})
"""The rungs on which the whole is as its worst piece; on all others it is the sum."""


DRAW: Rung = ("tie-break", "draw")
DATES: Rung = ("tie-break", "dates")


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
        The variables of fairness always say what the plan has.
    parts
        What each rung asks of the piece.
    promises
        The linear part of the model, and what it promised.
    reached
        What was reached on each rung so far.
    kept
        What later rungs may not worsen.
    opened
        What the piece knows of the others, once it looks at fairness.
    cuts
        Rows that were learnt of the rules.
    unique
        Of the draw, the value that no others than those of the best plan can have.
    """

    def __init__(self, scenario: Scenario, group: Group, asked: str = AUTO) -> None:
        self.group = group
        self.asked = asked
        self.reached: dict[Rung, Reached] = {}
        self.variables = build(scenario, group.candidates, group.locks, group.idle)
        self.parts: dict[Rung, Part] = {}
        for each in scenario.policy.goals:
            if each.goal != "fairness":
                self._add(each.goal, GOALS[each.goal](self.variables))
        self._fair: Fair | None = None
        self._values: Sequence[int] | None = None
        self.kept: dict[Rung, int] = {}
        self.opened: Opened | None = None
        self.cuts: list[Cut] = []
        self.unique: int | None = None
        self.promises = Promises(self.variables.model)

    @property
    def values(self) -> Sequence[int]:
        """The best plan so far: one value per variable of the model."""
        if self._values is None:
            self.values = self._nobody()
        assert self._values is not None  # noqa: S101 -- it was set
        return self._values

    @values.setter
    def values(self, values: Sequence[int]) -> None:
        self._values = self._filled(values)

    def _filled(self, values: Sequence[int]) -> Sequence[int]:
        return values if self._fair is None else self._fair.filled(values)

    def _add(self, goal: str, parts: Iterable[Part]) -> None:
        for part in parts:
            self.parts[goal, part.name] = part

    def _nobody(self) -> list[int]:
        """Return the values of the plan that sends nobody."""
        values: list[int] = np.maximum(0, self.promises.linear.low).tolist()
        return values

    def open_fairness(self, opened: Opened) -> None:
        """Add the parts of fairness, knowing what the other pieces give each area."""
        self._fair = Fair(self.variables, opened)
        self._add("fairness", self._fair.parts)
        self.opened = opened
        self.values = [*self.values, *self._nobody()[len(self.values) :]]

    def start(self, engine: Engine, seconds: float | None) -> bool | None:
        """Find any plan: True if found, False if proven impossible, None if unknown."""
        if self._simplest(engine):
            return True
        model, work = self.variables.model, _WORK_OF_COMPLETION
        # Several workers find now this plan, now that.
        answer = engine.run(model, seconds, alone=True, work=work)
        if answer.values is None and not answer.impossible:
            answer = engine.run(model, seconds)
        if answer.values is not None:
            self.values = answer.values
            return True
        return False if answer.impossible else None

    def _simplest(self, engine: Engine) -> bool:
        """Send nobody but for what single rows ask, if that keeps all rules."""
        linear = self.promises.linear
        if not linear.exact and not self.large:
            return False
        values = np.array(self.values, np.int64)
        single = np.flatnonzero(np.diff(linear.starts) == 1)
        asked = single[linear.least[single] == linear.coeffs[linear.starts[single]]]
        values[linear.columns[linear.starts[asked]]] = 1
        if not linear.exact:
            chosen = self.variables.columns
            hint = dict(zip(chosen.tolist(), values[chosen].tolist(), strict=True))
            return self.settle(hint, engine)
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
        columns = {each.candidate: each.taken.index for each in self.variables.choices}
        for piece in pieces:
            self.cut(piece.cuts_among(columns))
        for choice in self.variables.choices:
            old, values = known[choice.candidate]
            for mine, its in zip(choice.decisions, old.decisions, strict=True):
                hint[mine.index] = values[its.index]
        if not self.settle(hint, engine):
            raise RuntimeError("pieces that share nothing contradict each other")

    def settle(self, hint: Mapping[int, int], engine: Engine) -> bool:
        """Take the plan whose decisions are given, if the model admits it."""
        model = self.variables.model
        answer = engine.run(model, None, hint=hint, complete=True, alone=True)
        if answer.values is not None:
            self.values = answer.values
        return answer.values is not None

    def standing(self, rung: Rung) -> Reached:
        """Return what the plan has on a rung, and the bound that needs no solver."""
        part = self.parts.get(rung)
        if part is None:
            return Reached(0, 0)
        return Reached(part.flat.value(self.values), part.limit)

    @cached_property
    def suited(self) -> Suited:
        """The method that suits the piece."""
        return suited(self.promises.linear, self.variables.columns, self.asked)

    def settled(self) -> cp_model.CpModel:
        """Return the model with the assignments and terms of the best plan."""
        model = self.variables.model.clone()
        for choice in self.variables.choices:
            for each in choice.decisions:
                domain = model.proto.variables[each.index].domain
                domain.clear()
                domain.extend([self.values[each.index]] * 2)
        return model

    def learn(self, rung: Rung, known: Reached, answer: Answer) -> Reached:
        """Keep the better of two plans and the better of two bounds."""
        best, bound = known.best, known.bound
        if answer.bound is not None:
            bound = (min if maximise(rung) else max)(answer.bound, bound)
        if answer.values is not None:
            values = self._filled(answer.values)
            found = self.parts[rung].flat.value(values)
            if found == best or (found > best) is maximise(rung):
                best, self.values = found, values
        return Reached(best, bound)

    @cached_property
    def excerpts(self) -> Excerpts:
        """The model, from which small parts are asked."""
        return Excerpts(self.variables.model, self.variables.columns.tolist())

    def watched(self, *rungs: Rung) -> frozenset[int]:
        """Return the columns that some rungs and those that are kept look at."""
        rungs = (*rungs, *self.kept)
        columns = (self.parts[each].flat.columns.tolist() for each in rungs)
        return frozenset(chain.from_iterable(columns))

    def cut(self, cuts: Iterable[Cut]) -> None:
        """Add rows that were learnt of the rules: every plan keeps them."""
        model = self.variables.model
        for members, most in cuts:
            self.cuts.append((members, most))
            chosen = map(model.get_bool_var_from_proto_index, sorted(members))
            model.add(total(chosen) <= most)
            self.promises.cut(members, most)

    def hold_people(self) -> bool:
        """Let nobody else go than in the best plan, if nobody else can; say so."""
        if self.unique is None or self.kept.get(DRAW) != self.unique:
            return False
        pairs = self.variables.pairs(self.values)
        gone = [
            each.taken.index
            for each in self.variables.choices
            if (each.person, each.need) not in pairs
        ]
        high = self.promises.linear.high.copy()
        high[gone] = 0
        self.promises.narrow(self.promises.linear.low, high)
        return True

    def cuts_among(self, columns: Mapping[Candidate, int]) -> Iterator[Cut]:
        """Yield what was learnt of candidates, in the columns of another piece."""
        own = {each.taken.index: each.candidate for each in self.variables.choices}
        for members, most in self.cuts:
            if members <= own.keys():
                yield frozenset(columns[own[each]] for each in members), most

    @property
    def modest(self) -> bool:
        """Whether a core is enough, so that others can climb beside."""
        return not self.large or self.suited.engine == BENDERS

    @property
    def large(self) -> bool:
        """Whether the engine needs help to find good plans of the piece."""
        return len(self.variables.model.proto.variables) >= LARGE

    def keep(self, rung: Rung, value: int) -> None:
        """Let later rungs make this one no worse than the value."""
        part = self.parts.get(rung)
        if part is None or isinstance(part.value, int):
            return
        hold(self.variables.model, rung, part.value, value)
        self.promises.keep(rung, part.value, value)
        self.kept[rung] = value

    def served(self, values: Sequence[int] | None = None) -> dict[str, int]:
        """Return how many assignments each area has, by code, in the best plan."""
        values = self.values if values is None else values
        return {
            area: sum(values[each.taken.index] for each in choices)
            for area, choices in self.variables.by_area.items()
        }

    def ceilings(self) -> dict[str, int]:
        """Return the most assignments of each area, by code, with what is kept."""
        variables = self.variables.model.proto.variables
        columns = self.variables.columns.tolist()
        gone = (each for each in columns if not list(variables[each].domain)[-1])
        return ceilings(self.variables, gone)

    def complete(self, engine: Engine) -> Arrangements:
        """
        Return mentorships, rosters and seats for the best plan, its terms settled.

        What is kept holds for them too. One worker finds them without a hint, so that
        equal plans get equal arrangements; participants hear as much as work allows.
        """
        variables = self.variables
        if not variables.mentorships and not variables.events:
            return Arrangements()
        model = self.settled()
        aim(model, wealth(variables), maximise=True)
        answer = engine.run(
            model, None, alone=True, work=_WORK_OF_COMPLETION, final=True
        )
        return arrangements(variables, answer.values or self.values)

    def assignments(self) -> list[Assignment]:
        """Return the best plan so far."""
        found = []
        for choice in self.variables.choices:
            if self.values[choice.taken.index]:
                start = evaluate(choice.start, self.values)
                length = evaluate(choice.length, self.values)
                found.append(self.variables.assignment(choice, start, start + length))
        return found
