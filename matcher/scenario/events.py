"""Whether sessions, slots and rooms make an event."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matcher.scenario.base import Kind
from matcher.scenario.entities import Need, Programme
from matcher.scenario.faults import problem
from matcher.scenario.undertakings import Delegation, Room, Session, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matcher.errors import Problem
    from matcher.scenario.draft import Draft
    from matcher.scenario.rows import Found

_PARTS: dict[str, type[Session | Slot | Room | Delegation]] = {
    "sessions": Session,
    "slots": Slot,
    "rooms": Room,
    "delegations": Delegation,
}
_PLACES: dict[str, type[Slot | Room]] = {"slots": Slot, "rooms": Room}


def events(draft: Draft) -> Iterator[Problem]:
    """Yield every fault of events and of what belongs to them."""
    # What follows from an unknown event is told by the unknown code alone.
    known = draft.codes["programmes"] or frozenset()
    sessions = [each for each in draft.rows(Session) if each.entity.programme in known]
    yield from _kinds(draft)
    yield from _places(draft, sessions, known)
    yield from _empty(draft, sessions)
    yield from _speakers(draft, sessions, known)
    yield from _days(draft)


def _kinds(draft: Draft) -> Iterator[Problem]:
    """Yield each programme once that has parts of an event and is none."""
    named = {
        each.entity.programme: draft.called(table)
        for table, entity in reversed(_PARTS.items())
        for each in draft.rows(entity)
    }
    for found in draft.rows(Programme):
        kind, table = found.entity.kind, named.get(found.entity.id)
        if table and kind not in (Kind.EVENT, Kind.STUDIO):
            yield problem("E436", found.row.place("kind"), table=table, value=kind)


def _places(
    draft: Draft, sessions: Sequence[Found[Session]], known: frozenset[str]
) -> Iterator[Problem]:
    for column, entity in _PLACES.items():
        events = {each.entity.id: each.entity.programme for each in draft.rows(entity)}
        for found in sessions:
            event = found.entity.programme
            for code in getattr(found.entity, column):
                other = events.get(code)
                if other in known and other != event:
                    place = found.row.place(column)
                    yield problem("E433", place, value=code, other=other, event=event)


def _empty(draft: Draft, sessions: Sequence[Found[Session]]) -> Iterator[Problem]:
    """Yield each event without slots or rooms once, at its first session."""
    first: dict[str, Found[Session]] = {}
    for found in sessions:
        first.setdefault(found.entity.programme, found)
    for table, entity in _PLACES.items():
        there = {each.entity.programme for each in draft.rows(entity)}
        for event in first if draft.complete(table) else ():
            if event not in there:
                place = first[event].row.place("programme")
                yield problem("E434", place, value=event, table=draft.called(table))


def _speakers(
    draft: Draft, sessions: Sequence[Found[Session]], known: frozenset[str]
) -> Iterator[Problem]:
    posts: Counter[str] = Counter()
    for need in draft.rows(Need):
        posts[need.entity.programme] += need.entity.max_headcount
    if not draft.complete("needs") or not posts.keys() <= known:
        return
    for found in sessions:
        speakers, most = found.entity.speakers, posts[found.entity.programme]
        if speakers > most:
            place = found.row.place("speakers")
            yield problem("E435", place, value=speakers, posts=most)


def _days(draft: Draft) -> Iterator[Problem]:
    horizon = draft.settings.horizon
    for found in draft.rows(Slot):
        day = found.entity.day
        if horizon and day not in horizon:
            yield problem("E437", found.row.place("day"), day=day, horizon=horizon)
