"""The decision variables, in a container that answers questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from ortools.sat.python import cp_model

from matcher.plan import Assignment
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Lock, Need, Person

Expr = cp_model.LinearExprT
Literal = cp_model.IntVar


class Choice:
    """
    One candidate with its variables.

    The term is ``[start, end)`` with ``start = first_start + delay`` and
    ``end = start + shortest + stretch``; the stay is ``[start - lead, end)``. All
    are days from the first day of the horizon. If ``taken`` is false, ``delay`` and
    ``stretch`` are 0, so that linear goals may sum them without asking.

    Parameters
    ----------
    model
        The model that receives the variables.
    index
        Position among the candidates; only for names.
    candidate
        The candidate.
    alone
        Whether no two stays of a person can meet.

    Attributes
    ----------
    holder
        Choices with one holder never hold the same day: those of a person, or, where
        the rule one-place is not strict, of a person and a need.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        index: int,
        candidate: Candidate,
        *,
        alone: bool,
    ) -> None:
        family = candidate.terms
        self.candidate = candidate
        self.person = candidate.person
        self.need = candidate.need
        self.holder = (candidate.person, "" if alone else candidate.need)
        self.taken: Literal = model.new_bool_var(f"x{index}")
        self.delay: Expr = 0
        self.stretch: Expr = 0
        self._model = model
        self._index = index
        self._interval: cp_model.IntervalVar | None = None
        self._end: Literal | None = None
        if family.last_start > family.first_start:
            offsets = [
                [low - family.first_start, high - family.first_start]
                for low, high in family.starts
            ]
            domain = cp_model.Domain.from_intervals(offsets)
            delay = model.new_int_var_from_domain(domain, f"delay{index}")
            model.add(delay == 0).only_enforce_if(~self.taken)
            self.delay = delay
        if family.longest > family.shortest:
            most = family.longest - family.shortest
            stretch = model.new_int_var(0, most, f"stretch{index}")
            model.add(stretch == 0).only_enforce_if(~self.taken)
            self.stretch = stretch
            lasts = cp_model.Domain.from_intervals([list(r) for r in family.lasts])
            model.add_linear_expression_in_domain(
                self.start + family.shortest + stretch - 1, lasts
            ).only_enforce_if(self.taken)

    @property
    def fixed(self) -> bool:
        """Whether there is only one possible term."""
        return isinstance(self.delay, int) and isinstance(self.stretch, int)

    @property
    def start(self) -> Expr:
        """First day of the term."""
        return self.candidate.terms.first_start + self.delay

    @property
    def length(self) -> Expr:
        """Days of the term."""
        return self.candidate.terms.shortest + self.stretch

    @property
    def end(self) -> Expr:
        """First day after the term: one variable where both ends are free."""
        if isinstance(self.delay, int) or isinstance(self.stretch, int):
            return self.start + self.length
        if self._end is None:
            terms = self.candidate.terms
            least = terms.first_start + terms.shortest
            self._end = self._model.new_int_var(
                least, terms.last_end, f"end{self._index}"
            )
            self._model.add(self._end == self.start + self.length)
        return self._end

    @property
    def arrival(self) -> Expr:
        """First day of the stay."""
        return self.start - self.candidate.lead

    @property
    def days_away(self) -> Expr:
        """Days of the stay if taken, else 0."""
        least = self.candidate.terms.shortest + self.candidate.lead
        return least * self.taken + self.stretch

    @property
    def earliest(self) -> int:
        """First day that any stay may hold."""
        return self.candidate.terms.first_start - self.candidate.lead

    @property
    def latest(self) -> int:
        """First day that no stay holds any more."""
        return self.candidate.terms.last_end

    @property
    def core(self) -> tuple[int, int]:
        """The half-open days that every stay holds; empty if the end is not later."""
        terms = self.candidate.terms
        return terms.last_start - self.candidate.lead, terms.first_end

    @property
    def interval(self) -> cp_model.IntervalVar:
        """The stay as an optional interval."""
        if self._interval is None:
            self._interval = self._model.new_optional_interval_var(
                self.arrival,
                self.length + self.candidate.lead,
                self.end,
                self.taken,
                f"stay{self._index}",
            )
        return self._interval

    def padded(self, gap: int) -> cp_model.IntervalVar:
        """Return the stay with a number of days at home after it."""
        return self._model.new_optional_interval_var(
            self.arrival,
            self.length + self.candidate.lead + gap,
            self.end + gap,
            self.taken,
            f"rest{self._index}",
        )


class Variables:
    """
    The choices of a scenario, or of one piece of it, and the model that holds them.

    Parameters
    ----------
    scenario
        What is to be planned.
    chosen
        The candidates to plan with.
    locks
        The locks to keep.

    Attributes
    ----------
    model
        The model.
    choices
        One per candidate, in the given order.
    breaks
        How many units of each soft coupling rule the plan breaks, by slug: an upper
        estimate that is exact once the goal ``concessions`` presses on it.
    needs, people
        Those with a choice, in the scenario's order.
    by_unit, by_department, by_host, by_site, by_area
        Choices by releasing unit, by unit and department, by host unit, by housing
        site and sex, and by the area that benefits.
    """

    def __init__(
        self, scenario: Scenario, chosen: Iterable[Candidate], locks: Iterable[Lock]
    ) -> None:
        self.scenario = scenario
        self.locks = tuple(locks)
        self.model = cp_model.CpModel()
        alone = scenario.policy.mode("one-place") is Mode.STRICT
        self.choices = tuple(
            Choice(self.model, index, candidate, alone=alone)
            for index, candidate in enumerate(chosen)
        )
        self.breaks: dict[str, list[Expr]] = defaultdict(list)
        self._of_person = _grouped(self.choices, lambda each: each.person)
        self._of_need = _grouped(self.choices, lambda each: each.need)
        self.people = [each for each in scenario.people if each.id in self._of_person]
        self.needs = [each for each in scenario.needs if each.id in self._of_need]
        self.by_unit = _grouped(self.choices, lambda each: self.who(each).unit)
        self.by_department = _grouped(
            self.choices, lambda each: (self.who(each).unit, self.who(each).department)
        )
        self.by_host = _grouped(self.choices, lambda each: self.what(each).unit)
        self.by_site = _grouped(
            self.choices,
            lambda each: (
                scenario.unit[self.what(each).unit].housing,
                self.who(each).sex,
            ),
        )
        self.by_area = _grouped(
            self.choices,
            lambda each: scenario.benefiting_area(self.who(each), self.what(each)).id,
        )

    def of_person(self, person: str) -> Sequence[Choice]:
        """Return the choices of a person."""
        return self._of_person.get(person, ())

    def of_need(self, need: str) -> Sequence[Choice]:
        """Return the choices of a need."""
        return self._of_need.get(need, ())

    def of_needs(self, needs: Iterable[Need]) -> list[Choice]:
        """Return the choices of several needs."""
        return [choice for need in needs for choice in self.of_need(need.id)]

    def who(self, choice: Choice) -> Person:
        """Return the person of a choice."""
        return self.scenario.person[choice.person]

    def what(self, choice: Choice) -> Need:
        """Return the need of a choice."""
        return self.scenario.need[choice.need]

    def assignment(self, choice: Choice, start: int, end: int) -> Assignment:
        """Return the choice as an assignment for a term in days of the horizon."""
        need = self.what(choice)
        first = self.scenario.horizon.start
        return Assignment(
            person=choice.person,
            need=choice.need,
            programme=need.programme,
            unit=need.unit,
            arrival=first + timedelta(days=start - choice.candidate.lead),
            start=first + timedelta(days=start),
            end=first + timedelta(days=end),
        )


Key = TypeVar("Key", bound=Hashable)


def _grouped(
    choices: Iterable[Choice], key: Callable[[Choice], Key]
) -> dict[Key, list[Choice]]:
    found: dict[Key, list[Choice]] = defaultdict(list)
    for choice in choices:
        found[key(choice)].append(choice)
    return dict(found)


def total(terms: Iterable[Expr]) -> Expr:
    """Return the sum of expressions; 0 if there are none."""
    return cp_model.LinearExpr.sum(list(terms))


def evaluate(expression: Expr, values: Sequence[int]) -> int:
    """Return the value of an expression for values of the model's variables."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    pairs = zip(flat.vars, flat.coeffs, strict=True)
    return flat.offset + sum(values[var.index] * coeff for var, coeff in pairs)
