"""What a study leaves behind: frozen records that are stored as JSON."""

from __future__ import annotations

from datetime import datetime
from statistics import median

from pydantic import BaseModel, ConfigDict

from matcher.plan import RungProof, Status


class Record(BaseModel):
    """A frozen part of a result; unknown fields are errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True
    )


class Machine(Record):
    """Where and with what a study was run."""

    processor: str
    """Its name, as the system tells it."""
    cores: int
    """Cores that the study may use."""
    memory_gb: float
    """Memory of the machine."""
    system: str
    """Operating system and architecture."""
    load: float
    """Average number of busy processes in the minute before the study began."""
    python: str
    """Version of Python."""
    ortools: str
    """Version of the engine."""
    matcher: str
    """Version of matcher."""
    commit: str
    """The commit, and whether its files had been changed."""


class Timing(Record):
    """A short command, run several times."""

    command: str
    """What was run."""
    seconds: tuple[float, ...]
    """Wall time of each run, the whole process."""

    @property
    def median(self) -> float:
        """The wall time in the middle."""
        return median(self.seconds)


class Reading(Timing):
    """A command that reads many rows, run several times."""

    peak_mb: int
    """The most memory that any of the runs ever held."""


class Load(Record):
    """Copies of an invented year, read from a folder and from a workbook."""

    made: str
    """The command that wrote them; it is not measured."""
    people: int
    """How many people they have."""
    needs: int
    """How many needs they have."""
    folder: Reading
    """The check of the folder."""
    workbook: Reading
    """The check of the workbook."""


class Rung(RungProof):
    """A rung's proof with the time it took."""

    seconds: float
    """Time spent on the rung."""


class Solve(Record):
    """One run of the solver."""

    seconds: float
    """Wall time."""
    peak_mb: int
    """The most memory that the process ever held."""
    rungs: tuple[Rung, ...]
    """From the first to the last."""

    @property
    def proven(self) -> int:
        """How many rungs are proven optimal."""
        return sum(each.status is Status.OPTIMAL for each in self.rungs)


class Process(Solve):
    """One run of ``matcher solve``; its wall time is that of the whole process."""

    assignments: int
    """How many the plan has."""
    digest: str
    """SHA-256 of the plan's file."""


class Year(Record):
    """The year of the two cities, solved several times until everything is proven."""

    command: str
    """What was run."""
    runs: tuple[Process, ...]
    """One each."""

    @property
    def typical(self) -> Process:
        """The run with the median wall time, the slower of two."""
        return sorted(self.runs, key=lambda each: each.seconds)[len(self.runs) // 2]


class Invented(Record):
    """A generated scenario."""

    people: int
    """How many people it has."""
    seats: int
    """The sum of its needs' least headcounts."""
    seed: int
    """Seed of the draw."""
    time_limit: int
    """Seconds that the solver was given."""


class Large(Invented):
    """A large scenario, written as a folder and solved within the time limit."""

    commands: tuple[str, ...]
    """What was run, in this order; only the last is measured."""
    run: Process
    """What came out."""

    @property
    def coverage(self) -> tuple[int, int]:
        """Sum of the values and sum of the bounds over the parts of coverage."""
        parts = [each for each in self.run.rungs if each.goal == "coverage"]
        return sum(each.best for each in parts), sum(each.bound for each in parts)

    @property
    def coverage_gap(self) -> float:
        """What of the sum of the bounds is missing, as a share."""
        best, bound = self.coverage
        return (bound - best) / bound if bound else 0.0


class Sized(Record):
    """An example year of a size, written as a folder and solved within a limit."""

    size: str
    """Its name, as ``matcher new --size`` takes it."""
    time_limit: int
    """Seconds that the solver was given."""
    commands: tuple[str, ...]
    """What was run, in this order; only the last is measured."""
    run: Process
    """What came out."""


class Climb(Solve):
    """One climb of the ladder, without reading, audit and report."""

    first_pieces: int
    """Models on the first rung."""
    last_pieces: int
    """Models on the last rung: some rungs make pieces one."""
    largest: int
    """Candidates of the largest model on the first rung."""


class Comparison(Invented):
    """A scenario solved in pieces, and as one model."""

    pieces: Climb
    """In pieces, as matcher does."""
    whole: Climb
    """As one model."""

    @property
    def settled(self) -> list[tuple[int, int]]:
        """Values, in pieces and whole, of the leading rungs that both proved."""
        found = []
        for one, other in zip(self.pieces.rungs, self.whole.rungs, strict=True):
            if Status.FEASIBLE in (one.status, other.status):
                break
            found.append((one.best, other.best))
        return found


class Result(Record):
    """Everything that one call of the study measured."""

    began: datetime
    """When, in universal time."""
    command: str
    """What was called."""
    machine: Machine
    """Where."""
    year: Year | None = None
    """The sub-study of the same name."""
    help: Timing | None = None
    """The sub-study of the same name."""
    check: Timing | None = None
    """The sub-study of the same name."""
    pair: Sized | None = None
    """The sub-study of the same name."""
    nation: Sized | None = None
    """The sub-study of the same name."""
    load: Load | None = None
    """The sub-study of the same name."""
    thousand: tuple[Large, ...] | None = None
    """The sub-study of the same name."""
    pieces: tuple[Comparison, ...] | None = None
    """The sub-study of the same name."""
