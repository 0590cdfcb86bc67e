"""Generated scenarios with every undertaking and all support added."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import builders as b
from judges import changed

from matcher.scenario import GoalPolicy, Scenario
from matcher.scenario.base import City, Direction, Effect, Entity
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.entities import Need, Person, Programme
from matcher.scenario.generate import generate
from matcher.scenario.undertakings import Leaver
from matcher.timeline import DAY


@dataclass
class _Load:
    """What is loaded on a generated world."""

    world: Scenario
    random: Random
    people: list[Person] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    tables: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def like(self, need: Need, code: str, **fields: object) -> Need:
        """Add a need that differs from another in these fields."""
        row = need.model_dump() | {"id": code} | fields
        self.needs.append(Need.model_validate(row))
        return self.needs[-1]


def equipped(people: int, seats: int, seed: int) -> Scenario:
    """Return a generated scenario with all systems, each asking for a little."""
    random = Random(f"equipped {seed}")  # noqa: S311 -- can be repeated, not a secret
    world = generate(people, seats, seed)
    load = _Load(world, random)
    plain = [
        need
        for need in world.needs
        if not need.team
        and world.programme[need.programme].direction is Direction.TO_XINING
    ]
    for number, need in enumerate(plain):
        _add_staff(load, need, number)
        _add_willing(load, need, number)
    if plain:
        _add_chain(load, random.choice(plain))
        _add_project(load, random.choice(plain))
        _add_studio(load, random.choice(plain))
        _add_event(load, random.choice(plain))
    mentors = {need.id for need in plain if random.random() < 0.5}
    goals = (*world.policy.goals[:-1], GoalPolicy(goal="exchange-balance"))
    return changed(
        world,
        policy=world.policy.model_copy(
            update={"goals": (*goals, world.policy.goals[-1])}
        ),
        people=(*world.people, *load.people),
        programmes=(*world.programmes, *load.tables.pop("programmes", ())),
        needs=(
            *(_mentored(need) if need.id in mentors else need for need in world.needs),
            *load.needs,
        ),
        calendar=(*world.calendar, _school_term(world)),
        leaders=(b.leader("l0", load=2), b.leader("l1", areas=("630121",), load=9)),
        **load.tables,
    )


def _mentored(need: Need) -> Need:
    return need.model_copy(update={"mentees_least": 1, "mentees_most": 2})


def _add_staff(load: _Load, need: Need, number: int) -> None:
    """Add somebody at the host who may be raised, and may go to Nanjing."""
    unit = load.world.unit[need.unit]
    staff = b.person(
        f"M{number}",
        unit=unit.id,
        sector=unit.sector,
        specialties=(need.specialty,),
        windows=(load.world.horizon,),
        consents=load.random.choice(((), ("TO_NANJING",))),
        mentee=True,
    )
    load.people.append(staff)


def _add_willing(load: _Load, need: Need, number: int) -> None:
    """Add somebody of Nanjing who may go wherever the specialty is asked for."""
    world = load.world
    nanjing = [
        unit for unit in world.units if world.area[unit.area].city is City.NANJING
    ]
    unit = load.random.choice(nanjing)
    willing = b.person(
        f"W{number}",
        unit=unit.id,
        sector=unit.sector,
        specialties=(need.specialty,),
        level=5,
        windows=(world.horizon,),
        consents=("TO_XINING",),
    )
    load.people.append(willing)


def _add_chain(load: _Load, need: Need) -> None:
    """Ask for two who follow one another after a leaver of the first days."""
    load.like(
        need,
        "chain",
        handover=True,
        min_headcount=2,
        max_headcount=3,
        priority=1,
        mentees_least=None,
    )
    leaver = Leaver(need="chain", person="L", last_day=need.first_day + 9 * DAY)
    load.tables["leavers"] = (leaver,)


def _add_project(load: _Load, need: Need) -> None:
    """Ask for two phases with one need, and two needs, of skills."""
    for number, phase in enumerate(("f0", "f1", "f1")):
        load.like(need, f"work{number}", phase=phase, min_headcount=1, max_headcount=1)
    load.tables["phases"] = (b.phase("f0"), b.phase("f1", after=("f0",), min_gap=1))


def _add_studio(load: _Load, need: Need) -> None:
    """Ask for two working visits to a studio."""
    for number in range(2):
        load.like(
            need,
            f"visit{number}",
            studio="k",
            min_headcount=1,
            max_headcount=1,
            shortest=5,
            longest=10,
            mentees_most=1,
        )
    members = tuple(each.id for each in load.people if each.unit == need.unit)
    load.tables["studios"] = (b.studio("k", unit=need.unit, members=members),)


def _add_event(load: _Load, need: Need) -> None:
    """Ask for the speakers of two sessions, for whom two delegations come."""
    programme = load.world.programme[need.programme]
    event = programme.model_dump() | {"id": "TALKS", "kind": "event"}
    load.tables["programmes"] = (Programme.model_validate(event),)
    load.like(
        need,
        "talk",
        programme="TALKS",
        last_day=need.first_day + 5 * DAY,
        shortest=2,
        longest=4,
        min_headcount=2,
        max_headcount=3,
    )
    topic = {"programme": "TALKS", "specialty": need.specialty}
    load.tables |= {
        "sessions": tuple(b.session(f"s{number}", **topic) for number in range(2)),
        "slots": tuple(
            b.slot(
                f"t{number}", 0, programme="TALKS", day=need.first_day + number * DAY
            )
            for number in range(2)
        ),
        "rooms": (b.room("r", programme="TALKS", seats=15),),
        "delegations": tuple(
            b.delegation(f"d{number}", programme="TALKS", subject=need.specialty)
            for number in range(2)
        ),
    }


def _school_term(world: Scenario) -> CalendarEntry:
    first = world.horizon.start
    return CalendarEntry(
        name="学期",
        effect=Effect.SCHOOL_TERM,
        first_day=first,
        last_day=first + 120 * DAY,
        sectors=("教育",),
    )
