"""Every row of the article is planned in scenarios/nanjing-xining and shown as met."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from matcher.plan import Status
from matcher.scenario.base import Direction, Evidence
from matcher.scenario.reading import read_scenario
from matcher.verbs import Run, run

if TYPE_CHECKING:
    from matcher.scenario import Scenario

FOLDER = Path(__file__).parents[2] / "scenarios" / "nanjing-xining"

ROWS = {
    "S1": ("农文旅专家调研指导", Evidence.PROGRAMME, 15),
    "S2": ("企业家观摩指导、洽谈合作", Evidence.PROGRAMME, 10),
    "S3": ("“小组团”医疗帮扶", Evidence.MENTORING, 10),
    "S4": ("兰西城市群教育论坛暨夏都教育论坛", Evidence.EVENT, 8),
    "S5": ("名师工作室联合共建", Evidence.STUDIO, 6),
    "S6": ("“三支”和乡村振兴帮扶", Evidence.MENTORING, 56),
    "S7": ("西堡镇生态奶牛养殖合作项目", Evidence.PHASES, 3),
    "S8": ("主城区专业技术人员跟岗锻炼", Evidence.PROGRAMME, 8),
    "S9": ("一区两县骨干赴结对区锻炼", Evidence.PROGRAMME, 36),
    "S10": ("国企人员赴南京学习", Evidence.PROGRAMME, 4),
    "S11": ("国企人才来西宁指导服务", Evidence.PROGRAMME, 8),
    "S12": ("党政干部挂职锻炼", Evidence.PROGRAMME, 8),
    "S13": ("南京挂职干部轮换交接", Evidence.HANDOVER, None),
    "S14": ("按两市合作计划“请进来”“走出去”", Evidence.EXCHANGE, None),
    "S15": ("从结对交流到全域协作", Evidence.SCOPE, None),
    "S16": ("专项推进会", Evidence.MEETING, None),
    "S17": ("四个方面的关心保障", Evidence.CARE, None),
    "S18": ("国情研修和市情考察", Evidence.CARE, None),
    "S19": ("领导干部直接联系人才", Evidence.LEADER, None),
    "S20": ("期满颁发奖牌", Evidence.CARE, None),
    "S21": ("政策待遇落实", Evidence.CARE, None),
    "S22": ("驻地租赁", Evidence.HOUSING, None),
    "S23": ("节日慰问信", Evidence.CARE, None),
    "S24": ("走访慰问", Evidence.CARE, None),
    "S25": ("来的人满意", Evidence.OUTCOME, None),
    "S26": ("政策聚焦", Evidence.TAG, 2),
}
"""The rows of the article in our own words: title, what shows it, the number named."""

CARED = ("S17", "S18", "S20", "S21", "S23", "S24", "S25")
"""The rows that speak of acts of care."""


@pytest.fixture(scope="module")
def year() -> Scenario:
    """Return the article's year."""
    return read_scenario(FOLDER)


@pytest.fixture(scope="module")
def done(year: Scenario) -> Run:
    """Return the year's plan with what the audit says of it."""
    return run(year)


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_there(row: str) -> None:
    """The row stands in provisions.csv in our words, in both languages."""
    provisions = {each.id: each for each in read_scenario(FOLDER).provisions}
    found = provisions[row]
    assert (found.title, found.evidence, found.wanted) == ROWS[row]
    assert found.statement_en
    assert found.title_en


def test_no_row_beyond_the_article() -> None:
    """There are exactly the rows of the article."""
    assert {each.id for each in read_scenario(FOLDER).provisions} == set(ROWS)


@pytest.mark.parametrize("row", CARED)
def test_care_of_the_row(year: Scenario, row: str) -> None:
    """Some act of care is done for the row."""
    assert any(each.source == row for each in year.care)


def test_every_post_is_filled(done: Run) -> None:
    """With every rule strict, all 194 posts are filled, and the audit agrees."""
    assert done.plan.status is Status.OPTIMAL
    assert len(done.plan.assignments) == 194
    assert done.plan.shortages == ()
    assert done.audit.findings == ()


def test_people_of_the_article(year: Scenario, done: Run) -> None:
    """The 107 and 56 counted posts are filled by 163 different people."""
    found: dict[Direction, list[str]] = {way: [] for way in Direction}
    for each in done.plan.assignments:
        programme = year.programme[each.programme]
        if programme.target is not None:
            found[programme.direction].append(each.person)
    heads = {way: len(people) for way, people in found.items()}
    assert heads == {Direction.TO_XINING: 107, Direction.TO_NANJING: 56}
    assert len({code for people in found.values() for code in people}) == 163


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_shown(done: Run, row: str) -> None:
    """The audit has figures for the row, and all of them are met."""
    found = {each.provision: each for each in done.audit.records.provisions}
    assert found[row].facts
    assert [fact.label.en for fact in found[row].facts if not fact.met] == []
