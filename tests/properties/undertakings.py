"""What a tiny world may be about: chains, phases, studios, learners, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import builders as b

from matcher.scenario.base import Learners
from matcher.scenario.entities import Commitment, Person
from matcher.scenario.undertakings import Leaver, Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafts import Draft


def chain(draft: Draft) -> None:
    """Ask for holders who follow one another, perhaps after a leaver."""
    draft.need(
        cover=draft.sometimes(0.75),
        handover=draft.sometimes(0.6),
        min_headcount=draft.one_of(1, 1, 2),
        max_headcount=2,
        last_day=b.day(draft.days - draft.random.choice((1, 1, 2))),
        shortest=draft.one_of(1, 2, 2),
        longest=draft.one_of(2, 2, 3),
    )
    draft.need(longest=1)
    if draft.sometimes(0.5):
        leaver = Leaver(
            need="n0", person="L", last_day=b.day(draft.random.choice((-1, 0, 1)))
        )
        draft.tables["leavers"] = (leaver,)


def phases(draft: Draft) -> None:
    """Ask for a project of two or three phases."""
    draft.need(phase="f0", longest=1)
    draft.need(phase="f1", longest=1)
    if draft.sometimes(0.5):
        draft.need(phase=draft.one_of("f0", "f1", "f2"), longest=1)
    draft.tables["phases"] = tuple(
        b.phase(
            code,
            after=after,
            min_gap=draft.one_of(0, 0, 1),
            max_gap=draft.one_of(None, 0, 1),
        )
        for code, after in (("f0", ()), ("f1", ("f0",)), ("f2", ("f0",)))
        if any(need["phase"] == code for need in draft.needs)
    )


def studio(draft: Draft) -> None:
    """Ask for two working visits, of one studio or of two."""
    names = draft.random.choice((("k0", "k0"), ("k0", "k1")))
    draft.people = _staff(draft)
    learn = {"mentees_least": draft.one_of(0, 0, 1), "mentees_most": 1}
    for name in names:
        most = draft.one_of(1, 1, 2)
        draft.need(studio=name, unit="XU", longest=1, max_headcount=most, **learn)
    draft.tables["studios"] = tuple(
        b.studio(
            name,
            members=tuple(each.id for each in draft.people if draft.sometimes(0.7)),
        )
        for name in sorted(set(names))
    )


def mentoring(draft: Draft) -> None:
    """Ask for people who raise local staff, who perhaps go out themselves."""
    draft.people = _staff(draft)
    draft.programme = {
        "mentees_most": 1,
        "mentees_from": draft.one_of(*Learners),
    }
    for _ in range(2):
        least, most = draft.random.choice(_LEARNERS)
        draft.need(
            department=draft.one_of("", "d"),
            mentees_least=least,
            mentees_most=most,
            successor_unit=draft.one_of("", "", "XU"),
        )
    if draft.sometimes(0.5):
        draft.needs[1] |= {"programme": "OUT", "unit": "NU"}
    draft.tables["commitments"] = tuple(
        _bound(draft, each.id) for each in draft.people if draft.sometimes(0.7)
    )


_LEARNERS = ((None, None), (0, None), (1, None), (1, 2), (1, 2), (2, 2))
"""How many staff those who are sent raise, at least and at most."""


def _bound(draft: Draft, person: str) -> Commitment:
    first = draft.random.choice((0, 0, 1, 2))
    last = first + draft.random.choice((0, 1))
    return Commitment(
        person=person,
        first_day=b.day(first),
        last_day=b.day(last),
        away=draft.sometimes(0.8),
    )


def _staff(draft: Draft) -> list[Person]:
    return [
        b.person(
            f"M{i}",
            unit=draft.one_of("XU", "XU", "XU", "XV"),
            department=draft.one_of("", "d"),
            specialties=(draft.one_of("S1", "S1", "S2", "T1"),),
            windows=(b.days(-2, draft.days),),
            mentee=draft.sometimes(0.8),
        )
        for i in range(draft.random.choice((1, 2)))
    ]


def event(draft: Draft) -> None:
    """Ask for the speakers of an event of up to three sessions."""
    for _ in range(2):
        draft.need(
            programme="EV",
            last_day=b.day(1),
            max_headcount=draft.one_of(1, 2),
        )
    sessions, slots, rooms, groups = draft.random.choice(_EVENTS)
    draft.tables |= {
        "slots": tuple(b.slot(f"t{i}", i) for i in range(slots)),
        "rooms": tuple(b.room(f"r{i}", seats=draft.one_of(1, 2)) for i in range(rooms)),
        "sessions": tuple(_session(draft, f"s{i}") for i in range(sessions)),
        "delegations": tuple(
            b.delegation(
                f"d{i}", subject=draft.one_of("S1", "S2", "T1"), size=draft.one_of(1, 2)
            )
            for i in range(groups)
        ),
    }


_EVENTS = ((1, 1, 1, 3), (2, 1, 1, 1), (2, 1, 2, 2), (2, 2, 1, 2), (3, 2, 1, 1))
"""How many sessions, slots, rooms and delegations an event has."""


def _session(draft: Draft, code: str) -> Session:
    return b.session(
        code,
        specialty=draft.one_of("S1", "S2", "F", "G"),
        speakers=draft.one_of(1, 1, 1, 2),
        subjects=draft.one_of((), ("F",), ("S1", "T1")),
        slots=draft.one_of((), (), ("t0",)),
        rooms=draft.one_of((), (), ("r0",)),
    )


def guests(draft: Draft) -> None:
    """Ask for two plain needs, for support to attend to."""
    draft.need(max_headcount=2)
    draft.need()


UNDERTAKINGS: tuple[Callable[[Draft], None], ...] = (
    chain,
    phases,
    mentoring,
    event,
    studio,
    chain,
    guests,
)
"""The undertakings, one for each world in turn."""
