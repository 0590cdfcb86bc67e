"""The page of the scenario's files, and the README beside the scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from docs.pages.markdown import code, document, table
from docs.pages.scenario_texts import EXAMPLE, FORMS, INTRO, OVERLAYS, POLICY
from matcher.scenario import TABLES, Scenario
from matcher.scenario import base as kinds
from matcher.scenario.base import DecisionKind, LockKind, Mode, Side
from matcher.scenario.contents import TITLES
from matcher.scenario.meanings import about, meaning, meaning_of
from matcher.scenario.references import LOCKED, REFERENCES, WISHED
from matcher.scenario.schema import json_schema
from matcher.scenario.spellings import SPELLINGS, label

if TYPE_CHECKING:
    from enum import StrEnum

    from matcher.scenario.base import Entity

SCENARIOS = Path(__file__).parents[2] / "scenarios"

INTO = REFERENCES | {
    ("preferences", "target"): WISHED[Side.PERSON],
    ("locks", "target"): LOCKED[LockKind.FORBID],
}
"""For each column that names rows of other tables, those tables."""

OPTIONAL = "可以没有这张表。The table may be missing."

HEAD = ("column 列", "中文", "type 类型", "blank 空白", "含义 meaning")

Schema = Mapping[str, Any]


def both(chinese: str, english: str) -> str:
    """Return a cell with the Chinese text above the English one."""
    return f"{chinese}<br>{english}"


def tables() -> Iterator[str]:
    """Yield heading, sentence and field table of every table."""
    for name, entity in TABLES.items():
        properties = entity.model_json_schema()["properties"]
        optional = not Scenario.model_fields[name].is_required()
        sentences = [about(entity, "zh"), about(entity, "en")]
        yield f"### {name}.csv · {TITLES[name]}"
        yield "\n".join([*sentences, *([OPTIONAL] if optional else [])])
        rows = (
            _row(name, entity, field, properties[field])
            for field in entity.model_fields
        )
        yield table(HEAD, rows)


def _row(
    name: str, entity: type[Entity], field: str, schema: Schema
) -> tuple[str, ...]:
    info = entity.model_fields[field]
    blank = "no 必填" if info.is_required() else _default(schema)
    return (
        code(field),
        str(info.title),
        _type(schema) + _refers(name, field),
        blank,
        both(meaning(entity, field, "zh"), meaning(entity, field, "en")),
    )


def _refers(name: str, field: str) -> str:
    """Return the tables in which a code must stand."""
    into = INTO.get((name, field), ())
    named = " / ".join(f"{TITLES[each]} {each}" for each in into)
    return f" → {named}" if named else ""


def _default(schema: Schema) -> str:
    default = schema["default"]
    if default in (None, "", []):
        return "yes 可空"
    if isinstance(default, bool):
        return f"= {code('yes' if default else 'no')}"
    if "$ref" in schema:
        return f"= {_word(_kind(schema)(default))}"
    return f"= {code(default)}"


def _type(schema: Schema) -> str:
    """Return how a planner would name the type of a field."""
    if "anyOf" in schema:
        return _type(schema["anyOf"][0])
    if "$ref" in schema:
        return " · ".join(_word(each) for each in _kind(schema))
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


def _word(member: StrEnum) -> str:
    """Return a value with its Chinese label."""
    return f"{code(member.value)} {label(member, 'zh')}"


def settings() -> str:
    """Return the table of the keys of ``scenario.yaml``."""
    schema = json_schema()
    needed = schema["else"]["required"]
    rows = (
        (
            code(key),
            found["title"],
            "no 必填" if key in needed else _given(found),
            both(*reversed(found["description"].splitlines())),
        )
        for key, found in schema["properties"].items()
        if key not in TABLES
    )
    return table(("key 键", "中文", "blank 空白", "含义 meaning"), rows)


def _given(schema: Schema) -> str:
    return _default({"default": schema.get("default")})


def words() -> Iterator[str]:
    """Yield heading, sentence and values of every enumeration."""
    used = _uses()
    for kind in SPELLINGS:
        first, *others = used[kind]
        yield f"### {first}"
        also = [f"也用于 Also for: {' · '.join(others)}"] if others else []
        yield "\n".join([about(kind, "zh"), about(kind, "en"), *also])
        rows = (
            (
                code(each.value),
                label(each, "zh"),
                "、".join(SPELLINGS[kind][each][1:]),
                both(meaning_of(each, "zh"), meaning_of(each, "en")),
            )
            for each in kind
        )
        yield table(("value 取值", "中文", "也可写 or", "含义 meaning"), rows)


def _uses() -> Mapping[type[StrEnum], list[str]]:
    """Return the columns that each enumeration stands in."""
    found: dict[type[StrEnum], list[str]] = {
        Mode: ["scenario.yaml: rules · 规则"],
        DecisionKind: ["decisions.csv: decision · 决定"],
    }
    for name, entity in TABLES.items():
        for field, schema in entity.model_json_schema()["properties"].items():
            item = schema.get("items", schema)
            if "$ref" in item and not item["$ref"].endswith("/Window"):
                place = f"{name}.csv: {field} · {schema['title']}"
                found.setdefault(_kind(item), []).append(place)
    return found


def page() -> str:
    """Return the page of the reference."""
    return _body(
        "rules.md",
        "编写方法见[编写方案](../zh/scenario.md)，编辑器见[让编辑器帮忙](../zh/editors.md)。\n"
        "How to write one: [write a scenario](../en/scenario.md).\n"
        "With an editor's help: [editors](../en/editors.md).",
    )


def readme() -> str:
    """Return the README beside the scenarios."""
    return _body(
        "../docs/reference/rules.md",
        "检查一个方案：`matcher check FOLDER`。新建一个：`matcher new FOLDER`。\n"
        "Check a scenario: `matcher check FOLDER`. Make one: `matcher new FOLDER`.",
        table(("folder 文件夹", "中文", "English"), _scenarios()),
    )


def _scenarios() -> Iterator[tuple[str, ...]]:
    """Yield the folder and the titles of every scenario that comes along."""
    for file in sorted(SCENARIOS.rglob("scenario.yaml")):
        said = YAML(typ="safe").load(file)
        name = file.parent.relative_to(SCENARIOS).as_posix()
        title = str(said.get("title", ""))
        yield f"[{name}]({name})", title, str(said.get("title_en", title))


def _body(rules: str, *pointers: str) -> str:
    return document(
        "# 方案的格式 · The format of a scenario",
        INTRO,
        *pointers,
        "## 值的写法 · Kinds of value",
        table(("type 类型", "写法 how", "example 示例"), FORMS),
        "文件可用UTF-8或GB18030编码，以逗号或制表符分隔。\n"
        "Files are in UTF-8 or GB18030, with commas or tabs between the cells.",
        "## scenario.yaml · 设置",
        settings(),
        POLICY.format(rules=rules),
        EXAMPLE,
        "## 叠加 · Overlays",
        OVERLAYS,
        "## 表格 · Tables",
        *tables(),
        "## 取值 · Values",
        "“中文”一列是表格模板和报告中显示的词；简体、繁体、英文都能读。\n"
        "The word of the second column is the one that templates and reports show;\n"
        "simplified, traditional and English are read.",
        *words(),
    )
