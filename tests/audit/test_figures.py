"""The figures that reports print, counted by hand."""

from __future__ import annotations

from builders import day, days, need, person, post, programme, rules, scenario
from honest import honest
from judges import altered

from matcher.auditor import (
    DirectionFigures,
    Figures,
    NeedFigures,
    PersonFigures,
    ProgrammeFigures,
    UnitFigures,
    audit,
)
from matcher.scenario import RulePolicy, Scenario
from matcher.scenario.base import Counting, Direction, Mode
from matcher.scenario.entities import Commitment


def world_of() -> Scenario:
    """Return a world that sends A, B and C to Xining and L to Nanjing."""
    world = scenario(
        policy=rules(
            availability=RulePolicy(parameters={"acclimatisation_days": 1}),
            level=RulePolicy(mode=Mode.SOFT, price=7),
        ),
        people=(
            *(person(code, windows=(days(-1, 10),)) for code in "ABC"),
            person("D"),
            person("L", unit="XV"),
        ),
        programmes=(
            programme("IN", target=2, maximum=5, min_days_to_count=3, as_of=day(6)),
            programme("OUT", direction="TO_NANJING", counting="postings"),
        ),
        needs=(
            need("n1", max_headcount=3, level=4),
            need("n2", unit="XV", min_headcount=2, max_headcount=2),
            need("out", programme="OUT", unit="NU"),
        ),
        commitments=(
            Commitment(person="D", first_day=day(2), last_day=day(4), away=True),
        ),
    )
    world = altered(world, "units", "NU", release_cap=4)
    return altered(world, "units", "XU", host_cap=2)


def figures() -> Figures:
    """Return the figures of A and C at n1, A later and B at n2, and L away."""
    world = world_of()
    return audit(
        world,
        honest(
            world,
            post(world, "A", "n1", 0, 3),
            post(world, "A", "n2", 4, 7),
            post(world, "B", "n2", 5, 8),
            post(world, "C", "n1", 2, 5),
            post(world, "L", "out", 0, 3),
        ),
    ).figures


def test_programmes() -> None:
    """B has only two days by the as-of date; A counts once among people."""
    assert figures().programmes == (
        ProgrammeFigures(
            programme="IN",
            direction=Direction.TO_XINING,
            counting=Counting.PEOPLE,
            target=2,
            maximum=5,
            assignments=4,
            planned=3,
            counted=2,
        ),
        ProgrammeFigures(
            programme="OUT",
            direction=Direction.TO_NANJING,
            counting=Counting.POSTINGS,
            target=None,
            maximum=None,
            assignments=1,
            planned=1,
            counted=1,
        ),
    )
    assert [each.not_counted for each in figures().programmes] == [1, 0]


def test_directions() -> None:
    """Three people make four postings one way, one makes one the other way."""
    assert figures().directions == (
        DirectionFigures(Direction.TO_XINING, people=3, postings=4),
        DirectionFigures(Direction.TO_NANJING, people=1, postings=1),
    )


def test_areas() -> None:
    """Two at XU serve X1; two at XV and one sent out from there serve X2."""
    assert figures().areas == {"X1": 2, "X2": 3}


def test_hosts() -> None:
    """Guests of XU meet on days 1 and 2, those of XV from day 4 on."""
    assert figures().hosts == (
        UnitFigures("NU", people=1, peak=1, peak_day=day(0), cap=None),
        UnitFigures("XU", people=2, peak=2, peak_day=day(1), cap=2),
        UnitFigures("XV", people=2, peak=2, peak_day=day(4), cap=None),
    )


def test_releasing_units() -> None:
    """A, C and D are away on day 3, before them two; on day 4 B joins them."""
    assert figures().releasing_units == (
        UnitFigures("NU", people=3, peak=4, peak_day=day(4), cap=4),
        UnitFigures("XV", people=1, peak=1, peak_day=day(0), cap=None),
    )


def test_needs() -> None:
    """Filled, least and most posts of each need."""
    assert figures().needs == (
        NeedFigures("n1", filled=2, least=1, most=3),
        NeedFigures("n2", filled=2, least=2, most=2),
        NeedFigures("out", filled=1, least=1, most=1),
    )


def test_people() -> None:
    """Days away hold the day of acclimatisation of each stay in Xining."""
    assert figures().people == (
        PersonFigures("A", assignments=2, days=8),
        PersonFigures("B", assignments=1, days=4),
        PersonFigures("C", assignments=1, days=4),
        PersonFigures("L", assignments=1, days=3),
    )


def test_cost() -> None:
    """Five journeys and 8 + 4 + 4 + 3 nights."""
    assert figures().cost_yuan == 5 * 3000 + 19 * 100


def test_an_empty_plan_has_figures_of_nothing() -> None:
    """Nobody goes: no peak has a day, every programme plans 0."""
    world = world_of()
    empty = audit(world, honest(world)).figures

    assert [each.planned for each in empty.programmes] == [0, 0]
    assert {(each.peak, each.peak_day) for each in empty.hosts} == {(0, None)}
    assert empty.people == ()
    assert empty.cost_yuan == 0


def test_concessions_are_no_findings() -> None:
    """Soft breaches are listed with their price, and the plan is clean."""
    world = scenario(
        policy=rules(level=RulePolicy(mode=Mode.SOFT, price=7)),
        people=(person("A"), person("B")),
        needs=(need("n1", max_headcount=2, level=4),),
    )
    both = post(world, "A", "n1", 0, 3), post(world, "B", "n1", 0, 3)
    report = audit(world, honest(world, *both))

    assert report.clean
    assert [each.text("zh") for each in report.concessions] == [
        "A的职称级别为3，而n1要求不低于4。",
        "B的职称级别为3，而n1要求不低于4。",
    ]
    assert report.price == 14
