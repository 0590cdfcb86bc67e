"""
The JSON Schema of a scenario, for editors and for programs that write tables.

Titles are Chinese names; descriptions say everything in English and, in the line
below, in Chinese. A YAML language server shows both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matcher.rulebook import GOALS, RULES
from matcher.scenario import base
from matcher.scenario.base import Mode
from matcher.scenario.contents import TITLES
from matcher.scenario.meanings import about, meaning_of, meanings
from matcher.scenario.model import TABLES, Scenario
from matcher.scenario.policy import GoalPolicy, RulePolicy
from matcher.scenario.spellings import label

if TYPE_CHECKING:
    from enum import StrEnum

    from matcher.rulebook import Goal, Parameter, Rule, Text
    from matcher.scenario.base import Entity

Schema = dict[str, Any]

SETTINGS = {
    "schema": "schema_version",
    **{
        key: key
        for key in (
            *("name", "title", "title_en", "language", "seed"),
            *("public_holidays", "horizon"),
        )
    },
}
"""The field of the scenario behind each single key of ``scenario.yaml``."""

_NAMES = {
    "schema": "格式版本",
    "name": "简称",
    "title": "标题",
    "title_en": "英文标题",
    "language": "报告语言",
    "seed": "种子",
    "public_holidays": "法定节假日",
    "horizon": "计划期",
    "mode": "方式",
    "price": "单价",
    "reason": "理由",
    "parameters": "参数",
    "goal": "目标",
    "tolerance": "容许量",
    "tolerance_percent": "容许百分比",
}
"""The Chinese names of keys; those of columns stand in the entities."""

BASE: Schema = {
    "title": "基础方案",
    "description": (
        "Folder or workbook of the scenario that this one changes, as seen from this "
        "folder; then every other key may be left out.\n"
        "本方案所修改的方案：相对于本文件夹的文件夹或工作簿；写了它，其他键都可以省略。"
    ),
    "type": "string",
    "minLength": 1,
    "examples": ["../nanjing-xining"],
}
"""The key that puts a scenario on top of another one."""

_TRUTH: Schema = {
    "type": ["boolean", "string"],
    "enum": [True, False, "yes", "no", "是", "否"],
}
_ASIDE: Schema = {
    "title": "作为一层",
    "description": (
        "Whether it is pursued; no: its parameters count for other goals only.\n"
        "是否作为一层来追求；填“否”则只有它的参数供其他目标使用。"
    ),
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number"]
"""Kinds of value that YAML sees in a text such as 2023."""

_DAY: Schema = {
    "type": ["string", "integer"],
    "pattern": r"^ *[0-9]{4}([-/.][0-9]{1,2}[-/.]|年[0-9]{1,2}月)[0-9]{1,2}日? *$"
    "|^ *[0-9]{5}([0-9]{3})? *$",
    "patternErrorMessage": "Write a day as 2023-03-01. 日期请写成2023-03-01。",
    "examples": ["2023-03-01"],
}
"""A day in any of the ways in which it is read; full-width digits are left out."""

_WINDOW: Schema = {
    "title": "时段",
    "description": "First and last day, both inside.\n首日和末日，都包含在内。",
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}~\d{4}-\d{2}-\d{2}$",
}


def json_schema(table: str | None = None) -> Schema:
    """
    Return the JSON Schema of a row of a table, or of a whole scenario.

    The schema of the whole has the keys of ``scenario.yaml`` and, beside them, the
    tables, which may be left out because they are files of their own: an editor can
    check ``scenario.yaml`` against it, and suggests the keys only.

    Parameters
    ----------
    table
        Name of the table; none for the whole.
    """
    schema = _whole() if table is None else _row(TABLES[table])
    return {"$schema": _DIALECT, **schema}


def _row(entity: type[Entity]) -> Schema:
    schema = entity.model_json_schema() | {"description": _about(entity)}
    for name in schema.get("$defs", {}):
        schema["$defs"][name] = (
            _WINDOW if name == "Window" else _kind(getattr(base, name))
        )
    columns = schema["properties"]
    for name, column in columns.items():
        columns[name] = _sorted(column | {"description": meanings(entity, name)})
    return schema


def _whole() -> Schema:
    definitions: Schema = {"Mode": _kind(Mode)}
    tables: Schema = {}
    for name, entity in TABLES.items():
        row = _row(entity)
        definitions |= row.pop("$defs", {}) | {entity.__name__: row}
        tables[name] = {
            "title": TITLES[name],
            "description": _about(entity),
            "type": "array",
            "items": {"$ref": f"#/$defs/{entity.__name__}"},
            "doNotSuggest": True,
        }
    return {
        "title": "方案 Scenario",
        "description": "Everything known before solving.\n求解之前已知的一切。",
        "type": "object",
        "additionalProperties": False,
        "if": {"required": ["base"]},
        "else": {"required": ["name", "horizon"]},
        "properties": {"base": BASE, **_settings(), **_policy(), **tables},
        "$defs": definitions,
    }


def _settings() -> Schema:
    known = Scenario.model_json_schema()["properties"]
    keys: Schema = {}
    for key, field in SETTINGS.items():
        told = {"title": _NAMES[key], "description": meanings(Scenario, field)}
        keys[key] = _sorted(known[key] | told)
    keys["name"]["type"] = _TEXT
    for key in ("title", "title_en"):
        keys[key]["type"] = [*_TEXT, "null"]
    keys["public_holidays"] |= _TRUTH
    keys["seed"] |= _number(0)
    days = {
        "first_day": _day("首日", "First day."),
        "last_day": _day("末日", "Last day."),
    }
    told = {name: keys["horizon"][name] for name in ("title", "description")}
    keys["horizon"] = told | _object(days, required=True)
    return keys


def _day(title: str, english: str) -> Schema:
    return {
        "title": title,
        "description": f"{english} It lies inside.\n{title}，包含在内。",
        **_DAY,
    }


def _policy() -> Schema:
    rules = _object({slug: _rule(rule) for slug, rule in RULES.items()})
    return {
        "rules": {
            "title": "规则",
            "description": "How each rule is taken; one that is not listed is strict.\n"
            "各规则的方式；没有列出的规则为硬性。",
            **rules,
        },
        "goals": {
            "title": "目标",
            "description": "The goals, from the first to the last.\n"
            "目标的次序，从第一到最后。",
            "type": ["array", "null"],
            "items": {"anyOf": _goals()},
        },
    }


def _rule(rule: Rule) -> Schema:
    mode: Schema = {"$ref": "#/$defs/Mode"}
    full = _object(
        {
            "mode": _key(RulePolicy, "mode") | mode,
            "price": _key(RulePolicy, "price") | _number(1, default=1),
            "reason": _key(RulePolicy, "reason") | {"type": [*_TEXT, "null"]},
            "parameters": _key(RulePolicy, "parameters") | _parameters(rule),
        }
    )
    return {**_entry(rule), "anyOf": [mode, full]}


def _goals() -> list[Schema]:
    names = {
        "title": _NAMES["goal"],
        "description": meanings(GoalPolicy, "goal"),
        "enum": list(GOALS),
        "markdownEnumDescriptions": [_told(goal) for goal in GOALS.values()],
    }
    return [names, *map(_goal, GOALS.values())]


def _goal(goal: Goal) -> Schema:
    number = _number(0)
    percent = number | {"maximum": 100, "default": 100}
    keys = {
        "goal": {**_entry(goal), "const": goal.slug},
        "tolerance": _key(GoalPolicy, "tolerance") | number,
        "tolerance_percent": _key(GoalPolicy, "tolerance_percent") | percent,
        "rung": _ASIDE | _TRUTH | {"default": True},
        "parameters": _key(GoalPolicy, "parameters") | _parameters(goal),
    }
    return {**_entry(goal), **_object(keys), "required": ["goal"]}


def _entry(entry: Rule | Goal) -> Schema:
    return {"title": entry.title.zh, "description": _told(entry)}


def _told(entry: Rule | Goal) -> str:
    """Return title and reason of a rule or goal in both languages."""
    return f"{entry.title.en}: {entry.reason.en}\n{entry.title.zh}：{entry.reason.zh}"


def _parameters(entry: Rule | Goal) -> Schema:
    return _object({each.name: _parameter(each) for each in entry.parameters})


def _parameter(parameter: Parameter) -> Schema:
    number = _number(parameter.least)
    told: Schema = {"title": parameter.text.zh, "description": _both(parameter.text)}
    match parameter.default:
        case tuple(default):
            size = len(default)
            told |= {"type": "array", "items": number}
            told |= {"minItems": size, "maxItems": size, "default": list(default)}
        case str(default):
            told |= {"enum": list(parameter.choices), "default": default}
        case default:
            told |= number | {"default": default}
    return told


def _kind(kind: type[StrEnum]) -> Schema:
    """Return an enumeration; its values are explained as editors expect it."""
    told = {
        word: f"{meaning_of(each, 'en')}\n{label(each, 'zh')}：{meaning_of(each, 'zh')}"
        for word_of in (lambda each: each.value, lambda each: label(each, "zh"))
        for each in kind
        for word in (word_of(each),)
    }
    return {
        "description": _about(kind),
        "type": "string",
        "enum": list(told),
        "markdownEnumDescriptions": list(told.values()),
    }


def _key(entity: type[Entity], field: str) -> Schema:
    return {"title": _NAMES[field], "description": meanings(entity, field)}


def _sorted(schema: Schema) -> Schema:
    return dict(sorted(schema.items()))


def _about(kind: type[Entity | StrEnum]) -> str:
    return f"{about(kind, 'en')}\n{about(kind, 'zh')}"


def _number(least: int, **more: object) -> Schema:
    """Return a whole number, which may stand in quotes."""
    return {
        "type": ["integer", "string"],
        "pattern": "^ *[+-]?[0-9]+ *$",
        "patternErrorMessage": "Write digits only. 请只写数字。",
        "minimum": least,
        **more,
    }


def _both(text: Text) -> str:
    return f"{text.en}\n{text.zh}"


def _object(properties: Schema, *, required: bool = False) -> Schema:
    schema: Schema = {
        "type": "object" if required else ["object", "null"],
        "additionalProperties": False,
        "properties": properties,
    }
    return schema | ({"required": list(properties)} if required else {})
