"""``matcher schema``: the JSON Schema of scenarios, of one table or of mappings."""

from __future__ import annotations

import json

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.importing import mapping_schema
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
@click.option(
    "--mapping",
    is_flag=True,
    help=mark("The schema of mapping files for matcher import instead."),
)
@options.common
def command(table: str | None, *, mapping: bool) -> None:
    """Print a schema."""
    if mapping and table:
        raise click.UsageError(
            this_face().translate(mark("Use either --table or --mapping."))
        )
    schema = mapping_schema() if mapping else json_schema(table)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=1))
