"""Where outputs go, claimed before anything is computed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from matcher.cli.face import this_face
from matcher.language import mark
from matcher.plan.files import refuse_existing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PLAN = "plan.json"
REPORT = "report.html"
WORKBOOK = "report.xlsx"
RUN = "run.json"

_CALLED = {PLAN: "plan", REPORT: "report", WORKBOOK: "workbook", RUN: "run"}


def claim(
    folder: Path, names: Iterable[str], *, force: bool, inputs: Iterable[Path] = ()
) -> None:
    """
    Raise an error now if the outputs could not be written later.

    Parameters
    ----------
    folder
        Where they go.
    names
        Their file names.
    force
        Whether files that are already there may be replaced.
    inputs
        What is read; it is never replaced.

    Raises
    ------
    matcher.errors.OutputError
        If one is already there.
    click.UsageError
        If the folder cannot be made or written to, or an input would be replaced.
    """
    nearest = folder.absolute()
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise click.UsageError(
            this_face().translate(mark("{path} cannot be written to."), path=nearest)
        )
    outputs = [folder / name for name in names]
    refuse_existing(outputs, force=force)
    read = {path.resolve() for path in inputs}
    for path in outputs:
        if path.resolve() in read:
            text = mark("{path} is read: choose another folder for the outputs.")
            raise click.UsageError(this_face().translate(text, path=path))


def written(files: Iterable[Path]) -> dict[str, str]:
    """Return where each output went, by what programs call it."""
    return {_CALLED[path.name]: str(path) for path in files}
