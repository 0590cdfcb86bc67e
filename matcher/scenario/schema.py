"""The JSON Schema of a scenario, for editors and for programs that write tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matcher.rulebook import GOALS, RULES
from matcher.scenario.base import Mode
from matcher.scenario.model import TABLES, Scenario

if TYPE_CHECKING:
    from matcher.rulebook import Goal, Parameter, Rule
    from matcher.scenario.base import Entity

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY: Schema = {"type": "string", "format": "date"}
_WINDOW: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}~\d{4}-\d{2}-\d{2}$",
    "description": "First and last day, both inside.",
}


def json_schema(table: str | None = None) -> Schema:
    """
    Return the JSON Schema of a row of a table, or of a whole scenario.

    The schema of the whole has the keys of ``scenario.yaml`` and, beside them, the
    tables, which may be left out because they are files of their own: an editor can
    check ``scenario.yaml`` against it.

    Parameters
    ----------
    table
        Name of the table; none for the whole.
    """
    schema = _whole() if table is None else _row(TABLES[table])
    return {"$schema": _DIALECT, **schema}


def _row(entity: type[Entity]) -> Schema:
    schema = entity.model_json_schema()
    if "Window" in schema.get("$defs", {}):
        schema["$defs"]["Window"] = _WINDOW
    # pydantic leaves out a meaning that is worded as that of the kind of value.
    for name, field in entity.model_fields.items():
        schema["properties"][name].setdefault("description", field.description)
    return schema


def _whole() -> Schema:
    fields = Scenario.model_json_schema()
    known = fields["properties"]
    plain = ("schema", "name", "title", "title_en", "language", "seed")
    switch = known["public_holidays"] | {"type": ["boolean", "string"]}
    definitions: Schema = {}
    tables: Schema = {}
    for name, entity in TABLES.items():
        row = _row(entity)
        definitions |= row.pop("$defs", {}) | {entity.__name__: row}
        items = {"$ref": f"#/$defs/{entity.__name__}"}
        tables[name] = {"type": "array", "items": items}
    return {
        "title": "Scenario",
        "description": "Everything known before solving.",
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "horizon"],
        "properties": {
            **{key: known[key] for key in plain},
            "public_holidays": switch | {"enum": [True, False, "yes", "no"]},
            "horizon": _object({"first_day": _DAY, "last_day": _DAY}, required=True),
            "rules": _object({slug: _rule(rule) for slug, rule in RULES.items()}),
            "goals": {"type": "array", "items": {"anyOf": _goals()}},
            **tables,
        },
        "$defs": definitions,
    }


def _rule(rule: Rule) -> Schema:
    mode: Schema = {"enum": [each.value for each in Mode]}
    full = _object(
        {
            "mode": mode,
            "price": {"type": "integer", "minimum": 1},
            "reason": {"type": "string"},
            "parameters": _parameters(rule),
        }
    )
    return {
        "title": rule.title.zh,
        "description": rule.reason.en,
        "anyOf": [mode, full],
    }


def _goals() -> list[Schema]:
    return [
        {"title": "goal", "enum": list(GOALS)},
        *(
            {
                "title": goal.title.zh,
                "description": goal.reason.en,
                **_object(
                    {
                        "goal": {"const": slug},
                        "tolerance": {"type": "integer", "minimum": 0},
                        "tolerance_percent": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 100,
                        },
                        "parameters": _parameters(goal),
                    }
                ),
                "required": ["goal"],
            }
            for slug, goal in GOALS.items()
        ),
    ]


def _parameters(entry: Rule | Goal) -> Schema:
    return _object({each.name: _parameter(each) for each in entry.parameters})


def _parameter(parameter: Parameter) -> Schema:
    number: Schema = {"type": "integer", "minimum": parameter.least}
    told: Schema = {"title": parameter.text.zh, "description": parameter.text.en}
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


def _object(properties: Schema, *, required: bool = False) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    return schema | ({"required": list(properties)} if required else {})
