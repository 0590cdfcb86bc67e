"""The method of integer programs: steps over parts, then branch and bound."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matcher.solver.blocks import Blocks, owners
from matcher.solver.engine import Answer
from matcher.solver.greedy import Greedy, scarce_first
from matcher.solver.programs import BRANCHING, Outcome, solve_program
from matcher.solver.relaxation import Relaxed, quick, relax
from matcher.solver.searching import ROOM, Search
from matcher.solver.wide import Steps, Wide

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from matcher.solver.choice import Choice
    from matcher.solver.engine import Engine
    from matcher.solver.linear import Array
    from matcher.solver.methods import Task

_WHOLE = 30_000
"""Up to so many columns branch and bound over the whole is worth trying."""

_SHARE_OF_BOUND = 0.2
_SHARE_OF_STEPS = 0.3
_SECONDS_OF_STEPS = 20.0
_STEPS_OF_PRICES = 3
"""After so many changes of prices a plan is built by them."""

_NEAR = 1e-4
_AT_FIRST = 4
"""Before a linear program says what is promising: so many candidates for each post."""


class Branching:
    """Integer programs, by HiGHS."""

    def search(self, task: Task, engine: Engine) -> Answer:
        """Return the best values found and what was proven of the rung."""
        return _Search(task, engine).run()


class _Search(Search):
    """One search over the whole, or over parts."""

    def __init__(self, task: Task, engine: Engine) -> None:
        super().__init__(task, engine, task.seconds)
        self._relaxed = task.relaxed

    def run(self) -> Answer:
        """Search, and return what was found."""
        if self._relaxed is None:
            self._begin()
        if len(self._weights) <= _WHOLE:
            self._whole()
        else:
            self._by_parts()
        values = tuple(self._values.tolist())
        return Answer(values, self._of_rung(self._bound), impossible=False)

    def _whole(self) -> None:
        """Run branch and bound over the whole, with steps beside it."""
        left = self._left()
        share = _SECONDS_OF_STEPS if left is None else left * _SHARE_OF_STEPS
        # What the whole takes on one core, steps have on the other.
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(self._branched, _NEAR)
            self._step(self._hopes(), share, enough=future.done)
            self._take(future.result())
        if not self._proven and not self._engine.stopped:
            self._take(self._branched(0.0))

    def _by_parts(self) -> None:
        """Take steps, while prices prove a better bound beside them."""
        priced = self._priced()
        if priced is None:
            self._step(self._hopes(), self._seconds())
            return
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(
                priced.improve, self._over, lambda: self._know(priced.relaxed)
            )
            self._step(
                self._hopes(),
                self._seconds(),
                enough=lambda: priced.steps >= _STEPS_OF_PRICES or future.done(),
            )
            steps, before = self._built(priced), None
            while not self._over():
                # Prices show more and more of what is promising.
                steps.turn(self._wide(self._hopes()))
                self._walk(steps, min(_SECONDS_OF_STEPS, self._seconds()))
                if future.done() and before is steps.values:
                    break
                before = steps.values
            future.result()

    def _priced(self) -> Blocks | None:
        """Return the units as blocks, if prices are known that can be better."""
        if self._relaxed is None or self._owners is None or self._over():
            return None
        linear = self._task.linear
        return Blocks(linear, self._weights, self._owners, self._relaxed)

    @cached_property
    def _owners(self) -> Array | None:
        """The unit of each column, if that is worth looking at."""
        linear = self._task.linear
        # What the simplex method solves needs no better prices.
        if quick(linear) or len(linear.low) <= _WHOLE:
            return None
        return owners(linear, self._groups["unit"])

    def _add(self) -> None:
        """Add whom the plan has room for: first the scarce of what is worth most."""
        needs = self._groups["need"]
        greedy = Greedy(self._task.linear, needs >= 0)
        order = scarce_first(self._weights, needs)
        found = greedy.grown(self._values, order, self._over)
        if self._task.linear.holds(found):
            self._keep(found)
            self._tell()

    def _built(self, priced: Blocks) -> Steps:
        """Return steps at a plan in which units have what pays most at the prices."""
        wide = replace(self._wide(self._hopes()), weights=priced.priced())
        steps = Steps(wide, np.array(self._task.values, np.int64), self._engine.seed)
        steps.build("unit", self._seconds(), self._over)
        return steps

    def _wide(self, hopes: Array) -> Wide:
        return Wide(self._task.linear, self._weights, self._groups, hopes)

    def _seconds(self) -> float:
        """Return for how long steps may be taken from now on."""
        left = self._left()
        return _SECONDS_OF_STEPS if left is None else left

    def _begin(self) -> None:
        """Take first steps on one core while the bound is computed on another."""
        self._add()
        left = self._left()
        seconds = None if left is None else left * _SHARE_OF_BOUND
        if self._owners is not None:
            # Prices will show the way better than steps without them.
            self._know(relax(self._task.linear, self._task.objective, seconds))
            return
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(
                relax, self._task.linear, self._task.objective, seconds
            )
            limit = float("inf") if left is None else left * _SHARE_OF_BOUND
            self._step(self._hopes(), limit, enough=future.done)
            self._know(future.result())

    def _know(self, relaxed: Relaxed | None) -> None:
        if relaxed is None:
            return
        self._relaxed = relaxed
        self._bound = min(relaxed.bound, self._bound)
        self._tell()

    def _step(
        self, hopes: Array, seconds: float, enough: Callable[[], bool] | None = None
    ) -> None:
        """Take steps from the best plan for a while."""
        steps = Steps(self._wide(hopes), self._values, self._engine.seed)
        self._walk(steps, seconds, enough)

    def _walk(
        self, steps: Steps, seconds: float, enough: Callable[[], bool] | None = None
    ) -> None:
        def stopped() -> bool:
            self._keep(steps.values)
            done = enough is not None and enough()
            return done or self._proven or self._engine.stopped

        steps.improve(seconds, stopped, self._tell)
        self._keep(steps.values)

    def _keep(self, values: Array) -> None:
        """Take a plan that keeps all rows, if none is known that is worth more."""
        if int(self._weights @ values) >= self._worth:
            self._values = values

    def _branched(self, gap: float) -> Outcome:
        """Run branch and bound over all columns that could still matter."""
        linear = self._task.linear
        if self._relaxed is not None:
            linear = linear.within(*self._relaxed.held(linear, self._worth))
        return solve_program(
            linear,
            self._weights.astype(float),
            BRANCHING,
            seconds=self._left(),
            whole=True,
            gap=gap,
            hint=self._values,
        )

    def _take(self, outcome: Outcome) -> None:
        """Keep the better of two plans and the better of two bounds."""
        if outcome.values is not None:
            found = np.rint(outcome.values).astype(np.int64)
            better = int(self._weights @ found) > self._worth
            if better and self._task.linear.holds(found):
                self._values = found
        if outcome.bound < self._bound and not outcome.impossible:
            # Whole weights have whole sums; the room is for the solver's tolerances.
            self._bound = max(int(np.floor(outcome.bound + ROOM)), self._worth)
        self._tell()

    @cached_property
    def _groups(self) -> dict[str, Array]:
        """A group's number for each column, by the way of taking the piece apart."""
        variables = self._task.variables
        return {
            "need": self._numbers(variables.choices, lambda each: each.need),
            "unit": self._numbers(
                variables.choices, lambda each: variables.who(each).unit
            ),
        }

    def _numbers(
        self, choices: Iterable[Choice], key: Callable[[Choice], Hashable]
    ) -> Array:
        """Return a number for each group of choices, by column; -1 for no choice."""
        known: dict[Hashable, int] = {}
        numbers = np.full(len(self._weights), -1)
        columns = self._task.variables.columns
        numbers[columns] = [known.setdefault(key(each), len(known)) for each in choices]
        return numbers

    def _hopes(self) -> Array:
        """Return what the linear program makes of each column, as far as is known."""
        if self._relaxed is not None and self._relaxed.values is not None:
            return self._relaxed.values
        return self._weightiest

    @cached_property
    def _weightiest(self) -> Array:
        """1 for the few weightiest candidates of each need, else 0."""
        needs = self._groups["need"]
        drawn = np.random.default_rng(self._engine.seed).random(len(needs))
        order = np.lexsort((drawn, -self._weights, needs))
        first = np.searchsorted(needs[order], needs[order], side="left")
        place = np.arange(len(order)) - first
        headcounts = {
            need.id: need.max_headcount for need in self._task.variables.needs
        }
        most = np.zeros(len(needs))
        for choice in self._task.variables.choices:
            most[choice.taken.index] = headcounts[choice.need] * _AT_FIRST
        hopes = np.zeros(len(needs))
        hopes[order] = place < most[order]
        return hopes
