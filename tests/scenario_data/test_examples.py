"""The examples of scenarios/examples give what their own pages say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from matcher.plan import Status
from matcher.scenario.base import Kind
from matcher.scenario.reading import read_scenario
from matcher.verbs import Run, run

if TYPE_CHECKING:
    from matcher.auditor import Records
    from matcher.scenario import Scenario

ROOT = Path(__file__).parents[2] / "scenarios" / "examples"
FOLDERS = sorted(file.parent.name for file in ROOT.glob("*/scenario.yaml"))


@cache
def _done(folder: str) -> tuple[Scenario, Run]:
    scenario = read_scenario(ROOT / folder)
    return scenario, run(scenario)


def _records(folder: str) -> Records:
    return _done(folder)[1].audit.records


def _table(folder: str, first: str) -> list[list[str]]:
    """Return the cells of the page's table whose header begins with these words."""
    lines = (ROOT / folder / "README.md").read_text("utf-8").splitlines()
    start = next(
        (at for at, line in enumerate(lines) if line.startswith(f"| {first}")), None
    )
    rows = []
    for line in lines[start + 2 :] if start is not None else ():
        if not line.startswith("|"):
            break
        rows.append(line.strip("| ").split(" | "))
    return rows


def _values(folder: str) -> dict[tuple[str, str], int]:
    """Return the value of each rung by the page."""
    found = {}
    for rung, value, *_ in _table(folder, "rung"):
        goal, _, part = rung.partition(" ")
        found[goal, part] = int(value.replace(",", ""))
    return found


def test_one_example_for_each_kind() -> None:
    """Each kind of programme has its folder; one more is on care."""
    kinds = {each.value.replace("_", "-") for each in Kind}
    assert set(FOLDERS) == kinds | {"care"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_small_enough_to_check_by_hand(folder: str) -> None:
    """At most twelve people, and a programme of the folder's kind."""
    scenario, _ = _done(folder)
    assert len(scenario.people) <= 12
    assert folder == "care" or folder.replace("-", "_") in {
        each.kind.value for each in scenario.programmes
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_solved_as_the_page_says(folder: str) -> None:
    """The solver proves the page's value on every rung."""
    plan = _done(folder)[1].plan
    found = {(each.goal, each.part): each.value for each in plan.rungs}
    assert plan.status is Status.OPTIMAL
    assert found == _values(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_people_go_as_the_page_says(folder: str) -> None:
    """The plan sends the page's people to the page's needs."""
    plan = _done(folder)[1].plan
    found = [[each.person, each.need] for each in plan.assignments]
    assert sorted(found) == sorted(row[:2] for row in _table(folder, "person"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_judged_as_the_page_says(folder: str) -> None:
    """The audit finds nothing wrong and comes to the same values."""
    judged = _done(folder)[1].audit
    assert judged.findings == ()
    assert judged.rungs == _values(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_shortages_as_the_page_says(folder: str) -> None:
    """The ledger names the page's empty posts with the page's causes."""
    plan = _done(folder)[1].plan
    found = [[each.need, each.cause, str(each.posts)] for each in plan.shortages]
    said = [row[:3] for row in _table(folder, "need 需求 | cause")]
    assert sorted(found) == sorted(said)


def test_handovers_of_the_secondment() -> None:
    """Leavers and successors overlap as the page of the secondment says."""
    rows = _table("secondment", "need 需求 | leaver")
    handovers = _records("secondment").handovers
    found = [[each.need, each.leaver, each.successor] for each in handovers]
    assert found == [row[:3] for row in rows]
    for each, (*_, said) in zip(handovers, rows, strict=True):
        least, _, most = said.partition("–")
        assert each.days
        assert int(least) <= each.days.days <= int(most or least)


def test_terms_of_the_team() -> None:
    """The team of the page goes from 22 May on, arriving two days before."""
    plan = _done("team-visit")[1].plan
    days = {(str(each.arrival), str(each.start)) for each in plan.assignments}
    assert days == {("2023-05-20", "2023-05-22")}


def test_the_learner_who_is_away_learns_later() -> None:
    """The term of the support posting begins once its learner is back."""
    plan = _done("support-posting")[1].plan
    terms = {each.need: each for each in plan.assignments}
    assert terms["O1"].end <= terms["N1"].start


def test_phases_follow_one_another() -> None:
    """Operation begins in the four days that the page works out, with local staff."""
    phases = {each.phase: each for each in _records("phased-project").phases}
    operation = phases["YY"].days
    assert operation
    assert "2023-06-09" <= str(operation.start) <= "2023-06-12"
    assert phases["YY"].successors == ("M1", "M2", "M3")


def test_sessions_of_the_event() -> None:
    """The sessions stand in the slots and rooms that the page works out."""
    sessions = _records("event").sessions
    found = [(each.session, each.slot, each.room, each.seated) for each in sessions]
    assert found == [
        ("C1", "T1", "R1", 50),
        ("C2", "T2", "R2", 30),
        ("C3", "T2", "R1", 40),
        ("C4", "", "", 0),
    ]


def test_one_master_for_each_studio() -> None:
    """Each studio of the page has one master, who makes both visits."""
    studios = _records("studio").studios
    found = [(each.studio, each.masters, len(each.visits)) for each in studios]
    assert found == [("S1", ("A",), 2), ("S2", ("C",), 2)]


def test_leaders_and_beds_of_care() -> None:
    """Leaders and beds are given as the page works out."""
    decided = _done("care")[1].plan.arrangements
    links = [(each.person, each.leader) for each in decided.links]
    beds = [(each.person, each.number) for each in decided.beds]
    assert links == [("A", "L1"), ("B", "L2"), ("C", "L3")]
    assert beds == [("A", 1), ("B", 1), ("C", 1)]


def test_care_list() -> None:
    """The dated care list is the page's."""
    found = [
        [str(each.day), each.rule, each.person, each.recipient.value]
        for each in _records("care").care
    ]
    assert found == _table("care", "day")
