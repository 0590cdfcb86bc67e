"""One candidate as variables of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from matcher.solver.dates import OwnTerm
from matcher.solver.expressions import total, weighted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from matcher.eligibility import Candidate
    from matcher.solver.dates import Dates, SharedTerm
    from matcher.solver.expressions import Expr, Literal

_EITHER = cp_model.Domain(0, 1)


class Choice:
    """
    One candidate with its variables.

    The term is ``[start, end)``; the stay is ``[start - lead, end)``. All are days
    from the first day of the horizon. ``delay`` is how much later than its first
    possible day the term starts, ``stretch`` how much longer than its least it is;
    if ``taken`` is false both are 0, so that linear goals may sum them without asking.

    Parameters
    ----------
    model
        The model that receives the variables.
    candidate
        The candidate.
    alone
        Whether no two stays of a person can meet.
    dates
        The dates that the choice shares with others, if it does.

    Attributes
    ----------
    taken
        Whether the candidate goes.
    holder
        Choices with one holder never hold the same day: those of a person, or, where
        the rule one-place is not strict, of a person and a need.
    earliest
        First day that any stay may hold.
    latest
        First day that no stay holds any more.
    shortest, longest
        Days of the shortest and of the longest stay.
    fixed
        Whether there is only one possible term.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        candidate: Candidate,
        *,
        alone: bool,
        dates: Dates | None = None,
    ) -> None:
        self.candidate = candidate
        self.person = candidate.person
        self.need = candidate.need
        self.holder: Hashable = candidate.person
        if not alone:
            self.holder = candidate.person, candidate.need
        self.taken: Literal = model.new_int_var_from_domain(_EITHER, "")
        self.dates = dates
        self._model = model
        self._interval: cp_model.IntervalVar | None = None
        terms = candidate.terms
        self._term: OwnTerm | SharedTerm = (
            OwnTerm(model, terms, self.taken)
            if dates is None
            else dates.term(terms, self.taken)
        )
        # Asked for so often that it pays to look once.
        self.earliest = terms.first_start - candidate.lead
        self.latest = terms.last_end
        self.shortest = terms.shortest + candidate.lead
        self.longest = terms.longest + candidate.lead
        self.fixed = self._term.fixed

    @property
    def decisions(self) -> list[Literal]:
        """The variables that decide: whether, from when, how long."""
        return [self.taken, *self._term.decisions]

    @property
    def start(self) -> Expr:
        """First day of the term."""
        return self._term.start

    @property
    def length(self) -> Expr:
        """Days of the term."""
        return self._term.length

    @property
    def end(self) -> Expr:
        """First day after the term: one variable where both ends are free."""
        return self._term.end

    @property
    def delay(self) -> Expr:
        """Days from the first possible start to the start if taken, else 0."""
        return self._term.delay

    @property
    def stretch(self) -> Expr:
        """Days of the term beyond its least if taken, else 0."""
        return self._term.stretch

    @property
    def arrival(self) -> Expr:
        """First day of the stay."""
        return self.start - self.candidate.lead

    @property
    def core(self) -> tuple[int, int]:
        """The half-open days that every stay holds; empty if the end is not later."""
        if self.fixed:
            return self.earliest, self.latest
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
                "",
            )
        return self._interval

    def on(self, term: tuple[int, int]) -> Literal:
        """
        Return a literal that, if true, takes the choice for exactly this term.

        Parameters
        ----------
        term
            Half-open days from the first day of the horizon.
        """
        literal = self._model.new_bool_var("")
        self._model.add_implication(literal, self.taken)
        if self.candidate.terms.hold(*term):
            self._model.add(self.start == term[0]).only_enforce_if(literal)
            self._model.add(self.end == term[1]).only_enforce_if(literal)
        else:
            self._model.add(literal == 0)
        return literal

    def padded(self, gap: int) -> cp_model.IntervalVar:
        """Return the stay with a number of days at home after it."""
        return self._model.new_optional_interval_var(
            self.arrival,
            self.length + self.candidate.lead + gap,
            self.end + gap,
            self.taken,
            "",
        )


def days_away(choices: Iterable[Choice]) -> Expr:
    """Return the days of the stays that are taken, together."""
    mine = list(choices)
    least = weighted((each.shortest, each.taken) for each in mine)
    return total([least, *(each.stretch for each in mine if not each.fixed)])
