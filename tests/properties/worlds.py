"""Tiny random worlds for brute force: two or three people, a handful of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import builders as b

from matcher.scenario import GoalPolicy, Policy, RulePolicy, Scenario
from matcher.scenario.base import Effect, Mode, Side
from matcher.scenario.entities import (
    CalendarEntry,
    Commitment,
    Department,
    Lock,
    Need,
    Person,
    Preference,
    Team,
)

if TYPE_CHECKING:
    from random import Random

DAYS = 5
GOALS = (
    "agreement",
    "coverage",
    "concessions",
    "fairness",
    "fit",
    "preferences",
    "release-balance",
    "cost",
    "tie-break",
)
SOFTENED = (
    "level",
    "health",
    "consent",
    "availability",
    "duration",
    "calendar",
    "one-place",
    "person-limit",
    "release-cap",
    "host-cap",
    "housing",
    "team",
    "programme-max",
)


def tiny(random: Random) -> Scenario:
    """Return a world that every rule may touch and brute force can count out."""
    two_ways = random.random() < 0.25
    people = [
        _person(random, f"P{i}", two_ways) for i in range(random.choice((2, 2, 3)))
    ]
    needs = [_need(random, f"n{i}", two_ways) for i in range(2)]
    team = random.random() < 0.3
    if team:
        needs = [
            need.model_copy(
                update={
                    "team": "T",
                    "role": need.id,
                    "unit": "XU",
                    "programme": "IN",
                    "specialty": "S1",
                }
            )
            for need in needs
        ]
    return b.scenario(
        horizon=b.days(0, DAYS),
        policy=_policy(random),
        units=_units(random),
        departments=_some(random, Department(unit="NU", name="d", release_cap=1)),
        people=tuple(people),
        commitments=_some(
            random,
            Commitment(person="P0", first_day=b.day(2), last_day=b.day(2), away=True),
        ),
        programmes=_programmes(random),
        needs=tuple(needs),
        teams=(Team(id="T", name="T", min_size=1, max_size=2, senior_count=1),)
        if team
        else (),
        housing=(
            b.site(
                "H",
                beds_female=random.choice((0, 1, 2)),
                heated=random.random() < 0.7,
                last_day=b.day(random.choice((2, 3, 9))),
            ),
        ),
        calendar=_calendar(random),
        preferences=_preferences(random, people, needs),
        locks=_some(
            random,
            Lock(
                id="L", kind="forbid", person="P0", target=random.choice(("n0", "XV"))
            ),
        ),
        seed=random.randrange(100),
    )


def _some(random: Random, row: object) -> tuple[object, ...]:
    return (row,) if random.random() < 0.3 else ()


def _person(random: Random, code: str, two_ways: bool) -> Person:
    start = random.choice((0, 0, 0, 1))
    home = random.choice(("NU", "NU", "NV", "XU" if two_ways else "NV"))
    return b.person(
        code,
        unit=home,
        department=random.choice(("", "d")),
        specialties=(random.choice(("S1", "S1", "S2")),),
        level=random.choice((2, 3, 4)),
        sex=random.choice(("female", "female", "male")),
        health=random.choice(("yes", "yes", "yes", "pending")),
        experience=random.choice((0, 5, 12)),
        windows=(b.days(start - 1, random.choice((DAYS - 1, DAYS, DAYS))),),
        consents=random.choice(
            (("TO_XINING", "TO_NANJING"), ("IN", "OUT"), ("TO_XINING",))
        ),
        past_hosts=random.choice(((), ("XU",))),
        avoid=random.choice(((), (), ("X2",))),
        max_assignments=random.choice((None, 1)),
        max_days=random.choice((None, 2)),
    )


def _need(random: Random, code: str, two_ways: bool) -> Need:
    outward = two_ways and random.random() < 0.4
    shortest = random.choice((1, 2))
    least = random.choice((0, 1, 1, 2))
    return b.need(
        code,
        programme="OUT" if outward else "IN",
        unit="NU" if outward else random.choice(("XU", "XU", "XV")),
        specialty=random.choice(("S1", "S1", "F")),
        match=random.choice(("family", "exact")),
        level=random.choice((1, 3)),
        min_headcount=least,
        max_headcount=max(1, least, random.choice((1, 2))),
        first_day=b.day(random.choice((0, 0, 1))),
        last_day=b.day(random.choice((2, 3, DAYS - 1))),
        shortest=shortest,
        longest=random.choice((shortest, 2)),
        priority=random.choice((1, 2)),
    )


def _units(random: Random) -> tuple[object, ...]:
    return (
        b.unit("NU", "N1", release_cap=random.choice((None, 1, 1, 2))),
        b.unit("NV", "N2", release_cap=random.choice((None, 1))),
        b.unit(
            "XU",
            "X1",
            host_cap=random.choice((None, 1, 1)),
            housing=random.choice(("", "H")),
        ),
        b.unit("XV", "X2", host_cap=random.choice((None, 1)), housing="H"),
    )


def _programmes(random: Random) -> tuple[object, ...]:
    return (
        b.programme(
            "IN",
            target=random.choice((None, 1, 2)),
            maximum=random.choice((None, 1, 2)),
            counting=random.choice(("people", "postings")),
            min_days_to_count=random.choice((0, 2)),
            as_of=random.choice((None, b.day(2))),
            paired=random.random() < 0.2,
            age_max=random.choice((None, 42)),
        ),
        b.programme("OUT", direction="TO_NANJING", target=1),
    )


def _calendar(random: Random) -> tuple[object, ...]:
    day = b.day(random.choice((1, 2)))
    return tuple(
        CalendarEntry(name=effect.value, effect=effect, first_day=day, last_day=day)
        for effect in Effect
        if random.random() < 0.2
    )


def _preferences(
    random: Random, people: list[Person], needs: list[Need]
) -> tuple[Preference, ...]:
    found = []
    for person in people:
        for need in needs:
            if random.random() < 0.4:
                side = random.choice((Side.PERSON, Side.HOST))
                target = random.choice((need.id, need.unit))
                rank = random.choice((1, 2, 2, 5))
                found.append((side, person.id, target, rank))
    unique = {(side, who, target): rank for side, who, target, rank in found}
    return tuple(
        Preference(side=side, person=who, target=target, rank=rank)
        for (side, who, target), rank in unique.items()
    )


def _policy(random: Random) -> Policy:
    rules = {
        "one-place": RulePolicy(parameters={"rest_days": random.choice((0, 1))}),
        "availability": RulePolicy(
            parameters={"acclimatisation_days": random.choice((0, 0, 1))}
        ),
    }
    for slug in random.sample(SOFTENED, random.choice((0, 0, 1, 2))):
        mode = random.choice((Mode.SOFT, Mode.SOFT, Mode.OFF))
        known = rules.get(slug, RulePolicy())
        rules[slug] = known.model_copy(
            update={"mode": mode, "price": random.choice((1, 3))}
        )
    goals = list(GOALS)
    if random.random() < 0.3:
        # The tie-break stays last: it leaves nothing to decide.
        head = goals[:-1]
        random.shuffle(head)
        goals = [*head, "tie-break"]
    settings: dict[str, dict[str, object]] = {
        "coverage": {"order": random.choice(("lexicographic", "weighted"))},
        "fairness": {"weights": random.choice(("equal", "population"))},
    }
    return Policy(
        rules=rules,
        goals=tuple(
            GoalPolicy.model_validate(
                {
                    "goal": goal,
                    "parameters": settings.get(goal, {}),
                    "tolerance": random.choice((0, 0, 0, 0, 0, 1)),
                }
            )
            for goal in goals
        ),
    )
