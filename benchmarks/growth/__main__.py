"""
How time grows with the size of a year, from the two cities to a nation.

``python -m benchmarks.growth`` solves years of five sizes and writes a folder in
``benchmarks/studies`` with a table and a plot. Each run is stored when it ends, and a
run that is stored is not run again, so a study can be stopped and gone on with.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.growth.page import store, summary
from benchmarks.growth.records import SIZES, Study
from benchmarks.growth.solving import solved
from benchmarks.shelf import STUDIES, begun, called


@click.command()
@click.option("--size", "sizes", multiple=True, type=click.Choice(SIZES))
@click.option("--limit", default=600.0, show_default=True, help="Seconds of a run.")
@click.option("--study", "name", help="Folder in benchmarks/studies to go on with.")
@click.option("--into", type=click.Path(path_type=Path), help="Another folder.")
@click.option("--pages", is_flag=True, help="Only write the table and the plot.")
def main(
    sizes: tuple[str, ...],
    limit: float,
    *,
    name: str | None,
    into: Path | None,
    pages: bool,
) -> None:
    """Solve years of growing size, all of them or those of each --size."""
    now = datetime.now(UTC).replace(microsecond=0)
    folder = into or STUDIES / (name or f"{now:%Y-%m-%d}-growth")
    study = begun(Study, folder, now)
    if not pages:
        words = ("python -m benchmarks.growth", *sys.argv[1:])
        study = called(study, " ".join(words))
    for size in () if pages else sizes or SIZES:
        if not study.has(size, limit):
            study = study.with_run(solved(size, limit))
            store(study, folder)
            print(summary(study), flush=True)
    store(study, folder)


if __name__ == "__main__":
    main()
