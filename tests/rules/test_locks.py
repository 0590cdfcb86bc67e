"""locks: what planners pinned, forbade or already dispatched stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import day, need, person, post, rules, scenario
from judges import both_allow, both_forbid, conceded, only_finding, verdict_of

from matcher.scenario.conditions import Lock

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def lock(
    kind: str, target: str = "", dates: tuple[int, int] | None = None, code: str = "L"
) -> Lock:
    """Return a lock on A, with its dates if any, both included."""
    first, last = dates or (None, None)
    return Lock.model_validate(
        {
            "id": code,
            "kind": kind,
            "person": "A",
            "target": target,
            "first_day": None if first is None else day(first),
            "last_day": None if last is None else day(last),
        }
    )


def world_of(*locks: Lock, **changes: object) -> Scenario:
    """Return a world of two people and three needs, two of them at XU."""
    tables: dict[str, object] = {
        "people": (person("A"), person("B")),
        "needs": (need("n1", longest=5), need("n2"), need("n3", unit="XV")),
        "locks": locks,
    }
    return scenario(**(tables | changes))


KEPT = [
    (lock("pin", "n1"), ("n1", 4, 7)),
    (lock("pin", "n1", dates=(2, 4)), ("n1", 2, 5)),
    (lock("pin_host", "XU"), ("n2", 0, 3)),
    (lock("pin_dates", dates=(2, 4)), ("n3", 2, 5)),
    (lock("forbid", "n1"), ("n2", 0, 3)),
    (lock("forbid", "XV"), ("n1", 0, 3)),
    (lock("dispatched", "n1", dates=(2, 4)), ("n1", 2, 5)),
]

BROKEN = [
    (lock("pin", "n1"), ("n2", 0, 3)),
    (lock("pin", "n1", dates=(2, 4)), ("n1", 1, 4)),
    (lock("pin", "n1", dates=(2, 4)), ("n1", 2, 6)),
    (lock("pin_host", "XU"), ("n3", 0, 3)),
    (lock("pin_dates", dates=(2, 4)), ("n3", 1, 4)),
    (lock("forbid", "n1"), ("n1", 0, 3)),
    (lock("forbid", "XU"), ("n2", 0, 3)),
    (lock("forbid"), ("n3", 0, 3)),
    (lock("dispatched", "n1", dates=(2, 4)), ("n1", 3, 6)),
    (lock("dispatched", "n1", dates=(0, 2)), ("n2", 0, 3)),
]


@pytest.mark.parametrize(("held", "moved"), KEPT)
def test_a_lock_that_is_kept_is_fine(held: Lock, moved: tuple[str, int, int]) -> None:
    """The person does what the lock says."""
    world = world_of(held)

    both_allow(world, post(world, "A", *moved))


@pytest.mark.parametrize(("held", "moved"), BROKEN)
def test_a_lock_that_is_broken_is_forbidden(
    held: Lock, moved: tuple[str, int, int]
) -> None:
    """The person does something else than the lock says."""
    world = world_of(held)

    both_forbid(world, "locks", post(world, "A", *moved))


@pytest.mark.parametrize(
    "held",
    [
        lock("pin", "n1"),
        lock("pin_host", "XU"),
        lock("pin_dates", dates=(2, 4)),
        lock("dispatched", "n1", dates=(2, 4)),
    ],
)
def test_staying_at_home_keeps_no_pin(held: Lock) -> None:
    """Whatever holds a person in place is broken if nobody goes, or somebody else."""
    world = world_of(held)

    both_forbid(world, "locks")
    both_forbid(world, "locks", post(world, "B", "n1", 2, 5))


def test_a_forbidden_person_may_stay_at_home() -> None:
    """Nothing is asked of a person who must not go; others may go instead."""
    world = world_of(lock("forbid"))

    both_allow(world)
    both_allow(world, post(world, "B", "n1", 0, 3))


def test_a_pin_leaves_room_for_more() -> None:
    """One of the person's assignments keeps the lock; the others are free."""
    world = world_of(lock("pin_host", "XV"))

    both_allow(world, post(world, "A", "n3", 0, 3), post(world, "A", "n1", 3, 6))


@pytest.mark.parametrize(
    "row",
    [
        {"consents": ()},
        {"health": "no"},
        {"specialties": ("T1",)},
        {"windows": ()},
        {"avoid": ("X1",)},
        {"unit": "XV"},
    ],
)
def test_the_dispatched_are_not_asked_again(row: dict[str, object]) -> None:
    """The pair rules are asked of a pinned person, not of one who has left."""
    people = (person("A", **row), person("B"))
    gone = world_of(lock("dispatched", "n1", dates=(2, 4)), people=people)
    pinned = world_of(lock("pin", "n1", dates=(2, 4)), people=people)
    moved = post(gone, "A", "n1", 2, 5)

    both_allow(gone, moved)
    assert len(verdict_of(pinned, moved)) == 1


def test_only_the_dispatched_assignment_is_not_asked() -> None:
    """Other assignments of a person who has left are judged as ever."""
    world = world_of(
        lock("dispatched", "n1", dates=(0, 2)),
        people=(person("A", consents=()), person("B")),
    )

    both_forbid(
        world, "consent", post(world, "A", "n1", 0, 3), post(world, "A", "n2", 3, 6)
    )


def test_soft_locks_are_counted() -> None:
    """Each lock that is not kept is one unit."""
    world = world_of(
        lock("pin", "n1"),
        lock("forbid", "XV", code="M"),
        lock("pin_host", "XU", code="N"),
        policy=rules(locks="soft"),
    )
    moved = post(world, "A", "n3", 0, 3)

    both_allow(world, moved)
    assert conceded(world, moved) == {"locks": 3}


def test_the_sentence_names_the_lock() -> None:
    """The finding tells code and kind of the lock, and the person."""
    world = world_of(lock("pin", "n1"))

    assert only_finding(world).text("en") == "Lock L (pinned need) on A is not kept."


def test_off_excuses_nobody_who_has_left() -> None:
    """Where locks are off, the pair rules are asked of a dispatched term as of any."""
    left = lock("dispatched", "n1", dates=(0, 2))
    people = (person("A", health="no"), person("B"))
    kept = world_of(left, people=people)
    off = world_of(left, people=people, policy=rules(locks="off"))

    both_allow(kept, post(kept, "A", "n1", 0, 3))
    both_forbid(off, "health", post(off, "A", "n1", 0, 3))
