"""What a study of growth leaves behind: frozen records that are stored as JSON."""

from __future__ import annotations

from benchmarks.peers.contest import Ending  # noqa: TC001 -- pydantic looks it up
from benchmarks.records import Record, Rung
from benchmarks.shelf import Dated

SIZES = ("S", "M", "L/9", "L/3", "L")
"""Ascending; a part of size L has all its pairs of provinces."""


class Until(Record):
    """Seconds since the start of the process; None if it was never so."""

    close: float | None
    """Until the gap of a goal, of all its rungs together, was at most 0.5 %."""
    proven: float | None
    """Until it was 0."""


class Run(Record):
    """A year of one size, solved by ``matcher solve``."""

    size: str
    """Its name."""
    limit: float
    """Seconds that the solver was given."""
    commands: tuple[str, ...]
    """What was run, in this order; only the last is measured."""
    load: float
    """Average number of busy processes in the minute before."""
    people: int
    """How many people the year has."""
    needs: int
    """How many needs it has."""
    ending: Ending
    """How the process ended."""
    seconds: float
    """Wall time of the whole process."""
    peak_mb: int
    """The most memory that it ever held."""
    candidates: int = 0
    """How many candidates there are."""
    first: float | None = None
    """Seconds until there was a plan that sends anybody."""
    agreement: Until = Until(close=None, proven=None)
    """When that goal was how far."""
    coverage: Until = Until(close=None, proven=None)
    """When that goal was how far."""
    rungs: tuple[Rung, ...] = ()
    """From the first to the last."""
    said: str = ""
    """The last line that a failed process wrote."""

    @property
    def widest(self) -> float | None:
        """The largest gap above the tie-break; None without a plan."""
        above = [each.gap for each in self.rungs if each.goal != "tie-break"]
        return max(above, default=None)


class Study(Dated):
    """All runs so far."""

    runs: tuple[Run, ...] = ()
    """One for each size, ascending."""

    def has(self, size: str, limit: float) -> bool:
        """Say whether a run is stored that ended well and had the same limit."""
        asked = size, limit, "finished"
        return asked in {(each.size, each.limit, each.ending) for each in self.runs}

    def with_run(self, run: Run) -> Study:
        """Return the study with a run, in place of one of the same size."""
        found = {each.size: each for each in (*self.runs, run)}
        runs = tuple(found[size] for size in SIZES if size in found)
        return self.model_copy(update={"runs": runs})
