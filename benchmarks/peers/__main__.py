"""
Solve the same instances by ours and by the peers, and keep what came out.

``python -m benchmarks.peers`` runs everything. Each run is stored when it ends, and a
run that is stored is not run again, so a study can be stopped and gone on with.
"""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.peers.environments import PEERS
from benchmarks.peers.page import write_pages
from benchmarks.peers.records import OURS, Run
from benchmarks.peers.store import Store
from benchmarks.peers.study import Task, prepare, run
from benchmarks.shelf import STUDIES

NAMES = (OURS, *PEERS)
LIMITS = {100: 30.0, 1_000: 120.0, 10_000: 120.0}
"""Seconds for each size, if nobody says otherwise."""


class _Numbers(click.ParamType[tuple[int, ...]]):
    """Whole numbers with commas between them."""

    name = "N,N,..."

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, ...]:
        """Return the numbers."""
        if isinstance(value, tuple):
            return value
        try:
            return tuple(int(each) for each in str(value).split(","))
        except ValueError:
            self.fail(f"{value} is not a list of whole numbers", param, ctx)


@click.command()
@click.option("--sizes", type=_Numbers(), default="100,1000,10000", show_default=True)
@click.option("--seeds", type=_Numbers(), default="1,2,3", show_default=True)
@click.option("--limit", type=float, help="Seconds a run, else by size.")
@click.option("--ours-limit", type=float, help="Seconds of our search, else the limit.")
@click.option("--grace", type=float, default=60, show_default=True)
@click.option("--only", help=f"Some of {','.join(NAMES)}.")
@click.option("--again", is_flag=True, help="Run what is stored already, too.")
@click.option("--study", "name", help="Folder in benchmarks/studies to go on with.")
@click.option("--into", type=click.Path(path_type=Path), help="Another folder.")
@click.option("--pages", is_flag=True, help="Only write the study's tables and plots.")
def main(
    *,
    sizes: tuple[int, ...],
    seeds: tuple[int, ...],
    limit: float | None,
    ours_limit: float | None,
    grace: float,
    only: str | None,
    again: bool,
    name: str | None,
    into: Path | None,
    pages: bool,
) -> None:
    """Run ours and the peers side by side."""
    began = datetime.now(UTC).replace(microsecond=0)
    folder = into or STUDIES / (name or f"{began:%Y-%m-%d}-peers")
    store = Store(folder, began)
    if not pages:
        wanted = tuple(only.split(",")) if only else NAMES
        if unknown := set(wanted) - set(NAMES):
            raise click.UsageError(f"nobody is called {', '.join(sorted(unknown))}")
        tasks = [
            Task(who, people, seed, _limit(who, people, limit, ours_limit), grace)
            for people in sizes
            for seed in seeds
            for who in wanted
        ]
        _run(store, tasks, again=again)
    write_pages(store.study, folder)
    print(folder / "README.md")


def _limit(
    who: str, people: int, limit: float | None, ours_limit: float | None
) -> float:
    if who == OURS and ours_limit is not None:
        return ours_limit
    return LIMITS[people] if limit is None else limit


def _run(store: Store, tasks: list[Task], *, again: bool) -> None:
    """Run what is not stored yet, the instances one after the other."""
    if any(each.peer == "timefold" for each in tasks) and not shutil.which("javac"):
        raise click.ClickException("timefold needs a JDK: install one, or use --only")
    store.open(" ".join(("python -m benchmarks.peers", *sys.argv[1:])))
    ready: set[Path] = set()
    for task in tasks:
        if not again and store.has(task):
            continue
        if task.scenario not in ready:
            store.add_instance(prepare(task))
            ready.add(task.scenario)
        done = run(task)
        store.add(done)
        print(_line(done), flush=True)


def _line(done: Run) -> str:
    gap = "" if done.gap is None else f", gap {done.gap:.4%}"
    return (
        f"{datetime.now(UTC):%H:%M:%S} {done.people} people, seed {done.seed}, "
        f"{done.peer}: {done.plan}{gap}, {done.seconds:.1f} s, {done.peak_mb} MB, "
        f"{done.ending} {done.said}"
    )


if __name__ == "__main__":
    main()
