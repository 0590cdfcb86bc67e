"""The dates of choices: of one alone, or shared by choices that go together."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matcher.eligibility import Candidate
    from matcher.eligibility.terms import Terms
    from matcher.scenario import Scenario
    from matcher.solver.expressions import Expr, Literal

Key = tuple[str, str]
"""What makes choices share their dates: a kind, and a code."""


class OwnTerm:
    """
    The term of a choice with dates of its own.

    ``start = first_start + delay`` and ``length = shortest + stretch``.

    Parameters
    ----------
    model
        The model that receives the variables.
    terms
        The possible terms.
    taken
        Whether the choice is taken.

    Attributes
    ----------
    delay, stretch
        Variables; 0 where nothing is open.
    fixed
        Whether there is only one possible term.
    """

    delay: Expr = 0
    stretch: Expr = 0
    fixed = True

    def __init__(self, model: cp_model.CpModel, terms: Terms, taken: Literal) -> None:
        self._model = model
        self._terms = terms
        if terms.last_start > terms.first_start:
            delays = _domain(terms.starts, -terms.first_start)
            delay = model.new_int_var_from_domain(delays, "")
            model.add(delay == 0).only_enforce_if(~taken)
            self.delay, self.fixed = delay, False
        if terms.longest > terms.shortest:
            most = terms.longest - terms.shortest
            stretch = model.new_int_var(0, most, "")
            model.add(stretch == 0).only_enforce_if(~taken)
            self.stretch, self.fixed = stretch, False
            model.add_linear_expression_in_domain(
                self.start + self.length - 1, _domain(terms.lasts)
            ).only_enforce_if(taken)

    @property
    def decisions(self) -> list[Literal]:
        """The variables that decide the term."""
        return _variables(self.delay, self.stretch)

    @property
    def start(self) -> Expr:
        """First day of the term."""
        return self._terms.first_start + self.delay

    @property
    def length(self) -> Expr:
        """Days of the term."""
        return self._terms.shortest + self.stretch

    @cached_property
    def end(self) -> Expr:
        """First day after the term: one variable where both ends are free."""
        days = self._terms.first_start + self._terms.shortest, self._terms.last_end
        return _end(self._model, self.start, self.length, days)


class Dates:
    """
    One term for choices of which all that are taken have the same.

    Parameters
    ----------
    model
        The model that receives the variables.
    families
        The possible terms of each choice.

    Attributes
    ----------
    start, length, end
        The term, in days from the first day of the horizon.
    used
        Whether one of the choices is taken.
    """

    def __init__(self, model: cp_model.CpModel, families: Sequence[Terms]) -> None:
        self._model = model
        self._takers: list[Literal] = []
        self.starts = _domain(part for each in families for part in each.starts)
        self.lengths = _domain((each.shortest, each.longest) for each in families)
        self.used: Literal = model.new_bool_var("")
        self.start = _variable(model, self.starts)
        self.length = _variable(model, self.lengths)
        # Unused dates are the first and shortest, whoever could have them.
        least = int(self.starts.min() + self.lengths.min())
        days = least, max(each.last_end for each in families)
        self.end = _end(model, self.start, self.length, days)

    @property
    def fixed(self) -> bool:
        """Whether there is only one possible term."""
        return isinstance(self.start, int) and isinstance(self.length, int)

    @property
    def earliest(self) -> int:
        """The first day that a term may hold."""
        return int(self.starts.min())

    @property
    def shortest(self) -> int:
        """The least length in days."""
        return int(self.lengths.min())

    def padded(self, before: int, after: int) -> cp_model.IntervalVar:
        """Return the term, if used, with days before and after it."""
        return self._model.new_optional_interval_var(
            self.start - before,
            self.length + before + after,
            self.end + after,
            self.used,
            "",
        )

    def term(self, terms: Terms, taken: Literal) -> SharedTerm:
        """Return these dates as the term of a choice."""
        self._takers.append(taken)
        self._model.add_implication(taken, self.used)
        return SharedTerm(self._model, self, terms, taken)

    def close(self) -> None:
        """Let the dates be used only if one of the choices is taken."""
        self._model.add_bool_or(~self.used, *self._takers)


class SharedTerm:
    """
    The term of a choice that shares its dates.

    Parameters
    ----------
    model
        The model that receives the variables.
    dates
        What is shared.
    terms
        The possible terms.
    taken
        Whether the choice is taken.
    """

    def __init__(
        self, model: cp_model.CpModel, dates: Dates, terms: Terms, taken: Literal
    ) -> None:
        self._model = model
        self._terms = terms
        self._taken = taken
        starts = _domain(terms.starts)
        lengths = _domain([(terms.shortest, terms.longest)])
        self.start = self._own(dates.start, starts, dates.starts)
        self.length = self._own(dates.length, lengths, dates.lengths)
        self.end = dates.end
        if isinstance(self.start, int) or isinstance(self.length, int):
            self.end = self.start + self.length
        if not isinstance(self.length, int):
            model.add_linear_expression_in_domain(
                self.end - 1, _domain(terms.lasts)
            ).only_enforce_if(taken)

    def _own(self, days: Expr, own: cp_model.Domain, shared: cp_model.Domain) -> Expr:
        """Return the days for this choice, which must be possible if it is taken."""
        if not isinstance(days, int) and own != shared:
            self._model.add_linear_expression_in_domain(days, own).only_enforce_if(
                self._taken
            )
        return own.min() if own.min() == own.max() else days

    @property
    def decisions(self) -> list[Literal]:
        """The variables that decide the term."""
        return _variables(self.start, self.length)

    @property
    def fixed(self) -> bool:
        """Whether there is only one possible term."""
        return not self.decisions

    @cached_property
    def delay(self) -> Expr:
        """Days after the first possible start if taken, else 0."""
        return self._beyond(self.start, self._terms.first_start, self._terms.last_start)

    @cached_property
    def stretch(self) -> Expr:
        """Days beyond the least length if taken, else 0."""
        return self._beyond(self.length, self._terms.shortest, self._terms.longest)

    def _beyond(self, days: Expr, least: int, most: int) -> Expr:
        if isinstance(days, int):
            return 0
        beyond = self._model.new_int_var(0, most - least, "")
        self._model.add(beyond == days - least).only_enforce_if(self._taken)
        self._model.add(beyond == 0).only_enforce_if(~self._taken)
        return beyond


def shared_dates(
    scenario: Scenario, model: cp_model.CpModel, chosen: Iterable[Candidate]
) -> dict[Key, Dates]:
    """
    Return the dates of all choices that share some.

    Parameters
    ----------
    scenario
        What is planned.
    model
        The model that receives the variables.
    chosen
        The candidates to plan with.
    """
    families: dict[Key, list[Terms]] = defaultdict(list)
    for candidate in chosen:
        if key := sharing(scenario, candidate.need):
            families[key].append(candidate.terms)
    return {key: Dates(model, each) for key, each in families.items()}


def sharing(scenario: Scenario, need: str) -> Key | None:
    """Return with whom the choices of a need share dates, if they do."""
    what = scenario.need[need]
    if what.team and scenario.policy.mode("team") is Mode.STRICT:
        return "team", what.team
    # Of the choices for one post, no two are ever taken.
    if what.phase and what.max_headcount == 1:
        return "need", need
    return None


def _domain(ranges: Iterable[tuple[int, int]], later: int = 0) -> cp_model.Domain:
    return cp_model.Domain.from_intervals(
        [[low + later, high + later] for low, high in ranges]
    )


def _variable(model: cp_model.CpModel, domain: cp_model.Domain) -> Expr:
    """Return a variable with the domain, or its only value."""
    if domain.min() == domain.max():
        return int(domain.min())
    return model.new_int_var_from_domain(domain, "")


def _variables(*days: Expr) -> list[Literal]:
    return [each for each in days if isinstance(each, cp_model.IntVar)]


def _end(
    model: cp_model.CpModel, start: Expr, length: Expr, days: tuple[int, int]
) -> Expr:
    """Return the end: one variable, between two days, where both parts are free."""
    if isinstance(start, int) or isinstance(length, int):
        return start + length
    end = model.new_int_var(*days, "")
    model.add(end == start + length)
    return end
