"""Everything through which one candidate may meet another."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from matcher.eligibility import learners
from matcher.scenario.base import Mode
from matcher.solver.leaders import can_be_short
from matcher.solver.mentors import is_raising

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.eligibility import Candidate
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person

Tie = tuple[Hashable, ...]


class Ties:
    """
    The ties of a scenario's candidates.

    Parameters
    ----------
    scenario
        What is planned.
    candidates
        All its candidates.
    """

    def __init__(self, scenario: Scenario, candidates: Sequence[Candidate]) -> None:
        self._scenario = scenario
        policy = scenario.policy
        raised = is_raising(policy)
        self._learners = {
            need.id: [each.id for each in learners(scenario, need)] if raised else []
            for need in scenario.needs
        }
        self._learning = {each for staff in self._learners.values() for each in staff}
        self._short_of_leaders = policy.mode(
            "contact-leader"
        ) is not Mode.OFF and can_be_short(scenario, candidates)
        self._sites = {each.id: each.housing for each in scenario.units}
        self._balanced = policy.pursues("exchange-balance")

    def of_person(self, person: Person) -> Iterator[Tie]:
        """Yield the ties of all candidates of a person, but the person."""
        yield "releasing", person.unit
        if person.id in self._learning:
            yield "mentee", person.id

    def of_need(self, need: Need) -> Iterator[Tie]:
        """Yield the ties of all candidates of a need, but the need."""
        scenario = self._scenario
        yield "programme", need.programme
        yield "host", need.unit
        if need.team:
            yield "team", need.team
        if need.phase:
            yield "project", scenario.phase[need.phase].project
        if need.studio:
            yield "studio", need.studio
        if need.programme in scenario.events:
            yield "event", need.programme
        for mentee in self._learners[need.id]:
            yield "mentee", mentee
        if self._short_of_leaders and scenario.wants_leader(need):
            yield "leaders", ""

    def of_pair(self, person: Person, need: Need) -> Iterator[Tie]:
        """Yield the ties that only both together tell."""
        if site := self._sites[need.unit]:
            yield "site", site, person.sex
        if self._balanced:
            yield from self._of_exchange(person, need)

    def _of_exchange(self, person: Person, need: Need) -> Iterator[Tie]:
        scenario = self._scenario
        for one, other in (
            (scenario.home(person).id, scenario.host_area(need).id),
            (person.unit, need.unit),
        ):
            if (one, other) in scenario.bound:
                yield "pairing", frozenset((one, other))
