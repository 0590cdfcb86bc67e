"""Differences in people's words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import (
    day,
    days,
    ladder,
    need,
    person,
    programme,
    rules,
    scenario,
    unit,
)

from matcher.comparison import Sentences, scenario_changes
from matcher.report.words import Words
from matcher.scenario import GoalPolicy, Policy
from matcher.scenario.conditions import CalendarEntry, Preference

if TYPE_CHECKING:
    from matcher.language import Language
    from matcher.scenario import Scenario


def told(one: Scenario, other: Scenario, language: Language) -> dict[str, list[str]]:
    """Return the sentences by the title of their table."""
    words = Sentences(Words(one, language), Words(other, language))
    return dict(words.groups(scenario_changes(one, other)))


def with_units(**changes: object) -> Scenario:
    """Return the small world with named hospitals."""
    units = (
        unit("NU", "N1", name="鼓楼医院", name_en="Gulou Hospital"),
        unit("NV", "N2"),
        unit("XU", "X1", name="大通医院", name_en="Datong Hospital"),
        unit("XV", "X2"),
    )
    return scenario(units=units, **changes)


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"level": 4},
            "A（鼓楼医院）：职称级别 3 → 4（+1）",
            "A (Gulou Hospital): level 3 → 4 (+1)",
        ),
        (
            {"level": 2, "mentee": True},
            "A（鼓楼医院）：职称级别 3 → 2（−1）；带教对象 否 → 是",
            "A (Gulou Hospital): level 3 → 2 (−1); mentee no → yes",
        ),
        (
            {"specialties": ("S2", "S1")},
            "A（鼓楼医院）：专业 S1 → S2、S1",
            "A (Gulou Hospital): specialties S1 → S2, S1",
        ),
        (
            {"max_days": 30},
            "A（鼓楼医院）：离岗天数上限 空白 → 30",
            "A (Gulou Hospital): max_days blank → 30",
        ),
        (
            {"consents": ("TO_XINING", "OUT")},
            "A（鼓楼医院）：同意项目 增加OUT，去掉TO_NANJING",
            "A (Gulou Hospital): consents adds OUT, drops TO_NANJING",
        ),
        (
            {"avoid": ("XU",)},
            "A（鼓楼医院）：回避 空白 → 大通医院 XU",
            "A (Gulou Hospital): avoid blank → Datong Hospital XU",
        ),
        (
            {"windows": (days(0, 10), days(20, 22))},
            "A（鼓楼医院）：可派时段 增加2023-03-21~2023-03-22",
            "A (Gulou Hospital): windows adds 2023-03-21~2023-03-22",
        ),
    ],
)
def test_a_changed_person_is_told_column_by_column(
    changes: dict[str, object], zh: str, en: str
) -> None:
    """Code and unit, then each column with both values and their difference."""
    one, other = with_units(), with_units(people=(person("A", **changes),))
    assert told(one, other, "en") == {"people": [en]}
    assert told(one, other, "zh") == {"人员": [zh]}


@pytest.mark.parametrize(
    ("first", "second", "zh", "en"),
    [
        (0, 7, "晚7天", "7 day(s) later"),
        (2, 1, "早1天", "1 day(s) earlier"),
    ],
)
def test_days_tell_how_far_they_moved(
    first: int, second: int, zh: str, en: str
) -> None:
    """A day that moved is told with both days and the days between."""
    one = with_units(needs=(need("K1", first_day=day(first)),))
    other = with_units(needs=(need("K1", first_day=day(second)),))
    days_told = f"{day(first)} → {day(second)}"
    assert told(one, other, "en") == {
        "needs": [f"K1 (S1, Datong Hospital): first_day {days_told} ({en})"]
    }
    assert told(one, other, "zh") == {
        "需求": [f"K1（S1、大通医院）：最早到岗日 {days_told}（{zh}）"]
    }


def test_wishes_go_with_the_person() -> None:
    """Somebody who is removed takes the wishes along, in one sentence."""
    wishes = tuple(
        Preference(side="person", person="B", target=target, rank=rank)
        for rank, target in enumerate(("XU", "XV", "X1"), start=1)
    )
    one = with_units(people=(person("A"), person("B")), preferences=wishes)
    assert told(one, with_units(), "en") == {
        "people": [
            "B (Gulou Hospital) removed from people; gone with it: preferences 3"
        ]
    }
    assert told(one, with_units(), "zh") == {
        "人员": ["删除人员 B（鼓楼医院）；随之删除：意愿 3"]
    }


@pytest.mark.parametrize(("side", "pair"), [("person", "A → XV"), ("host", "XV → A")])
def test_a_wish_is_told_from_who_wishes(side: str, pair: str) -> None:
    """An arrow leads from whoever wishes to what is wished for."""
    wish = Preference(side=side, person="A", target="XV", rank=1)
    found = told(scenario(), scenario(preferences=(wish,)), "en")
    assert found == {"preferences": [f"{pair} added to preferences"]}


def test_settings_are_told_by_name_and_path() -> None:
    """A rule has its title and its path in scenario.yaml."""
    one, other = scenario(), scenario(policy=rules(level="soft"))
    assert told(one, other, "en") == {
        "settings": ["Title level (rules.level.mode): strict → soft"]
    }


def test_goals_come_go_and_change_places() -> None:
    """Only the goals that came, went or moved are told, with their numbers."""
    one = pursuing("coverage", "fit", "cost", "growth")
    other = pursuing("coverage", "cost", "fit", "continuity")
    assert told(one, other, "en")["settings"] == [
        (
            "goals: moves Cost from number 3 to 2, adds Continuity as number 4, "
            "drops Growth of local staff"
        )
    ]
    assert told(one, other, "zh")["设置"] == [
        "goals：费用由第3位移到第2位，增加工作连续（第4位），去掉本地人才成长"
    ]


def pursuing(*goals: str) -> Scenario:
    """Return a scenario that pursues the goals in this order."""
    return scenario(policy=ladder(Policy(), *goals))


def test_a_goal_that_is_pushed_down_by_another_is_not_told() -> None:
    """Whoever adds a goal moves none of the others."""
    one, other = pursuing("coverage", "fit"), pursuing("cost", "coverage", "fit")
    assert told(one, other, "en")["settings"] == ["goals: adds Cost as number 1"]


def test_goals_that_change_places_are_the_only_ones_told() -> None:
    """Of five goals of which two are exchanged, two are told."""
    one = pursuing("coverage", "fit", "growth", "continuity", "cost")
    other = pursuing("cost", "fit", "growth", "continuity", "coverage")
    assert told(one, other, "en")["settings"] == [
        "goals: moves Cost from number 5 to 1, moves Coverage from number 1 to 5"
    ]


def test_a_seed_is_not_more_or_less_than_another() -> None:
    """A seed is told before and after, without a difference."""
    assert told(scenario(seed=1), scenario(seed=2024), "en") == {
        "settings": ["seed: 1 → 2024"]
    }


def test_lists_of_numbers_use_the_comma_once() -> None:
    """Weights are parted by commas, and have none inside."""
    goal = GoalPolicy(goal="coverage", parameters={"weights": (10000, 1000, 100, 10)})
    one = scenario(policy=Policy(goals=(GoalPolicy(goal="coverage"),)))
    (line,) = told(one, scenario(policy=Policy(goals=(goal,))), "en")["settings"]
    assert line.endswith("→ 10000, 1000, 100, 10")


def test_a_blank_list_that_leaves_all_open_says_so() -> None:
    """Where blank means any, it is told as any."""
    one = with_units(people=(person("A", consent_areas=("X1",)),))
    assert told(one, with_units(), "en")["people"] == [
        "A (Gulou Hospital): consent_areas X1 → any"
    ]
    assert told(one, with_units(), "zh")["人员"] == [
        "A（鼓楼医院）：同意区县 X1 → 不限"
    ]


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"people": (person("A", sex="male", health="pending"),)},
            "A（NU）：性别 女 → 男；高原体检 合格 → 待定",
            "A (NU): sex female → male; health yes → pending",
        ),
        (
            {"needs": (need("n1", match="exact"),)},
            "n1（S1、XU）：对口要求 相近专业 → 完全对口",
            "n1 (S1, XU): match family → exact",
        ),
        (
            {"programmes": (programme("IN", direction="TO_NANJING"),)},
            "IN：方向 赴西宁 → 赴南京",
            "IN: direction TO_XINING → TO_NANJING",
        ),
        (
            {"policy": rules(level="soft")},
            "职称级别（rules.level.mode）：硬性 → 软性",
            "Title level (rules.level.mode): strict → soft",
        ),
    ],
)
def test_words_that_planners_choose_from_are_in_their_language(
    changes: dict[str, object], zh: str, en: str
) -> None:
    """A choice is told as planners would type it."""
    one = scenario(needs=(need("n1"),), programmes=(programme("IN"),))
    tables: dict[str, object] = {
        "needs": one.needs,
        "programmes": one.programmes,
        **changes,
    }
    other = scenario(**tables)
    assert [line for lines in told(one, other, "zh").values() for line in lines] == [zh]
    assert [line for lines in told(one, other, "en").values() for line in lines] == [en]


def test_the_words_of_a_key_are_in_the_language_too() -> None:
    """A calendar entry is known by its name, what it does and its first day."""
    entry = CalendarEntry.model_validate(
        {"name": "国庆", "effect": "no_move", "first_day": day(0), "last_day": day(1)}
    )
    found = told(scenario(), scenario(calendar=(entry,)), "zh")
    assert found == {"日历": [f"新增日历 国庆 · 不到岗离岗 · {day(0)}"]}


def test_parameters_are_told_in_words() -> None:
    """In Chinese the choice of a parameter is not told by its English word."""
    goal = GoalPolicy(goal="fairness", parameters={"weights": "population"})
    one, other = pursuing("fairness"), scenario(policy=Policy(goals=(goal,)))
    (line,) = told(one, other, "zh")["设置"]
    assert line.endswith("不折算 → 按人口")


def test_the_total_counts_by_table() -> None:
    """At the end stands how much came, went and changed."""
    one, other = scenario(), scenario(people=(person("A", level=1), person("B")))
    sentences = Sentences(Words(one, "en"), Words(other, "en"))
    total = sentences.total(scenario_changes(one, other))
    assert total == "people (1 added, 1 changed)"
