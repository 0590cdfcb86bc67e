"""``matcher schema``: the JSON Schema of scenarios or of one table."""

from __future__ import annotations

import json

import click

from matcher.cli import options
from matcher.language import mark
from matcher.scenario import TABLES, Scenario


@click.command(
    "schema",
    help=mark(
        "Print the JSON Schema of a scenario: every table with its columns, kinds of "
        "value, limits and meanings. It is always one JSON document."
    ),
)
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    help=mark("Only the rows of this table."),
)
@options.common
def command(table: str | None) -> None:
    """Print a schema."""
    entity = TABLES[table] if table else Scenario
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **entity.model_json_schema(by_alias=True),
    }
    click.echo(json.dumps(schema, ensure_ascii=False, indent=1))
