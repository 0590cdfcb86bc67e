"""For each rule a clean plan, and the same plan broken by hand on that rule only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builders import (
    day,
    days,
    leader,
    need,
    person,
    phase,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    site,
    slot,
    studio,
)
from judges import altered

from matcher.auditor.case import NOTHING
from matcher.plan import Arrangements, Assignment, Bed, Link, Mentorship, Roster
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.conditions import CalendarEntry, Lock
from matcher.scenario.entities import Team

if TYPE_CHECKING:
    from collections.abc import Mapping

Term = tuple[str, str, int, int]
"""Person, need, and the day numbers of start and end."""


@dataclass(frozen=True)
class Breakage:
    """
    A world, a plan of it that keeps every rule, and one that breaks one rule.

    Parameters
    ----------
    world
        The scenario.
    clean
        What keeps every rule.
    broken
        What breaks the rule.
    arranged
        What the clean plan needs besides; the broken one is without it.
    """

    world: Scenario
    clean: tuple[Assignment, ...]
    broken: tuple[Assignment, ...]
    arranged: Arrangements = NOTHING


def breakage(
    world: Scenario,
    clean: tuple[Term, ...],
    broken: tuple[Term, ...],
    arranged: Arrangements = NOTHING,
) -> Breakage:
    """Return the breakage of these terms."""
    return Breakage(
        world,
        tuple(post(world, *term) for term in clean),
        tuple(post(world, *term) for term in broken),
        arranged,
    )


def unarranged(world: Scenario, arranged: Arrangements, *clean: Term) -> Breakage:
    """Return a plan that is broken without its arrangements, all else being equal."""
    return breakage(world, clean, clean, arranged)


def swapped(wanted: dict[str, object], **row: object) -> Breakage:
    """Return a plan in which A is replaced by B, whose row differs in this."""
    world = scenario(
        people=(person("A"), person("B", **row)),
        needs=(need("n1", **wanted),),
        programmes=(programme("IN", age_max=60),),
    )
    return breakage(world, (("A", "n1", 0, 3),), (("B", "n1", 0, 3),))


def resent(programme_in: dict[str, object], **changes: object) -> Breakage:
    """Return a plan in which A is sent to the host XV instead of XU."""
    tables: dict[str, object] = {
        "programmes": (programme("IN", **programme_in),),
        "needs": (need("n1"), need("n2", unit="XV")),
    }
    world = scenario(**(tables | changes))
    return breakage(world, (("A", "n1", 0, 3),), (("A", "n2", 0, 3),))


def moved(world: Scenario, *clean: Term) -> Breakage:
    """Return a plan in which the last assignment begins and ends a day earlier."""
    who, what, start, end = clean[-1]
    return breakage(world, clean, (*clean[:-1], (who, what, start - 1, end - 1)))


def pair(**changes: object) -> Scenario:
    """Return a world of two people and two needs of different hosts."""
    tables: dict[str, object] = {
        "people": (person("A"), person("B")),
        "needs": (need("n1", max_headcount=2), need("n2", unit="XV")),
    }
    return scenario(**(tables | changes))


ONE_EACH = ("A", "n1", 0, 3), ("B", "n1", 3, 6)
AT_MOST_ONCE = rules(person_limit=RulePolicy(parameters={"max_assignments": 1}))
HOLIDAY = CalendarEntry.model_validate(
    {"name": "h", "effect": "no_move", "first_day": day(1), "last_day": day(1)}
)
MONTH: dict[str, object] = {"last_day": day(29), "longest": 30}
LONG: dict[str, object] = {
    "horizon": days(0, 30),
    "programmes": (programme("IN", longest=30),),
    "people": (person("A", windows=(days(0, 30),)),),
    "leaders": (leader("L"),),
}
TEAM = Team(id="T", name="T", min_size=2, max_size=2)

BREAKAGES: Mapping[str, Breakage] = {
    "direction": breakage(
        pair(people=(person("A"), person("B", unit="XU"))),
        (("A", "n1", 0, 3),),
        (("A", "n1", 0, 3), ("B", "n2", 0, 3)),
    ),
    "scope": resent({"host_areas": ("X1",)}),
    "pairing": resent({"paired": True}),
    "specialty": swapped({}, specialties=("T1",)),
    "level": swapped({"level": 3}, level=2),
    "health": swapped({}, health="pending"),
    "age": swapped({}, birth=day(-61 * 366)),
    "avoidance": swapped({}, avoid=("XU",)),
    "consent": swapped({}, consents=("OUT",)),
    "availability": swapped({}, windows=(days(1, 10),)),
    "duration": breakage(pair(), (("A", "n1", 0, 3),), (("A", "n1", 0, 4),)),
    "calendar": moved(pair(calendar=(HOLIDAY,)), ("A", "n1", 2, 5)),
    "one-place": moved(pair(), ("A", "n1", 0, 3), ("A", "n2", 3, 6)),
    "person-limit": breakage(
        pair(policy=AT_MOST_ONCE),
        (("A", "n1", 0, 3), ("B", "n2", 3, 6)),
        (("A", "n1", 0, 3), ("A", "n2", 3, 6)),
    ),
    "release-cap": moved(altered(pair(), "units", "NU", release_cap=1), *ONE_EACH),
    "host-cap": moved(altered(pair(), "units", "XU", host_cap=1), *ONE_EACH),
    "housing": replace(
        moved(
            altered(pair(housing=(site("H"),)), "units", "XU", housing="H"), *ONE_EACH
        ),
        arranged=Arrangements(
            beds=tuple(
                Bed(person=who, need="n1", site="H", number=1) for who in ("A", "B")
            )
        ),
    ),
    "team": moved(
        pair(teams=(TEAM,), needs=(need("n1", team="T"), need("n2", team="T"))),
        ("A", "n1", 3, 6),
        ("B", "n2", 3, 6),
    ),
    "programme-max": breakage(
        pair(programmes=(programme("IN", maximum=1),)),
        (("A", "n1", 0, 3),),
        (("A", "n1", 0, 3), ("B", "n2", 0, 3)),
    ),
    "locks": breakage(
        pair(
            locks=(Lock.model_validate({"id": "L", "kind": "forbid", "person": "B"}),)
        ),
        (("A", "n1", 0, 3),),
        (("A", "n1", 0, 3), ("B", "n1", 0, 3)),
    ),
    "cover": breakage(
        scenario(needs=(need("n1", cover=True, longest=10),)),
        (("A", "n1", 0, 10),),
        (("A", "n1", 0, 9),),
    ),
    "handover": moved(
        pair(
            policy=rules(
                handover=RulePolicy(parameters={"least_days": 1, "most_days": 1})
            ),
            needs=(need("n1", max_headcount=2, handover=True),),
        ),
        ("A", "n1", 0, 3),
        ("B", "n1", 2, 5),
    ),
    "phases": moved(
        pair(
            phases=(phase("p1"), phase("p2", after=("p1",))),
            needs=(need("n1", phase="p1"), need("n2", phase="p2")),
        ),
        ("A", "n1", 0, 3),
        ("B", "n2", 3, 6),
    ),
    "studio": breakage(
        pair(
            studios=(studio("k"),),
            needs=(need("n1", studio="k"), need("n2", studio="k")),
        ),
        (("A", "n1", 0, 3), ("A", "n2", 3, 6)),
        (("A", "n1", 0, 3), ("B", "n2", 3, 6)),
    ),
    "mentoring": unarranged(
        scenario(
            programmes=(programme("IN", mentees_least=1, mentees_most=1),),
            people=(person("A"), person("M", unit="XU", mentee=True)),
        ),
        Arrangements(mentorships=(Mentorship(person="A", need="n1", mentee="M"),)),
        ("A", "n1", 0, 3),
    ),
    "contact-leader": unarranged(
        scenario(needs=(need("n1", shortest=30, **MONTH),), **LONG),
        Arrangements(links=(Link(person="A", need="n1", leader="L"),)),
        ("A", "n1", 0, 30),
    ),
    "event": unarranged(
        scenario(
            programmes=(programme("EV", kind="event"),),
            needs=(need("n1", programme="EV"),),
            sessions=(session("s"),),
            slots=(slot("t", 1),),
            rooms=(room("r"),),
        ),
        Arrangements(
            rosters=(Roster(session="s", slot="t", room="r", speakers=("A",)),)
        ),
        ("A", "n1", 0, 3),
    ),
}
"""By rule."""
