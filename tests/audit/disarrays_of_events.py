"""Each way to spoil the rosters and the seats of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arranged import Disarray, more, roster, seats

if TYPE_CHECKING:
    from collections.abc import Mapping


def _rosters() -> Mapping[str, Disarray]:
    table = "rosters"
    return {
        "unknown session": more(
            "Z → t2 → r2: the scenario does not know the session.",
            table,
            roster("Z", "t2", "r2", "E"),
        ),
        "unknown slot": more(
            "s3 → Z → r2: the scenario does not know the slot.",
            table,
            roster("s3", "Z", "r2", "E"),
        ),
        "unknown room": more(
            "s3 → t2 → Z: the scenario does not know the room.",
            table,
            roster("s3", "t2", "Z", "E"),
        ),
        "unknown speaker": more(
            "s3 → Z: the scenario does not know the speaker.",
            table,
            roster("s3", "t2", "r2", "Z"),
        ),
        "slot of another event": more(
            "s3 → other → r2: the session may not take this slot.",
            table,
            roster("s3", "other", "r2", "G"),
        ),
        "slot that is not listed": more(
            "s4 → t2 → r2: the session may not take this slot.",
            table,
            roster("s4", "t2", "r2", "E"),
        ),
        "room of another event": more(
            "s3 → t2 → booth: the session may not take this room.",
            table,
            roster("s3", "t2", "booth", "E"),
        ),
        "room that is not listed": more(
            "s4 → t1 → r3: the session may not take this room.",
            table,
            roster("s4", "t1", "r3", "G"),
        ),
        "nobody speaks": more(
            "s3: 0 speakers are named, 1 different ones are wanted.",
            table,
            roster("s3", "t2", "r2"),
        ),
        "one speaks twice": more(
            "s3: 2 speakers are named, 1 different ones are wanted.",
            table,
            roster("s3", "t2", "r2", "E", "E"),
        ),
        "speaker not there": more(
            "s3 → E: the speaker is not at the event on 2023-03-10.",
            table,
            roster("s3", "t9", "r2", "E"),
        ),
        "speaker of something else": more(
            "s3 → A: the speaker is not at the event on 2023-03-03.",
            table,
            roster("s3", "t2", "r2", "A"),
        ),
        "another topic": more(
            "s5 → E: the speaker does not hold the topic.",
            table,
            roster("s5", "t2", "r2", "E"),
        ),
        "session twice": more(
            "s1: held 2 times.", table, roster("s1", "t1", "r3", "E")
        ),
        "two sessions in one room": more(
            "t1 → r1: 2 sessions in one room at once.",
            table,
            roster("s3", "t1", "r1", "G"),
        ),
        "two talks at once": more(
            "E → t1: speaks in 2 sessions at once.",
            table,
            roster("s3", "t1", "r3", "E"),
        ),
    }


def _seats() -> Mapping[str, Disarray]:
    table = "seating"
    return {
        "seats of no session": more(
            "Z → d1: the scenario does not know the session.",
            table,
            seats("Z", "d1", 1),
        ),
        "seats for nobody": more(
            "s1 → Z: the scenario does not know the delegation.",
            table,
            seats("s1", "Z", 1),
        ),
        "session not held": more(
            "s3 → d1: the session is not held.", table, seats("s3", "d1", 1)
        ),
        "guests of another event": more(
            "s1 → guests: the delegation comes to another event.",
            table,
            seats("s1", "guests", 1),
        ),
        "another subject": more(
            "s1 → d2: the session is not for the delegation's subject.",
            table,
            seats("s1", "d2", 1),
        ),
        "full room": more(
            "s1: 11 seats are given in a room of 10.", table, seats("s1", "d1", 2)
        ),
        "small delegation": more(
            "d3 → t1: 4 seats at once for 3 participants.",
            table,
            seats("s2", "d3", 3),
        ),
    }


OF_EVENTS: Mapping[str, Disarray] = {**_rosters(), **_seats()}
"""Each kind of fault by a name of its own."""
