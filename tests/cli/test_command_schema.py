"""``matcher schema``: what a table may hold, for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from matcher.importing import mapping_schema
from matcher.scenario import TABLES

if TYPE_CHECKING:
    from runner import Runner


def test_the_schema_of_a_scenario_holds_every_table(run: Runner) -> None:
    """Without a table the whole scenario is described."""
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(TABLES) <= set(schema["properties"])


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_of_a_table_has_its_columns(run: Runner, table: str) -> None:
    """Each column has its kind, its Chinese name and its English meaning."""
    schema = json.loads(run("schema", "--table", table).stdout)
    assert list(schema["properties"]) == list(TABLES[table].model_fields)
    for column in schema["properties"].values():
        assert column["title"]
        assert column["description"]


def test_the_schema_of_mappings_is_printed(run: Runner) -> None:
    """Every key of a mapping is explained in both languages."""
    schema = json.loads(run("schema", "--mapping").stdout)

    assert schema == mapping_schema()
    for each in (schema, *schema["properties"].values()):
        assert re.search("[\u4e00-\u9fff].*[a-z]", each["description"])


def test_a_table_and_a_mapping_are_not_asked_at_once(run: Runner) -> None:
    """Only one of the two can be printed."""
    assert run("schema", "--mapping", "--table", "people").exit_code == 2


def test_a_table_that_is_not_there_is_wrong_usage(run: Runner) -> None:
    """The tables there are, are named."""
    result = run("schema", "--table", "persons")
    assert result.exit_code == 2
    assert "'people'" in result.stderr
