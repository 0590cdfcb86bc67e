"""The JSON Schema says what the files may hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from matcher.rulebook import GOALS, RULES
from matcher.scenario import TABLES
from matcher.scenario.schema import json_schema
from matcher.scenario.settings import KEYS
from matcher.scenario.tables import required

if TYPE_CHECKING:
    from collections.abc import Iterator

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_columns(table: str) -> None:
    """Every column is there with both names; those that must be are required."""
    schema = json_schema(table)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == list(TABLES[table].model_fields)
    assert schema["required"] == list(required(TABLES[table]))
    assert schema["additionalProperties"] is False
    for column in schema["properties"].values():
        assert column["title"]
        assert column["description"]


def test_windows_are_as_planners_write_them() -> None:
    """The schema has the days of a window, not the half-open one of the code."""
    schema = json_schema("people")

    assert schema["properties"]["windows"]["items"] == {"$ref": "#/$defs/Window"}
    assert schema["$defs"]["Window"]["type"] == "string"


def test_the_whole_has_the_settings_and_the_tables() -> None:
    """The keys of scenario.yaml stand beside the tables, which may be left out."""
    schema = json_schema()

    assert list(schema["properties"]) == ["base", *KEYS, *TABLES]
    assert set(schema["properties"]["horizon"]["required"]) == {"first_day", "last_day"}
    for table in TABLES:
        assert schema["properties"][table]["doNotSuggest"]


def test_on_top_of_another_scenario_only_the_base_is_needed() -> None:
    """Name and horizon must be there unless the settings name a base."""
    schema = json_schema()

    assert "required" not in schema
    assert schema["if"] == {"required": ["base"]}
    assert schema["else"] == {"required": ["name", "horizon"]}


def described(schema: object) -> Iterator[tuple[str, str]]:
    """Yield whatever an editor shows of the schema, by where it stands."""
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key == "description" and isinstance(part, str):
                yield schema.get("title", ""), part
            elif key == "markdownEnumDescriptions":
                assert len(part) == len(schema["enum"])
                yield from (("", text) for text in part)
            else:
                yield from described(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from described(part)


def test_everything_is_described_in_both_languages() -> None:
    """Whatever an editor shows has a line in English and one in Chinese beneath."""
    wrong = [
        (title, text)
        for title, text in described(json_schema())
        if re.search("^.*[a-z].*\n.*[\u4e00-\u9fff].*$", text) is None
        or text.count("\n") != 1
    ]

    assert wrong == []


def undescribed(schema: Any, name: str = "") -> Iterator[str]:  # noqa: ANN401 -- JSON
    """Yield the keys of objects that an editor could not explain."""
    if isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            if isinstance(part, dict) and not {"description", "$ref"} & set(part):
                yield f"{name}.{key}"
        for key, part in schema.items():
            yield from undescribed(part, f"{name}.{key}")
    elif isinstance(schema, list):
        for part in schema:
            yield from undescribed(part, name)


def test_every_key_is_described() -> None:
    """Keys of the settings, of rules and goals and all columns have a meaning."""
    assert list(undescribed(json_schema())) == []


def test_lists_of_words_and_signed_numbers_are_told() -> None:
    """Words that stand in lists are listed, and a number below zero is allowed."""
    columns = json_schema("care")["properties"]

    assert columns["kinds"]["items"] == {"$ref": "#/$defs/Kind"}
    assert columns["offset_days"]["minimum"] == -366


def test_the_switch_of_settings_is_a_word_or_a_truth_value() -> None:
    """Editors read yes as a word or as true, by the version of YAML they know."""
    switch = json_schema()["properties"]["public_holidays"]

    assert switch["enum"] == [True, False, "yes", "no", "是", "否"]
    assert switch["default"] is False


def references(schema: object) -> set[str]:
    """Return what the schema refers to."""
    if isinstance(schema, dict):
        own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
        return own.union(*map(references, schema.values()))
    if isinstance(schema, list):
        return set().union(*map(references, schema))
    return set()


def test_every_reference_leads_somewhere() -> None:
    """All definitions are in the schema of the whole, and all are used."""
    schema = json_schema()

    assert references(schema) == {f"#/$defs/{name}" for name in schema["$defs"]}


def parameters(schema: dict[str, Any]) -> list[str]:
    """Return the names of the parameters in the schema of a rule or goal."""
    return list(schema["properties"]["parameters"]["properties"])


def test_rules_and_goals_have_their_parameters() -> None:
    """Each rule is a mode or more, each goal a word or more, as in the rulebook."""
    keys = json_schema()["properties"]
    rules = keys["rules"]["properties"]
    words, *goals = keys["goals"]["items"]["anyOf"]

    assert {slug: parameters(each["anyOf"][1]) for slug, each in rules.items()} == {
        slug: [each.name for each in rule.parameters] for slug, rule in RULES.items()
    }
    assert {
        each["properties"]["goal"]["const"]: parameters(each) for each in goals
    } == {slug: [each.name for each in goal.parameters] for slug, goal in GOALS.items()}
    assert words["enum"] == list(GOALS)
    assert rules["health"]["anyOf"][0] == {"$ref": "#/$defs/Mode"}
    assert json_schema()["$defs"]["Mode"]["enum"] == [
        *("strict", "soft", "off", "硬性", "软性", "停用"),
    ]


@pytest.mark.parametrize(
    "path", sorted(SCENARIOS.rglob("scenario.yaml")), ids=lambda path: path.parent.name
)
def test_editors_find_the_schema_from_every_scenario(path: Path) -> None:
    """The first line of the settings leads a YAML language server to the schema."""
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    name = first.removeprefix("# yaml-language-server: $schema=")
    schema = json.loads((path.parent / name).read_text(encoding="utf-8"))

    assert schema == json_schema()
