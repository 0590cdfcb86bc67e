"""The sheet of settings says the same as scenario.yaml, and its faults are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from matcher.errors import Place
from matcher.scenario.grids import Grid, Record
from matcher.scenario.roots import sheet_root
from matcher.scenario.settings import KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.errors import Problem
    from matcher.scenario.nodes import Item

HEAD = ("键", "取值")


def root(rows: Sequence[Sequence[str]]) -> tuple[Item, list[Problem]]:
    """Return the settings of a sheet with these rows, and what is told."""
    problems: list[Problem] = []
    records = tuple(Record(number, row) for number, row in enumerate(rows, start=1))
    return sheet_root(Grid(Place("y.xlsx", sheet="设置"), records), problems), problems


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Return code and place of each problem."""
    return [(each.code, str(each.place)) for each in problems]


@pytest.mark.parametrize("head", [[HEAD], [("Key", "Value", "Meaning")], []])
def test_the_first_row_is_a_setting_unless_it_is_the_heading(
    head: list[Sequence[str]],
) -> None:
    """Without its row of column names no setting is lost."""
    item, problems = root([*head, ("name", "plan"), ("seed", "3")])
    keys = item.keys(KEYS, "name: plan")

    assert keys
    assert {key: each.node.value for key, each in keys.items()} == {
        "name": "plan",
        "seed": "3",
    }
    assert not problems


@pytest.mark.parametrize("text", ["coverage,fit", "coverage，fit"])
def test_a_list_with_commas_is_told(text: str) -> None:
    """A comma does not part items, here as in any table."""
    item, problems = root([HEAD, ("goals", text)])
    keys = item.keys(KEYS, "name: plan") or {}

    assert keys["goals"].items("[coverage, fit]") is None
    assert told(problems) == [("E210", "y.xlsx[设置]!B2 [goals]")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("goals.1", "goals.1"),
        ("goals.1", "goals.1.goal"),
        ("rules.health.mode", "rules.health"),
        ("name", "name"),
    ],
)
def test_a_key_that_stands_twice_is_told(first: str, second: str) -> None:
    """Neither of two rows is taken in silence."""
    _, problems = root([HEAD, (first, "coverage"), (second, "fit")])

    assert told(problems) == [("E114", f"y.xlsx[设置]!A3 [{second}]")]
    assert "line 2" in problems[0].message("en")


def test_a_path_of_very_many_steps_is_told() -> None:
    """It is no crash."""
    _, problems = root([HEAD, (".".join(["a"] * 5000), "x")])

    assert told(problems) == [("E151", "y.xlsx[设置]!A2")]
