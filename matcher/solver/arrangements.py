"""Reading mentorships, rosters and seats off the values of a model."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.plan import Arrangements, Mentorship, Roster, Seating
from matcher.solver.expressions import Expr, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matcher.scenario import Scenario
    from matcher.solver.events import Event
    from matcher.solver.variables import Variables


def wealth(variables: Variables) -> Expr:
    """Return mentorships and seats together: of equal arrangements, more is better."""
    raised = (each.literal for each in variables.mentorships)
    seats = (each for event in variables.events for each in event.seats.values())
    return total([*raised, *seats])


def arrangements(variables: Variables, values: Sequence[int]) -> Arrangements:
    """
    Return what is arranged where the model's variables have these values.

    Parameters
    ----------
    variables
        The model.
    values
        One per variable.
    """
    raised = [
        Mentorship(person=each.choice.person, need=each.choice.need, mentee=each.mentee)
        for each in variables.mentorships
        if values[each.literal.index]
    ]
    return joined(
        [
            Arrangements(mentorships=tuple(raised)),
            *(
                Arrangements(
                    rosters=tuple(_rosters(event, values)),
                    seating=tuple(_seating(variables.scenario, event, values)),
                )
                for event in variables.events
            ),
        ]
    )


def _rosters(event: Event, values: Sequence[int]) -> Iterator[Roster]:
    for (session, slot, room), held in event.held.items():
        if values[held.index]:
            speakers = sorted(
                choice.person
                for (choice, talk, when), literal in event.speaks.items()
                if (talk, when) == (session, slot) and values[literal.index]
            )
            yield Roster(
                session=session, slot=slot, room=room, speakers=tuple(speakers)
            )


def _seating(
    scenario: Scenario, event: Event, values: Sequence[int]
) -> Iterator[Seating]:
    """
    Yield who sits where: in each slot those first who have heard nothing yet.

    Within a slot all seats of a subject go to different participants, so that each
    subject's participants hear as much as its seats allow, whoever they are.
    """
    unheard = {
        each.id: each.size
        for each in scenario.delegations
        if each.programme == event.programme
    }
    sessions: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for (subject, session, slot), seats in event.seats.items():
        if count := values[seats.index]:
            sessions[subject, slot].append((session, count))
    order = sorted(sessions, key=lambda key: (scenario.slot[key[1]].day, key[1], key))
    for subject, slot in order:
        talks = sessions[subject, slot]
        groups = [
            each
            for each in scenario.delegations
            if each.programme == event.programme and each.subject == subject
        ]
        groups.sort(key=lambda each: (-unheard[each.id], each.id))
        places = sum(count for _, count in talks)
        going = _fill(places, [(each.id, unheard[each.id]) for each in groups])
        rest = places - sum(going.values())
        more = _fill(rest, [(each.id, each.size - going[each.id]) for each in groups])
        for group in groups:
            unheard[group.id] -= going[group.id]
            going[group.id] += more[group.id]
        yield from _seats(talks, going)


def _fill(places: int, wishes: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return how many of each group get one of the places, in the given order."""
    given = {}
    for group, wanted in wishes:
        given[group] = min(wanted, places)
        places -= given[group]
    return given


def _seats(
    talks: Iterable[tuple[str, int]], going: dict[str, int]
) -> Iterator[Seating]:
    """Yield the seats of a slot's talks, filled group by group."""
    left = dict(going)
    for session, count in talks:
        given = _fill(count, left.items())
        for group, seats in given.items():
            if seats:
                left[group] -= seats
                yield Seating(session=session, delegation=group, seats=seats)


def joined(parts: Iterable[Arrangements]) -> Arrangements:
    """Return the arrangements of several pieces as one, each list sorted."""
    given = list(parts)
    return Arrangements(
        mentorships=tuple(
            sorted(
                (each for part in given for each in part.mentorships),
                key=lambda each: (each.person, each.need, each.mentee),
            )
        ),
        rosters=tuple(
            sorted(
                (each for part in given for each in part.rosters),
                key=lambda each: each.session,
            )
        ),
        seating=tuple(
            sorted(
                (each for part in given for each in part.seating),
                key=lambda each: (each.session, each.delegation),
            )
        ),
    )
