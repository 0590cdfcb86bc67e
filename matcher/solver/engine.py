"""One call of CP-SAT: parameters, news while it runs, and a way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

WORKERS = 8
"""For large models, more workers than cores help: each searches in another way."""


LARGE = 2000
"""From this number of variables on, a model needs several workers and no probing."""

_SMALL_GAP = 0.01

News = Callable[[int | None, int | None], None]

Cut = tuple[frozenset[int], int]


@dataclass(frozen=True)
class Progress:
    """
    What is known while a rung is being solved.

    Parameters
    ----------
    goal, part
        The rung.
    number, count
        Its place on the ladder, from 1, and how many rungs there are.
    best
        Best value so far, if any.
    bound
        Proven bound so far, if any.
    elapsed
        Seconds since the start of the run.
    done
        Whether the rung has just ended.
    status
        ``OPTIMAL`` or ``FEASIBLE`` once done, else blank.
    """

    goal: str
    part: str
    number: int
    count: int
    best: int | None
    bound: int | None
    elapsed: float
    done: bool = False
    status: str = ""


@dataclass(frozen=True)
class Answer:
    """
    What one call of the engine brought.

    Parameters
    ----------
    values
        One per variable of the model, if there is a solution.
    bound
        Proven bound of the objective; None if nothing is proven.
    impossible
        Whether it is proven that there is no solution.
    cuts
        Variables of which at most so many are 1, whatever the plan.
    unique
        Whether it is proven that no others can go in a plan as good.
    """

    values: tuple[int, ...] | None
    bound: int | None
    impossible: bool
    cuts: tuple[Cut, ...] = ()
    unique: bool = False


class Engine:
    """
    CP-SAT with fixed parameters.

    Parameters
    ----------
    seed
        Seed of the search.
    workers
        Threads.
    stop
        Set by anybody who wants the run to end.

    Attributes
    ----------
    work
        What was done so far, in the engine's own measure of work.
    """

    def __init__(self, seed: int, workers: int | None, stop: threading.Event) -> None:
        self.seed = seed
        self._workers = workers or WORKERS
        self._stop = stop
        self._lock = threading.Lock()
        self.work = 0.0

    @property
    def stopped(self) -> bool:
        """Whether somebody wants the run to end."""
        return self._stop.is_set()

    def run(
        self,
        model: cp_model.CpModel,
        seconds: float | None,
        news: News | None = None,
        hint: Mapping[int, int] | None = None,
        *,
        complete: bool = False,
        alone: bool | None = None,
        patience: float | None = None,
        work: float | None = None,
        level: int = 2,
        final: bool = False,
    ) -> Answer:
        """
        Solve the model and return what was found.

        Parameters
        ----------
        model
            With or without an objective.
        seconds
            Time limit; None for no limit.
        news
            Called with the best value and the bound whenever one of them moves.
        hint
            Values to begin with, by the index of the variable.
        complete
            Whether the hint is only to be completed, not improved.
        alone
            Whether one worker is enough; by itself it is for models that are not large.
        patience
            Seconds after which a gap of one per cent is good enough; None: never.
        work
            Limit in the engine's own measure of work, the same on every machine.
        level
            How much of the model is a linear program as well, from 0 to 2.
        final
            Whether to run even if somebody wants the run to end.
        """
        if self._stop.is_set() and not complete and not final:
            return Answer(None, None, impossible=False)
        model.proto.clear_solution_hint()
        if hint:
            model.proto.solution_hint.vars.extend(hint.keys())
            model.proto.solution_hint.values.extend(hint.values())
        solver = cp_model.CpSolver()
        solver.parameters.fix_variables_to_their_hinted_value = complete
        large = len(model.proto.variables) >= LARGE
        if large:
            # Probing every variable can eat the whole limit, and presolving twice
            # gains less than it costs.
            solver.parameters.cp_model_probing_level = 0
            solver.parameters.max_presolve_iterations = 1
        alone = not large if alone is None else alone
        solver.parameters.num_workers = 1 if alone else self._workers
        self._set(solver, seconds, level)
        if work is not None:
            solver.parameters.max_deterministic_time = work
        watch = _Watch(news or (lambda _best, _bound: None), patience)
        solver.best_bound_callback = watch.on_bound
        ended = threading.Event()
        guard = threading.Thread(
            target=self._stop_when_asked, args=(solver, watch, ended), daemon=True
        )
        if not (complete or final):
            guard.start()
        try:
            status = solver.solve(model, watch)
        finally:
            ended.set()
        if not (complete or final):
            guard.join()
        with self._lock:
            self.work += solver.response_proto.deterministic_time
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        # Without a solution the engine's own field may hold a bound it never proved.
        bound = round(solver.best_objective_bound) if found else watch.bound
        return Answer(
            tuple(solver.response_proto.solution) if found else None,
            bound if model.has_objective() else None,
            status == cp_model.INFEASIBLE,
        )

    def conflict(
        self, model: cp_model.CpModel, literals: Iterable[int], work: float
    ) -> list[int] | None:
        """
        Return literals that cannot all be true; None if none were found.

        Parameters
        ----------
        model
            Without an objective.
        literals
            Assumed to be true, by the index of the variable.
        work
            Limit in the engine's own measure of work.
        """
        asked = list(literals)
        found = self._blamed(model, asked, work)
        if found is None or len(found) == len(asked):
            return found
        # Presolve can name literals that nobody asked about, so it is asked again.
        found = [each for each in found if each in asked]
        return found if self._blamed(model, found, work) is not None else None

    def _blamed(
        self, model: cp_model.CpModel, literals: list[int], work: float
    ) -> list[int] | None:
        """Return who is to blame if the literals cannot all be true."""
        model.proto.assumptions.clear()
        model.proto.assumptions.extend(literals)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        self._set(solver, None, 2)
        solver.parameters.max_deterministic_time = work
        status = solver.solve(model)
        with self._lock:
            self.work += solver.response_proto.deterministic_time
        if status != cp_model.INFEASIBLE:
            return None
        return list(solver.response_proto.sufficient_assumptions_for_infeasibility)

    def _set(
        self, solver: cp_model.CpSolver, seconds: float | None, level: int
    ) -> None:
        """Set what every call needs."""
        solver.parameters.random_seed = self.seed
        solver.parameters.linearization_level = level
        # The default handler aborts the process when a thread solves.
        solver.parameters.catch_sigint_signal = False
        if seconds is not None:
            solver.parameters.max_time_in_seconds = max(0.01, seconds)

    def _stop_when_asked(
        self, solver: cp_model.CpSolver, watch: _Watch, ended: threading.Event
    ) -> None:
        """Pass the wish to stop on until the engine has ended."""
        # A stop before the search has begun is ignored by the engine, hence the loop.
        while not ended.wait(0.05):
            if self._stop.is_set() or watch.near_enough:
                solver.stop_search()


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes solutions and bounds on as news."""

    def __init__(self, news: News, patience: float | None) -> None:
        super().__init__()
        self._news = news
        self._patience = patience
        self._began = time.monotonic()
        self._best: int | None = None
        self.bound: int | None = None

    @property
    def near_enough(self) -> bool:
        """Whether patience is over and the gap is small."""
        if self._patience is None or self._best is None or self.bound is None:
            return False
        late = time.monotonic() - self._began > self._patience
        return late and abs(self.bound - self._best) <= _SMALL_GAP * abs(self._best)

    def on_solution_callback(self) -> None:
        """Tell of a better plan."""
        self._best = round(self.objective_value)
        self.bound = round(self.best_objective_bound)
        self._news(self._best, self.bound)

    def on_bound(self, bound: float) -> None:
        """Tell of a better bound."""
        self.bound = round(bound)
        self._news(self._best, self.bound)
