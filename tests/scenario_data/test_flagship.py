"""scenarios/nanjing-xining says what the article says, and marks what it does not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from matcher.scenario import TABLES, Scenario
from matcher.scenario.base import Direction, Effect
from matcher.scenario.reading import read_scenario

ROOT = Path(__file__).parents[2] / "scenarios"
FOLDERS = ("nanjing-xining", "shortage", "tiny")

HEADS = {
    "S1": (Direction.TO_XINING, 15),
    "S2": (Direction.TO_XINING, 10),
    "S3": (Direction.TO_XINING, 10),
    "S4": (Direction.TO_XINING, 8),
    "S5": (Direction.TO_XINING, None),
    "S6": (Direction.TO_XINING, 56),
    "S7": (Direction.TO_XINING, None),
    "S8": (Direction.TO_NANJING, 8),
    "S9": (Direction.TO_NANJING, 36),
    "S10": (Direction.TO_NANJING, 4),
    "S11": (Direction.TO_XINING, 8),
    "S12": (Direction.TO_NANJING, 8),
    "S13": (Direction.TO_XINING, None),
}
"""Direction and head-count of each programme, as the article has them."""

WITHOUT_HEADS = {"S5": 18, "S7": 7, "S13": 6}
"""Posts of the programmes for which the article has no head-count."""

DURATIONS = {"S3": (21, 21), "S8": (180, 365), "S11": (90, 90), "S12": (365, 365)}
"""Days that the article, or for S11 the news of the year, gives."""

OPEN_DURATIONS = ("S1", "S2", "S4", "S5", "S6", "S7", "S9", "S10", "S13")

HOLIDAYS = {
    (date(2023, 4, 5), date(2023, 4, 5)),
    (date(2023, 4, 29), date(2023, 5, 3)),
    (date(2023, 6, 22), date(2023, 6, 24)),
    (date(2023, 9, 29), date(2023, 10, 6)),
    (date(2023, 12, 30), date(2024, 1, 1)),
    (date(2024, 2, 10), date(2024, 2, 17)),
    (date(2024, 4, 4), date(2024, 4, 6)),
    (date(2024, 5, 1), date(2024, 5, 5)),
    (date(2024, 6, 8), date(2024, 6, 10)),
}
"""Public holidays inside the horizon, as the State Council set them."""

CODE = re.compile(r"(NJ|XN)-(YL|JY|NY|GC|WL|QY|GQ|DZ)-[0-9]{3}")
ADDRESSED = re.compile(r"[一-龥](医生|老师|主任|同志|先生|女士|教授|院长|校长|书记)")


@pytest.fixture(scope="module")
def flagship() -> Scenario:
    """Return the article's year."""
    return read_scenario(ROOT / "nanjing-xining")


def test_programmes_and_targets(flagship: Scenario) -> None:
    """S1 to S13 stand there with the article's directions and head-counts."""
    found = {
        each.id: (each.direction, each.target)
        for each in flagship.programmes
        if each.source == each.id
    }
    assert found == HEADS


def test_needs_add_up_to_the_head_counts(flagship: Scenario) -> None:
    """The least headcounts of a programme's needs are exactly its head-count."""
    found: Counter[str] = Counter()
    for need in flagship.needs:
        found[need.programme] += need.min_headcount
    heads = {code: heads for code, (_, heads) in HEADS.items() if heads}
    assert dict(found) == heads | WITHOUT_HEADS


def test_totals(flagship: Scenario) -> None:
    """107 counted people go to Xining and 56 to Nanjing, 163 in all."""
    found: Counter[Direction] = Counter()
    for need in flagship.needs:
        programme = flagship.programme[need.programme]
        if programme.target is not None:
            found[programme.direction] += need.min_headcount
    assert found == {Direction.TO_XINING: 107, Direction.TO_NANJING: 56}
    assert found.total() == 163


def test_no_post_beyond_the_head_counts(flagship: Scenario) -> None:
    """Every need has as many posts as the article has heads."""
    more = [n.id for n in flagship.needs if n.max_headcount != n.min_headcount]
    assert more == []


def test_durations_of_the_article(flagship: Scenario) -> None:
    """Three weeks, half a year to a year, ninety days and a year are kept."""
    found = {
        code: (flagship.programme[code].shortest, flagship.programme[code].longest)
        for code in DURATIONS
    }
    assert found == DURATIONS
    for need in flagship.needs:
        least, most = DURATIONS.get(need.programme, (1, flagship.horizon.days))
        assert least <= flagship.shortest(need) <= flagship.longest(need) <= most


def test_only_s6_and_s9_run_on_pairs(flagship: Scenario) -> None:
    """S8 may go to any unit of Nanjing; S9 by the article and S6 by report may not."""
    paired = {each.id for each in flagship.programmes if each.paired}
    assert paired == {"S6", "S9"}


def test_pairings(flagship: Scenario) -> None:
    """雨花台–大通, 六合–湟源 and 栖霞–湟中 are bound to each other."""
    pairs = {
        (flagship.area[pair.first].name, flagship.area[pair.second].name)
        for pair in flagship.pairings
    }
    assert pairs == {("雨花台区", "大通县"), ("六合区", "湟源县"), ("栖霞区", "湟中区")}


def test_places_of_s6_s8_and_s9(flagship: Scenario) -> None:
    """S6 goes to three places, S8 comes from four districts, S9 from three places."""

    def names(codes: tuple[str, ...]) -> set[str]:
        return {flagship.area[code].name for code in codes}

    three = {"大通县", "湟源县", "湟中区"}
    programme = flagship.programme
    hosts = {flagship.host_area(n).name for n in flagship.needs if n.programme == "S6"}
    assert names(programme["S6"].host_areas) == three == hosts
    assert names(programme["S9"].release_areas) == three
    assert names(programme["S8"].release_areas) == {
        "城东区",
        "城中区",
        "城西区",
        "城北区",
    }


def test_s9_takes_park_staff(flagship: Scenario) -> None:
    """Each paired district has posts for staff of the agri-parks."""
    hosts = {
        flagship.host_area(need).name
        for need in flagship.needs
        if need.programme == "S9" and flagship.unit[need.unit].kind == "agri_park"
    }
    assert hosts == {"雨花台区", "六合区", "栖霞区"}


def test_small_teams(flagship: Scenario) -> None:
    """Each small team has three members or more, a leader and a senior member."""
    hosts = set()
    for team in flagship.teams:
        roles = flagship.team_needs[team.id]
        assert sum(role.min_headcount for role in roles) >= team.min_size >= 3
        assert sum(role.leader for role in roles) == 1
        assert (team.senior_level, team.senior_count) == (4, 1)
        hosts |= {flagship.unit[role.unit].name for role in roles}
    assert len(hosts) == 3
    assert "西宁市第一人民医院" in hosts


def test_named_hosts(flagship: Scenario) -> None:
    """The hosts that the article names are there."""
    names = {unit.name for unit in flagship.units}
    assert {"可可西里食品有限公司", "西堡镇生态奶牛养殖场"} <= names


def test_public_holidays(flagship: Scenario) -> None:
    """Nobody moves on any public holiday of the horizon."""
    found = {
        (entry.first_day, entry.last_day)
        for entry in flagship.entries
        if entry.effect is Effect.NO_MOVE and not entry.sectors
    }
    assert found == HOLIDAYS


def test_public_holidays_are_not_typed(flagship: Scenario) -> None:
    """The calendar holds seasons and exams; the holidays come from the library."""
    assert flagship.public_holidays
    assert {each.name for each in flagship.calendar} == {
        "高考",
        "中考",
        "期末考试周",
        "西宁学校寒假",
        "秋收",
        "西宁采暖期",
        "西宁学校2023年春季学期",
        "西宁学校2023年秋季学期",
        "西宁学校2024年春季学期",
        "南京学校2023年春季学期",
        "南京学校2023年秋季学期",
        "南京学校2024年春季学期",
    }


def test_the_pool_is_large_and_mixed(flagship: Scenario) -> None:
    """At least 250 people, some without clearance, some without consent."""
    assert len(flagship.people) >= 250
    assert {each.health.value for each in flagship.people} == {"yes", "no", "pending"}
    assert any(not each.consents for each in flagship.people)
    assert {each.level for each in flagship.people} >= {2, 3, 4, 5}


@pytest.mark.parametrize("folder", FOLDERS[:2])
def test_people_are_codes(folder: str) -> None:
    """People stand under codes, and no text addresses anybody by name."""
    scenario = read_scenario(ROOT / folder)
    odd = [each.id for each in scenario.people if not CODE.fullmatch(each.id)]
    texts = [each.note for each in scenario.people]
    texts += [each.reason for each in scenario.locks]
    texts += [each.reason for each in scenario.commitments]
    texts += [each.name for each in scenario.leaders]
    assert odd == []
    assert [text for text in texts if ADDRESSED.search(text)] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_mirror_is_cited(folder: str) -> None:
    """Sources are outlets and documents, never addresses."""
    for path in (ROOT / folder).iterdir():
        if path.is_file():
            text = path.read_text("utf-8")
            assert re.search(r"https?://|www\.|\.(com|cn|org|net)\b", text) is None


@pytest.mark.parametrize("code", OPEN_DURATIONS)
def test_open_durations_are_assumptions(flagship: Scenario, code: str) -> None:
    """A duration that the article leaves open is marked as an assumption."""
    sources = [
        each.source
        for each in flagship.assumptions
        if each.subject == f"programmes.csv {code} shortest, longest"
    ]
    assert sources == ["assumption"]


def test_values_of_other_sources(flagship: Scenario) -> None:
    """The days of S11 and the pairing of S6 name the news they come from."""
    source = {each.subject: each.source for each in flagship.assumptions}
    assert source["programmes.csv S11 shortest, longest"].startswith("中国新闻网")
    assert source["programmes.csv S6 paired"].startswith("青海新闻网")


@pytest.mark.parametrize("code", [code for code, (_, n) in HEADS.items() if n])
def test_splits_are_assumptions(flagship: Scenario, code: str) -> None:
    """How a head-count is split over hosts, fields and windows is an assumption."""
    sources = [
        each.source
        for each in flagship.assumptions
        if each.subject == f"needs.csv {code} unit, specialty, level, window"
    ]
    assert sources == ["assumption"]


@pytest.mark.parametrize("table", [name for name in TABLES if name != "assumptions"])
def test_every_table_has_its_sources(flagship: Scenario, table: str) -> None:
    """The list of assumptions speaks of every table that has rows."""
    assert not getattr(flagship, table) or any(
        each.subject.startswith(f"{table}.csv") for each in flagship.assumptions
    )


def test_one_place_for_each_person(flagship: Scenario) -> None:
    """Whoever can be sent has one assignment left, so that 163 posts are 163 people."""
    left = {flagship.limits(each)[0] for each in flagship.people if each.windows}
    assert left == {1}


def test_local_staff_learn_and_do_not_travel(flagship: Scenario) -> None:
    """Who has no days to be away has agreed to nothing and can be raised."""
    local = [each for each in flagship.people if not each.windows]
    assert len(local) == 149
    assert all(each.mentee and not each.consents for each in local)


@pytest.mark.parametrize("code", WITHOUT_HEADS)
def test_posts_without_heads_are_assumptions(flagship: Scenario, code: str) -> None:
    """How many posts stand for a missing head-count is an assumption."""
    subject = f"needs.csv {code} unit, specialty, level, window"
    found = [each.source for each in flagship.assumptions if each.subject == subject]
    assert found == ["assumption"]


def test_codes_of_assumptions_run_on(flagship: Scenario) -> None:
    """No code of an assumption is missing or twice there."""
    codes = [f"A{number:02}" for number in range(1, len(flagship.assumptions) + 1)]
    assert sorted(each.id for each in flagship.assumptions) == sorted(codes)
