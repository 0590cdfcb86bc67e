"""growth: local staff are raised, sessions held and participants heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import (
    delegation,
    ladder,
    need,
    person,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    slot,
)
from judges import both_value

from matcher.auditor import rung_values
from matcher.plan import Arrangements, Mentorship, Seating

if TYPE_CHECKING:
    from matcher.scenario import Scenario

LOCAL: dict[str, object] = {"unit": "XU", "mentee": True}
MENTORED, HELD, HEARD = (("growth", part) for part in ("mentored", "held", "heard"))


def raising(**changes: object) -> Scenario:
    """Return a world of two guests who may raise up to two of three local staff."""
    tables: dict[str, object] = {
        "policy": ladder(rules(), "growth"),
        "programmes": (programme("IN", mentees_most=2),),
        "people": (
            person("A"),
            person("B"),
            *(person(code, **LOCAL) for code in ("M1", "M2", "M3")),
        ),
        "needs": (need("n1", max_headcount=2),),
    }
    return scenario(**(tables | changes))


def test_nobody_is_raised_by_nobody() -> None:
    """Without assignments the value is 0, and without sessions it has one part."""
    assert both_value(raising()) == {MENTORED: 0}


def test_as_many_as_possible_are_raised() -> None:
    """One guest raises two; two at once raise all three."""
    world = raising()
    first = post(world, "A", "n1", 0, 3)

    assert both_value(world, first) == {MENTORED: 2}
    assert both_value(world, first, post(world, "B", "n1", 0, 3)) == {MENTORED: 3}


def test_staff_are_counted_once() -> None:
    """Whoever learns from one after the other is one more for the audit, not two."""
    world = raising(people=(person("A"), person("B"), person("M", **LOCAL)))
    moved = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 3, 6)
    twice = Arrangements(
        mentorships=tuple(
            Mentorship(person=code, need="n1", mentee="M") for code in "AB"
        )
    )

    assert both_value(world, *moved) == {MENTORED: 1}
    assert rung_values(world, moved, arrangements=twice) == {MENTORED: 1}


def test_nobody_need_be_raised_for_the_rule() -> None:
    """Growth counts also where the rule mentoring is off."""
    world = raising(policy=ladder(rules(mentoring="off"), "growth"))

    assert both_value(world, post(world, "A", "n1", 0, 3)) == {MENTORED: 2}


def forum(**changes: object) -> Scenario:
    """Return a world of an event of two sessions for one speaker each."""
    tables: dict[str, object] = {
        "policy": ladder(rules(), "growth"),
        "programmes": (programme("EV", kind="event"),),
        "people": (person("A"), person("B")),
        "needs": (need("talk", programme="EV", max_headcount=2),),
        "sessions": (session("s1"), session("s2", subjects=("G",))),
        "slots": (slot("t", 1),),
        "rooms": (room("small", seats=5), room("large", seats=30)),
        "delegations": (delegation("d1", size=20), delegation("d2", subject="T1")),
    }
    return scenario(**(tables | changes))


def test_an_event_without_speakers_is_heard_by_nobody() -> None:
    """The parts are there with the value 0."""
    assert both_value(forum()) == {MENTORED: 0, HELD: 0, HEARD: 0}


def test_sessions_held_come_before_seats() -> None:
    """One speaker: the one session is for everyone, in the large room of 30."""
    world = forum()
    first = post(world, "A", "talk", 0, 3)

    assert both_value(world, first) == {MENTORED: 0, HELD: 1, HEARD: 30}


def test_seats_are_given_where_most_can_hear() -> None:
    """Two speakers at once: 30 in the large room and 5 in the small one."""
    world = forum()
    both = post(world, "A", "talk", 0, 3), post(world, "B", "talk", 0, 3)

    assert both_value(world, *both) == {MENTORED: 0, HELD: 2, HEARD: 35}


def test_one_speaker_may_hold_several_sessions() -> None:
    """In two slots A holds both sessions, in the large room each time."""
    world = forum(slots=(slot("t", 1), slot("t2", 2)))
    first = post(world, "A", "talk", 0, 3)

    assert both_value(world, first) == {MENTORED: 0, HELD: 2, HEARD: 40}


def test_the_subject_or_its_family_is_the_audience() -> None:
    """Nobody listens to a session for others."""
    closed = forum(sessions=(session("s1", subjects=("S2",)),))
    family = forum(sessions=(session("s1", subjects=("G",)),))

    for world, heard in ((closed, 0), (family, 20)):
        first = post(world, "A", "talk", 0, 3)
        assert both_value(world, first) == {MENTORED: 0, HELD: 1, HEARD: heard}


def test_a_participant_is_counted_once() -> None:
    """However many seats a delegation has, no more can hear than it is."""
    world = forum()
    seats = tuple(
        Seating(session=talk, delegation="d1", seats=15) for talk in ("s1", "s2")
    )
    values = rung_values(world, (), arrangements=Arrangements(seating=seats))

    assert values == {MENTORED: 0, HELD: 0, HEARD: 20}
