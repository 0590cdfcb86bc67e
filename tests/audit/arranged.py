"""A plan with arrangements of every kind, and how to spoil one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders import (
    day,
    delegation,
    leader,
    need,
    person,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    site,
    slot,
)
from judges import altered

from matcher.plan import (
    Arrangements,
    Assignment,
    Bed,
    Link,
    Mentorship,
    Roster,
    Seating,
)
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.entities import Commitment

if TYPE_CHECKING:
    from matcher.plan.entities import Part

STAFF = {"unit": "XU", "mentee": True}
LONG = RulePolicy(parameters={"long_stay_days": 3})


def _world() -> Scenario:
    """Return a world of doctors at XU and speakers at an event; M5 is away there."""
    world = scenario(
        policy=rules(contact_leader=LONG),
        programmes=(
            programme("IN", mentees_most=2),
            programme("EV", kind="event"),
            programme("FAIR", kind="event"),
        ),
        people=(
            *(person(code) for code in "ACEFG"),
            person("B", sex="male"),
            *(person(code, **STAFF) for code in ("M1", "M2", "M4", "M5")),
            person("T", specialties=("T1",), **STAFF),
        ),
        needs=(
            need("n1", max_headcount=3),
            need("n2"),
            need("talk", programme="EV", unit="XV", shortest=1, max_headcount=3),
        ),
        commitments=(Commitment(person="M5", first_day=day(2), last_day=day(2)),),
        housing=(site("H", beds_female=3), site("K")),
        leaders=(
            leader("L1", load=2),
            leader("L2", areas=("X2",), load=9),
            leader("L3", sectors=("medical",), load=9),
            leader("L4", sectors=("education",), load=9),
        ),
        sessions=(
            session("s1", subjects=("F",)),
            session("s2"),
            session("s3"),
            session("s4", slots=("t1",), rooms=("r1", "r2")),
            session("s5", specialty="T1"),
            session("s6"),
        ),
        slots=(
            slot("t1", 1),
            slot("t2", 2),
            slot("t9", 9),
            slot("other", 1, programme="FAIR"),
        ),
        rooms=(room("r1"), room("r2"), room("r3"), room("booth", programme="FAIR")),
        delegations=(
            delegation("d1"),
            delegation("d2", subject="T1"),
            delegation("d3", size=3),
            delegation("guests", programme="FAIR"),
        ),
    )
    return altered(world, "units", "XU", housing="H")


def mentorship(person_code: str, need_code: str, mentee: str) -> Mentorship:
    """Return a mentorship."""
    return Mentorship(person=person_code, need=need_code, mentee=mentee)


def link(person_code: str, need_code: str, leader_code: str) -> Link:
    """Return a link to a leader."""
    return Link(person=person_code, need=need_code, leader=leader_code)


def bed(person_code: str, need_code: str, site_code: str, number: int) -> Bed:
    """Return a bed."""
    return Bed(person=person_code, need=need_code, site=site_code, number=number)


def roster(talk: str, slot_code: str, room_code: str, *speakers: str) -> Roster:
    """Return the roster of a session."""
    return Roster(session=talk, slot=slot_code, room=room_code, speakers=speakers)


def seats(talk: str, group: str, count: int) -> Seating:
    """Return seats of a session."""
    return Seating(session=talk, delegation=group, seats=count)


WORLD = _world()
"""The world of the plan."""

POSTS = (
    post(WORLD, "A", "n1", 0, 3),
    post(WORLD, "B", "n1", 5, 8),
    post(WORLD, "C", "n1", 1, 4),
    *(post(WORLD, who, "talk", 0, 3) for who in "EFG"),
)
"""Its assignments."""

ARRANGED = Arrangements(
    mentorships=(
        mentorship("A", "n1", "M1"),
        mentorship("B", "n1", "M1"),
        mentorship("C", "n1", "M2"),
    ),
    links=(link("A", "n1", "L1"), link("B", "n1", "L3"), link("C", "n1", "L1")),
    beds=(bed("A", "n1", "H", 1), bed("B", "n1", "H", 1), bed("C", "n1", "H", 2)),
    rosters=(
        roster("s1", "t1", "r1", "E"),
        roster("s2", "t1", "r2", "F"),
        roster("s6", "t2", "r1", "G"),
    ),
    seating=(seats("s1", "d1", 8), seats("s1", "d3", 1), seats("s6", "d3", 3)),
)
"""Its arrangements, with nothing wrong."""


@dataclass(frozen=True)
class Disarray:
    """
    One thing wrong with the arrangements of a plan.

    Parameters
    ----------
    text
        The finding.
    arranged
        What is wrong.
    world
        The scenario.
    posts
        The assignments.
    """

    text: str
    arranged: Arrangements
    world: Scenario = WORLD
    posts: tuple[Assignment, ...] = POSTS


def more(text: str, table: str, *rows: Part) -> Disarray:
    """Return the plan with more rows in one table."""
    given = (*getattr(ARRANGED, table), *rows)
    return Disarray(text, ARRANGED.model_copy(update={table: given}))


def swapped(text: str, table: str, old: Part, *rows: Part) -> Disarray:
    """Return the plan with other rows in place of one."""
    kept = tuple(row for row in getattr(ARRANGED, table) if row != old)
    return Disarray(text, ARRANGED.model_copy(update={table: (*kept, *rows)}))
