"""
Run the study: measure, and store figures with the command that made them.

``python -m benchmarks.run`` measures everything; names of sub-studies restrict it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from benchmarks.growth.page import section as growth
from benchmarks.instances.store import section as instances
from benchmarks.machine import ROOT, this_machine
from benchmarks.page import newest, page
from benchmarks.peers.page import section
from benchmarks.records import Result
from benchmarks.studies import FULL, QUICK, STUDIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RESULTS = ROOT / "benchmarks" / "results"
STUDIED = ROOT / "benchmarks" / "studies"
TRIALS = ROOT / "out" / "benchmarks"
PAGE = ROOT / "docs" / "benchmarks.md"


@click.command()
@click.argument("studies", nargs=-1, type=click.Choice(list(STUDIES)))
@click.option("--quick", is_flag=True, help="Try it with tiny sizes, into out/.")
@click.option("--docs", is_flag=True, help="Only write the page of the newest figures.")
def main(studies: tuple[str, ...], *, quick: bool, docs: bool) -> None:
    """Run the named STUDIES, or all of them."""
    if docs:
        text = page(*newest(RESULTS))
        text += growth(STUDIED) + section(STUDIED) + instances(STUDIED)
        PAGE.write_text(text, encoding="utf-8")
        return
    _run(studies or tuple(STUDIES), TRIALS if quick else RESULTS, quick=quick)


def _run(studies: Iterable[str], folder: Path, *, quick: bool) -> None:
    began = datetime.now(UTC).replace(microsecond=0)
    result = Result(
        began=began,
        command=" ".join(("python -m benchmarks.run", *sys.argv[1:])),
        machine=this_machine(),
    )
    path = folder / f"{began:%Y-%m-%d-%H%M}.json"
    for name in studies:
        print(f"{datetime.now(UTC):%H:%M:%S} {name}", flush=True)
        measured = STUDIES[name](QUICK if quick else FULL)
        result = result.model_copy(update={name: measured})
        # After each sub-study, so that a later failure costs only its own figures.
        _store(result, path)
    print(path.with_suffix(".md").read_text(encoding="utf-8"))


def _store(result: Result, path: Path) -> None:
    """Write the result as JSON and, beside it, as tables."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = result.model_dump_json(indent=1, exclude_none=True)
    path.write_text(text + "\n", encoding="utf-8")
    path.with_suffix(".md").write_text(page(result, path), encoding="utf-8")


if __name__ == "__main__":
    main()
