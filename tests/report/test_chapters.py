"""What the chapters say: figures of the audit, inclusive days, words for statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day, days, need, plan, post, scenario
from chapters import material, said, table, tables_of, texts
from small_year import PLAN, WORLD

from matcher.auditor import audit
from matcher.plan import Gap, Shortage, Status
from matcher.report.agreement import agreement
from matcher.report.blocks import Bar, Figures, Streams
from matcher.report.concessions import concessions
from matcher.report.coverage import coverage
from matcher.report.flows import flows
from matcher.report.load import load
from matcher.report.people import people
from matcher.report.policy import policy
from matcher.report.proofs import proofs
from matcher.report.sections import sections
from matcher.report.shortages import shortages
from matcher.report.summary import summary
from matcher.report.worst_off import worst_off
from matcher.scenario.entities import Team

if TYPE_CHECKING:
    import pytest


def test_every_row_has_a_cell_for_each_column() -> None:
    """No table has a row that is longer or shorter than its head."""
    tables = [
        each
        for section in sections(material(WORLD, PLAN))
        for each in tables_of(section)
    ]
    assert len(tables) > 15
    for each in tables:
        for group in each.groups:
            assert {len(row) for row in group.rows} <= {len(each.columns)}


def test_ledger_says_what_is_not_counted() -> None:
    """A term that is too short is planned but not counted, and stays a shortfall."""
    ledger = table(agreement(material(WORLD, PLAN)), "agreement-ledger")
    assert [row[3:] for row in texts(ledger)] == [
        ["3", "2", "2", "0", "1"],
        ["3", "2", "2", "0", "1"],
        ["1", "1", "0", "1", "1"],
        ["1", "1", "0", "1", "1"],
        ["4", "3", "2", "1", "2"],
    ]


def test_summary_names_the_first_unproven_goal() -> None:
    """Feasible is said with its gap and where it arises; then the audit speaks."""
    assert said(summary(material(WORLD, PLAN)).blocks) == [
        "Feasible, gap 3.7%: “Fit” is the first goal that is not proven optimal.",
        "The audit recomputed every rule and every figure and found nothing wrong.",
    ]


def test_summary_says_proven_only_of_proven_plans() -> None:
    """An optimal plan is called so; a plan without proofs is not; a stop is told."""
    optimal = PLAN.model_copy(update={"status": Status.OPTIMAL})
    bare = PLAN.model_copy(update={"rungs": (), "interrupted": True})
    first = said(summary(material(WORLD, optimal)).blocks)
    other = said(summary(material(WORLD, bare)).blocks)
    assert first[0].startswith("Proven optimal")
    assert other[0] == "Feasible; the plan carries no proof."
    assert other[-1] == "The run was stopped by hand before it was done."


def test_summary_counts_people_each_way() -> None:
    """The large numbers are those of the audit."""
    figures = next(
        block
        for block in summary(material(WORLD, PLAN)).blocks
        if isinstance(block, Figures)
    )
    assert [(each.label, each.value) for each in figures.figures] == [
        ("Nanjing to Xining", "2"),
        ("Xining to Nanjing", "1"),
        ("Counted toward the targets", "2"),
        ("Posts filled", "3"),
        ("Days away", "9"),
        ("Cost", "9,900"),
    ]


def test_findings_are_listed() -> None:
    """A plan that breaks a rule shows the sentence of the finding."""
    world = scenario(needs=())
    other = scenario()
    wrong = plan(world, post(other, "A", "n1", 0, 3))
    chapter = summary(material(world, wrong))
    assert len(texts(table(chapter, "findings"))) == len(audit(world, wrong).findings)


def test_proof_table_says_what_a_rung_means() -> None:
    """Each rung has value, bound, status in words and the rulebook's sentence."""
    rungs = texts(table(proofs(material(WORLD, PLAN)), "proof-rungs"))
    assert rungs[4] == [
        "5",
        "Fit",
        "",
        "26",
        "27",
        "feasible",
        "3.7%",
        "26 points of fit; no plan has more than 27.",
    ]


def test_tolerance_is_told() -> None:
    """A rung that later rungs were allowed to worsen says its best value."""
    rung = PLAN.rungs[0].model_copy(update={"tolerance": 1, "best": 3})
    loose = PLAN.model_copy(update={"rungs": (rung,)})
    found = table(proofs(material(WORLD, loose)), "proof-rungs")
    assert found.groups[0].rows[0][-1].lines == (
        "Best was 3; later rungs were allowed to give up 1.",
    )


def test_shortage_names_the_nearest_and_what_stands_between() -> None:
    """A rule on dates is said by its title, one on health not even by that."""
    ledger = table(shortages(material(WORLD, PLAN)), "shortage-ledger")
    (row,) = ledger.groups[0].rows
    assert row[6].text == (
        "nobody who meets a condition that only the releasing unit may tell"
    )
    (nearest,) = row[7].lines
    assert nearest == (
        "P3 (NU): A condition that only the releasing unit may tell. Availability."
    )


def test_person_whom_no_rule_keeps_could_go() -> None:
    """A nearest person whom no rule of the pair keeps is said to be able to go."""
    world = scenario()
    short = Shortage(
        need="n1", posts=1, cause="not-proven", nearest=(Gap(person="A", rules=()),)
    )
    decided = plan(world).model_copy(update={"shortages": (short,)})
    ledger = table(shortages(material(world, decided)), "shortage-ledger")
    assert ledger.groups[0].rows[0][-1].lines == ("A (NU): could go",)


def test_chapters_without_rows_say_so() -> None:
    """Nothing short and nothing given up is said in words."""
    world = scenario()
    full = material(world, plan(world, post(world, "A", "n1", 0, 3)))
    assert said(shortages(full).blocks) == [
        "No post of any need's least headcount stays empty."
    ]
    assert said(concessions(full).blocks) == ["No soft rule is broken."]


def test_concessions_are_priced() -> None:
    """A broken soft rule stands with its sentence and its price, and all are summed."""
    found = concessions(material(WORLD, PLAN))
    assert texts(table(found, "concession-list")) == [
        [
            "Title level",
            "P10 has title level 2; n2 asks for at least 3.",
            "1",
            "assignments that break it",
            "7",
            "7",
        ],
        ["Sum", "", "", "", "", "7"],
    ]


def test_last_day_is_inclusive() -> None:
    """The lists print the last day on post, not the day after."""
    last = PLAN.assignments[-1]
    row = texts(table(people(material(WORLD, PLAN)), "person-list"))[-1]
    assert row[6:9] == [last.start.isoformat(), day(8).isoformat(), "3"]


def test_fit_of_the_list_adds_up_to_the_rung() -> None:
    """The points of all people are the value of the goal."""
    found = material(WORLD, PLAN)
    points = [int(row[9]) for row in texts(table(people(found), "person-list"))]
    assert sum(points) == found.audit.rungs["fit", ""]


def test_a_role_called_leader_is_said_once() -> None:
    """Where the leading role has the leader's name, it is not repeated."""
    needs = (need("n1", team="M", role="leader", leader=True), need("n2", team="M"))
    team = Team(id="M", name="M", min_size=1, max_size=2)
    world = scenario(needs=needs, teams=(team,))
    decided = plan(world, post(world, "A", "n1", 0, 3))
    (row,) = table(people(material(world, decided)), "person-list").groups[0].rows
    assert row[2].lines == ("M · leader",)


def test_bars_lie_where_the_terms_lie() -> None:
    """A bar is placed in hundredths of the horizon, its look tells the direction."""
    listed = table(people(material(WORLD, PLAN)), "person-list")
    bars = [row[-1].bars for row in listed.groups[0].rows]
    assert bars[0] == (Bar(0.0, 30.0, "in"),)
    assert {bar.look for each in bars for bar in each} == {"in", "out"}


def test_bars_show_the_acclimatisation() -> None:
    """The days between arrival and term stand before the bar, in another look."""
    world = scenario(policy=scenario().policy.model_copy(update={"rules": {}}))
    found = material(world, plan(world, post(world, "A", "n1", 3, 6)))
    (row,) = table(people(found), "person-list").groups[0].rows
    assert row[-1].bars == (Bar(10.0, 20.0, "lead"), Bar(30.0, 30.0, "in"))
    assert row[6].lines == (f"arrives {day(1)}",)


def test_rows_can_be_decided_in_by_person_and_need() -> None:
    """Each row has its key: person, need, first and last day on post."""
    listed = table(people(material(WORLD, PLAN)), "person-list")
    assert [key[:2] for key in listed.keys] == [
        (row[0], code)
        for row, (_, code, *_) in zip(texts(listed), listed.keys, strict=True)
    ]
    assert listed.keys[-1][2:] == (
        PLAN.assignments[-1].start.isoformat(),
        day(8).isoformat(),
    )


def test_coverage_counts_posts_by_area_and_sector() -> None:
    """Filled posts stand beside those asked, shaded by their share; sums agree."""
    found = material(WORLD, PLAN)
    covered = table(coverage(found), "coverage-table")
    cells = [row[-1] for group in covered.groups for row in group.rows]
    filled = sum(min(each.least, each.filled) for each in found.audit.figures.needs)
    asked = sum(each.least for each in found.audit.figures.needs)
    parts = [[int(n) for n in cell.text.split(" / ")] for cell in cells]
    assert [sum(column) for column in zip(*parts, strict=True)] == [filled, asked]
    assert all(
        cell.heat == 4 * one // all_
        for cell, (one, all_) in zip(cells, parts, strict=True)
    )


def test_flows_add_up_to_the_assignments() -> None:
    """The tables beneath the drawings hold every assignment once."""
    found = flows(material(WORLD, PLAN))
    counts = [int(row[-1]) for each in tables_of(found) for row in texts(each)]
    assert sum(counts) == len(PLAN.assignments)
    drawn = [block for block in found.blocks if isinstance(block, Streams)]
    assert [len(each.bands) for each in drawn] == [
        len(texts(each)) for each in tables_of(found)
    ]


def test_load_is_that_of_the_fullest_day() -> None:
    """Each month shows the audit's fullest day, shaded by its share of the cap."""
    found = material(WORLD, PLAN)
    hosting = table(load(found), "load-hosts")
    lines = {row[0].code: row for group in hosting.groups for row in group.rows}
    for each in found.audit.figures.load:
        if each.kind == "host":
            shown = [int(cell.text) for cell in lines[each.code][2:] if cell.text]
            assert shown == [count for _, count in each.months]


def test_the_worst_off_come_first() -> None:
    """Areas stand by what fairness counts, people by the steps below their wish."""
    found = worst_off(material(WORLD, PLAN))
    steps = [int(row[4]) for row in texts(table(found, "worst-people"))]
    assert steps == sorted(steps, reverse=True)
    served = [int(row[2]) for row in texts(table(found, "worst-areas"))]
    assert served[0] == min(served)


def test_scale_of_a_long_horizon_keeps_its_marks_apart() -> None:
    """Three years are marked every third month."""
    world = scenario(horizon=days(0, 3 * 365))
    scale = table(people(material(world, plan(world))), "person-list").scale
    assert scale is not None
    assert [label for _, label in scale.marks] == [
        *("Mar", "Jun", "Sep", "Dec"),
        *("Mar", "Jun", "Sep", "Dec"),
        *("Mar", "Jun", "Sep", "Dec"),
    ]


def test_policy_tells_modes_prices_and_parameters() -> None:
    """A soft rule has its price and reason, a parameter the value in force."""
    rules = table(policy(material(WORLD, PLAN)), "rules")
    by_slug = {row[0].code: row for row in rules.groups[0].rows}
    assert by_slug["level"][1].text == "soft, price 7 per unit"
    assert by_slug["level"][1].lines == ("a try-out year",)
    assert by_slug["one-place"][2].lines == ("days at home between two stays: 0",)


def test_thousands_of_places_are_cut_to_the_fullest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the fullest places and the largest flows are listed, and that is said."""
    monkeypatch.setattr("matcher.report.load._MOST", 1)
    monkeypatch.setattr("matcher.report.flows._MOST_ROWS", 1)
    found = material(WORLD, PLAN)
    loaded, flowing = load(found), flows(found)
    assert {len(texts(each)) for each in tables_of(loaded)} == {1}
    assert "Only the 1 fullest of 2 are listed, of each kind of place." in said(
        loaded.blocks
    )
    assert {len(texts(each)) for each in tables_of(flowing)} == {1}
