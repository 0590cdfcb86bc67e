"""What a study of the peers leaves behind: frozen records that are stored as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from benchmarks.peers.contest import Ending  # noqa: TC001 -- pydantic looks it up
from benchmarks.peers.environments import PEERS
from benchmarks.records import Record
from benchmarks.shelf import Dated

if TYPE_CHECKING:
    from collections.abc import Iterable

OURS = "ours"
CLOSED = 1e-4
"""A proven gap of at most this share counts as closed."""


class Instance(Record):
    """A scenario in one piece that was solved."""

    people: int
    """How many people it has."""
    seed: int
    """Seed of the draw."""
    posts: int
    """How many posts it has."""
    seats: int
    """How many people they want."""
    pairs: int
    """How many pairs of person and post are eligible."""


class Step(Record):
    """What was known at some moment of our run."""

    seconds: float
    """Since the start of the process."""
    best: int | None
    """Value of the best plan so far."""
    bound: int | None
    """Proven bound so far."""


class Run(Record):
    """One solve of one instance."""

    peer: str
    """Who solved it."""
    people: int
    """The instance's people."""
    seed: int
    """The instance's seed."""
    limit: float
    """Seconds that it was given, the whole process."""
    load: float
    """Average number of busy processes in the minute before."""
    ending: Ending
    """How the process ended."""
    seconds: float
    """Wall time of the whole process."""
    peak_mb: int
    """The most memory that it held."""
    solver: str = ""
    """The solver and its version, as the peer tells it."""
    objective: int | None = None
    """Worth of its plan, added up by our judge; None without a plan."""
    filled: int = 0
    """How many seats the plan fills."""
    broken: dict[str, int] = Field(default_factory=dict)
    """What the plan breaks, by our judge."""
    bound: float | None = None
    """What it proved that no plan exceeds."""
    closed: float | None = None
    """Seconds until its proven gap was at most 0.01 %; None if it never was."""
    steps: tuple[Step, ...] = ()
    """How our own run went; peers do not tell."""
    said: str = ""
    """The last line that a failed process wrote."""

    @property
    def plan(self) -> int | None:
        """Worth of the plan if it breaks nothing and there is somebody in it."""
        return None if self.broken or not self.filled else self.objective

    @property
    def gap(self) -> float | None:
        """What is between plan and bound, as a share of the bound."""
        return gap(self.plan, self.bound)


def gap(best: float | None, bound: float | None) -> float | None:
    """
    Return what is between a plan and a bound as a share of the bound.

    Parameters
    ----------
    best, bound
        Their values; None where there is none.
    """
    if best is None or bound is None or bound <= 0:
        return None
    return max(0.0, bound - best) / bound


def until(steps: Iterable[Step], share: float) -> float | None:
    """
    Return the seconds until the proven gap was small enough, if it ever was.

    Parameters
    ----------
    steps
        How a run went.
    share
        The gap that is small enough.
    """
    for step in steps:
        known = gap(step.best, step.bound)
        if known is not None and known <= share:
            return step.seconds
    return None


class Study(Dated):
    """Ours and the peers on the same instances."""

    packages: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """What each peer's environment held."""
    java: str = ""
    """The Java that ran Timefold."""
    instances: tuple[Instance, ...] = ()
    """What was solved."""
    runs: tuple[Run, ...] = ()
    """Every run; a repeated one takes the place of the one before."""

    def find(self, peer: str, people: int, seed: int) -> Run | None:
        """Return the run of a peer on an instance."""
        for each in self.runs:
            if (each.peer, each.people, each.seed) == (peer, people, seed):
                return each
        return None

    def with_run(self, run: Run) -> Study:
        """Return the study with a run, in place of one of the same instance."""
        key = (run.peer, run.people, run.seed)
        kept = [
            each for each in self.runs if (each.peer, each.people, each.seed) != key
        ]
        return self.model_copy(update={"runs": (*kept, run)})

    @property
    def sizes(self) -> list[int]:
        """How many people the instances have, ascending."""
        return sorted({each.people for each in self.runs})

    @property
    def names(self) -> list[str]:
        """Who was run, ours first."""
        found = {each.peer for each in self.runs}
        known = [each for each in (OURS, *PEERS) if each in found]
        return [*known, *sorted(found.difference(known))]

    def seeds(self, people: int) -> list[int]:
        """Return the seeds of a size."""
        return sorted({each.seed for each in self.runs if each.people == people})

    def size(self, people: int, seed: int) -> Instance:
        """Return an instance."""
        return next(
            each
            for each in self.instances
            if (each.people, each.seed) == (people, seed)
        )

    def of(self, peer: str, people: int) -> list[Run]:
        """Return the runs of a peer on a size."""
        return [
            each for each in self.runs if (each.peer, each.people) == (peer, people)
        ]

    def ceiling(self, people: int, seed: int) -> float | None:
        """Return the best bound that anybody proved on an instance."""
        return min(
            (
                each.bound
                for each in self.runs
                if (each.people, each.seed) == (people, seed) and each.bound is not None
            ),
            default=None,
        )

    def short(self, run: Run) -> float | None:
        """Return what a plan lacks of the best bound, as a share."""
        return gap(run.plan, self.ceiling(run.people, run.seed))

    def ratio(self, run: Run) -> float | None:
        """Return the worth of a plan as a share of ours."""
        ours = self.find(OURS, run.people, run.seed)
        if ours is None or ours.plan is None or run.plan is None:
            return None
        return run.plan / ours.plan
