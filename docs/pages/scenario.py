"""The page of the scenario's files, and the README beside the scenarios."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from docs.pages.markdown import alternatives, code, document, table
from matcher.scenario import TABLES, Scenario
from matcher.scenario import base as kinds
from matcher.scenario.settings import read_settings

if TYPE_CHECKING:
    from enum import StrEnum

    from pydantic.fields import FieldInfo

SCENARIOS = Path(__file__).parents[2] / "scenarios"

TITLES = {
    "areas": "区县",
    "pairings": "结对",
    "specialties": "专业",
    "units": "单位",
    "departments": "科室",
    "people": "人员",
    "commitments": "其他任务",
    "programmes": "项目",
    "needs": "需求",
    "teams": "小组团",
    "housing": "住房",
    "calendar": "日历",
    "preferences": "意愿",
    "locks": "锁定",
    "leavers": "离任者",
    "phases": "阶段",
    "studios": "工作室",
    "rooms": "会场",
    "slots": "活动时段",
    "sessions": "场次",
    "delegations": "代表团",
    "leaders": "联系领导",
    "care": "关怀事项",
    "meetings": "推进会",
    "provisions": "条目",
    "assumptions": "假设",
}

VALUES = {
    "locks.csv: kind": kinds.LockKind,
    "calendar.csv: effect": kinds.Effect,
    "programmes.csv: mentees_from": kinds.Learners,
    "care.csv: anchor": kinds.Anchor,
    "provisions.csv: evidence": kinds.Evidence,
}

OPTIONAL = "The file may be missing. 可以没有这个文件。"

HEAD = ("column 列", "中文", "type 类型", "blank 空白", "meaning 含义")

Schema = Mapping[str, Any]


def tables() -> Iterator[str]:
    """Yield heading, sentence and field table of every table."""
    for name, entity in TABLES.items():
        properties = entity.model_json_schema()["properties"]
        yield f"### {name}.csv · {TITLES[name]}"
        optional = not Scenario.model_fields[name].is_required()
        yield str(entity.__doc__) + (f" {OPTIONAL}" if optional else "")
        rows = (
            _row(field, info, properties[field])
            for field, info in entity.model_fields.items()
        )
        yield table(HEAD, rows)


def _row(field: str, info: FieldInfo, schema: Schema) -> tuple[str, ...]:
    blank = "no 必填" if info.is_required() else _default(schema["default"])
    meaning = " ".join(str(info.description).split())
    return code(field), str(info.title), _type(schema), blank, meaning


def _default(default: object) -> str:
    if default in (None, "", []):
        return "yes 可空"
    shown = (
        {True: "yes", False: "no"}[default] if isinstance(default, bool) else default
    )
    return f"= {code(shown)}"


def _type(schema: Schema) -> str:
    """Return how a planner would name the type of a field."""
    if "anyOf" in schema:
        return _type(schema["anyOf"][0])
    if "$ref" in schema:
        return alternatives(_kind(schema))
    if schema["type"] == "integer":
        return _number(schema)
    if schema["type"] == "array":
        return _list(schema["items"])
    if schema["type"] == "boolean":
        return "yes/no 是/否"
    return "day 日期" if schema.get("format") == "date" else "text 文字"


def _list(items: Schema) -> str:
    if "$ref" not in items:
        return "list 列表"
    if items["$ref"].endswith("/Window"):
        return "list of windows 时段列表"
    return f"list 列表 {_type(items)}"


def _number(schema: Schema) -> str:
    low, high = schema["minimum"], schema.get("maximum")
    return f"number 整数 ≥ {low}" if high is None else f"number 整数 {low}–{high}"


def _kind(schema: Schema) -> type[StrEnum]:
    name: str = schema["$ref"].rpartition("/")[2]
    found: type[StrEnum] = getattr(kinds, name)
    return found


def meanings(kind: type[StrEnum]) -> str:
    """Return a table of the values of an enumeration with their docstrings."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 -- the source of a class
    texts = [
        each.value.value
        for each in body.body[1:]
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
    ]
    rows = zip((code(value) for value in kind), map(str, texts), strict=True)
    return table(("value 取值", "meaning 含义"), rows)


INTRO = """\
一个方案就是一个文件夹：一个`scenario.yaml`，加上若干CSV表格，一行一件事。
各列可用英文名或中文名，次序不限。

A scenario is a folder: one `scenario.yaml`, and CSV tables with one thing a row.
Columns may have their English or their Chinese names, in any order."""

FORMS = (
    (
        "text 文字",
        "anything; codes too: `0012` stays `0012` 代码也是文字",
        "`U07`",
    ),
    ("number 整数", "whole numbers; full-width digits too 可用全角数字", "`12`"),
    (
        "day 日期",
        "年月日",
        "`2023-09-01` · `2023/9/1` · `2023年9月1日`",
    ),
    ("yes/no 是/否", "", "`yes` · `no` · `是` · `否` · `1` · `0`"),
    ("list 列表", "separated by 分隔符为 `；` `;` `、` `|`", "`TO_XINING；P07`"),
    (
        "window 时段",
        "first and last day, both inside 首日和末日都包含在内",
        "`2023-03-01~2023-08-31`",
    ),
)

SETTINGS = (
    ("`schema`", "`1`", "version of the file format 格式版本"),
    ("`name`", "no 必填", "short name 简称"),
    ("`title`, `title_en`", "yes 可空", "title as printed 标题"),
    ("`language`", "= `zh`", "language of reports, `zh` or `en` 报告语言"),
    (
        "`horizon`",
        "no 必填",
        "`first_day` and `last_day` of the days a term may lie in 计划期的首日和末日",
    ),
    (
        "`seed`",
        "= `1`",
        "seed of the draw and of the solver 抽签与求解的种子",
    ),
    (
        "`public_holidays`",
        "= `no`",
        "whether nobody moves on China's public holidays 法定节假日是否不到岗离岗",
    ),
    ("`rules`", "yes 可空", "modes of the rules 规则的方式"),
    ("`goals`", "yes 可空", "the goals in their order 目标及其次序"),
)

EXAMPLE = """\
```yaml
schema: 1
name: example
title: 示例年度
horizon:
  first_day: 2023-03-01
  last_day: 2024-02-29
rules:
  pairing: off
  release-cap: {mode: soft, price: 20, reason: 淡季可多派一人}
goals:
  - agreement
  - coverage
  - concessions
  - {goal: fit, tolerance: 40, tolerance_percent: 5}
  - tie-break
```"""


def page() -> str:
    """Return the page of the reference."""
    return _body(
        "编写方法见[编写方案](../zh/scenario.md)。\n"
        "How to write one: [write a scenario](../en/scenario.md)."
    )


def readme() -> str:
    """Return the README beside the scenarios."""
    return _body(
        "检查一个文件夹：`matcher check FOLDER`。新建一个：`matcher new FOLDER`。\n"
        "Check a folder: `matcher check FOLDER`. Make a new one: `matcher new FOLDER`.",
        table(("folder 文件夹", "中文", "English"), _scenarios()),
    )


def _scenarios() -> Iterator[tuple[str, ...]]:
    """Yield the folder and the titles of every scenario that comes along."""
    for file in sorted(SCENARIOS.rglob("scenario.yaml")):
        said = read_settings(file.parent, []).plain
        name = file.parent.relative_to(SCENARIOS).as_posix()
        yield f"[{name}]({name})", str(said["title"]), str(said["title_en"])


def _body(*pointers: str) -> str:
    return document(
        "# 方案的格式 · The format of a scenario",
        INTRO,
        *pointers,
        "## 值的写法 · Kinds of value",
        table(("type 类型", "", "example 示例"), FORMS),
        "文件可用UTF-8或GB18030编码，以逗号或制表符分隔。\n"
        "Files are in UTF-8 or GB18030, with commas or tabs between the cells.",
        "## scenario.yaml",
        table(("key 键", "blank 空白", "meaning 含义"), SETTINGS),
        EXAMPLE,
        "## 表格 · Tables",
        *tables(),
        "## 取值 · Values",
        *(
            block
            for heading, kind in VALUES.items()
            for block in (f"### {heading}", meanings(kind))
        ),
    )
