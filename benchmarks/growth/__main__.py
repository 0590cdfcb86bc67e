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

from benchmarks.growth.page import summary, write_pages
from benchmarks.growth.records import FIGURES, SIZES, Study
from benchmarks.growth.solving import solved
from benchmarks.machine import ROOT, this_machine

STUDIES = ROOT / "benchmarks" / "studies"


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
    study = _begun(folder, now)
    for size in () if pages else sizes or SIZES:
        if not study.has(size, limit):
            study = study.with_run(solved(size, limit))
            _store(study, folder)
            print(summary(study), flush=True)
    _store(study, folder)


def _begun(folder: Path, now: datetime) -> Study:
    path, call = folder / FIGURES, " ".join(sys.argv[1:])
    command = f"python -m benchmarks.growth {call}".rstrip()
    if not path.exists():
        return Study(began=now, commands=(command,), machine=this_machine())
    study = Study.model_validate_json(path.read_text(encoding="utf-8"))
    commands = tuple(dict.fromkeys((*study.commands, command)))
    return study.model_copy(update={"commands": commands})


def _store(study: Study, folder: Path) -> None:
    """Write figures aside, then put them in the place of the old; and the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{FIGURES}"
    aside.write_text(study.model_dump_json(indent=1) + "\n", encoding="utf-8")
    aside.replace(folder / FIGURES)
    write_pages(study, folder)


if __name__ == "__main__":
    main()
