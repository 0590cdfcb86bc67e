"""What the judge lists of systems and meetings, written out by hand."""

from __future__ import annotations

from builders import (
    day,
    days,
    delegation,
    leader,
    need,
    person,
    phase,
    post,
    programme,
    room,
    rules,
    scenario,
    session,
    slot,
    studio,
)
from listed import LOCAL, raising, records

from matcher.auditor import (
    DelegationRecord,
    LeaderRecord,
    PhaseRecord,
    Records,
    SessionRecord,
    StudioRecord,
    VisitRecord,
)
from matcher.plan import Arrangements, Link, Roster, Seating
from matcher.scenario import RulePolicy
from matcher.scenario.undertakings import Meeting

# --- leaders, studios, phases, events -------------------------------------------


def test_leaders() -> None:
    """Both are listed, also who takes nobody."""
    world = scenario(
        policy=rules(contact_leader=RulePolicy(parameters={"long_stay_days": 3})),
        leaders=(leader("L1", load=3), leader("L2")),
    )
    link = Link(person="A", need="n1", leader="L1")
    found = records(
        world, post(world, "A", "n1", 0, 3), arrangements=Arrangements(links=(link,))
    )

    assert found.leaders == (LeaderRecord("L1", 1, 3), LeaderRecord("L2", 0, 1))


def test_studios() -> None:
    """Visits by first day, with whom they raise; a studio that nobody visits too."""
    visits = {"studio": "k", "mentees_most": 2}
    world = scenario(
        people=(person("A"), *(person(code, **LOCAL) for code in ("M", "N"))),
        studios=(studio("j"), studio("k", members=("M", "N"))),
        needs=(
            need("v1", min_headcount=0, **visits),
            need("v2", max_headcount=2, **visits),
            need("v3", studio="j", min_headcount=2, max_headcount=2),
        ),
    )
    found = records(
        world,
        post(world, "A", "v1", 4, 7),
        post(world, "A", "v2", 0, 3),
        arrangements=raising(("A", "v1", "N"), ("A", "v1", "M"), ("A", "v2", "M")),
    )

    assert found.studios == (
        StudioRecord("j", (), (), 2),
        StudioRecord(
            "k",
            ("A",),
            (
                VisitRecord("v2", "A", days(0, 3), ("M",)),
                VisitRecord("v1", "A", days(4, 7), ("M", "N")),
            ),
            1,
        ),
    )


def test_phases() -> None:
    """By project and phase, from the first start to the last end."""
    world = scenario(
        policy=rules(phases="soft"),
        people=(person("A"), person("B"), person("M", **LOCAL)),
        phases=(phase("b", project="P2"), phase("c", project="P1"), phase("d")),
        needs=(
            need("n1", phase="b", mentees_most=1),
            need("n2", phase="b", min_headcount=2, max_headcount=2),
            need("n3", phase="c"),
        ),
    )
    found = records(
        world,
        post(world, "A", "n1", 4, 7),
        post(world, "B", "n2", 2, 5),
        arrangements=raising(("A", "n1", "M")),
    )

    assert found.phases == (
        PhaseRecord("d", None, 0, 0, ()),
        PhaseRecord("c", None, 0, 1, ()),
        PhaseRecord("b", days(2, 7), 2, 3, ("M",)),
    )


def test_sessions_and_delegations() -> None:
    """What is held with its seats, what is not, and who hears how much."""
    world = scenario(
        programmes=(programme("EV", kind="event"),),
        needs=(need("talk", programme="EV"),),
        sessions=(session("s1"), session("s2"), session("s3")),
        slots=(slot("t1", 0), slot("t2", 1)),
        rooms=(room("r", seats=30),),
        delegations=(delegation("d1"), delegation("d2", size=5), delegation("d3")),
    )
    arranged = Arrangements(
        rosters=(
            Roster(session="s1", slot="t1", room="r", speakers=("A",)),
            Roster(session="s2", slot="t2", room="r", speakers=("A",)),
        ),
        seating=(
            Seating(session="s1", delegation="d1", seats=12),
            Seating(session="s1", delegation="d2", seats=4),
            Seating(session="s2", delegation="d2", seats=3),
        ),
    )
    found = records(world, post(world, "A", "talk", 0, 3), arrangements=arranged)

    assert found.sessions == (
        SessionRecord("s1", "t1", "r", ("A",), 16, 30),
        SessionRecord("s2", "t2", "r", ("A",), 3, 30),
        SessionRecord("s3", "", "", (), 0, 0),
    )
    assert found.delegations == (
        DelegationRecord("d1", 20, 12, 12),
        DelegationRecord("d2", 5, 5, 7),
        DelegationRecord("d3", 20, 0, 0),
    )


# --- agendas --------------------------------------------------------------------


def meetings(*numbers: int) -> tuple[Meeting, ...]:
    """Return meetings on these days, the last first."""
    return tuple(
        Meeting(id=f"m{number}", name="m", day=day(number))
        for number in sorted(numbers, reverse=True)
    )


def test_agendas_hold_what_is_open() -> None:
    """Each meeting has what comes up to the next one, the last up to the end."""
    world = scenario(
        policy=rules(availability=RulePolicy(parameters={"acclimatisation_days": 1})),
        people=(person("A"), person("B")),
        needs=(
            need("n1", max_headcount=2, handover=True, longest=5),
            need("n2", unit="XV", min_headcount=2, max_headcount=2, last_day=day(4)),
        ),
        meetings=meetings(1, 5),
    )
    agendas = records(
        world, post(world, "A", "n1", 1, 6), post(world, "B", "n1", 3, 8)
    ).agendas

    assert [each.meeting for each in agendas] == ["m1", "m5"]
    assert [point.en for point in agendas[0].points] == [
        "Empty posts of n2 at XV: 2, until 2023-03-05",
        "Arrivals for IN: 1, 2023-03-03 to 2023-03-03",
        "Handover of n1 from A to B: 2023-03-04",
    ]
    assert [point.en for point in agendas[1].points] == [
        "Departures from IN: 2, 2023-03-06 to 2023-03-08",
    ]


def test_agendas_list_programmes_as_people_count_them() -> None:
    """Programme P2 comes before P10."""
    world = scenario(
        programmes=(programme("P10"), programme("P2")),
        people=(person("A"), person("B")),
        needs=(need("n1", programme="P10"), need("n2", programme="P2")),
        meetings=meetings(0),
    )
    (agenda,) = records(
        world, post(world, "A", "n1", 1, 4), post(world, "B", "n2", 1, 4)
    ).agendas

    assert [point.en.split(":")[0] for point in agenda.points] == [
        "Arrivals for P2",
        "Arrivals for P10",
        "Departures from P2",
        "Departures from P10",
    ]


def test_the_day_of_a_meeting_is_its_own() -> None:
    """What falls on a meeting's day is on its agenda, and not on the one before."""
    world = scenario(
        people=(person("A"), person("B")),
        needs=(
            need("n1", max_headcount=2, handover=True),
            need("n2", unit="XV", last_day=day(4)),
        ),
        meetings=meetings(2, 4, 5),
    )
    agendas = records(
        world, post(world, "A", "n1", 2, 5), post(world, "B", "n1", 4, 7)
    ).agendas

    assert [[point.en for point in each.points] for each in agendas] == [
        [
            "Empty posts of n2 at XV: 1, until 2023-03-05",
            "Arrivals for IN: 1, 2023-03-03 to 2023-03-03",
        ],
        [
            "Empty posts of n2 at XV: 1, until 2023-03-05",
            "Arrivals for IN: 1, 2023-03-05 to 2023-03-05",
            "Departures from IN: 1, 2023-03-05 to 2023-03-05",
            "Handover of n1 from A to B: 2023-03-05",
        ],
        ["Departures from IN: 1, 2023-03-07 to 2023-03-07"],
    ]


def test_a_quiet_meeting_has_no_points() -> None:
    """Everything is filled and nobody moves after it."""
    world = scenario(meetings=meetings(5))
    (agenda,) = records(world, post(world, "A", "n1", 0, 3)).agendas

    assert agenda.points == ()


def test_a_scenario_without_systems_has_no_records() -> None:
    """Only the ledger of the exchange has something to tell."""
    world = scenario()
    found = records(world, post(world, "A", "n1", 0, 3))

    assert found == Records(
        handovers=(),
        care=(),
        exchange=found.exchange,
        leaders=(),
        studios=(),
        phases=(),
        sessions=(),
        delegations=(),
        agendas=(),
        provisions=(),
    )
