"""A scenario.yaml that is edited keeps its comments, each where it belongs."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from nasty import scenarios

from matcher.scenario.settings_edit import with_settings
from matcher.scenario.settings_text import settings_of
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matcher.scenario import Scenario

TEXT = """\
# 我们的约定
schema: 1
# 名称
name: 'base'   # 简称
# 标题
title: 基础
# 英文
title_en: Base
# 期间
horizon:
  # 首日
  first_day: 2023-03-01
  # 末日
  last_day: 2024-02-29   # 含当日

# 规则
rules:
  # 体检
  health: off   # 暂停
  # 结对
  pairing: soft
  # 连任
  one-place:
    # 方式
    mode: soft
    # 价格
    price: 5
# 目标
goals:
  # 第一
  - agreement   # 最要紧
  # 第二
  - goal: coverage
    # 余地
    tolerance: 1
  # 第三
  - concessions
# 完
"""

SAYS: dict[str, Any] = {
    "schema": 1,
    "name": "base",
    "title": "基础",
    "title_en": "Base",
    "horizon": {"first_day": "2023-03-01", "last_day": "2024-02-29"},
    "rules": {
        "health": "off",
        "pairing": "soft",
        "one-place": {"mode": "soft", "price": 5},
    },
    "goals": ["agreement", {"goal": "coverage", "tolerance": 1}, "concessions"],
}


def edited(text: str, says: Mapping[str, object]) -> str:
    """Return the text after it was made to say something else."""
    found = with_settings(text.encode(), says)
    assert found is not None
    assert with_settings(found, says) == found
    return found.decode()


def says(*way: str | int, value: object = None) -> dict[str, Any]:
    """Return what the text says with another value at the end of a way, or none."""
    changed = copy.deepcopy(SAYS)
    inside: Any = changed
    for step in way[:-1]:
        inside = inside[step]
    if value is None:
        del inside[way[-1]]
    else:
        inside[way[-1]] = value
    return changed


GONE = {
    ("title_en",): ("英文",),
    ("title",): ("标题",),
    ("rules", "health"): ("体检", "暂停"),
    ("rules", "pairing"): ("结对",),
    ("rules", "one-place"): ("连任", "方式", "价格"),
    ("rules", "one-place", "price"): ("价格",),
    ("goals", 1): ("第二", "余地"),
    ("goals", 1, "tolerance"): ("余地",),
    ("goals", 2): ("第三",),
}


@pytest.mark.parametrize("way", GONE, ids=str)
def test_what_is_removed_takes_only_its_own_comments(
    way: tuple[str | int, ...],
) -> None:
    """Every other line is as before."""
    fresh = edited(TEXT, says(*way)).splitlines()

    gone = [line for line in TEXT.splitlines() if line not in fresh]
    new = [line for line in fresh if line not in TEXT.splitlines()]
    assert not new
    comments = re.findall("# (.*)", "\n".join(gone))
    assert tuple(comments) == GONE[way]


CHANGED: dict[tuple[str | int, ...], tuple[object, list[str]]] = {
    ("name",): ("B 1", ["name: B 1   # 简称"]),
    ("title",): ("a: 1\n2", [r'title: "a: 1\n2"']),
    ("horizon", "last_day"): ("2024-03-01", ['  last_day: "2024-03-01"   # 含当日']),
    ("rules", "health"): (
        {"mode": "soft", "price": 3},
        ["  health: {mode: soft, price: 3}   # 暂停"],
    ),
    ("rules", "one-place"): ("off", ["    mode: off"]),
    ("goals", 0): ("fit", ["  - fit"]),
    ("goals", 1): ("coverage", []),
    ("goals", 2): (
        {"goal": "concessions", "tolerance": 2},
        ["  - {goal: concessions, tolerance: 2}"],
    ),
}


@pytest.mark.parametrize("way", CHANGED, ids=str)
def test_what_is_replaced_leaves_the_comments_of_others(
    way: tuple[str | int, ...],
) -> None:
    """Only the value changes; what stood above and beside it stays."""
    value, lines = CHANGED[way]
    fresh = edited(TEXT, says(*way, value=value)).splitlines()

    assert [line for line in fresh if line not in TEXT.splitlines()] == lines


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_comments_of_every_encoding_stay(encoding: str) -> None:
    """Whatever can be read can be edited."""
    fresh = with_settings(TEXT.encode(encoding), says("title", value="新"))

    assert fresh is not None
    assert fresh.decode() == TEXT.replace("title: 基础", "title: 新")


def test_lines_end_as_before() -> None:
    """A file of Windows stays one."""
    fresh = edited(TEXT.replace("\n", "\r\n"), says("rules", "x", value="off"))

    assert fresh.count("\n") == fresh.count("\r\n") == TEXT.count("\n") + 1


def test_blank_values_are_where_their_keys_are() -> None:
    """What stands below a blank value is not taken for it."""
    text = (
        "name: a\ntitle:   # eins\n# zwei\n\nseed:\nrules:\n  health:\ngoals: [fit]\n"
    )
    fresh = edited(text, {"name": "a", "title": "x", "seed": 2, "goals": ["fit"]})

    assert fresh == text.replace("title:", "title: x").replace("seed:", "seed: 2")
    assert edited(text, {"name": "b", "goals": ["fit"], "seed": 3, "rules": {}}) == (
        text.replace("name: a", "name: b").replace("seed:", "seed: 3")
    )
    rules = {"health": "off", "pairing": "soft"}
    again = edited(text, {"name": "a", "goals": ["fit"], "seed": 2, "rules": rules})
    assert again == text.replace("seed:", "seed: 2").replace(
        "  health:\n", "  health: off\n  pairing: soft\n"
    )


def test_one_blank_line_is_left_of_two() -> None:
    """Removing keys leaves no holes."""
    text = "name: a\n\n# eins\ntitle: b\n\n# zwei\nseed: 3\n\ngoals: [fit]\n"

    assert edited(text, {"name": "a", "goals": ["fit"]}) == (
        "name: a\n\ngoals: [fit]\n"
    )


def test_comments_in_brackets_move_above_them() -> None:
    """What has to become one line loses no comment."""
    text = "name: a\ngoals: [  # eins\n  fit,  # zwei\n  coverage]  # drei\nseed: 2\n"
    fresh = edited(text, {"name": "a", "goals": ["coverage", "fit"], "seed": 2})

    assert fresh == (
        "name: a\n# eins\n# zwei\ngoals: [coverage, fit]  # drei\nseed: 2\n"
    )


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "- a\n", "["])
def test_what_cannot_be_edited_is_left_to_be_written_anew(text: str) -> None:
    """Values that stand for each other, and what is no YAML of settings."""
    assert with_settings(text.encode(), SAYS) is None


@pytest.mark.parametrize(
    "deep", ["a: " + "[" * 3000, "".join(" " * depth + "a:\n" for depth in range(1500))]
)
def test_what_is_nested_too_deeply_is_written_anew(deep: str) -> None:
    """The parser's limit is no crash."""
    assert with_settings(deep.encode(), SAYS) is None


_LINE = re.compile(r"( *)(- \{?)?(\w[\w-]*)(?:: *([\w-]+)?)?")


def ways(text: str) -> dict[int, str]:
    """Return by line number the dotted path of the key or goal in each line."""
    found: dict[int, str] = {}
    above: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines()):
        match = _LINE.match(line)
        if not match or line.lstrip().startswith("#"):
            continue
        indent, dash, name, goal = match.groups()
        depth = len(indent) + bool(dash)
        above = [each for each in above if each[0] < depth]
        name = goal if dash and name == "goal" else name
        above.append((depth, name))
        found[number] = ".".join(name for _, name in above)
    return found


def commented(text: str) -> str:
    """Return the text with a comment above each key and goal that says its path."""
    known = ways(text)
    lines = []
    for number, line in enumerate(text.splitlines()):
        indent = " " * (len(line) - len(line.lstrip()))
        if number in known:
            lines.append(f"{indent}#! {known[number]}")
        lines.append(line)
    return "\n".join([*lines, ""])


@given(before=scenarios(), after=scenarios())
@settings(max_examples=15, deadline=None)
def test_no_comment_moves_to_another_key(
    before: Scenario, after: Scenario, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A comment stays above its key, or what it stood in, and as long as that."""
    folder: Path = tmp_path_factory.mktemp("s")
    write_scenario(before, folder)
    text = commented((folder / "scenario.yaml").read_text("utf-8"))

    fresh = edited(text, settings_of(after))

    known, lines = ways(fresh), fresh.splitlines()
    for number, line in enumerate(lines):
        if "#! " in line:
            below = next(known[each] for each in sorted(known) if each > number)
            way = line.partition("#! ")[2]
            assert f"{way}.".startswith(f"{below}.")
    said = {line.partition("#! ")[2] for line in lines if "#! " in line}
    assert set(known.values()) & set(ways(text).values()) <= said
