"""``matcher schema``: the JSON Schema of scenarios or of one table."""

from __future__ import annotations

import json

import click

from matcher.cli import options
from matcher.language import mark
from matcher.scenario import TABLES
from matcher.scenario.schema import json_schema


@click.command(
    "schema",
    help=mark(
        "Print the JSON Schema of a scenario: the keys of scenario.yaml and every "
        "table with its columns, kinds of value, limits and meanings. An editor can "
        "check scenario.yaml against it. The output is always one JSON document."
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
    click.echo(json.dumps(json_schema(table), ensure_ascii=False, indent=1))
