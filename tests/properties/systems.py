"""Tiny random worlds with an undertaking each, and with support for those sent."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import builders as b
from drafts import Draft
from policies import policy_with_systems
from undertakings import UNDERTAKINGS
from worlds import locks, preferences, seldom, units

from matcher.scenario.base import Effect, Mode
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.entities import Pairing

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.scenario import Scenario
    from matcher.scenario.base import Entity
    from matcher.scenario.entities import Person

DAYS = 4


def tiny_systems(seed: int) -> Scenario:
    """Return a world with an undertaking that brute force can count out."""
    random = Random(f"systems {seed}")  # noqa: S311 -- can be repeated, not a secret
    policy = policy_with_systems(random)
    days = DAYS if policy.mode("duration") is Mode.STRICT else DAYS - 1
    draft = Draft(random, days)
    UNDERTAKINGS[seed % len(UNDERTAKINGS)](draft)
    for support, share in SUPPORT.items():
        if draft.sometimes(share):
            support(draft)
    loose = policy.mode("one-place") is not Mode.STRICT
    few = loose or len(draft.needs) > 2 or draft.sometimes(0.5)
    sent = [_sent(random, f"P{i}") for i in range(2 if few else 3)]
    if draft.sometimes(0.5):
        draft.tables["units"] = units(random)
    needs = [b.need(f"n{i}", **fields) for i, fields in enumerate(draft.needs)]
    return b.scenario(
        horizon=b.days(0, days),
        policy=policy,
        people=(*sent, *draft.people),
        programmes=_programmes(draft),
        needs=tuple(needs),
        housing=(b.site("H", beds_female=seldom(random, 1, 2)),),
        preferences=preferences(random, sent, needs) if draft.sometimes(0.3) else (),
        locks=locks(random, sent, needs) if draft.sometimes(0.3) else (),
        seed=random.randrange(100),
        **draft.tables,
    )


_FREE = (b.days(-2, DAYS), b.days(-2, DAYS), b.days(-1, 2), b.days(1, DAYS))
"""When somebody may be away."""


def _sent(random: Random, code: str) -> Person:
    return b.person(
        code,
        unit=random.choice(("NU", "NU", "NV")),
        specialties=(seldom(random, "S1", "S2", "T1"),),
        level=random.choice((2, 3, 4)),
        sex=random.choice(("female", "male")),
        experience=random.choice((0, 5)),
        windows=(random.choice(_FREE),),
        past_hosts=random.choice(((), ("XU",))),
        max_assignments=random.choice((None, None, 1)),
        max_days=random.choice((None, None, 3)),
    )


def _programmes(draft: Draft) -> tuple[Entity, ...]:
    return (
        b.programme("IN", target=draft.one_of(None, 1), **draft.programme),
        b.programme("OUT", direction="TO_NANJING"),
        b.programme("EV", kind="event", target=draft.one_of(None, 2)),
    )


def _leaders(draft: Draft) -> None:
    """Let some leaders take guests."""
    draft.tables["leaders"] = tuple(
        b.leader(
            f"l{i}",
            areas=draft.one_of((), ("X1",), ("X2",)),
            sectors=draft.one_of((), (), ("medical",), ("education",)),
            load=draft.one_of(0, 1, 1, 2),
        )
        for i in range(draft.random.choice((1, 2)))
    )


def _terms(draft: Draft) -> None:
    """Put schools in session for some days."""
    first = draft.random.choice((0, 1))
    entry = CalendarEntry(
        name="term",
        effect=Effect.SCHOOL_TERM,
        first_day=b.day(first),
        last_day=b.day(first + draft.random.choice((1, 2))),
        areas=draft.random.choice(((), ("X1",), ("N1",))),
        sectors=draft.random.choice(((), ("medical",))),
    )
    draft.tables["calendar"] = (entry,)


def _exchange(draft: Draft) -> None:
    """Let somebody of Xining go to Nanjing, and bind two units, too."""
    draft.people.append(b.person("X", unit="XU", windows=(b.days(0, DAYS),)))
    draft.need(programme="OUT", unit="NU", longest=1, min_headcount=0)
    if draft.sometimes(0.5):
        draft.tables["pairings"] = (
            Pairing(first="N1", second="X1"),
            Pairing(first="XU", second="NU"),
        )


SUPPORT: dict[Callable[[Draft], None], float] = {
    _leaders: 0.4,
    _terms: 0.3,
    _exchange: 0.35,
}
"""What any world may have besides, and in how many cases."""
