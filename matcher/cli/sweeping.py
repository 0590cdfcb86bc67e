"""The course of a sweep: what is kept, what is open, and how each cell ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from matcher import verbs
from matcher.cli.failures import failure_document
from matcher.cli.several import attempted
from matcher.cli.sweep_progress import Telling, telling
from matcher.errors import (
    AuditError,
    InterruptedSolveError,
    MatcherError,
    OutputLockedError,
)
from matcher.extras import LostError
from matcher.language import is_traditional, mark
from matcher.plan.files import write_whole
from matcher.pool import Lost, Pool
from matcher.record import origin
from matcher.sweep import TABLE, Cell, Inputs, Keeping, Made, Order, State
from matcher.sweep.planning import BOOK, PAGE, PLAN, RUN, packed, planned, versions
from matcher.sweep.table import COLUMNS, table

if TYPE_CHECKING:
    import threading
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matcher.cli.face import Face
    from matcher.language import Language
    from matcher.scenario.reading import Reading
    from matcher.sweep.table import Row


class _World:
    """What is needed of a scenario of the grid, whose rows may be very many."""

    def __init__(self, reading: Reading) -> None:
        self.packed = packed(reading.scenario)
        self.fingerprint = reading.scenario.fingerprint
        self.seed = reading.scenario.seed
        self.language: Language = reading.scenario.language
        self.files = reading.files


class Sweep:
    """
    A grid with what has ended of it.

    Parameters
    ----------
    cells
        The grid.
    folder
        Where everything goes.
    asked
        Time limit and threads of each cell.
    report
        Whether each plan gets a report.
    face
        How to speak.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        folder: Path,
        asked: Mapping[str, Any],
        *,
        report: bool,
        face: Face,
    ) -> None:
        self.folder = folder
        self._cells, self._asked, self._report, self._face = cells, asked, report, face
        self._keeping = Keeping(folder)
        sources = dict.fromkeys(each.source for each in cells)
        self._worlds = {each: self._world(each) for each in sources}
        names = (PLAN, RUN, *((PAGE, BOOK) if report else ()))
        states = {
            each: self._keeping.state(each, self._inputs(each), names) for each in cells
        }
        self._rows: dict[Cell, Row] = {
            each: self._keeping.row(each)
            for each in cells
            if states[each] is State.ENDED
        }
        self.others = [each for each in cells if states[each] is State.OTHER]

    def _world(self, source: tuple[Path, ...]) -> _World | MatcherError:
        read = partial(verbs.read, source[0], source[1:])
        return attempted(source, self._face, lambda: _World(read()))

    def _inputs(self, cell: Cell) -> Inputs:
        world, seed, fingerprint = self._worlds[cell.source], cell.seed, None
        if isinstance(world, _World):
            fingerprint = world.fingerprint
            seed = world.seed if seed is None else seed
        return Inputs(fingerprint, {**self._asked, "seed": seed}, versions())

    @property
    def open(self) -> list[Cell]:
        """The cells that have not ended."""
        return [each for each in self._cells if each not in self._rows]

    def begin(self) -> None:
        """Write what can be known before anything is planned."""
        self._keeping.begin(self._cells)
        if self._rows and self._face.verbosity >= 0:
            text = mark("{kept} of {count} cells are there already.")
            count = len(self._cells)
            self._face.tell(
                self._face.translate(text, kept=len(self._rows), count=count)
            )
        for cell in self.open:
            world = self._worlds[cell.source]
            if isinstance(world, MatcherError):
                self._fail(cell, world)
        self._tabulate()

    def run(self, pool: Pool[Any], stop: threading.Event) -> None:
        """
        Plan the open cells; what has ended is kept at once.

        Parameters
        ----------
        pool
            Who plans.
        stop
            Set by somebody who wants no more.
        """
        cells = {each.folder: each for each in self.open}
        with telling(self._face, len(self._cells), len(self._rows)) as news:
            ends = pool.map(
                planned,
                map(self._order, cells.values()),
                stop=stop,
                again=lambda order: news.again(order.folder),
            )
            for order, end in ends:
                self._end(cells[order.folder], end, news)
        # By now nobody may hold the table open.
        self._tabulate(last=True)

    def _order(self, cell: Cell) -> Order:
        world = self._worlds[cell.source]
        assert isinstance(world, _World)  # noqa: S101 -- the others have ended
        both = self._report and self._face.both
        inputs, folder = self._inputs(cell), self.folder / cell.folder
        one = self._face.asked or world.language
        return Order(
            cell.folder,
            world.packed,
            origin(cell.source, world.files, folder),
            inputs.parameters,
            ("zh", "en") if both else (one,) if self._report else (),
            inputs.versions,
            traditional=is_traditional(),
        )

    def _end(self, cell: Cell, end: Made | Lost, news: Telling) -> None:
        failure = LostError(end.tries) if isinstance(end, Lost) else end.failure
        if failure is not None:
            self._fail(cell, failure)
        else:
            assert isinstance(end, Made)  # noqa: S101 -- else it had failed
            self._keeping.put(cell, end.files)
            self._rows[cell] = self._keeping.row(cell)
        self._tabulate()
        news.ended(self._rows[cell])
        if failure is not None and self._face.debug:
            for note in getattr(failure, "__notes__", ()):
                self._face.tell(note)

    def _fail(self, cell: Cell, failure: MatcherError) -> None:
        document = dict(failure_document(failure, self._face.language))
        if isinstance(failure, AuditError):
            document |= failure.facts
        self._keeping.put_failure(cell, self._inputs(cell), document)
        self._rows[cell] = self._keeping.row(cell)

    def _tabulate(self, *, last: bool = False) -> None:
        rows = [self._rows[each] for each in self._cells if each in self._rows]
        try:
            write_whole(self.folder / TABLE, table(rows), force=True)
        except OutputLockedError:
            # Somebody looks at it. What has ended is safe in its folders.
            if last:
                raise

    def statuses(self) -> list[int]:
        """Return the exit status of each cell."""
        return [each["exit_status"] for each in self._entries()]

    def document(self) -> Mapping[str, object]:
        """Return for programs how each cell ended."""
        return {"table": str(self.folder / TABLE), "cells": self._entries()}

    def _entries(self) -> list[dict[str, Any]]:
        return [
            {
                name: value
                for name, value in (self._rows.get(each) or _stopped(each)).items()
                if name in COLUMNS
            }
            for each in self._cells
        ]


def _stopped(cell: Cell) -> Row:
    """Return the row of a cell that was not planned because somebody stopped."""
    return {
        "cell": cell.folder,
        "error": InterruptedSolveError.slug,
        "exit_status": InterruptedSolveError.exit_status,
    }
