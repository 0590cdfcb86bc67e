"""For each rule a clean plan, and the same plan broken by hand on that rule only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders import day, days, need, person, post, programme, rules, scenario, site
from judges import altered

from matcher.plan import Assignment
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.entities import CalendarEntry, Lock, Team

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
    """

    world: Scenario
    clean: tuple[Assignment, ...]
    broken: tuple[Assignment, ...]


def breakage(
    world: Scenario, clean: tuple[Term, ...], broken: tuple[Term, ...]
) -> Breakage:
    """Return the breakage of these terms."""
    return Breakage(
        world,
        tuple(post(world, *term) for term in clean),
        tuple(post(world, *term) for term in broken),
    )


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
    "housing": moved(
        altered(pair(housing=(site("H"),)), "units", "XU", housing="H"), *ONE_EACH
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
}
"""By rule."""
