"""Locks and wishes that can never matter."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from matcher.scenario.base import LockKind, Mode, Side
from matcher.scenario.faults import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.errors import Problem
    from matcher.foresight.notices import Placing
    from matcher.foresight.pairs import Pairs
    from matcher.scenario.conditions import Lock, Preference
    from matcher.scenario.entities import Need


class _Targets:
    """The needs behind a need, unit or area, with those who may have a chance."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._needs: dict[str, list[Need]] = defaultdict(list)
        for need in pairs.scenario.needs:
            area = pairs.scenario.host_area(need).id
            for target in (need.id, need.unit, area, ""):
                self._needs[target].append(need)
        self._hopeful: dict[str, int] = {}

    def may(self, person: str, target: str) -> bool:
        """Return whether the person may serve a need of the target."""
        number = self._pairs.crowd.number[person]
        if target not in self._hopeful:
            found = 0
            for need in self._needs[target]:
                found |= self._pairs.apart_from_locks(need)
            self._hopeful[target] = found
        if not self._hopeful[target] >> number & 1:
            return False
        needs = self._needs[target]
        # Behind a unit or an area stand many needs; there a chance is enough.
        return len(needs) > 1 or self._pairs.by_itself(number, needs[0])


def of_wishes(pairs: Pairs, place: Placing) -> Iterator[Problem]:
    """
    Yield forbids and wishes about what cannot be anyway, and pins that cannot be.

    Parameters
    ----------
    pairs
        Who could serve what.
    place
        Where a row stands; the key of a wish is ``side:person:target``.
    """
    targets = _Targets(pairs)
    if pairs.scenario.policy.mode("locks") is not Mode.OFF:
        for lock in pairs.scenario.locks:
            yield from _lock(lock, targets, place)
    for wish in pairs.scenario.preferences:
        # A wish for a unit or an area says where, whatever is asked for there.
        if wish.target in pairs.scenario.need and not targets.may(
            wish.person, wish.target
        ):
            where = place("preferences", _key(wish), "target")
            yield problem("W763", where, person=wish.person, target=wish.target)


def _key(wish: Preference) -> str:
    side = "person" if wish.side is Side.PERSON else "host"
    return f"{side}:{wish.person}:{wish.target}"


def _lock(lock: Lock, targets: _Targets, place: Placing) -> Iterator[Problem]:
    if lock.kind in (LockKind.DISPATCHED, LockKind.PIN_DATES):
        return
    if targets.may(lock.person, lock.target):
        return
    code = "W761" if lock.kind is LockKind.FORBID else "W762"
    where = place("locks", lock.id, "target")
    yield problem(
        code, where, lock=lock.id, person=lock.person, target=lock.target or "*"
    )
