"""The figures that show what people are sent for, counted by hand."""

from __future__ import annotations

from builders import (
    day,
    delegation,
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
from evidence import row, shown
from judges import altered

from matcher.plan import Arrangements, Mentorship, Roster, Seating
from matcher.scenario import RulePolicy
from matcher.scenario.undertakings import Leaver

LOCAL: dict[str, object] = {"unit": "XU", "mentee": True}


def test_programme() -> None:
    """Only programmes that name the row count; one of two terms is long enough."""
    world = scenario(
        programmes=(
            programme("IN", source="S6", target=3, min_days_to_count=4, paired=True),
            programme("OTHER", source="S1"),
        ),
        people=tuple(person(code) for code in "ABC"),
        needs=(
            need("n1", max_headcount=2, longest=5),
            need("n2", unit="XV", programme="OTHER"),
        ),
        provisions=(row("programme", wanted=4),),
    )
    found = shown(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 5),
        post(world, "C", "n2", 0, 3),
    )

    assert found == {
        "People or postings planned": (2, 4),
        "Counted toward the agreement by its date": (1, 3),
        "Hosts": (1, None),
        "Areas of Xining that gain": (1, None),
        "Shortest term in days": (3, None),
        "Longest term in days": (5, None),
        "Assignments between paired sides": (2, 2),
    }


def test_programme_without_a_number_takes_the_target() -> None:
    """The row asks for what the agreement asks for, and for nothing without one."""
    with_target, without = (
        scenario(
            programmes=(programme("IN", source="S6", target=target),),
            provisions=(row("programme"),),
        )
        for target in (7, None)
    )

    assert shown(with_target)["People or postings planned"] == (0, 7)
    assert shown(without)["People or postings planned"] == (0, None)


def test_mentoring() -> None:
    """A raises two of the three whom A and B must raise at least; M is one person."""
    world = scenario(
        programmes=(
            programme("IN", source="S6", mentees_least=1, mentees_most=2),
            programme("OTHER", mentees_most=1),
        ),
        people=(
            *(person(code) for code in "ABC"),
            *(person(code, **LOCAL) for code in ("M", "N")),
        ),
        needs=(
            need("n1", mentees_least=2),
            need("n2"),
            need("n3", programme="OTHER"),
        ),
        provisions=(row("mentoring", wanted=2),),
    )
    arranged = Arrangements(
        mentorships=tuple(
            Mentorship(person=who, need=what, mentee=mentee)
            for who, what, mentee in (
                ("A", "n1", "M"),
                ("B", "n2", "M"),
                ("C", "n3", "N"),
            )
        )
    )
    found = shown(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n2", 3, 6),
        post(world, "C", "n3", 0, 3),
        arrangements=arranged,
    )

    assert found["People or postings planned"] == (2, 2)
    assert found["Mentorships"] == (2, 3)
    assert found["Local staff raised"] == (1, 1)


def test_event() -> None:
    """Two come, one of them speaks, and a session for 25 has 12 seats taken."""
    world = scenario(
        programmes=(programme("EV", kind="event", source="S6"),),
        people=(person("A"), person("B")),
        needs=(need("talk", programme="EV", max_headcount=2),),
        sessions=(session("s1"), session("s2")),
        slots=(slot("t", 1),),
        rooms=(room("r", seats=30),),
        delegations=(delegation("d1"), delegation("d2", size=5)),
        provisions=(row("event", wanted=8),),
    )
    arranged = Arrangements(
        rosters=(Roster(session="s1", slot="t", room="r", speakers=("A",)),),
        seating=(Seating(session="s1", delegation="d1", seats=12),),
    )
    found = shown(
        world,
        post(world, "A", "talk", 0, 3),
        post(world, "B", "talk", 0, 3),
        arrangements=arranged,
    )

    assert found == {
        "Speakers planned": (2, 8),
        "Speakers with a session": (1, 2),
        "Sessions held": (1, 2),
        "Participants who hear a session": (12, 25),
    }


def test_studio() -> None:
    """One of two studios has a master, who made one of three visits for M."""
    world = scenario(
        people=(person("A"), person("M", **LOCAL), person("N", **LOCAL)),
        studios=(studio("j", members=("M",)), studio("k", members=("M", "N"))),
        needs=(
            need("v1", studio="k", mentees_most=2),
            need("v2", studio="k"),
            need("v3", studio="j"),
        ),
        provisions=(row("studio", wanted=6),),
    )
    arranged = Arrangements(
        mentorships=(Mentorship(person="A", need="v1", mentee="M"),)
    )
    found = shown(world, post(world, "A", "v1", 0, 3), arrangements=arranged)

    assert found == {
        "Studios with a master": (1, 6),
        "Working visits": (1, 3),
        "Members who learn": (1, 2),
    }


def test_lectures_of_studios() -> None:
    """A master's lecture before four of nine participants counts for the row."""
    world = scenario(
        programmes=(programme("EV", source="S6", kind="studio"),),
        studios=(studio("k"),),
        needs=(need("v1", studio="k", programme="EV"),),
        rooms=(room("r", seats=4),),
        slots=(slot("t", 1),),
        sessions=(session("s"),),
        delegations=(delegation("d", size=9),),
        provisions=(row("studio"),),
    )
    arranged = Arrangements(
        rosters=(Roster(session="s", slot="t", room="r", speakers=("A",)),),
        seating=(Seating(session="s", delegation="d", seats=4),),
    )
    found = shown(world, post(world, "A", "v1", 0, 3), arrangements=arranged)

    assert found["Sessions held"] == (1, 1)
    assert found["Participants who hear a session"] == (4, 9)


def test_phases() -> None:
    """One of three phases runs, with one of four posts, and locals learn its task."""
    world = scenario(
        programmes=(programme("IN", source="S6"), programme("OTHER")),
        people=(person("A"), person("M", unit="XV", mentee=True)),
        phases=(phase("p1"), phase("p2"), phase("p3"), phase("p4")),
        needs=(
            need("n1", phase="p1", successor_unit="XV", mentees_most=1),
            need("n2", phase="p2", min_headcount=2, max_headcount=2),
            need("n3", phase="p3", programme="OTHER"),
            need("n4", phase="p4"),
            need("n5"),
        ),
        provisions=(row("phases"),),
    )
    arranged = Arrangements(
        mentorships=(Mentorship(person="A", need="n1", mentee="M"),)
    )
    found = shown(world, post(world, "A", "n1", 0, 3), arrangements=arranged)

    assert found == {
        "Phases that run": (1, 3),
        "Posts of the phases filled": (1, 4),
        "Tasks that local staff learn to take over": (1, 1),
    }


def test_handover() -> None:
    """One of two handovers is long enough; one of three leavers has a successor."""
    overlap = RulePolicy(parameters={"least_days": 1, "most_days": 2})
    kept = {"cover": True, "handover": True, "max_headcount": 2, "longest": 10}
    world = scenario(
        policy=rules(handover=overlap),
        programmes=(programme("IN", source="S6"), programme("OTHER")),
        people=tuple(person(code) for code in "ABCD"),
        needs=(
            need("n1", **kept),
            need("n2"),
            need("n3", programme="OTHER", **kept),
            need("n4"),
        ),
        leavers=tuple(
            Leaver(need=code, person=f"Z{code}", last_day=day(2))
            for code in ("n1", "n2", "n3", "n4")
        ),
        provisions=(row("handover"),),
    )
    found = shown(
        world,
        post(world, "A", "n1", 2, 6),
        post(world, "B", "n1", 6, 10),
        post(world, "C", "n3", 5, 8),
    )

    assert found == {
        "Handovers as asked for": (1, 2),
        "Leavers of the plan before with a successor": (1, 3),
        "Posts with someone throughout": (1, 1),
    }


def test_exchange() -> None:
    """Two go one way and one the other; the way back has no target, but counts."""
    world = scenario(
        programmes=(
            programme("IN", target=5),
            programme("OUT", direction="TO_NANJING"),
        ),
        people=(person("A"), person("B"), person("L", unit="XU")),
        needs=(
            need("n1", min_headcount=3, max_headcount=3),
            need("out", programme="OUT", unit="NU", min_headcount=0),
        ),
        provisions=(row("exchange", wanted=163),),
    )
    found = shown(
        world,
        post(world, "A", "n1", 0, 3),
        post(world, "B", "n1", 0, 3),
        post(world, "L", "out", 0, 3),
    )

    assert found == {
        "People or postings both ways": (3, 163),
        "People or postings to Xining": (2, 5),
        "People or postings to Nanjing": (1, 1),
        "Posts filled": (2, 3),
    }


def test_scope() -> None:
    """X1 and X2 take part, both bound; one of three goes beyond the pairings."""
    world = scenario(
        people=(person("A"), person("V", unit="NV"), person("B")),
        needs=(need("n1", max_headcount=2), need("n2", unit="XV")),
        provisions=(row("scope"),),
    )
    moved = (
        post(world, "A", "n1", 0, 3),
        post(world, "V", "n1", 0, 3),
        post(world, "B", "n2", 0, 3),
    )
    alone = altered(world, "areas", "X2", in_fairness=False)

    assert shown(world, *moved) == {
        "Areas of Xining that take part": (2, 2),
        "Of them without a pairing": (0, None),
        "Assignments outside the pairings": (2, None),
    }
    assert shown(alone, *moved)["Areas of Xining that take part"] == (1, 1)
