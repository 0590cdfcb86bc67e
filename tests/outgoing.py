"""A season whose plan has something for every letter and every calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import (
    day,
    days,
    leader,
    need,
    person,
    plan,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    site,
    slot,
    unit,
)

from matcher.auditor import audit, rung_values
from matcher.plan import (
    Arrangements,
    Bed,
    Link,
    Mentorship,
    Plan,
    Roster,
    RungProof,
    Status,
)
from matcher.report.material import Material
from matcher.report.words import Words
from matcher.rulebook import GOALS
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.base import Anchor, Recipient
from matcher.scenario.entities import Team
from matcher.scenario.undertakings import Care, Leaver, Meeting

if TYPE_CHECKING:
    from matcher.language import Language


def season(name: str = "season", host: str = "县医院") -> Scenario:
    """Return a season, under a name and with a name of a host."""
    handing_over = RulePolicy(parameters={"least_days": 1, "most_days": 10})
    long = RulePolicy(parameters={"long_stay_days": 10})
    return scenario(
        name=name,
        title="协作年度",
        title_en="The season",
        horizon=days(0, 60),
        policy=rules(
            handover=handing_over, contact_leader=long, person_limit="off", team="off"
        ),
        units=(
            unit("NU", "N1", name="市医院", name_en="City & <State> Hospital"),
            unit("NV", "N2"),
            unit("XU", "X1", name=host, name_en="County hospital", housing="H"),
            unit("XV", "X2"),
        ),
        housing=(site("H", name="驻地", name_en="Residence"),),
        leaders=(leader("L1", name="副县长", name_en="Deputy head", load=5),),
        teams=(Team(id="T", name="小组", min_size=1, max_size=3),),
        care=_care(),
        meetings=(Meeting(id="m1", name="推进会", name_en="Meeting", day=day(20)),),
        **_work(),
        **_event(),
    )


def _work() -> dict[str, object]:
    weeks = {"first_day": day(0), "last_day": day(59), "longest": 60}
    free = {"windows": (days(0, 60),)}
    long = {"shortest": 10, **weeks}
    return {
        "programmes": (
            programme("IN", name="挂职", name_en="Posting", longest=60),
            programme("OUT", direction="TO_NANJING", longest=60),
            programme("EV", name="论坛", name_en="Forum", kind="event"),
        ),
        "people": (
            person("P-1", department="内科", **free),
            person("P-2", sex="male", **free),
            person("P-3", unit="NV", **free),
            person("Q-1", unit="XU", **free),
            person("M-1", unit="XU", mentee=True, **free),
        ),
        "needs": (
            need("n1", handover=True, mentees_most=1, department="儿科", **long),
            need(
                "n2",
                unit="XV",
                team="T",
                role="组长",
                leader=True,
                min_headcount=0,
                **weeks,
            ),
            need("n3", unit="XV", team="T", role="护士", **weeks),
            need("n4", programme="OUT", unit="NU", **weeks),
            need("e1", programme="EV", unit="XV", **weeks),
        ),
        "leavers": (Leaver(need="n1", person="Z", last_day=day(13)),),
    }


def _event() -> dict[str, object]:
    return {
        "rooms": (room("r1", name="大厅", name_en="Hall"),),
        "slots": (slot("t1", 40),),
        "sessions": (session("k1", title="论内科", title_en="On medicine"),),
    }


def _care() -> tuple[Care, ...]:
    return (
        Care(
            id="c1",
            name="慰问信",
            name_en="Letter",
            anchor=Anchor.START,
            recipient=Recipient.FAMILY,
        ),
        Care(
            id="c2",
            name="奖牌",
            name_en="Medal",
            anchor=Anchor.END,
            min_days=10,
            full_term=True,
        ),
    )


WORLD = season()
"""The season."""


def planned(start: int, end: int, world: Scenario = WORLD) -> Plan:
    """Return the plan with these days for the first assignment, and its proofs."""
    assignments = (
        post(world, "P-1", "n1", start, end),
        post(world, "P-2", "n2", 5, 8),
        post(world, "P-3", "n3", 5, 8),
        post(world, "P-3", "e1", 40, 43),
        post(world, "Q-1", "n4", 5, 8),
    )
    return proven(plan(world, *assignments), world)


def proven(decided: Plan, world: Scenario = WORLD) -> Plan:
    """Return the plan with what is arranged for its people, and its proofs."""
    arrangements = Arrangements(
        mentorships=(Mentorship(person="P-1", need="n1", mentee="M-1"),),
        links=(Link(person="P-1", need="n1", leader="L1"),),
        beds=(Bed(person="P-1", need="n1", site="H", number=1),),
        rosters=(Roster(session="k1", slot="t1", room="r1", speakers=("P-3",)),),
    )
    there = {(each.person, each.need) for each in decided.assignments}
    arrangements = Arrangements(
        **{
            name: tuple(
                each
                for each in getattr(arrangements, name)
                if name == "rosters" or (each.person, each.need) in there
            )
            for name in Arrangements.model_fields
        }
    )
    values = rung_values(world, decided.assignments, decided.seed, arrangements)
    rungs = tuple(
        RungProof(
            goal=goal,
            part=part,
            sense=GOALS[goal].sense,
            best=value,
            bound=value,
            value=value,
            status=Status.OPTIMAL,
        )
        for (goal, part), value in values.items()
    )
    told = {"arrangements": arrangements, "rungs": rungs, "status": Status.OPTIMAL}
    return decided.model_copy(update=told)


PLAN = planned(10, 30)
"""The plan of the season, clean."""


def material(
    language: Language = "en", world: Scenario = WORLD, decided: Plan = PLAN
) -> Material:
    """Return the plan with its audit, in a language."""
    judged = audit(world, decided)
    assert [each.text("en") for each in judged.findings] == []
    return Material(world, decided, judged, Words(world, language))
