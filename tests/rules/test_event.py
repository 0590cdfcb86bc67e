"""event: everyone who comes to an event speaks in a session of their topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import need, person, post, programme, room, rules, scenario, session, slot
from judges import both_allow, both_concede, both_forbid, only_finding

if TYPE_CHECKING:
    from matcher.scenario import Scenario

COMES = "A", "talk", 0, 3
PROGRAMMES = programme("EV", kind="event"), programme("IN")
FORUM: dict[str, object] = {
    "programmes": PROGRAMMES,
    "people": (person("A"), person("B"), person("C")),
    "needs": (
        need("talk", programme="EV", max_headcount=3),
        need("other"),
    ),
    "sessions": (session("s"),),
    "slots": (slot("t", 1),),
    "rooms": (room("r"),),
}


def forum(mode: str = "strict", **changes: object) -> Scenario:
    """Return a world with one session for one speaker on day 1, in one room."""
    return scenario(**(FORUM | {"policy": rules(event=mode)} | changes))


def test_a_speaker_with_a_session_is_fine() -> None:
    """A speaks; others need not come, and sessions need not be held."""
    world = forum()

    both_allow(world)
    both_allow(world, post(world, *COMES))


def test_other_programmes_have_no_sessions() -> None:
    """Who serves another programme need not speak."""
    world = forum(sessions=(session("s", specialty="T1"),))

    both_allow(world, post(world, "A", "other", 0, 3))


def test_two_speakers_for_one_talk_are_forbidden() -> None:
    """The session has as many speakers as it asks for, no more."""
    one, two = forum(), forum(sessions=(session("s", speakers=2),))
    pair = post(one, *COMES), post(one, "B", "talk", 0, 3)

    both_forbid(one, "event", *pair)
    both_allow(two, *pair)


def test_a_session_with_too_few_speakers_is_not_held() -> None:
    """A alone cannot hold a session for two."""
    world = forum(sessions=(session("s", speakers=2),))

    both_forbid(world, "event", post(world, *COMES))


@pytest.mark.parametrize(
    ("topic", "fine"), [("S1", True), ("S2", True), ("F", True), ("T1", False)]
)
def test_the_topic_is_of_the_speakers_family(
    topic: str,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A, who holds S1, speaks on it, on a relative and on the family."""
    world = forum(sessions=(session("s", specialty=topic),))

    if fine:
        both_allow(world, post(world, *COMES))
    else:
        both_forbid(world, "event", post(world, *COMES))


@pytest.mark.parametrize(("day", "fine"), [(0, True), (2, True), (3, False)])
def test_the_slot_lies_in_the_term(
    day: int,
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A comes for days 0 to 2."""
    world = forum(slots=(slot("t", day),))

    if fine:
        both_allow(world, post(world, *COMES))
    else:
        both_forbid(world, "event", post(world, *COMES))


def test_a_room_holds_one_session_in_a_slot() -> None:
    """Two talks want two rooms or two slots."""
    talks = session("s"), session("s2")
    one = forum(sessions=talks)
    rooms = forum(sessions=talks, rooms=(room("r"), room("r2")))
    slots = forum(sessions=talks, slots=(slot("t", 1), slot("t2", 1)))
    pair = post(one, *COMES), post(one, "B", "talk", 0, 3)

    both_forbid(one, "event", *pair)
    both_allow(rooms, *pair)
    both_allow(slots, *pair)


def test_nobody_speaks_in_two_sessions_at_once() -> None:
    """With C, two talks for two cannot be held in one slot; with D they can."""
    talks = session("s", speakers=2), session("s2", speakers=2)
    people = tuple(person(code) for code in "ABCD")
    wanted = (need("talk", programme="EV", max_headcount=4),)
    world = forum(
        sessions=talks,
        rooms=(room("r"), room("r2")),
        people=people,
        needs=wanted,
    )
    three = [post(world, code, "talk", 0, 3) for code in "ABC"]

    both_forbid(world, "event", *three)
    both_allow(world, *three, post(world, "D", "talk", 0, 3))


@pytest.mark.parametrize(
    ("changes", "fine"),
    [
        ({"slots": ("t2",)}, True),
        ({"slots": ("t",)}, False),  # that slot comes too early
        ({"rooms": ("r",), "slots": ("t2",)}, True),
    ],
)
def test_a_session_takes_a_slot_and_room_of_its_list(
    changes: dict[str, object],
    fine: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A comes for days 3 to 5, when only the second slot is."""
    world = forum(
        sessions=(session("s", **changes),), slots=(slot("t", 1), slot("t2", 4))
    )
    late = post(world, "A", "talk", 3, 6)

    if fine:
        both_allow(world, late)
    else:
        both_forbid(world, "event", late)


def test_rooms_of_other_events_are_not_taken() -> None:
    """An event without a room or a slot of its own has no sessions."""
    programmes = (*PROGRAMMES, programme("FAIR", kind="event"))
    no_room = forum(programmes=programmes, rooms=(room("r", programme="FAIR"),))
    no_slot = forum(programmes=programmes, slots=(slot("t", 1, programme="FAIR"),))

    both_forbid(no_room, "event", post(no_room, *COMES))
    both_forbid(no_slot, "event", post(no_slot, *COMES))


def test_soft_events_count_who_does_not_speak() -> None:
    """Three come for one talk."""
    world = forum("soft")

    both_concede(
        world, {"event": 2}, *(post(world, code, "talk", 0, 3) for code in "ABC")
    )


def test_without_the_rule_speakers_may_listen() -> None:
    """A rule that is off is not looked at."""
    world = forum("off", sessions=(session("s", specialty="T1"),))

    both_allow(world, post(world, *COMES))


def test_the_sentence_names_who_does_not_speak() -> None:
    """Without any roster, the audit asks what A comes for."""
    world = forum()

    assert only_finding(world, post(world, *COMES)).text("en") == (
        "A comes for talk and speaks in no session."
    )
