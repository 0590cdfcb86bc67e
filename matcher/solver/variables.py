"""The decision variables, in a container that answers questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from ortools.sat.python import cp_model

from matcher.eligibility import Fit
from matcher.plan import Assignment
from matcher.scenario.base import Mode
from matcher.solver.chains import Chain, chains, uncovered
from matcher.solver.choice import Choice
from matcher.solver.dates import shared_dates, sharing
from matcher.solver.events import Event, events
from matcher.solver.mentors import Mentoring, mentorships
from matcher.solver.studios import masters
from matcher.solver.together import Company, companies

if TYPE_CHECKING:
    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario
    from matcher.scenario.base import Sex
    from matcher.scenario.conditions import Lock
    from matcher.scenario.entities import Need, Person
    from matcher.solver.dates import Dates
    from matcher.solver.expressions import Expr, Literal
    from matcher.timeline import Window

Key = TypeVar("Key", bound=Hashable)


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
    idle
        People without any candidate, whom goals count all the same.

    Attributes
    ----------
    model
        The model.
    choices
        One per candidate, in the given order.
    dates
        The dates that several choices share, by what makes them share.
    breaks
        How many units of each soft coupling rule the plan breaks, by slug: an upper
        estimate that is exact once the goal ``concessions`` presses on it.
    needs, people
        Those with a choice, in the scenario's order.

    Notes
    -----
    What only some scenarios have (chains, mentorships, events, masters of studios)
    joins the model when it is first asked for.
    """

    def __init__(
        self,
        scenario: Scenario,
        chosen: Iterable[Candidate],
        locks: Iterable[Lock],
        idle: Iterable[Person] = (),
    ) -> None:
        self.scenario = scenario
        self.locks = tuple(locks)
        self.idle = tuple(idle)
        self.model = cp_model.CpModel()
        alone = scenario.policy.mode("one-place") is Mode.STRICT
        chosen = tuple(chosen)
        self.dates = shared_dates(scenario, self.model, chosen)
        wanted = {each.need for each in chosen}
        shared = {need: self._dates_of(need) for need in wanted}
        self.choices = tuple(
            Choice(self.model, each, alone=alone, dates=shared[each.need])
            for each in chosen
        )
        for dates in self.dates.values():
            dates.close()
        self.breaks: dict[str, list[Expr]] = defaultdict(list)
        self._of_person = self._grouped(each.person for each in chosen)
        self._of_need = self._grouped(each.need for each in chosen)
        self.people = [each for each in scenario.people if each.id in self._of_person]
        self.needs = [each for each in scenario.needs if each.id in self._of_need]

    @cached_property
    def by_unit(self) -> dict[str, list[Choice]]:
        """The choices by releasing unit."""
        units = {each.id: each.unit for each in self.people}
        return self._grouped(units[each.person] for each in self.choices)

    @cached_property
    def by_department(self) -> dict[tuple[str, str], list[Choice]]:
        """The choices by releasing unit and department."""
        return self._grouped((who.unit, who.department) for who, _ in self._pairs())

    @cached_property
    def by_host(self) -> dict[str, list[Choice]]:
        """The choices by host unit."""
        return self._grouped(need.unit for _, need in self._pairs())

    @cached_property
    def by_site(self) -> dict[tuple[str, Sex], list[Choice]]:
        """The choices by housing site and sex; no site is a blank."""
        site = {each.id: self.scenario.unit[each.unit].housing for each in self.needs}
        sex = {each.id: each.sex for each in self.people}
        return self._grouped(
            (site[each.need], sex[each.person]) for each in self.choices
        )

    @cached_property
    def by_area(self) -> dict[str, list[Choice]]:
        """The choices by the area that benefits."""
        benefiting = self.scenario.benefiting_area
        return self._grouped(benefiting(*each).id for each in self._pairs())

    def _pairs(self) -> Iterator[tuple[Person, Need]]:
        """Yield person and need of each choice."""
        person, need = self.scenario.person, self.scenario.need
        return ((person[each.person], need[each.need]) for each in self.choices)

    def _dates_of(self, need: str) -> Dates | None:
        """Return the dates that the choices of a need share with others, if any."""
        key = sharing(self.scenario, need)
        return self.dates[key] if key else None

    def _grouped(self, keys: Iterable[Key]) -> dict[Key, list[Choice]]:
        """Return the choices by the keys that each has, in turn."""
        found: dict[Key, list[Choice]] = defaultdict(list)
        for key, choice in zip(keys, self.choices, strict=True):
            found[key].append(choice)
        return dict(found)

    @property
    def starts(self) -> list[cp_model.IntVar]:
        """When terms begin, as far as that is to be decided."""
        own = (each.delay for each in self.choices if each.dates is None)
        shared = (each.start for each in self.dates.values())
        return [each for each in (*shared, *own) if isinstance(each, cp_model.IntVar)]

    @cached_property
    def columns(self) -> np.ndarray:
        """The variable that says of each choice whether it is taken, by index."""
        taken = (each.taken.index for each in self.choices)
        return np.fromiter(taken, np.int64, len(self.choices))

    @cached_property
    def points(self) -> list[int]:
        """The points of fit of each choice."""
        fit = Fit(self.scenario)
        return [fit.points(*each) for each in self._pairs()]

    @cached_property
    def headcounts(self) -> dict[str, int]:
        """The most assignments of each need, by code."""
        return {need.id: need.max_headcount for need in self.needs}

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """The holders in turn of each need that is held so, by need."""
        return chains(self)

    @cached_property
    def uncovered(self) -> list[Expr]:
        """The days without anyone on post that ``cover`` asks for, as gaps."""
        return uncovered(self)

    @cached_property
    def companies(self) -> list[Company]:
        """Who goes on each of the shared dates."""
        return companies(self)

    @cached_property
    def mentorships(self) -> tuple[Mentoring, ...]:
        """All possible mentorships."""
        return mentorships(self)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events with a choice."""
        return events(self)

    @cached_property
    def visits(self) -> dict[str, str]:
        """The needs that are visits of a studio, with the studio."""
        return {need.id: need.studio for need in self.needs if need.studio}

    @cached_property
    def masters(self) -> dict[tuple[str, str], Literal]:
        """Whether a person makes visits, by studio and person."""
        return masters(self)

    def of_person(self, person: str) -> Sequence[Choice]:
        """Return the choices of a person."""
        return self._of_person.get(person, ())

    def of_need(self, need: str) -> Sequence[Choice]:
        """Return the choices of a need."""
        return self._of_need.get(need, ())

    def of_needs(self, needs: Iterable[Need]) -> list[Choice]:
        """Return the choices of several needs."""
        return [choice for need in needs for choice in self.of_need(need.id)]

    def pairs(self, values: Sequence[int]) -> set[tuple[str, str]]:
        """Return the codes of person and need of each assignment of a plan."""
        return {
            (each.person, each.need)
            for each in self.choices
            if values[each.taken.index]
        }

    def who(self, choice: Choice) -> Person:
        """Return the person of a choice."""
        return self.scenario.person[choice.person]

    def what(self, choice: Choice) -> Need:
        """Return the need of a choice."""
        return self.scenario.need[choice.need]

    def range_of(self, term: Window) -> tuple[int, int]:
        """Return a window in half-open days from the first day of the horizon."""
        first = self.scenario.horizon.start
        return (term.start - first).days, (term.end - first).days

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
