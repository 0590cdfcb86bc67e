"""Every way to arrange a plan of a tiny world that is worth a look."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from furnishing import beds

from matcher.auditor import breaches, rung_values
from matcher.plan import Arrangements, Assignment, Link, Mentorship, Roster, Seating
from matcher.rulebook import GOALS
from matcher.scenario.base import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from matcher.plan.entities import Part
    from matcher.scenario import Scenario

Plan = tuple[Assignment, ...]

Worth = tuple[int, ...]
"""A number for each rung, more being better."""


class Arranger:
    """
    What enumerates arrangements, and remembers those of plans that are alike.

    Mentorships, links and what concerns events have nothing to do with one another
    once the assignments are settled, so each kind is looked at by itself, and of
    equal or worse arrangements of a kind one is enough.

    Parameters
    ----------
    world
        The tiny world.
    """

    def __init__(self, world: Scenario) -> None:
        self._world = world
        self._known: dict[Hashable, list[Arrangements]] = {}
        self._staff = {each.id for each in world.people if each.mentee}
        for studio in world.studios:
            self._staff.update(studio.members)
        self._events = {session.programme for session in world.sessions}

    def ways(self, plan: Plan) -> list[Arrangements]:
        """Return arrangements, with beds, one of which is as good as any."""
        raise_or_leave = tuple(
            each
            for each in plan
            if each.person in self._staff
            or any(self._world.mentees(self._world.need[each.need]))
        )
        posts = tuple((each.person, each.need) for each in plan)
        speak = tuple(each for each in plan if each.programme in self._events)
        kinds = (
            self._best("mentoring", plan, raise_or_leave, self._mentorships),
            self._best(
                "contact-leader", plan, posts * bool(self._world.leaders), self._links
            ),
            self._best("event", plan, speak, self._talks),
        )
        return [
            Arrangements(
                mentorships=raised.mentorships,
                links=welcomed.links,
                beds=beds(self._world, plan),
                rosters=heard.rosters,
                seating=heard.seating,
            )
            for raised, welcomed, heard in product(*kinds)
        ]

    def _best(
        self,
        rule: str,
        plan: Plan,
        concerned: Hashable,
        kind: Callable[[Plan], Iterable[Arrangements]],
    ) -> list[Arrangements]:
        """Return the best of a kind, looked for once for all plans alike in it."""
        key = rule, concerned
        if key not in self._known:
            self._known[key] = _undominated(
                (self._worth(plan, each), each)
                for each in kind(plan)
                if rule not in self._broken(plan, each)
            )
        return self._known[key]

    def _worth(self, plan: Plan, arranged: Arrangements) -> Worth:
        values = rung_values(self._world, plan, arrangements=arranged)
        return tuple(
            value if GOALS[goal].sense == "max" else -value
            for (goal, _), value in values.items()
        )

    def _broken(self, plan: Plan, arranged: Arrangements) -> set[str]:
        """Return the slugs of what is broken and must not be."""
        given = arranged.model_copy(update={"beds": beds(self._world, plan)})
        return {
            finding.slug
            for finding in breaches(self._world, plan, given)
            if finding.mode is Mode.STRICT
        }

    def _picks(
        self,
        plan: Plan,
        base: Arrangements,
        table: str,
        options: Iterable[Sequence[Part]],
    ) -> Iterator[Arrangements]:
        """Yield the base with no row, or one, of each of the options in a table."""
        picks = [base]
        for rows in options:
            able = [row for row in rows if self._fits(plan, base, table, row)]
            picks += [
                _with(pick, table, row)
                for row in able
                for pick in picks
                if pick is base or self._fits(plan, pick, table, row)
            ]
        yield from picks

    def _fits(self, plan: Plan, base: Arrangements, table: str, row: Part) -> bool:
        """Return whether one more row leaves the arrangements possible."""
        return "structure" not in self._broken(plan, _with(base, table, row))

    def _mentorships(self, plan: Plan) -> Iterator[Arrangements]:
        options = [
            [Mentorship(person=each.person, need=each.need, mentee=mentee)]
            for each in plan
            for mentee in sorted(self._staff)
        ]
        return self._picks(plan, Arrangements(), "mentorships", options)

    def _links(self, plan: Plan) -> Iterator[Arrangements]:
        options = [
            [
                Link(person=each.person, need=each.need, leader=leader.id)
                for leader in self._world.leaders
            ]
            for each in plan
        ]
        return self._picks(plan, Arrangements(), "links", options)

    def _talks(self, plan: Plan) -> Iterator[Arrangements]:
        """Yield rosters, each with the best seats."""
        people = sorted(
            {each.person for each in plan if each.programme in self._events}
        )
        options = [
            [
                Roster(session=session.id, slot=slot.id, room=room.id, speakers=group)
                for slot in self._world.slots
                for room in self._world.rooms
                for group in combinations(people, session.speakers)
            ]
            for session in self._world.sessions
        ]
        for rosters in self._picks(plan, Arrangements(), "rosters", options):
            yield from self._seated(plan, rosters)

    def _seated(self, plan: Plan, rosters: Arrangements) -> Iterator[Arrangements]:
        """Yield the rosters with the best seats, whoever speaks."""
        key = tuple((each.session, each.slot, each.room) for each in rosters.rosters)
        if key not in self._known:
            options = [
                [
                    Seating(session=session, delegation=group.id, seats=seats)
                    for seats in range(1, group.size + 1)
                ]
                for session, _, _ in key
                for group in self._world.delegations
            ]
            self._known[key] = _undominated(
                (self._worth(plan, each), each)
                for each in self._picks(plan, rosters, "seating", options)
            )
        for each in self._known[key]:
            yield rosters.model_copy(update={"seating": each.seating})


def _with(base: Arrangements, table: str, row: Part) -> Arrangements:
    """Return the arrangements with one more row in a table."""
    return base.model_copy(update={table: (*getattr(base, table), row)})


def _undominated(ways: Iterable[tuple[Worth, Arrangements]]) -> list[Arrangements]:
    """Return one arrangement of each worth that no other reaches throughout."""
    by_worth = dict(ways)
    return [
        arranged
        for worth, arranged in by_worth.items()
        if not any(
            other != worth
            and all(more >= less for more, less in zip(other, worth, strict=True))
            for other in by_worth
        )
    ]
