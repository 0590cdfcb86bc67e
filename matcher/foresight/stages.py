"""The strict rules about one person and one need as stages, each leaving fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.eligibility.crowd import bits_of, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matcher.foresight.pairs import Pairs
    from matcher.scenario.entities import Need

    Stage = Callable[[Pairs, Need, int], int]


def _specialty(pairs: Pairs, need: Need, pool: int) -> int:
    crowd = pairs.crowd
    return pool & crowd.allowed("direction", need) & crowd.allowed("specialty", need)


def _level(pairs: Pairs, need: Need, pool: int) -> int:
    return pool & pairs.crowd.allowed("level", need)


def _place(pairs: Pairs, need: Need, pool: int) -> int:
    crowd = pairs.crowd
    left = pool & crowd.allowed("scope", need) & crowd.allowed("pairing", need)
    return left & crowd.allowed("avoidance", need)


def _consent(pairs: Pairs, need: Need, pool: int) -> int:
    return pool & pairs.crowd.allowed("consent", need)


def _fitness(pairs: Pairs, need: Need, pool: int) -> int:
    healthy = pool & pairs.crowd.allowed("health", need)
    return healthy & pairs.days.young(need)


def _time(pairs: Pairs, need: Need, pool: int) -> int:
    maybe, refused = pool & pairs.days.able(need), pairs.refused(need)
    # Who was asked was refused for want of time.
    return bits_of([i for i in numbers(maybe & ~refused) if pairs.has_term(i, need)])


STAGES: Mapping[str, Stage] = {
    "specialty": _specialty,
    "level": _level,
    "place": _place,
    "consent": _consent,
    "fitness": _fitness,
    "time": _time,
}
"""What each stage leaves of a pool of people, for one need."""
