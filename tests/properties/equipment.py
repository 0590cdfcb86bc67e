"""Generated scenarios with every system of support and undertaking added."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import builders as b
from judges import changed
from policies import policy_with_systems

from matcher.scenario.base import Direction, Effect, Kind
from matcher.scenario.entities import CalendarEntry, Need, Person, Programme
from matcher.scenario.generate import generate
from matcher.scenario.undertakings import Leaver
from matcher.timeline import DAY

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def equipped(people: int, seats: int, seed: int) -> Scenario:
    """Return a generated scenario with all systems, some with a random policy."""
    world = generate(people, seats, seed)
    random = Random(f"equipped {seed}")  # noqa: S311 -- can be repeated, not a secret
    plain = [
        need for need in world.needs if not need.team and _to_xining(world, need)
    ]
    needs = {need.id: _asking(random, need) for need in plain}
    needs |= _undertakings(random, list(needs.values()))
    event, speakers = _event(random, world)
    staff = [_local(random, world, need) for need in needs.values()]
    leavers = [need for need in needs.values() if need.handover]
    return changed(
        world,
        policy=policy_with_systems(random) if seed % 2 else world.policy,
        people=(*world.people, *staff),
        programmes=(*world.programmes, *([event] if speakers else [])),
        needs=(
            *(needs.pop(need.id, need) for need in world.needs),
            *needs.values(),
            *speakers,
        ),
        calendar=(*world.calendar, _term(world)),
        leavers=tuple(_leaver(need) for need in leavers if random.random() < 0.5),
        phases=(b.phase("f0"), b.phase("f1", after=("f0",), min_gap=7)),
        studios=(b.studio("k", unit=""),),
        leaders=(b.leader("l0", load=3), b.leader("l1", load=20)),
    )
