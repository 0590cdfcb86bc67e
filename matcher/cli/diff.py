"""``matcher diff``: how two scenarios differ, as a planner would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matcher.cli import options
from matcher.cli.face import this_face
from matcher.comparison import Change, Sentences, counts, scenario_changes
from matcher.errors import GateError
from matcher.language import mark
from matcher.report.words import Words
from matcher.scenario.reading import read_scenario
from matcher.timeline import Window

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matcher.scenario import Scenario


@click.command(
    "diff",
    help=mark(
        "Tell how the scenario B differs from the scenario A: settings first, then "
        "row by row what was added, removed and changed. Each is a folder, a workbook "
        "or an overlay, which is compared with its base laid beneath it. --overlay is "
        "put on top of B."
    ),
)
@click.argument("before", metavar="A", type=options.EXISTING)
@click.argument("after", metavar="B", type=options.EXISTING)
@click.option(
    "--fail-on",
    type=click.Choice(["change"]),
    help=mark("Exit status 5 if there is any difference."),
)
@options.overlays
@options.as_json
@options.common
def command(
    before: Path, after: Path, overlays: tuple[Path, ...], fail_on: str | None
) -> None:
    """Tell two scenarios apart."""
    face = this_face()
    old, new = read_named(before), read_named(after, overlays)
    changes = scenario_changes(old, new)
    sentences = Sentences(Words(old, face.language), Words(new, face.language))
    if face.as_json:
        face.emit("diff", diff_document(changes, sentences, old, new))
    else:
        for line in diff_lines(changes, sentences):
            click.echo(line)
    if fail_on and changes:
        raise GateError(
            mark("Gate tripped: the scenarios differ in {count} row(s) or setting(s)."),
            count=len(changes),
        )


def read_named(path: Path, overlays: Sequence[Path] = ()) -> Scenario:
    """
    Return one of several scenarios, and say which one it is if it has faults.

    Parameters
    ----------
    path
        A folder or a workbook.
    overlays
        What is put on top of it.
    """
    with this_face().naming(path, *overlays):
        return read_scenario(path, overlays)


def diff_lines(changes: Sequence[Change], sentences: Sentences) -> list[str]:
    """
    Return the sentences table by table, and how much changed in all.

    Parameters
    ----------
    changes
        What differs.
    sentences
        The words for it.
    """
    say = sentences.after.say
    if not changes:
        return [say(mark("No difference."))]
    lines = []
    for title, told in sentences.groups(changes):
        lines += [title, *(f"  {sentence}" for sentence in told), ""]
    total = sentences.total(changes)
    return [*lines, say(mark("Altogether: {total}"), total=total)]


def diff_document(
    changes: Sequence[Change], sentences: Sentences, old: Scenario, new: Scenario
) -> Mapping[str, object]:
    """
    Return what differs, for a program.

    Parameters
    ----------
    changes
        What differs.
    sentences
        The words for it.
    old
        The first scenario.
    new
        The second one.
    """
    return {
        "equal": not changes,
        "before": {"scenario": old.name, "fingerprint": old.fingerprint},
        "after": {"scenario": new.name, "fingerprint": new.fingerprint},
        "counts": {table or "settings": n for table, n in counts(changes).items()},
        "changes": [change_document(each) for each in changes],
        "sentences": [line for _, told in sentences.groups(changes) for line in told],
    }


def change_document(change: Change) -> Mapping[str, object]:
    """
    Return one change, for a program.

    Parameters
    ----------
    change
        A row or setting that is not the same.
    """
    return {
        "table": change.table or "settings",
        "key": change.key,
        "kind": change.kind,
        "follows": change.follows,
        "cells": [
            {
                "column": each.column,
                "before": _plain(each.before),
                "after": _plain(each.after),
            }
            for each in change.cells
        ],
    }


def _plain(value: object) -> object:
    """Return the value as JSON holds it; days and windows as planners write them."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Window) else value
