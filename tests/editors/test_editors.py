"""The real YAML language server completes, explains and checks ``scenario.yaml``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from editor import MISSING, NODE, SERVER, Editor

from matcher.scenario.schema import json_schema
from matcher.scenario.settings import KEYS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not (NODE and SERVER.exists()), reason=MISSING)

FRAME = """\
# yaml-language-server: $schema=scenario.schema.json
name: example
horizon: {first_day: 2023-03-01, last_day: 2024-02-29}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the settings stand, with the schema beside them."""
    text = json.dumps(json_schema(), ensure_ascii=False)
    (tmp_path / "scenario.schema.json").write_text(text, encoding="utf-8")
    return tmp_path / "scenario.yaml"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("rules:\n  health: {mode: softt}\n", 4, 17, '"strict", "soft", "off"'),
        ("goals:\n  - coverge\n", 4, 4, '"coverage"'),
        ("nam: example\n", 3, 0, "nam"),
        ("seed: -1\n", 3, 6, "minimum"),
        ("seed: '1a'\n", 3, 6, "digits"),
        ("rules:\n  pairing: {price: 0}\n", 4, 19, "minimum"),
        ("goals:\n  - {goal: fit, tolerence: 1}\n", 4, 16, "tolerence"),
    ],
)
def test_what_is_wrong_is_marked_where_it_stands(
    path: Path, text: str, line: int, column: int, said: str
) -> None:
    """One mark, at the wrong word, and it says what would be right."""
    with Editor(path, FRAME + text) as editor:
        (mark,) = editor.complaints()

    assert mark["range"]["start"] == {"line": line, "character": column}
    assert said in mark["message"]


@pytest.mark.parametrize(
    "text",
    [
        FRAME,
        FRAME + "public_holidays: yes\nrules: {pairing: off}\n",
        FRAME + "goals: [coverage, {goal: fit, tolerance: 40}]\n",
        FRAME + "public_holidays: 是\nrules: {pairing: 硬性, health: {mode: 软性}}\n",
        FRAME + "rules:\n  health: {mode: soft, price: '3'}\n  pairing:\n",
        FRAME + "rules:\ngoals:\ntitle: 2023\n",
        FRAME.replace("2023-03-01", "2023年3月1日").replace("2024-02-29", "20240229"),
        FRAME.partition("\n")[0] + "\nbase: ../nanjing-xining\n",
    ],
)
def test_what_is_right_is_not_marked(path: Path, text: str) -> None:
    """Days without quotes, yes and off, and settings with nothing but a base."""
    with Editor(path, text) as editor:
        assert editor.complaints() == []


def test_without_a_base_name_and_horizon_are_missed(path: Path) -> None:
    """Settings that lack what they need are marked once for each key."""
    with Editor(path, FRAME.partition("\n")[0] + "\nseed: 1\n") as editor:
        marks = editor.complaints()

    assert sorted(mark["message"].split('"')[1] for mark in marks) == [
        *("horizon", "name"),
    ]


def test_keys_are_completed_and_tables_are_not(path: Path) -> None:
    """On an empty line the keys that are not there yet are offered, with meanings."""
    with Editor(path, FRAME + "\n") as editor:
        items = editor.at("completion", 3, 0)["items"]
    offered = {item["label"]: item["documentation"] for item in items}

    assert set(offered) == {"base", *KEYS} - {"name", "horizon"}
    assert "Whether the public holidays" in str(offered["public_holidays"])
    assert "法定节假日" in str(offered["public_holidays"])


def test_words_are_completed_with_their_meaning(path: Path) -> None:
    """After a key the words it takes are offered, each in both languages."""
    with Editor(path, FRAME + "rules:\n  health: \n") as editor:
        items = editor.at("completion", 4, 10)["items"]
    offered = {item["label"].strip('"'): str(item["documentation"]) for item in items}

    assert {"strict", "soft", "off"} <= set(offered)
    assert "It is not looked at." in offered["off"]
    assert "停用" in offered["off"]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (2, 3, ["计划期", "The days a term may lie in.", "任期可以落在的日期。"]),
        (4, 5, ["高原体检", "Health clearance"]),
        (4, 20, ["软性", "It may be broken"]),
        (6, 6, ["匹配度", "Fit"]),
    ],
)
def test_what_is_pointed_at_is_explained_in_both_languages(
    path: Path, line: int, column: int, words: list[str]
) -> None:
    """A key, a rule, a mode and a goal are explained in English and in Chinese."""
    text = FRAME + "rules:\n  health: {mode: soft}\ngoals:\n  - fit\n"
    with Editor(path, text) as editor:
        shown = editor.at("hover", line, column)["contents"]["value"]

    assert [word for word in words if word not in shown] == []
