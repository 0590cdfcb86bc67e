"""The rule ``phases``: whole mixes of skills, in order, with gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.scenario.undertakings import Phase
from matcher.solver.expressions import Expr, Literal, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ortools.sat.python import cp_model

    from matcher.solver.choice import Choice
    from matcher.solver.variables import Variables


@dataclass(frozen=True)
class _Run:
    """A phase with a choice: whether it runs, and from when to when."""

    phase: Phase
    runs: Literal
    start: Expr
    end: Expr


def phases(variables: Variables, *, soft: bool) -> None:
    """Run phases whole and in order."""
    runs = {}
    for phase in variables.scenario.phases:
        choices = variables.of_needs(variables.scenario.phase_needs[phase.id])
        if choices:
            runs[phase.id] = _run(variables, phase, choices)
    for run in runs.values():
        conditions: list[cp_model.LiteralT] = [run.runs]
        if soft:
            broken = variables.model.new_bool_var("")
            variables.breaks["phases"].append(broken)
            conditions.append(~broken)
        _whole(variables, run, conditions)
        for name in run.phase.after:
            _follow(variables, run, runs.get(name), conditions)


def _run(variables: Variables, phase: Phase, choices: Sequence[Choice]) -> _Run:
    """Return the phase with its first and last day, which are those of its terms."""
    dates = choices[0].dates
    if dates is not None and all(each.dates is dates for each in choices):
        return _Run(phase, dates.used, dates.start, dates.end)
    model, last = variables.model, variables.scenario.horizon.days
    runs = model.new_bool_var("")
    start, end = model.new_int_var(0, last, ""), model.new_int_var(0, last, "")
    model.add_bool_or(~runs, *(each.taken for each in choices))
    first, final = [], []
    for choice in choices:
        model.add_implication(choice.taken, runs)
        model.add(start <= choice.start).only_enforce_if(choice.taken)
        model.add(end >= choice.end).only_enforce_if(choice.taken)
        opens, closes = model.new_bool_var(""), model.new_bool_var("")
        model.add_implication(opens, choice.taken)
        model.add_implication(closes, choice.taken)
        model.add(start >= choice.start).only_enforce_if(opens)
        model.add(end <= choice.end).only_enforce_if(closes)
        first.append(opens)
        final.append(closes)
    model.add_bool_or(~runs, *first)
    model.add_bool_or(~runs, *final)
    return _Run(phase, runs, start, end)


def _whole(
    variables: Variables, run: _Run, conditions: Sequence[cp_model.LiteralT]
) -> None:
    """Fill every need of a phase that runs."""
    for need in variables.scenario.phase_needs[run.phase.id]:
        filled = total(each.taken for each in variables.of_need(need.id))
        variables.model.add(filled >= need.min_headcount).only_enforce_if(conditions)


def _follow(
    variables: Variables,
    run: _Run,
    before: _Run | None,
    conditions: Sequence[cp_model.LiteralT],
) -> None:
    """Let a phase that runs follow one that it builds on."""
    model, phase = variables.model, run.phase
    if before is None:
        model.add_bool_or(~each for each in conditions)
        return
    model.add(before.runs == 1).only_enforce_if(conditions)
    gap = run.start - before.end
    model.add(gap >= phase.min_gap).only_enforce_if(conditions)
    if phase.max_gap is not None:
        model.add(gap <= phase.max_gap).only_enforce_if(conditions)
