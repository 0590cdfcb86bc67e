"""A season with every system of the article, and a plan of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import (
    day,
    days,
    need,
    person,
    plan,
    post,
    programme,
    scenario,
    site,
    unit,
)

from matcher.plan import Arrangements, Bed, Link, Mentorship, Plan, Roster, Seating
from matcher.scenario.base import Anchor, Evidence, Recipient
from matcher.scenario.undertakings import (
    Care,
    Delegation,
    Leader,
    Leaver,
    Meeting,
    Phase,
    Provision,
    Room,
    Session,
    Slot,
    Studio,
)

if TYPE_CHECKING:
    from matcher.scenario import Scenario


def _world() -> Scenario:
    """Return a world that holds a row of every table."""
    return scenario(
        horizon=days(0, 60),
        units=(
            unit("NU", "N1"),
            unit("NV", "N2"),
            unit("XU", "X1", name="县医院", name_en="County hospital", housing="H"),
            unit("XV", "X2"),
        ),
        housing=(site("H", name="驻地", name_en="Residence"),),
        **_work(),
        **_undertakings(),
        **_event(),
        **_support(),
        provisions=_rows_of_the_source(),
    )


def _work() -> dict[str, object]:
    """Return programmes, people and needs."""
    weeks = {"first_day": day(0), "last_day": day(59), "longest": 60}
    free = {"windows": (days(0, 60),)}
    home = {"unit": "XU", **free}
    return {
        "programmes": (
            programme("IN", mentees_least=1, mentees_most=2, source="S6"),
            programme("OUT", direction="TO_NANJING"),
            programme("FORUM", name="论坛", name_en="Forum", kind="event"),
        ),
        "people": (
            person("A", **free),
            person("B", sex="male", **free),
            person("Q", **home),
            person("M1", mentee=True, **home),
            person("M2", mentee=True, **home),
        ),
        "needs": (
            need("n1", handover=True, max_headcount=2, phase="p1", **weeks),
            need("n2", studio="st", unit="XV", tags=("生态",), **weeks),
            need("n3", phase="p2", **weeks),
            need("n4", programme="OUT", unit="NU", **weeks),
            need("n5", programme="FORUM", unit="XV", **weeks),
        ),
    }


def _undertakings() -> dict[str, object]:
    """Return a project of two phases, a studio and a leaver."""
    design = Phase(id="p1", project="FARM", name="设计", name_en="Design")
    running = Phase(
        id="p2", project="FARM", name="运营", name_en="Running", after=("p1",)
    )
    studio = Studio(
        id="st", name="工作室", name_en="Studio", unit="XV", members=("M2",)
    )
    return {
        "leavers": (Leaver(need="n1", person="Z", last_day=day(3)),),
        "phases": (design, running),
        "studios": (studio,),
    }


def _event() -> dict[str, object]:
    """Return an event with one slot, one room, two sessions and two delegations."""
    talk = Session(
        id="k1",
        programme="FORUM",
        title="论内科",
        title_en="On medicine",
        specialty="F",
    )
    guests = Delegation(
        id="d1",
        programme="FORUM",
        name="兰州",
        name_en="Lanzhou",
        subject="F",
        size=30,
    )
    return {
        "rooms": (
            Room(id="r1", programme="FORUM", name="大厅", name_en="Hall", seats=50),
        ),
        "slots": (Slot(id="t1", programme="FORUM", day=day(40), hours="09:00-11:00"),),
        "sessions": (
            talk,
            Session(id="k2", programme="FORUM", title="论教学", specialty="G"),
        ),
        "delegations": (
            guests,
            Delegation(id="d2", programme="FORUM", name="海东", subject="G", size=20),
        ),
    }


def _support() -> dict[str, object]:
    """Return leaders, rules of care and meetings."""
    letter = Care(
        id="c1",
        name="慰问信",
        name_en="Festival letter",
        source="S23",
        anchor=Anchor.FESTIVAL,
        festivals=("清明节",),
        recipient=Recipient.FAMILY,
    )
    visit = Care(
        id="c2",
        name="回访",
        name_en="Return visit",
        anchor=Anchor.END,
        recipient=Recipient.HOST,
    )
    deputy = Leader(
        id="L1", name="副县长", name_en="Deputy head", areas=("X1",), load=3
    )
    return {
        "leaders": (
            deputy,
            Leader(id="L2", name="局长", sectors=("education",), load=2),
        ),
        "care": (letter, visit),
        "meetings": (
            Meeting(id="m1", name="推进会", name_en="First meeting", day=day(20)),
            Meeting(id="m2", name="总结会", name_en="Last meeting", day=day(50)),
        ),
    }


def _rows_of_the_source() -> tuple[Provision, ...]:
    """Return three rows, the last without English and with a blank in its code."""
    return (
        Provision(
            id="S6",
            title="三支",
            title_en="Support postings",
            statement="南京选派人员。",
            statement_en="Nanjing sends people.",
            evidence=Evidence.PROGRAMME,
            wanted=2,
        ),
        Provision(
            id="S19",
            title="领导联系",
            title_en="Contact leaders",
            statement="领导直接联系人才。",
            statement_en="Leaders look after those who come.",
            evidence=Evidence.LEADER,
        ),
        Provision(
            id="S 25", title="成效", statement="满意度提升。", evidence=Evidence.OUTCOME
        ),
    )


def _plan(world: Scenario) -> Plan:
    """Return a plan in which everybody has something to do."""
    decided = plan(
        world,
        post(world, "A", "n1", 0, 20),
        post(world, "B", "n1", 13, 40),
        post(world, "A", "n2", 30, 35),
        post(world, "A", "n5", 40, 41),
        post(world, "Q", "n4", 5, 50),
    )
    arrangements = Arrangements(
        mentorships=(
            Mentorship(person="A", need="n1", mentee="M1"),
            Mentorship(person="A", need="n1", mentee="M2"),
            Mentorship(person="A", need="n2", mentee="M2"),
        ),
        links=(
            Link(person="A", need="n1", leader="L1"),
            Link(person="B", need="n1", leader="L1"),
        ),
        beds=(
            Bed(person="B", need="n1", site="H", number=1),
            Bed(person="A", need="n1", site="H", number=1),
        ),
        rosters=(Roster(session="k1", slot="t1", room="r1", speakers=("A",)),),
        seating=(Seating(session="k1", delegation="d1", seats=30),),
    )
    return decided.model_copy(update={"arrangements": arrangements})


WORLD = _world()
"""The season."""

PLAN = _plan(WORLD)
"""Its plan."""
