"""``matcher schema``: what a table may hold, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

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


def test_a_table_that_is_not_there_is_wrong_usage(run: Runner) -> None:
    """The tables there are, are named."""
    result = run("schema", "--table", "persons")
    assert result.exit_code == 2
    assert "'people'" in result.stderr
