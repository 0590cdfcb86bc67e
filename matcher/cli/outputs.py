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
RUN = "run.json"


def claim(folder: Path, names: Iterable[str], *, force: bool) -> None:
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

    Raises
    ------
    matcher.errors.OutputError
        If one is already there.
    click.UsageError
        If the folder cannot be made or written to.
    """
    nearest = folder.absolute()
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise click.UsageError(
            this_face().translate(mark("{path} cannot be written to."), path=nearest)
        )
    refuse_existing([folder / name for name in names], force=force)
