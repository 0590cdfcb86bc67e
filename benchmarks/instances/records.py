"""What the study of public instances leaves behind."""

from __future__ import annotations

from typing import Literal

from benchmarks.records import Record
from benchmarks.shelf import Dated

CLOSE = 1e-4
"""Objectives that differ by less are equal: affinities are rounded for the solver."""


class Known(Record):
    """An instance, and what is known of it."""

    set: str
    """The set it is from."""
    file: str
    """Its file in the folder of the data."""
    size: str
    """How large it is, in words."""
    sense: Literal["min", "max"]
    """Whether less or more is better."""
    objective: str
    """What is counted."""
    best: float
    """The best value known."""
    status: str
    """Whether that is proven optimal."""


class Row(Record):
    """An instance with what came out."""

    known: Known
    """The instance."""
    limit: float
    """Seconds that the solver was given."""
    ours: float | None = None
    """The instance's objective, recomputed from the assignments."""
    bound: float | None = None
    """What our proofs say that no solution is better than."""
    proven: bool = False
    """Whether every rung is proven."""
    seconds: float = 0.0
    """Wall time of the whole process."""
    solving: float = 0.0
    """Of it the rungs."""
    peak_mb: int = 0
    """The most memory that the process ever held."""
    fault: str = ""
    """What went wrong, if anything did."""

    @property
    def verdict(self) -> str:
        """How ours compares with the best value known."""
        if self.ours is None:
            return "none"
        ahead = self.known.best - self.ours
        if self.known.sense == "max":
            ahead = -ahead
        if abs(ahead) < CLOSE:
            return "equal"
        return "better" if ahead > 0 else "worse"


class Study(Dated):
    """All rows so far."""

    rows: tuple[Row, ...] = ()
    """In the order of the sets."""
