"""How the report names things."""

from __future__ import annotations

from datetime import date

import pytest
from builders import scenario

from matcher.language import natural
from matcher.plan import RungProof, Status
from matcher.report.blocks import Cell
from matcher.report.words import Words, number, share


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0%"), (0.0004, "<0.1%"), (0.031, "3.1%"), (1.0, "100.0%")],
)
def test_share_never_hides_a_gap(value: float, text: str) -> None:
    """A small gap is not rounded to nothing."""
    assert share(value) == text


def test_number_sets_thousands_apart() -> None:
    """Large numbers can be read; a number that is not given is a dash."""
    assert number(1234567) == Cell("1,234,567")
    assert number(None) == Cell("–")


def test_codes_are_sorted_as_people_count() -> None:
    """P2 stands before P10, and letters stand as they do in the alphabet."""
    assert sorted(["P10", "Q1", "P2", "P"], key=natural) == ["P", "P2", "P10", "Q1"]


def test_months_are_short_and_january_says_the_year() -> None:
    """The scale of the year names months; where the year changes, it says so."""
    zh, en = Words(scenario(), "zh"), Words(scenario(), "en")
    assert [zh.month(date(2023, month, 1)) for month in (3, 12)] == ["3月", "12月"]
    assert [en.month(date(2023, month, 1)) for month in (3, 12)] == ["Mar", "Dec"]
    assert en.month(date(2024, 1, 1)) == "2024"


@pytest.mark.parametrize(
    ("goal", "part", "words"),
    [
        ("coverage", "priority-2", "posts of priority 2"),
        ("fairness", "worst-1", "the worst-served area"),
        ("fairness", "worst-3", "the 3 worst-served areas together"),
        ("preferences", "worst", "the worst-off"),
        ("preferences", "sum", "all together"),
        ("cost", "", ""),
        ("fit", "{odd}", "{odd}"),
    ],
)
def test_parts_of_goals_are_words(goal: str, part: str, words: str) -> None:
    """A step inside a goal is said in words, the same name by its goal."""
    rung = RungProof(
        goal=goal,
        part=part,
        sense="max",
        best=0,
        bound=0,
        value=0,
        status=Status.OPTIMAL,
    )
    assert Words(scenario(), "en").rung(rung)[1] == words


def test_anything_is_named_by_what_has_the_code() -> None:
    """A detail of the ledger is named, whatever it is; else its code must do."""
    words = Words(scenario(), "en")
    assert [words.anything(code) for code in ("XU", "n1", "lock-1")] == [
        "XU XU",
        "S1 n1",
        "lock-1",
    ]
