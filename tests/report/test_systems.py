"""What the chapters on the systems of the article say: the judge's records in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import plan, scenario
from chapters import heads, lines, material, table, tables_of, texts
from every_system import PLAN, WORLD
from records_by_hand import judged

from matcher.plan import Arrangements, Bed, Link, Mentorship
from matcher.report.agendas import agendas
from matcher.report.beds import beds
from matcher.report.blocks import Bar
from matcher.report.care import care
from matcher.report.events import events
from matcher.report.exchange import exchange
from matcher.report.handovers import handovers
from matcher.report.leaders import leaders
from matcher.report.material import Material
from matcher.report.mentoring import mentoring
from matcher.report.people import people
from matcher.report.phases import phases
from matcher.report.provisions import provisions
from matcher.report.sections import sections
from matcher.report.studios import studios
from matcher.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from matcher.report.blocks import Section

SYSTEMS = (
    provisions,
    exchange,
    handovers,
    phases,
    studios,
    events,
    mentoring,
    leaders,
    beds,
    care,
    agendas,
)

HERE = Material(WORLD, PLAN, judged(), Words(WORLD, "en"))
ZH = Material(WORLD, PLAN, judged(), Words(WORLD, "zh"))


@pytest.mark.parametrize("chapter", SYSTEMS)
def test_chapters_without_anything_to_show_are_left_out(
    chapter: Callable[[Material], Section],
) -> None:
    """A world without the systems of the article has no chapter on them."""
    world = scenario()
    empty = material(world, plan(world))
    assert chapter(empty).blocks == ()
    assert chapter(empty).id not in {each.id for each in sections(empty)}


def test_chapters_of_a_full_year_stand_in_their_order() -> None:
    """Every chapter that has something to show is in the report."""
    assert [each.id for each in sections(HERE)] == [
        "summary",
        "people",
        "agreement",
        "proof",
        "shortages",
        "coverage",
        "worst-off",
        "concessions",
        "flows",
        "load",
        "exchange",
        "provisions",
        "handovers",
        "phases",
        "studios",
        "events",
        "mentoring",
        "leaders",
        "beds",
        "care",
        "agendas",
        "policy",
        "assumptions",
    ]


def test_rows_are_as_long_as_their_head() -> None:
    """No table of any chapter has a row that is longer or shorter than its head."""
    for section in sections(HERE):
        for each in tables_of(section):
            for group in each.groups:
                assert {len(row) for row in group.rows} <= {len(each.columns)}


def test_handover_says_who_whom_where_and_when() -> None:
    """A line has need, host, both people, kind, inclusive days and whether it fits."""
    found = table(handovers(HERE), "handover-list")
    host, span = "County hospital", "2023-03-01 – 2023-03-04"
    before, plan, local = texts(found)
    assert before == [
        *("S1", host, "Z", "A", "from the plan before"),
        *(span, "4", "not in order"),
    ]
    assert plan[2:5] == ["A", "B", "within the plan"]
    assert local[2:] == ["A", "M2", "to local staff", "", "–", "in order"]
    assert [row[-1].tone for row in found.groups[0].rows] == ["bad", "good", "good"]


def test_phase_shows_its_days_people_and_successors() -> None:
    """A phase that runs has its bar, one that does not says so."""
    found = table(phases(HERE), "phase-list")
    assert heads(found) == [("FARM", "IN IN")]
    assert [row[:3] for row in texts(found)] == [
        ["Design", "2023-03-01 – 2023-04-09", "2 / 1"],
        ["Running", "does not run", "0 / 1"],
    ]
    (group,) = found.groups
    assert lines(group, 0) == [(), ("after: Design",)]
    assert lines(group, 3) == [("S1: A, B",), ("S1: –",)]
    assert lines(group, 4) == [("M1",), ()]
    assert [row[-1].bars for row in group.rows] == [(Bar(0.0, 66.67, "in"),), ()]


def test_the_list_tells_the_policy_tags() -> None:
    """A need that serves a policy focus says so beneath its code."""
    found = table(people(HERE), "person-list")
    assert ("生态",) in lines(found.groups[0], 2)


def test_studio_shows_master_visits_and_members() -> None:
    """A studio has its master and visits in its head, each visit its members."""
    found = table(studios(HERE), "studio-visits")
    assert heads(found) == [("Studio", "XV · master: A · visits: 1 of 3")]
    assert texts(found) == [["S1", "A", "2023-03-31 – 2023-04-04", "5", ""]]
    assert lines(found.groups[0], -1) == [("M2 S1",)]


def test_event_shows_sessions_by_slot_and_room() -> None:
    """A session stands in its slot; one that is not held stands apart."""
    found = table(events(HERE), "session-list")
    assert heads(found) == [("2023-04-10 09:00-11:00", "Forum FORUM"), ("Not held",)]
    assert texts(found) == [
        ["Hall", "On medicine", "F", "", "30", "50"],
        ["", "论教学", "G", "", "–", "–"],
    ]
    assert lines(found.groups[0], 3) == [("A · NU",)]


def test_event_shows_what_delegations_hear() -> None:
    """A delegation has its size, who hears something, and its seats by session."""
    found = table(events(HERE), "delegation-list")
    assert texts(found) == [
        ["Lanzhou", "F", "30", "30", "30", ""],
        ["海东", "G", "20", "0", "0", ""],
        ["Sum", "", "50", "30", "30", ""],
    ]
    assert [row[3].tone for row in found.groups[0].rows] == ["", "warn"]
    assert lines(found.groups[0], -1) == [("k1 (30)",), ()]


def test_mentor_stands_with_those_raised() -> None:
    """By host: mentor, need, days, how many are asked for, and whom by specialty."""
    found = table(mentoring(HERE), "mentorships")
    assert heads(found) == [("County hospital",), ("XV",)]
    assert texts(found) == [
        ["A", "S1", "2023-03-01 – 2023-03-20", "1–2", ""],
        ["A", "S1", "2023-03-31 – 2023-04-04", "1–2", ""],
    ]
    assert [lines(group, -1) for group in found.groups] == [
        [("M1 S1", "M2 S1")],
        [("M2 S1",)],
    ]


def test_leader_stands_with_load_and_people() -> None:
    """A leader has the load and the guests it is for in its head; idle ones too."""
    found = table(leaders(HERE), "leader-list")
    assert heads(found) == [
        ("Deputy head", "people: 2 of at most 3 · areas: X1 · sectors: all"),
        ("局长", "people: 0 of at most 2 · areas: all · sectors: Education"),
    ]
    assert [row[:2] for row in texts(found)] == [
        ["A", "County hospital"],
        ["B", "County hospital"],
    ]


def test_bed_stands_with_guest_and_stay() -> None:
    """A bed has its number among those for the guest's sex, and the nights."""
    found = table(beds(HERE), "bed-list")
    host, lease = "County hospital", "lease 2023-01-30 – 2023-04-30"
    assert heads(found) == [
        ("Residence", f"X1 · women's beds: 1 · men's beds: 1 · {lease}")
    ]
    assert texts(found) == [
        ["women's bed 1", "A", "NU", host, "2023-03-01 – 2023-03-20", "20"],
        ["men's bed 1", "B", "NU", host, "2023-03-14 – 2023-04-09", "27"],
    ]


def test_care_is_counted_by_rule_and_month() -> None:
    """The counts have a line for each rule and a column for each month."""
    found = table(care(HERE), "care-counts")
    assert heads(found) == [("2023",)]
    blank = [""] * 8
    assert texts(found) == [
        ["Festival letter", "S23", "", "", "", "2", *blank, "2"],
        ["Return visit", "", "", "", "1", "1", *blank, "2"],
    ]


def test_care_of_one_day_stands_in_one_line() -> None:
    """The list has one line for a day, an act and an occasion, with all people."""
    found = table(care(HERE), "care-list")
    assert heads(found) == [("2023-03", "acts: 1"), ("2023-04", "acts: 3")]
    assert texts(found) == [
        ["2023-03-11", "Return visit", "the host", "1", ""],
        ["2023-04-05", "Festival letter", "the family", "2", ""],
        ["2023-04-09", "Return visit", "the host", "1", ""],
    ]
    assert lines(found.groups[0], -1) == [("A (XV)",)]
    assert lines(found.groups[1], -1) == [("A", "B"), ("B (County hospital)",)]
    assert lines(found.groups[1], 1) == [("清明节",), ()]


def test_agenda_lists_its_points() -> None:
    """A meeting has its day and its points; one without points says so."""
    found = table(agendas(HERE), "agenda-list")
    assert heads(found) == [
        ("First meeting", "2023-03-21"),
        ("Last meeting", "2023-04-20", "Nothing is open."),
    ]
    assert texts(found) == [["1", "B leaves n1."]]


def test_exchange_draws_both_ways_from_the_middle() -> None:
    """To Nanjing goes to the left, to Xining to the right, the most fills its half."""
    found = table(exchange(HERE), "exchange-pairs")
    assert heads(found) == [("Paired",), ("Not paired",)]
    assert [row[:-1] for row in texts(found)] == [
        ["N1", "X1", "1", "2", "45", "47"],
        ["N1", "X2", "0", "2", "0", "6"],
    ]
    assert [group.rows[0][-1].bars for group in found.groups] == [
        (Bar(25.0, 25.0, "out"), Bar(50, 50.0, "in")),
        (Bar(50, 50.0, "in"),),
    ]


def test_exchange_is_told_three_times() -> None:
    """Pairs, sectors and months each have their table."""
    found = tables_of(exchange(HERE))
    assert [row[:2] for each in found for row in texts(each)] == [
        ["N1", "X1"],
        ["N1", "X2"],
        ["Health", "1"],
        ["2023-04", "1"],
    ]


def test_arrangements_that_nobody_knows_are_printed_as_they_are() -> None:
    """Codes of a faulty plan stand alone, without days or names."""
    strange = {"person": "nobody", "need": "nothing"}
    faulty = Arrangements(
        mentorships=(Mentorship(mentee="no mentee", **strange),),
        links=(Link(leader="L1", **strange),),
        beds=(Bed(site="nowhere", number=7, **strange),),
    )
    decided = PLAN.model_copy(update={"arrangements": faulty})
    found = replace(HERE, plan=decided)
    assert texts(table(mentoring(found), "mentorships")) == [
        ["nobody", "nothing", "", "", ""]
    ]
    assert texts(table(leaders(found), "leader-list")) == [
        ["nobody", "", "nothing", ""]
    ]
    assert texts(table(beds(found), "bed-list")) == [["7", "nobody", "", "", "", "–"]]
    assert heads(table(beds(found), "bed-list")) == [("nowhere",)]


def test_both_languages_show_the_same_rows() -> None:
    """Chinese and English chapters have the same tables with the same numbers."""
    shapes = [
        [
            (found.id, found.size, len(found.columns))
            for section in sections(each)
            for found in tables_of(section)
        ]
        for each in (HERE, ZH)
    ]
    assert shapes[0] == shapes[1]
