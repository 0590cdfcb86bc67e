"""The JSON Schema of mapping files, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matcher.importing.aims import WISHERS
from matcher.importing.mapping import is_windows
from matcher.importing.words import IGNORE
from matcher.scenario.contents import TABLES, TITLES
from matcher.scenario.meanings import meanings

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WISHES = 3

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_NAMES: Schema = {"type": "array", "items": _TEXT}
_VALUE: Schema = {"type": ["string", "number", "boolean", "null"]}

_MEANINGS: Mapping[str, str] = {
    "table": "这份清单成为哪一张表。 The table that the list becomes.",
    "file": "文件名的样式，如需求清单*.xlsx；不写：文件名含清单名称的文件。 "
    "Pattern of its files; without it, those whose name holds the list's name.",
    "sheet": "工作表名称的样式；不写：第一张。 Pattern of its sheets; without it, the "
    "first.",
    "row": "列名所在的行；不写：自动查找。 Row of the column names; without it, found.",
    "header_rows": "列名占几行。 How many rows the column names take.",
    "columns": "清单的列名: 本系统的列，或忽略。 Column of the list: our column, or "
    "ignore.",
    "constants": "整份清单都相同的值。 Values that hold for the whole list.",
    "values": "各列的说法各代表什么值。 What the words of a column stand for.",
    "codes": "没有编号的行如何编号，如 DT-{row:03}。 Pattern of codes where there are "
    "none.",
    "names": "写有人名的列；人名只用来编代号。 Columns with names of people, which "
    "only make codes.",
    "apart": "区分同名者的列。 Columns that tell people of one name apart.",
    "fill_down": "空白表示同上的列，如合并的单元格。 Columns whose blank cells mean "
    "the cell above, such as merged ones.",
    "months": "只写到月的列，取首日或末日。 Columns of months: first or last day.",
    "with_unit": "数字后带单位的列，如21天。 Columns of numbers with their unit.",
}


def mapping_schema() -> Schema:
    """Return the JSON Schema of mapping files."""
    one = {
        "type": "object",
        "additionalProperties": False,
        "required": ["table", "columns"],
        "properties": {
            name: {"description": text, **_key(name)}
            for name, text in _MEANINGS.items()
        },
        "allOf": [_of_table(table) for table in TABLES],
    }
    return {
        "$schema": _DIALECT,
        "title": "对应表 Mapping",
        "description": "各单位自己的清单如何读入。 How an office's own lists are read.",
        "type": "object",
        "additionalProperties": False,
        "required": ["lists"],
        "properties": {
            "lists": {
                "description": "各份清单，以名称为键。 The lists, each under its name.",
                "type": "object",
                "additionalProperties": one,
            },
            "ignore_sheets": {
                "description": "工作簿中不读入的工作表。 Sheets of a workbook that are "
                "not read.",
                **_NAMES,
            },
        },
        "$defs": {table: _aims(table) for table in TABLES},
    }


def _key(name: str) -> Schema:
    """Return what stands behind a key of a list."""
    several = {"type": "object", "additionalProperties": _VALUE}
    kinds: Mapping[str, Schema] = {
        "table": {"enum": [*TABLES, *TITLES.values()]},
        "row": _NUMBER,
        "header_rows": _NUMBER,
        "columns": {"type": "object"},
        "constants": several,
        "values": {"type": "object", "additionalProperties": several},
        "codes": {"type": "string", "pattern": r"\{row(:0?[0-9])?\}"},
        "months": {
            "type": "object",
            "additionalProperties": {
                "anyOf": [
                    {"enum": ["first", "首日", "last", "末日", "range", "起止"]},
                    {"type": "integer", "minimum": 1900, "maximum": 2199},
                ]
            },
        },
        **dict.fromkeys(("names", "apart", "fill_down", "with_unit"), _NAMES),
    }
    return kinds.get(name, _TEXT)


def _of_table(table: str) -> Schema:
    reference = {"$ref": f"#/$defs/{table}"}
    several = {"type": "array", "items": reference}
    fields = TABLES[table].model_fields
    constants = [*fields, *(each.title or name for name, each in fields.items())]
    return {
        "if": {"properties": {"table": {"enum": [table, TITLES[table]]}}},
        "then": {
            "properties": {
                "columns": {
                    "additionalProperties": {"anyOf": [reference, several]},
                },
                "constants": {"propertyNames": {"enum": constants}},
            }
        },
    }


def _aims(table: str) -> Schema:
    """Return what a column of a list may become."""
    known: list[Schema] = [{"type": "null"}, {"enum": list(IGNORE)}]
    for name, field in TABLES[table].model_fields.items():
        spellings = dict.fromkeys((name, field.title or name))
        if is_windows(TABLES[table], name):
            ends = [f"{name}.first_day", f"{name}.last_day"]
            ends += [f"{field.title}.首日", f"{field.title}.末日"]
            spellings |= dict.fromkeys(ends)
        known.append(
            {"enum": list(spellings), "description": meanings(TABLES[table], name)}
        )
    if table in WISHERS:
        ranks = range(1, _WISHES + 1)
        known.append({"examples": [f"preferences.{rank}" for rank in ranks]})
        known[-1] |= {"type": "string", "pattern": r"^(preferences|意愿)\.[0-9]+$"}
    return {"anyOf": known}
