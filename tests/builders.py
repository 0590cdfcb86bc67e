"""Small worlds for tests: every field has a harmless default, tests name the rest."""

from __future__ import annotations

from datetime import date, timedelta

from matcher.plan import Assignment, Plan, Status
from matcher.scenario import GoalPolicy, Policy, RulePolicy, Scenario
from matcher.scenario.conditions import Housing
from matcher.scenario.entities import (
    Area,
    Need,
    Pairing,
    Person,
    Programme,
    Specialty,
    Unit,
)
from matcher.scenario.undertakings import (
    Delegation,
    Leader,
    Phase,
    Room,
    Session,
    Slot,
    Studio,
)
from matcher.timeline import Window

FIRST = date(2023, 3, 1)


def day(offset: int) -> date:
    """Return the day with this number, 0 being the first of the horizon."""
    return FIRST + timedelta(days=offset)


def days(start: int, end: int) -> Window:
    """Return the half-open window between two day numbers."""
    return Window(day(start), day(end))


def person(code: str, **changes: object) -> Person:
    """Return a willing, healthy Nanjing doctor who is free all the time."""
    row: dict[str, object] = {
        "id": code,
        "unit": "NU",
        "sector": "medical",
        "specialties": ("S1",),
        "level": 3,
        "sex": "female",
        "birth": date(1980, 6, 15),
        "health": "yes",
        "windows": (days(0, 10),),
        "consents": ("TO_XINING", "TO_NANJING"),
    }
    return Person.model_validate(row | changes)


def need(code: str, **changes: object) -> Need:
    """Return a need for one doctor for three days, anywhere in the horizon."""
    row: dict[str, object] = {
        "id": code,
        "programme": "IN",
        "unit": "XU",
        "specialty": "S1",
        "first_day": day(0),
        "last_day": day(9),
        "shortest": 3,
        "longest": 3,
    }
    return Need.model_validate(row | changes)


def programme(code: str, **changes: object) -> Programme:
    """Return a programme to Xining that forbids nothing."""
    row: dict[str, object] = {
        "id": code,
        "name": code,
        "kind": "support_posting",
        "direction": "TO_XINING",
        "shortest": 1,
        "longest": 10,
    }
    return Programme.model_validate(row | changes)


def unit(code: str, area: str, **changes: object) -> Unit:
    """Return a hospital in an area."""
    row: dict[str, object] = {
        "id": code,
        "name": code,
        "area": area,
        "kind": "hospital",
        "sector": "medical",
    }
    return Unit.model_validate(row | changes)


def site(code: str, **changes: object) -> Housing:
    """Return a heated site with one bed for each sex, leased all the time."""
    row: dict[str, object] = {
        "id": code,
        "name": code,
        "area": "X1",
        "beds_female": 1,
        "beds_male": 1,
        "heated": True,
        "first_day": day(-30),
        "last_day": day(60),
    }
    return Housing.model_validate(row | changes)


def phase(code: str, **changes: object) -> Phase:
    """Return a phase of the project P that depends on none."""
    row: dict[str, object] = {"id": code, "project": "P", "name": code}
    return Phase.model_validate(row | changes)


def studio(code: str, **changes: object) -> Studio:
    """Return a studio at XU without members."""
    row: dict[str, object] = {"id": code, "name": code, "unit": "XU"}
    return Studio.model_validate(row | changes)


def leader(code: str, **changes: object) -> Leader:
    """Return a leader who takes one guest of any area and sector."""
    row: dict[str, object] = {"id": code, "name": code, "load": 1}
    return Leader.model_validate(row | changes)


def session(code: str, **changes: object) -> Session:
    """Return a session of the event EV for one speaker of S1, for everyone."""
    row: dict[str, object] = {
        "id": code,
        "programme": "EV",
        "title": code,
        "specialty": "S1",
    }
    return Session.model_validate(row | changes)


def slot(code: str, number: int, **changes: object) -> Slot:
    """Return a slot of the event EV on the day with this number."""
    row: dict[str, object] = {
        "id": code,
        "programme": "EV",
        "day": day(number),
        "hours": "09:00-11:00",
    }
    return Slot.model_validate(row | changes)


def room(code: str, **changes: object) -> Room:
    """Return a room of the event EV with ten seats."""
    row: dict[str, object] = {"id": code, "programme": "EV", "name": code, "seats": 10}
    return Room.model_validate(row | changes)


def delegation(code: str, **changes: object) -> Delegation:
    """Return a delegation of twenty of specialty S1 to the event EV."""
    row: dict[str, object] = {
        "id": code,
        "programme": "EV",
        "name": code,
        "subject": "S1",
        "size": 20,
    }
    return Delegation.model_validate(row | changes)


CALM = {
    "one-place": RulePolicy(parameters={"rest_days": 0}),
    "availability": RulePolicy(parameters={"acclimatisation_days": 0}),
}
"""Rules with nothing to wait for, so that small examples can be counted by hand."""


def rules(**changes: RulePolicy | str) -> Policy:
    """Return the calm policy with other modes or rule policies, by slug with _."""
    given = {
        slug.replace("_", "-"): each
        if isinstance(each, RulePolicy)
        else RulePolicy.model_validate({"mode": each})
        for slug, each in changes.items()
    }
    return Policy(rules={**CALM, **given})


def ladder(policy: Policy, *goals: str | GoalPolicy) -> Policy:
    """Return the policy with these goals only, in this order."""
    steps = tuple(
        each if isinstance(each, GoalPolicy) else GoalPolicy(goal=each)
        for each in goals
    )
    return policy.model_copy(update={"goals": steps})


def scenario(**changes: object) -> Scenario:
    """
    Return a world of ten days with two paired areas, two other areas and six units.

    N1 is paired with X1 and N2 with X2; NU and NV lie in N1 and N2, XU and XV in X1
    and X2, all hospitals. Specialties S1 and S2 are of family F, T1 is of family G.
    Programme IN goes to Xining, OUT to Nanjing.
    """
    tables: dict[str, object] = {
        "name": "test",
        "horizon": days(0, 10),
        "policy": rules(),
        "areas": (
            Area(id="N1", name="N1", city="nanjing"),
            Area(id="N2", name="N2", city="nanjing"),
            Area(id="X1", name="X1", city="xining", altitude_m=2300, population=300),
            Area(id="X2", name="X2", city="xining", altitude_m=2500, population=100),
        ),
        "pairings": (
            Pairing(first="N1", second="X1"),
            Pairing(first="N2", second="X2"),
        ),
        "specialties": (
            Specialty(id="F", name="F", sector="medical"),
            Specialty(id="S1", name="S1", family="F", sector="medical"),
            Specialty(id="S2", name="S2", family="F", sector="medical"),
            Specialty(id="G", name="G", sector="education"),
            Specialty(id="T1", name="T1", family="G", sector="education"),
        ),
        "units": (
            unit("NU", "N1"),
            unit("NV", "N2"),
            unit("XU", "X1"),
            unit("XV", "X2"),
        ),
        "programmes": (programme("IN"), programme("OUT", direction="TO_NANJING")),
        "people": (person("A"),),
        "needs": (need("n1"),),
    }
    return Scenario.model_validate(tables | changes)


def post(world: Scenario, who: str, what: str, start: int, end: int) -> Assignment:
    """Return an assignment for a term between two day numbers."""
    wanted = world.need[what]
    arrival = start - world.acclimatisation_days(wanted)
    return Assignment(
        person=who,
        need=what,
        programme=wanted.programme,
        unit=wanted.unit,
        arrival=day(arrival),
        start=day(start),
        end=day(end),
    )


def plan(world: Scenario, *assignments: Assignment) -> Plan:
    """Return a plan of these assignments, without proofs or ledger."""
    return Plan(
        scenario=world.name,
        fingerprint=world.fingerprint,
        versions={},
        seed=world.seed,
        status=Status.FEASIBLE,
        assignments=assignments,
    )
