"""Progress of a sweep on standard error: a line per cell, and a bar at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

from matcher.cli.face import Face
from matcher.language import mark
from matcher.plan import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.sweep.table import Row

_STATUS = {
    Status.OPTIMAL: mark("proven optimal"),
    Status.FEASIBLE: mark("feasible"),
}


@dataclass
class Telling:
    """
    Tells of cells as they end.

    Parameters
    ----------
    face
        How to speak.
    count
        How many cells there are.
    done
        How many have ended.
    line
        Prints a line.
    step
        Moves the bar, if there is one.
    """

    face: Face
    count: int
    done: int
    line: Callable[[str], None]
    step: Callable[[], None]

    def ended(self, row: Row) -> None:
        """Tell how a cell ended."""
        self.done += 1
        said = row.get("message") or self.face.translate(
            mark("{status}, {posts} empty post(s), {seconds} s"),
            status=self.face.translate(_STATUS[Status(str(row["status"]))]),
            posts=row["empty_posts"],
            seconds=f"{row['seconds']:.1f}",
        )
        self.line(f"{self.done}/{self.count} {row['cell']}: {said}")
        self.step()

    def again(self, name: str) -> None:
        """Tell that a cell is planned once more."""
        text = mark("{cell}: the process that planned it ended; it is planned again.")
        self.line(self.face.translate(text, cell=name))


@contextmanager
def telling(face: Face, count: int, done: int) -> Iterator[Telling]:
    """
    Show the progress of a sweep while the block runs.

    Parameters
    ----------
    face
        How much to say, and how.
    count
        How many cells there are.
    done
        How many have ended.
    """

    def nothing(_line: str = "") -> None:
        """Say nothing."""

    if face.verbosity < 0:
        yield Telling(face, count, done, nothing, nothing)
    elif sys.stderr.isatty():
        console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        columns = BarColumn(bar_width=20), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=count, completed=done)
            step = partial(bar.advance, task)
            yield Telling(face, count, done, bar.console.print, step)
    else:
        yield Telling(face, count, done, face.tell, nothing)
