"""Small scenarios whose texts are as unpleasant as texts get."""

from __future__ import annotations

from hypothesis import strategies as st
from nasty_undertakings import World, events, projects, support
from texts import (
    CODES,
    COUNTS,
    DAYS,
    HORIZON,
    NAMES,
    POINTS,
    TEXTS,
    WINDOWS,
    WORDS,
)

from matcher.rulebook import GOALS, RULES
from matcher.scenario import GoalPolicy, Policy, RulePolicy, Scenario
from matcher.scenario.base import City, Health, Mode, Sex
from matcher.scenario.conditions import Assumption, Rating
from matcher.scenario.entities import Area, Need, Person, Programme, Specialty, Unit


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Return a policy with any modes and any goals in any order."""
    modes = draw(st.dictionaries(st.sampled_from(list(RULES)), st.sampled_from(Mode)))
    goals = draw(st.permutations(list(GOALS)))[: draw(st.integers(0, len(GOALS)))]
    if Mode.SOFT in modes.values() and "concessions" not in goals:
        goals.append("concessions")
    aside = [slug for slug in GOALS if slug not in goals][: draw(st.integers(0, 2))]
    rest = {"rest_days": draw(st.integers(0, 99))}
    return Policy(
        rules={
            slug: RulePolicy(
                mode=mode,
                price=draw(st.integers(1, 9)),
                reason=draw(TEXTS),
                parameters=rest if slug == "one-place" else {},
            )
            for slug, mode in modes.items()
        },
        goals=tuple(
            GoalPolicy(
                goal=slug,
                tolerance=draw(st.integers(0, 9)),
                parameters={"weights": (6, 5, 4, 3, 2, 1)}
                if slug == "coverage"
                else {},
            )
            for slug in goals
        ),
        aside=tuple(GoalPolicy(goal=slug) for slug in aside),
    )


@st.composite
def people(draw: st.DrawFn, codes: list[str]) -> tuple[Person, ...]:
    """Return people under any codes, with any blanks and any windows."""
    unit, specialty, programme, *rest = codes
    return tuple(
        Person(
            id=code,
            unit=unit,
            department=draw(st.just("") | WORDS),
            sector=draw(WORDS),
            specialties=(specialty,),
            level=draw(st.integers(1, 5)),
            sex=draw(st.sampled_from(Sex)),
            birth=draw(st.none() | DAYS),
            health=draw(st.sampled_from(Health)),
            windows=tuple(draw(st.lists(WINDOWS, max_size=3))),
            consents=draw(st.sampled_from([(), (programme, "TO_XINING")])),
            max_days=draw(COUNTS),
            target_days=draw(COUNTS),
            mentee=draw(st.booleans()),
            note=draw(TEXTS),
        )
        for code in rest
    )


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Return a small scenario whose texts are as unpleasant as texts get."""
    codes = st.lists(CODES, min_size=10, max_size=11, unique_by=str.strip)
    north, south, unit, need, phase, studio, *rest = draw(codes)
    specialty, programme, *people_codes = rest
    world = World(
        area=north,
        unit=unit,
        specialty=specialty,
        programme=programme,
        need=need,
        phase=phase,
        studio=studio,
        people=tuple(people_codes),
    )
    city = {north: City.XINING, south: City.NANJING}
    return Scenario(
        name=draw(NAMES),
        title=draw(TEXTS),
        title_en=draw(TEXTS),
        language=draw(st.sampled_from(["zh", "en"])),
        seed=draw(st.integers(0, 10**9)),
        public_holidays=draw(st.booleans()),
        horizon=HORIZON,
        policy=draw(policies()),
        areas=tuple(
            Area(
                id=area,
                name=draw(NAMES),
                city=city[area],
                weight=draw(COUNTS),
                in_fairness=draw(st.booleans()),
            )
            for area in city
        ),
        specialties=(Specialty(id=specialty, name=draw(NAMES), sector=draw(WORDS)),),
        units=(
            Unit(
                id=unit,
                name=draw(NAMES),
                area=north,
                kind=draw(NAMES),
                sector=draw(WORDS),
                host_cap=draw(COUNTS),
            ),
        ),
        people=draw(people([unit, *rest])),
        programmes=(
            Programme(
                id=programme,
                name=draw(NAMES),
                kind="event",
                direction="TO_XINING",
                shortest=1,
                longest=10,
                release_kinds=tuple(draw(st.lists(CODES, max_size=3))),
            ),
        ),
        needs=(
            Need(
                id=need,
                programme=programme,
                unit=unit,
                specialty=specialty,
                first_day=HORIZON.start,
                last_day=HORIZON.last_day,
                reason=draw(TEXTS),
                role=draw(TEXTS),
                leader=draw(st.booleans()),
                cover=True,
                longest=HORIZON.days,
                phase=phase,
                studio=studio,
                mentees_most=draw(COUNTS),
                successor_unit=draw(st.sampled_from(["", unit])),
                tags=tuple(draw(st.lists(CODES, max_size=3))),
            ),
        ),
        ratings=tuple(
            Rating(person=code, need=need, points=draw(POINTS)) for code in people_codes
        ),
        **draw(projects(world)),
        **draw(events(world)),
        **draw(support(world)),
        assumptions=tuple(
            Assumption(
                id=code,
                subject=draw(NAMES),
                value=draw(NAMES),
                source=draw(NAMES),
                note=draw(TEXTS),
            )
            for code in draw(st.lists(CODES, max_size=3, unique_by=str.strip))
        ),
    )
