"""How a piece climbs a rung: what looks for a plan, in which order, for how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from time import monotonic
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matcher.solver.benders import Benders
from matcher.solver.branching import Branching
from matcher.solver.bundles import bundle
from matcher.solver.engine import Engine, News
from matcher.solver.expressions import aim
from matcher.solver.flow import Flow
from matcher.solver.methods import BENDERS, BRANCHING, FLOW, HUGE, Method, Task
from matcher.solver.piece import DATES, DRAW, MAXIMA, Piece, Reached
from matcher.solver.promises import Rung, maximise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matcher.solver.engine import Answer
    from matcher.solver.expressions import Expr
    from matcher.solver.promises import Goal

_WORK_AT_FIRST = 3.0
"""A large model that one worker proves with so much work needs no more of them."""

_WORK_OF_SCHEDULE = 3.0
_SHARE_OF_SCHEDULE = 0.3
"""For a plan made anew; with a time limit, all workers have the rest."""

_LONG = 1000
"""From this number of variables on, rungs are tried several at a time."""

_METHODS: Mapping[str, Method] = {
    BENDERS: Benders(),
    BRANCHING: Branching(),
    FLOW: Flow(),
}


def climb(
    piece: Piece,
    rung: Rung,
    engine: Engine,
    seconds: float | None,
    news: News,
    *,
    ahead: Sequence[Rung] = (),
) -> Reached:
    """
    Solve one rung of a piece as well as time allows and return what was reached.

    Parameters
    ----------
    piece
        The piece; its plan becomes the best that was found.
    rung
        The rung.
    engine, seconds, news
        What solves, how long, and who is told.
    ahead
        The rungs below that one plan may reach together with this one.
    """
    return Climb(piece, rung, engine, seconds, news).run(ahead)


@dataclass
class Climb:
    """
    One climb of one rung by one piece.

    Parameters
    ----------
    piece, rung, engine, seconds, news
        As in :func:`climb`.
    """

    piece: Piece
    rung: Rung
    engine: Engine
    seconds: float | None
    news: News

    def __post_init__(self) -> None:
        self._until = None if self.seconds is None else monotonic() + self.seconds
        self._known = self.piece.standing(self.rung)

    def run(self, ahead: Sequence[Rung]) -> Reached:
        """Climb, and return what was reached."""
        settled = self.rung == DATES and self.piece.hold_people()
        if self._proven or self._promised(ahead):
            return self._known
        piece = self.piece
        linear = piece.suited.otherwise in (BRANCHING, FLOW)
        arranged = self.rung[0] == "growth"
        if arranged or not linear:
            # Programs take what they aim at from the task; it costs a second at 10,000.
            aim(piece.variables.model, self._value, maximise=maximise(self.rung))
        if arranged:
            self._arrange()
        if settled:
            # What is left are dates of few who share places: one worker's work.
            self._look()
        else:
            self._bundled(ahead)
            self._search()
        if self._proven or linear:
            return self._known
        parted = piece.suited.engine == BENDERS
        if not parted and len(piece.variables.model.proto.variables) < HUGE:
            anew = self.rung[0] == "finish"
            if anew:
                self._schedule()
            if not anew or self._until is None:
                self._look()
        if (parted or self._hard) and not self._proven:
            self._run(last=not ahead)
        return self._known

    @property
    def _value(self) -> Expr:
        return self.piece.parts[self.rung].value

    @property
    def _proven(self) -> bool:
        return self._known.best == self._known.bound

    def _left(self) -> float | None:
        return None if self._until is None else max(0.0, self._until - monotonic())

    def _learn(self, answer: Answer) -> None:
        self._known = self.piece.learn(self.rung, self._known, answer)

    def _goals(self, ahead: Iterable[Rung]) -> Iterator[Goal]:
        """Yield this rung and those ahead, as far as the piece has a part in them."""
        for rung in (self.rung, *ahead):
            if rung in self.piece.parts:
                yield rung, self.piece.parts[rung].value

    def _promised(self, ahead: Iterable[Rung]) -> bool:
        """Learn what linear programs prove, and whether a plan has it all."""
        piece, goals = self.piece, list(self._goals(ahead))
        bound = piece.promises.bound(goals[:1])
        if bound is None:
            return False
        bound = (min if maximise(self.rung) else max)(bound, self._known.bound)
        long = len(piece.variables.model.proto.variables) >= _LONG
        # For a piece that is planned in two steps, one search has too much to decide.
        long &= piece.suited.engine != BENDERS
        if bound != self._known.best and long and len(goals) > 1:
            found = piece.promises.leap(goals, piece.values, self.engine, self._left())
            if found is not None:
                piece.values = found
        best = piece.parts[self.rung].flat.value(piece.values)
        self._known = Reached(best, bound)
        return self._proven

    def _arrange(self) -> None:
        """Do the best with the assignments as they are: often nothing can be better."""
        hint = dict(enumerate(self.piece.values))
        answer = self.engine.run(
            self.piece.settled(),
            self._left(),
            None,
            hint,
            alone=True,
            work=_WORK_AT_FIRST,
        )
        # What is proven of these assignments bounds no others.
        self._learn(replace(answer, bound=None))

    def _search(self) -> None:
        """Search by the methods that suit, until the rung is proven."""
        piece = self.piece
        for name in dict.fromkeys((piece.suited.engine, piece.suited.otherwise)):
            if name not in _METHODS or self._proven:
                continue
            answer = _METHODS[name].search(self._task(), self.engine)
            self._learn(answer)
            if answer.unique:
                piece.unique = self._known.best
            if answer.cuts:
                piece.cut(answer.cuts)
                # With the new rows, what is kept of this rung narrows more.
                piece.promises.bound([(self.rung, self._value)])

    def _task(self) -> Task:
        """Return what a method must know."""
        piece, sign = self.piece, 1 if maximise(self.rung) else -1
        flat = piece.parts[self.rung].flat
        signed = (sign * flat.coeffs).tolist()
        return Task(
            piece.variables,
            piece.promises.linear,
            dict(zip(flat.columns.tolist(), signed, strict=True)),
            flat.offset,
            sign,
            self._known.bound,
            piece.promises.known(self.rung),
            piece.values,
            self._left(),
            self.news,
            piece.excerpts,
            partial(piece.watched, self.rung),
            unique=self.rung == DRAW,
        )

    def _bundled(self, ahead: Iterable[Rung]) -> None:
        """Climb this rung in one program with those of its goal below it."""
        piece = self.piece
        if piece.suited.engine != BENDERS or self.rung in MAXIMA:
            return
        goals = self._goals(ahead)
        mine = takewhile(lambda each: each[0][0] == self.rung[0], goals)
        found = bundle(piece.promises.linear, mine, self._left())
        if found is None:
            return
        plain = self._task()

        def first(bound: int) -> int:
            return plain.offset + plain.sign * found.first(bound)

        task = replace(
            plain,
            objective=found.objective,
            offset=0,
            sign=1,
            bound=found.relaxed.bound,
            relaxed=found.relaxed,
            news=lambda _, bound: self.news(
                None, None if bound is None else first(bound)
            ),
            watched=partial(piece.watched, *found.rungs),
        )
        answer = _METHODS[BENDERS].search(task, self.engine)
        assert answer.bound is not None  # noqa: S101 -- the method begins with one
        self._learn(replace(answer, bound=first(answer.bound)))
        piece.cut(answer.cuts)
        if found.worth(piece.values) == answer.bound:
            for rung in found.rungs:
                part = piece.parts[rung]
                best = part.flat.value(piece.values)
                piece.parts[rung] = replace(part, limit=best)
            self._known = piece.standing(self.rung)

    def _schedule(self) -> None:
        """Let all begin as early as can be, not beside the plan so far but anew."""
        left = self._left()
        model = self.piece.variables.model.clone()
        starts = self.piece.variables.starts
        model.add_decision_strategy(
            starts, cp_model.CHOOSE_LOWEST_MIN, cp_model.SELECT_MIN_VALUE
        )
        answer = self.engine.run(
            model,
            None if left is None else left * _SHARE_OF_SCHEDULE,
            self.news,
            alone=True,
            work=_WORK_OF_SCHEDULE,
            level=1,
        )
        self._learn(answer)

    @property
    def _hard(self) -> bool:
        """Whether one worker is not left alone with the piece until the end."""
        return self.piece.large or self._until is not None

    def _look(self) -> None:
        """Run one worker: only so far for a hard piece, else until the end."""
        answer = self.engine.run(
            self.piece.variables.model,
            self._left(),
            self.news,
            dict(enumerate(self.piece.values)),
            alone=True,
            work=_WORK_AT_FIRST if self._hard else None,
        )
        self._learn(answer)

    def _run(self, *, last: bool) -> None:
        """Run all workers; until time is over if this is the last rung."""
        left = self._left()
        if left is not None and left <= 0:
            return
        # The rungs below need the time of a large piece more than the last per cent.
        patient = last or not self.piece.large
        answer = self.engine.run(
            self.piece.variables.model,
            left,
            self.news,
            dict(enumerate(self.piece.values)),
            alone=False,
            patience=None if patient or left is None else left / 4,
        )
        self._learn(answer)
