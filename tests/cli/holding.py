"""Planning that is held up at one cell until somebody kills the process it is in."""

from __future__ import annotations

import csv
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from killing import until

from matcher.cli import main, sweeping
from matcher.sweep.planning import planned

if TYPE_CHECKING:
    from matcher.sweep import Made, Order


@dataclass(frozen=True)
class Held:
    """
    Plans cells; at one of them, the first time, it waits for its end.

    Parameters
    ----------
    folder
        Gets a file that names the process that waits.
    cell
        The name of the cell.
    """

    folder: Path
    cell: str

    @property
    def path(self) -> Path:
        """Where the process that waits is named."""
        return self.folder / "pid"

    def __call__(self, order: Order) -> Made:
        """Plan a cell, or wait."""
        if order.folder == self.cell and not self.path.exists():
            staged = self.folder / "staged"
            staged.write_text(str(os.getpid()), encoding="utf-8")
            staged.rename(self.path)
            threading.Event().wait()
        return planned(order)

    def pid(self) -> int:
        """Return the process that waits, once it does."""
        assert until(self.path.exists)
        return int(self.path.read_text(encoding="utf-8"))


def plans(out: Path) -> dict[str, bytes]:
    """Return the plan files of a sweep by the names of their cells."""
    return {path.parent.name: path.read_bytes() for path in out.glob("*/plan.json")}


def rows(out: Path) -> list[dict[str, str]]:
    """Return the table of a sweep without the times, which no two runs share."""
    text = (out / "sweep.csv").read_text("utf-8-sig")
    found = list(csv.DictReader(text.splitlines()))
    for row in found:
        del row["seconds"]
    return found


if __name__ == "__main__":
    # A driver of its own, to be killed: the folder, the cell, and a command line.
    vars(sweeping)["planned"] = Held(Path(sys.argv[1]), sys.argv[2])
    main(sys.argv[3:])
