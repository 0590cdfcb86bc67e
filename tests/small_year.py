"""A small year to report on: both directions, a team, a concession, a shortage."""

from __future__ import annotations

from builders import (
    day,
    days,
    ladder,
    need,
    person,
    plan,
    post,
    programme,
    rules,
    scenario,
)

from matcher.auditor import rung_values
from matcher.plan import Gap, Plan, RungProof, Shortage, Status
from matcher.rulebook import GOALS
from matcher.scenario import GoalPolicy, RulePolicy, Scenario
from matcher.scenario.conditions import Assumption, Preference
from matcher.scenario.entities import Team


def _world() -> Scenario:
    """Return a world with a little of everything that the report shows."""
    policy = rules(level=RulePolicy(mode="soft", price=7, reason="a try-out year"))
    return scenario(
        title="小年度",
        title_en="A small year",
        policy=ladder(policy, GoalPolicy(goal="agreement"), "coverage", "fit", "cost"),
        programmes=(
            programme("IN", name="三支", name_en="Support", target=3, source="S6"),
            programme(
                "OUT",
                name="跟岗",
                name_en="Attachment",
                direction="TO_NANJING",
                target=1,
                min_days_to_count=5,
                source="S8",
            ),
        ),
        people=(
            person("P2", past_hosts=("XU",), experience=11),
            person("P10", level=2),
            person("Q1", unit="XV", windows=(days(0, 10),)),
            person("P3", health="pending", specialties=("T1",)),
        ),
        teams=(Team(id="M", name="内科组", min_size=2, max_size=2),),
        needs=(
            need("n1", team="M", role="lead", leader=True, level=2, priority=1),
            need("n2", team="M", role="nurse", level=3, priority=1),
            need("n3", unit="XV", specialty="T1", priority=2, reason="new ward"),
            need("n4", unit="NU", programme="OUT", first_day=day(4)),
        ),
        preferences=(
            Preference(side="person", person="Q1", target="NV", rank=1),
            Preference(side="host", person="P2", target="n1", rank=1),
        ),
        assumptions=(
            Assumption(id="A1", subject="needs", value="4", source="assumption"),
        ),
    )


def _plan(world: Scenario) -> Plan:
    """Return the plan of the small year, clean, with one rung that is not proven."""
    assignments = (
        post(world, "P10", "n2", 0, 3),
        post(world, "P2", "n1", 0, 3),
        post(world, "Q1", "n4", 6, 9),
    )
    bare = plan(world, *assignments)
    rungs = rung_values(world, assignments)
    return bare.model_copy(
        update={
            "versions": {"matcher": "0", "ortools": "0"},
            "rungs": tuple(
                _proof(goal, part, value) for (goal, part), value in rungs.items()
            ),
            "shortages": (
                Shortage(
                    need="n3",
                    posts=1,
                    cause="health",
                    nearest=(Gap(person="P3", rules=("health", "availability")),),
                ),
            ),
        }
    )


def _proof(goal: str, part: str, value: int) -> RungProof:
    proven = goal != "fit"
    return RungProof(
        goal=goal,
        part=part,
        sense=GOALS[goal].sense,
        best=value,
        bound=value if proven else value + 1,
        value=value,
        status=Status.OPTIMAL if proven else Status.FEASIBLE,
    )


WORLD = _world()
"""The small year."""

PLAN = _plan(WORLD)
"""Its plan."""
