"""What a plan leaves open of phases, studios, learners, leaders and events."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from matcher.eligibility import closeness, learners
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from matcher.plan import Arrangements, Assignment
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need, Person
    from matcher.scenario.undertakings import Session
    from matcher.timeline import Window


class Undertakings:
    """
    A plan, asked what one more assignment would lack.

    Parameters
    ----------
    scenario
        What was planned.
    plan
        The assignments.
    arrangements
        What was arranged for them.
    """

    def __init__(
        self,
        scenario: Scenario,
        plan: Iterable[Assignment],
        arrangements: Arrangements,
    ) -> None:
        self._scenario = scenario
        self._arranged = arrangements
        self._ends: dict[str, date] = {}
        self._masters: dict[str, set[str]] = defaultdict(set)
        self._studios: dict[str, set[str]] = defaultdict(set)
        self._absences: dict[str, list[Window]] = defaultdict(list)
        terms: dict[tuple[str, str], Window] = {}
        for each in plan:
            need = scenario.need[each.need]
            terms[each.person, each.need] = each.term
            self._absences[each.person].append(each.stay)
            if need.phase:
                end = self._ends.get(need.phase, each.end)
                self._ends[need.phase] = max(end, each.end)
            if need.studio:
                self._masters[need.studio].add(each.person)
                self._studios[each.person].add(need.studio)
        for person, windows in scenario.absences_of.items():
            self._absences[person] += windows
        self._bind_learners(terms)
        self._guests: dict[str, list[Need]] = defaultdict(list)
        for link in arrangements.links:
            self._guests[link.leader].append(scenario.need[link.need])
        self._talks = Counter(
            speaker for roster in arrangements.rosters for speaker in roster.speakers
        )
        self._learners: dict[str, list[str]] = {}
        self._leaderless: dict[str, bool] = {}
        checks = {
            "phases": self._out_of_order,
            "studio": self._has_other_master,
            "mentoring": self._lacks_learners,
            "contact-leader": self._lacks_leader,
            "event": self._lacks_session,
        }
        self._checks = [
            (rule, breaks)
            for rule, breaks in checks.items()
            if scenario.policy.mode(rule) is Mode.STRICT
        ]

    def _bind_learners(self, terms: dict[tuple[str, str], Window]) -> None:
        """Take the learners whom their mentors cannot give up as absent."""
        raised = self._arranged.mentorships
        count = Counter((each.person, each.need) for each in raised)
        for each in raised:
            pair = each.person, each.need
            least, _ = self._scenario.mentees(self._scenario.need[each.need])
            if count[pair] <= least:
                self._absences[each.mentee].append(terms[pair])

    def masters(self, need: Need) -> set[str]:
        """Return who makes the working visits of the need's studio, by code."""
        return self._masters.get(need.studio, set())

    def ask(self, need: Need) -> bool:
        """Return whether undertakings or support ask anything of the need's people."""
        scenario = self._scenario
        return bool(
            need.phase
            or need.studio
            or scenario.mentees(need)[0]
            or need.programme in scenario.events
            or scenario.wants_leader(need)
        )

    def blocked(self, person: Person, need: Need, term: Window) -> tuple[str, ...]:
        """Return the slugs of strict rules that one more such term would break."""
        return tuple(
            rule for rule, breaks in self._checks if breaks(person, need, term)
        )

    def waits_for(self, need: Need) -> list[str]:
        """Return the phases that the need's phase builds on and that do not run."""
        phase = self._scenario.phase.get(need.phase)
        return [each for each in phase.after if each not in self._ends] if phase else []

    def _out_of_order(self, _person: Person, need: Need, term: Window) -> bool:
        if self.waits_for(need):
            return True
        phase = self._scenario.phase.get(need.phase)
        if not phase:
            return False
        gaps = [(term.start - self._ends[each]).days for each in phase.after]
        # Where the phase has other needs, one of those may begin it in time.
        alone = len(self._scenario.phase_needs[phase.id]) == 1
        late = phase.max_gap if alone else None
        return any(
            gap < phase.min_gap or (late is not None and gap > late) for gap in gaps
        )

    def _has_other_master(self, person: Person, need: Need, _term: Window) -> bool:
        """Return whether studio or master is bound to another."""
        if not need.studio:
            return False
        others = self._studios.get(person.id, set()) - {need.studio}
        return bool(others or self.masters(need) - {person.id})

    def _lacks_learners(self, person: Person, need: Need, term: Window) -> bool:
        least, _ = self._scenario.mentees(need)
        if least == 0:
            return False
        if need.id not in self._learners:
            self._learners[need.id] = [
                each.id for each in learners(self._scenario, need)
            ]
        at_home = sum(
            code != person.id
            and not any(term.meets(each) for each in self._absences.get(code, ()))
            for code in self._learners[need.id]
        )
        return at_home < least

    def _lacks_leader(self, _person: Person, need: Need, _term: Window) -> bool:
        if need.id not in self._leaderless:
            wanted = self._scenario.wants_leader(need)
            self._leaderless[need.id] = wanted and not self._has_room(need, set())
        return self._leaderless[need.id]

    def _has_room(self, need: Need, asked: set[str]) -> bool:
        """Return whether a leader takes one more, perhaps passing a guest on."""
        for leader in self._scenario.leaders:
            if leader.id in asked or not self._scenario.takes(leader, need):
                continue
            asked.add(leader.id)
            guests = self._guests[leader.id]
            if len(guests) < leader.load:
                return True
            if any(self._has_room(guest, asked) for guest in guests):
                return True
        return False

    def _lacks_session(self, person: Person, need: Need, term: Window) -> bool:
        sessions = self._scenario.events.get(need.programme, ())
        return bool(sessions) and not any(
            closeness(self._scenario, person, session.specialty)
            and self._is_left(session, person, term)
            for session in sessions
        )

    def _is_left(self, session: Session, person: Person, term: Window) -> bool:
        """Return whether the person could speak in a session, or does."""
        for roster in self._arranged.rosters:
            if roster.session == session.id:
                there = self._scenario.slot[roster.slot].day in term
                # Who speaks elsewhere, too, can leave the session to somebody new.
                rich = any(self._talks[each] > 1 for each in roster.speakers)
                return person.id in roster.speakers or (there and rich)
        taken = {(each.slot, each.room) for each in self._arranged.rosters}
        return any(
            slot.day in term and (slot.id, room.id) not in taken
            for slot in self._scenario.slots
            for room in self._scenario.rooms
            if slot.programme == room.programme == session.programme
            and (not session.slots or slot.id in session.slots)
            and (not session.rooms or room.id in session.rooms)
        )
