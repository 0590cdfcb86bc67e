"""The rule ``event``, and which rosters and seats a plan can hold at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.eligibility import closeness
from matcher.solver.choice import Choice
from matcher.solver.expressions import Expr, Literal, total

if TYPE_CHECKING:
    from matcher.scenario.undertakings import Room, Session, Slot
    from matcher.solver.variables import Variables


@dataclass(frozen=True)
class Event:
    """
    The variables of one event.

    Parameters
    ----------
    programme
        Code of the event's programme.
    held
        Whether a session is held, by session, slot and room.
    speaks
        Whether a choice speaks, by choice, session and slot.
    audience
        Participants by subject.
    seats
        Seats, by subject, session and slot. Delegations of one subject are alike: who
        of them sits where is settled afterwards.
    """

    programme: str
    audience: Counter[str]
    held: dict[tuple[str, str, str], Literal] = field(default_factory=dict)
    speaks: dict[tuple[Choice, str, str], Literal] = field(default_factory=dict)
    seats: dict[tuple[str, str, str], Literal] = field(default_factory=dict)


def events(variables: Variables) -> tuple[Event, ...]:
    """Return the events with a choice, having added what makes them possible."""
    return tuple(
        _event(variables, programme)
        for programme in variables.scenario.events
        if any(need.programme == programme for need in variables.needs)
    )


def _event(variables: Variables, programme: str) -> Event:
    audience: Counter[str] = Counter()
    for each in variables.scenario.delegations:
        if each.programme == programme:
            audience[each.subject] += each.size
    event = Event(programme, audience)
    for session in variables.scenario.events[programme]:
        _place(variables, event, session)
        _speakers(variables, event, session)
        _audience(variables, event, session)
    _one_at_a_time(variables, event)
    return event


def _place(variables: Variables, event: Event, session: Session) -> None:
    """Hold the session at most once, in a slot and room that it may take."""
    for slot in _slots(variables, session):
        for room in _rooms(variables, session):
            event.held[session.id, slot.id, room.id] = variables.model.new_bool_var("")
    variables.model.add_at_most_one(
        literal for key, literal in event.held.items() if key[0] == session.id
    )


def _slots(variables: Variables, session: Session) -> list[Slot]:
    return [
        each
        for each in variables.scenario.slots
        if each.programme == session.programme
        and (not session.slots or each.id in session.slots)
    ]


def _rooms(variables: Variables, session: Session) -> list[Room]:
    return [
        each
        for each in variables.scenario.rooms
        if each.programme == session.programme
        and (not session.rooms or each.id in session.rooms)
    ]


def _in_slot(event: Event, session: str, slot: str) -> Expr:
    """Return whether the session is held in the slot, in whichever room."""
    return total(
        literal for key, literal in event.held.items() if key[:2] == (session, slot)
    )


def _speakers(variables: Variables, event: Event, session: Session) -> None:
    """Let as many of the event's people speak as the session asks for, if held."""
    model, scenario = variables.model, variables.scenario
    able = [
        choice
        for need in variables.needs
        if need.programme == event.programme
        for choice in variables.of_need(need.id)
        if closeness(scenario, variables.who(choice), session.specialty)
    ]
    for slot in _slots(variables, session):
        day = (slot.day - scenario.horizon.start).days
        for choice in able:
            terms = choice.candidate.terms
            if not terms.first_start <= day < terms.last_end:
                continue
            speaks = model.new_bool_var("")
            model.add_implication(speaks, choice.taken)
            if not terms.last_start <= day < terms.first_end:
                model.add(choice.start <= day).only_enforce_if(speaks)
                model.add(choice.end > day).only_enforce_if(speaks)
            event.speaks[choice, session.id, slot.id] = speaks
        count = total(
            literal
            for (_, talk, when), literal in event.speaks.items()
            if (talk, when) == (session.id, slot.id)
        )
        held = _in_slot(event, session.id, slot.id)
        model.add(count == session.speakers * held)


def _audience(variables: Variables, event: Event, session: Session) -> None:
    """Seat the delegations of the session's audience within the room."""
    model, scenario = variables.model, variables.scenario
    subjects = [each for each in event.audience if _for(variables, session, each)]
    for slot in _slots(variables, session):
        for subject in subjects:
            seats = model.new_int_var(0, event.audience[subject], "")
            event.seats[subject, session.id, slot.id] = seats
        room = total(
            scenario.room[key[2]].seats * literal
            for key, literal in event.held.items()
            if key[:2] == (session.id, slot.id)
        )
        taken = total(event.seats[each, session.id, slot.id] for each in subjects)
        model.add(taken <= room)


def _for(variables: Variables, session: Session, subject: str) -> bool:
    """Return whether the session is for participants of the subject."""
    family = variables.scenario.specialty[subject].family
    return not session.subjects or bool({subject, family} & set(session.subjects))


def _one_at_a_time(variables: Variables, event: Event) -> None:
    """Let rooms, speakers and participants be in one session of a slot at most."""
    model = variables.model
    rooms: dict[tuple[str, str], list[Literal]] = defaultdict(list)
    for (_, slot, room), literal in event.held.items():
        rooms[slot, room].append(literal)
    people: dict[tuple[str, str], list[Literal]] = defaultdict(list)
    for (choice, _, slot), literal in event.speaks.items():
        people[choice.person, slot].append(literal)
    for literals in (*rooms.values(), *people.values()):
        model.add_at_most_one(literals)
    groups: dict[tuple[str, str], list[Expr]] = defaultdict(list)
    for (subject, _, slot), seats in event.seats.items():
        groups[subject, slot].append(seats)
    for (subject, _), taken in groups.items():
        model.add(total(taken) <= event.audience[subject])


def event(variables: Variables, *, soft: bool) -> None:
    """Let everyone who comes to an event speak in a session."""
    model = variables.model
    for each in variables.events:
        talks: dict[str, list[Literal]] = defaultdict(list)
        for (choice, _, _), literal in each.speaks.items():
            talks[choice.person].append(literal)
        for need in variables.needs:
            if need.programme != each.programme:
                continue
            for choice in variables.of_need(need.id):
                silent: Expr = 0
                if soft:
                    silent = model.new_bool_var("")
                    variables.breaks["event"].append(silent)
                model.add(total(talks[choice.person]) + silent >= choice.taken)
