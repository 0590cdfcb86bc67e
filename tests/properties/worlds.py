"""Tiny random worlds for brute force: two or three people, a handful of days."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeVar

import builders as b
from policies import policy

from matcher.scenario.base import Effect, LockKind, Mode, Side
from matcher.scenario.conditions import CalendarEntry, Lock, Preference
from matcher.scenario.entities import (
    Commitment,
    Department,
    Need,
    Person,
    Programme,
    Team,
    Unit,
)

if TYPE_CHECKING:
    from matcher.scenario import Policy, Scenario

Value = TypeVar("Value")

DAYS = 5


@dataclass(frozen=True)
class _Shape:
    """
    What keeps a world small enough to be counted out.

    Parameters
    ----------
    people
        How many people there are.
    days
        Length of the horizon.
    two_ways
        Whether people go to Nanjing, too.
    team
        Whether the needs are the roles of a team.
    """

    people: int
    days: int
    two_ways: bool
    team: bool


def tiny(seed: int) -> Scenario:
    """Return a world that every rule may touch and brute force can count out."""
    random = Random(seed)  # noqa: S311 -- a draw that can be repeated, not a secret
    given = policy(random)
    shape = _shape(random, given)
    people = [_person(random, f"P{i}", shape) for i in range(shape.people)]
    needs = [_need(random, f"n{i}", shape) for i in range(2)]
    return b.scenario(
        horizon=b.days(0, shape.days),
        policy=given,
        units=units(random),
        departments=_some(random, Department(unit="NU", name="d", release_cap=1)),
        people=tuple(people),
        commitments=_some(random, _commitment(random)),
        programmes=_programmes(random),
        needs=tuple(needs),
        teams=(_team(random),) if shape.team else (),
        housing=(
            b.site(
                "H",
                beds_female=seldom(random, 1, 0, 2),
                heated=random.random() < 0.5,
                last_day=b.day(seldom(random, 9, 1, 2)),
            ),
        ),
        calendar=_calendar(random),
        preferences=preferences(random, people, needs),
        locks=locks(random, people, needs),
        seed=random.randrange(100),
    )


def _shape(random: Random, policy: Policy) -> _Shape:
    # Without strict terms every pair of days is one, so that fewer days must do.
    free = policy.mode("duration") is not Mode.STRICT
    loose = policy.mode("one-place") is not Mode.STRICT
    return _Shape(
        people=2 if free or loose else random.choice((2, 2, 3)),
        days=3 if free else DAYS,
        two_ways=random.random() < 0.25,
        team=random.random() < 0.3,
    )


def _some(random: Random, row: object) -> tuple[object, ...]:
    return (row,) if random.random() < 0.3 else ()


def seldom(random: Random, usual: Value, *others: Value) -> Value:
    """Return one of the others in one case of eight: too many would leave no plan."""
    return random.choice(others) if random.random() < 0.125 else usual


def _person(random: Random, code: str, shape: _Shape) -> Person:
    away = "XU" if shape.two_ways else "NV"
    return b.person(
        code,
        unit=random.choice(("NU", "NU", "NU", away)),
        department=random.choice(("", "d")),
        specialties=(seldom(random, "S1", "S2"),),
        level=random.choice((2, 3, 3, 4)),
        sex=random.choice(("female", "female", "male")),
        birth=seldom(random, b.day(-43 * 365 - 8), b.day(-30 * 365), None),
        health=seldom(random, "yes", "pending"),
        experience=random.choice((0, 5, 12)),
        windows=random.choice(
            (
                (b.days(-2, DAYS),),
                (b.days(-2, DAYS),),
                (b.days(0, DAYS - 1),),
                (b.days(-1, 2), b.days(3, DAYS)),
                (b.days(-1, 2), b.days(2, DAYS)),
            )
        ),
        consents=seldom(
            random, ("TO_XINING", "TO_NANJING"), ("IN",), ("OUT",), ("TO_NANJING",)
        ),
        consent_areas=seldom(random, (), ("X1", "N1")),
        past_hosts=random.choice(((), ("XU",))),
        avoid=seldom(random, (), ("X2",), ("XU",)),
        max_assignments=random.choice((None, None, 1, 2)),
        max_days=random.choice((None, None, 2, 3)),
        served_assignments=seldom(random, 0, 1),
        served_days=seldom(random, 0, 1),
    )


def _need(random: Random, code: str, shape: _Shape) -> Need:
    outward = shape.two_ways and not shape.team and random.random() < 0.5
    shortest = random.choice((1, 2))
    least = random.choice((0, 1, 1) if shape.team else (0, 1, 1, 2))
    place = {"programme": "IN", "unit": random.choice(("XU", "XU", "XV"))}
    if outward:
        place = {"programme": "OUT", "unit": "NU"}
    if shape.team:
        place = {"programme": "IN", "unit": "XU", "team": "T", "role": code}
    return b.need(
        code,
        **place,
        specialty=random.choice(("S1", "F")),
        match=random.choice(("family", "family", "exact")),
        level=seldom(random, 1, 3, 4),
        min_headcount=least,
        max_headcount=max(1, least, random.choice((1, 2))),
        first_day=b.day(random.choice((0, 0, 1))),
        last_day=b.day(min(shape.days - 1, random.choice((2, 4, 4)))),
        shortest=shortest,
        longest=random.choice((shortest, 2)),
        priority=random.choice((1, 2)),
    )


def _team(random: Random) -> Team:
    return Team(
        id="T",
        name="T",
        min_size=random.choice((1, 2)),
        max_size=random.choice((2, 3)),
        senior_level=random.choice((3, 4)),
        senior_count=random.choice((0, 1)),
    )


def _commitment(random: Random) -> Commitment:
    first = random.choice((0, 2))
    return Commitment(
        person=random.choice(("P0", "P1")),
        first_day=b.day(first),
        last_day=b.day(first + random.choice((0, 1))),
        away=random.random() < 0.7,
    )


def units(random: Random) -> tuple[Unit, ...]:
    """Return the four units, some of them with caps or housing."""
    return (
        b.unit("NU", "N1", release_cap=random.choice((None, 1, 2))),
        b.unit("NV", "N2", release_cap=seldom(random, None, 0, 1)),
        b.unit(
            "XU",
            "X1",
            host_cap=random.choice((None, 1, 1)),
            housing=random.choice(("", "H")),
        ),
        b.unit("XV", "X2", host_cap=random.choice((None, 1)), housing="H"),
    )


def _programmes(random: Random) -> tuple[Programme, ...]:
    return (
        b.programme(
            "IN",
            target=random.choice((None, 1, 2)),
            maximum=random.choice((None, None, 1, 2)),
            counting=random.choice(("people", "postings")),
            min_days_to_count=random.choice((0, 2)),
            as_of=random.choice((None, b.day(2))),
            paired=random.random() < 0.125,
            age_max=seldom(random, None, 42),
            release_areas=seldom(random, (), ("N1",)),
        ),
        b.programme("OUT", direction="TO_NANJING", target=1),
    )


def _calendar(random: Random) -> tuple[CalendarEntry, ...]:
    day = b.day(random.choice((1, 2)))
    return tuple(
        CalendarEntry(
            name=effect.value,
            effect=effect,
            first_day=day,
            last_day=day,
            areas=random.choice(((), ("X1",), ("N1", "X2"))),
            sectors=random.choice(((), ("medical",))),
        )
        for effect in Effect
        if effect is not Effect.SCHOOL_TERM and random.random() < 0.12
    )


def preferences(
    random: Random, people: list[Person], needs: list[Need]
) -> tuple[Preference, ...]:
    """Return wishes of some people and hosts."""
    ranks: dict[tuple[Side, str, str], int] = {}
    for person in people:
        for need in needs:
            if random.random() < 0.4:
                side = random.choice((Side.PERSON, Side.HOST))
                target = random.choice((need.id, need.unit))
                ranks[side, person.id, target] = random.choice((1, 2, 2, 5))
    return tuple(
        Preference(side=side, person=who, target=target, rank=rank)
        for (side, who, target), rank in ranks.items()
    )


def locks(random: Random, people: list[Person], needs: list[Need]) -> tuple[Lock, ...]:
    """Return up to two locks, in most worlds none."""
    return tuple(
        _lock(random, f"L{i}", random.choice(people), random.choice(needs))
        for i in range(random.choice((0, 0, 0, 0, 1, 2)))
    )


def _lock(random: Random, code: str, person: Person, need: Need) -> Lock:
    kind = random.choice((*LockKind, LockKind.FORBID, LockKind.FORBID))
    target = {
        LockKind.PIN_HOST: need.unit,
        LockKind.PIN_DATES: "",
        LockKind.FORBID: random.choice((need.id, need.unit, "")),
    }.get(kind, need.id)
    start = random.choice((0, 1))
    dated = kind in (LockKind.PIN_DATES, LockKind.DISPATCHED)
    return Lock(
        id=code,
        kind=kind,
        person=person.id,
        target=target,
        first_day=b.day(start) if dated else None,
        last_day=b.day(start + random.choice((0, 1))) if dated else None,
    )
