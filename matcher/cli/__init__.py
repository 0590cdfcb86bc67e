"""
The command line: thin commands that read, call, render and exit.

Nothing heavy is imported before a command is chosen.
"""

from __future__ import annotations

import click

from matcher._version import __version__
from matcher.cli import options
from matcher.cli.lazy import LazyGroup
from matcher.language import mark

COMMANDS = {
    "new": mark("Make a new scenario to start from, as a folder or a workbook."),
    "vocab": mark("List and search areas, titles, specialties and their names."),
    "import": mark("Read an office's own lists by a mapping of their columns."),
    "convert": mark("Turn a folder into a workbook, or a workbook into a folder."),
    "check": mark("Tell every problem of a scenario and where supply falls short."),
    "diff": mark("Tell how two scenarios differ."),
    "rules": mark("List every rule and goal with its values and where they stand."),
    "solve": mark("Find the best plan, prove it, audit it and report it."),
    "sweep": mark("Plan a grid of variants, policies and seeds, here or on Ray."),
    "compare": mark("Set plans side by side, the worst-off areas and people first."),
    "audit": mark("Judge a plan against its scenario, independently of the solver."),
    "report": mark("Write the report of a plan."),
    "explain": mark("Explain a plan to each person and each host."),
    "letters": mark("Write the letters of a plan as Word documents."),
    "calendar": mark("Write calendars of a plan for hosts and people."),
    "schema": mark("Print the JSON Schema of scenarios or of one table."),
}
"""The line of each command in the help, in the order of work."""


@click.group(
    cls=LazyGroup,
    name="matcher",
    commands_by_name=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=mark("Proven-optimal, explained plans for talent exchange between cities."),
    epilog=mark("matcher COMMAND --help tells more about a command."),
)
@click.version_option(__version__, help=mark("Show the version and exit."))
@options.debug
@options.language
def main() -> None:
    """Run the command line."""
