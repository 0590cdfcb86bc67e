"""
Run the study of public instances.

``python -m benchmarks.instances --data DIR`` solves the instances of a folder with
their manifest and stores a row after each; run again, it goes on where it stopped.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.instances.known import chosen, known
from benchmarks.instances.records import Study
from benchmarks.instances.sets import SETS
from benchmarks.instances.solving import solved
from benchmarks.instances.store import store, with_row
from benchmarks.shelf import STUDIES, begun, called

LIMITS = {
    "orlib_assign": 20.0,
    "midl": 60.0,
    "mznc/concert-hall-cap": 20.0,
    "mznc/roster-shifts-bool": 20.0,
    "mznc/roster-sickness": 60.0,
    "smptsp": 20.0,
    "mspsp": 15.0,
    "imopse_msrcpsp": 20.0,
}
"""Seconds that the solver is given for an instance of each set."""


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder of the instances, with MANIFEST.csv.",
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    type=click.Choice(list(SETS)),
    help="Only this set; may be given more than once.",
)
@click.option("--only", default="", help="A pattern that the file must match.")
@click.option("--limit", type=float, help="Seconds for every instance.")
@click.option("--all", "everything", is_flag=True, help="All of mspsp, not only *_00.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the study; one that is there is gone on with.",
)
def main(
    data: Path,
    sets: tuple[str, ...],
    only: str,
    limit: float | None,
    *,
    everything: bool,
    out: Path | None,
) -> None:
    """Solve the instances of a folder and set ours beside the known values."""
    now = datetime.now(UTC).replace(microsecond=0)
    folder = out or STUDIES / f"{now:%Y-%m-%d}-instances"
    study = begun(Study, folder, now)
    study = called(study, _command(sets, only, limit, everything=everything))
    wanted = chosen(known(data), sets, only, everything=everything)
    done = {(each.known, each.limit) for each in study.rows}
    for each in wanted:
        seconds = limit or LIMITS[each.set]
        if (each, seconds) in done:
            continue
        row = solved(each, data, seconds)
        study = with_row(study, row)
        store(study, folder)
        print(each.file, row.ours, row.verdict, row.fault, flush=True)


def _command(
    sets: tuple[str, ...], only: str, limit: float | None, *, everything: bool
) -> str:
    """Return what was called; where the data lie is nobody else's matter."""
    words = ["python -m benchmarks.instances --data DATA"]
    words += [f"--set {each}" for each in sets]
    words += [f"--only {only}"] if only else []
    words += [f"--limit {limit:g}"] if limit else []
    return " ".join([*words, "--all"] if everything else words)


if __name__ == "__main__":
    main()
