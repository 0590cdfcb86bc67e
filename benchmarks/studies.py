"""The sub-studies: each runs commands and returns its record."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.processes import MATCHER, measure
from benchmarks.records import (
    Climb,
    Comparison,
    Invented,
    Large,
    Load,
    Process,
    Reading,
    Rung,
    Sized,
    Timing,
    Year,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True)
class Sizes:
    """
    How much the sub-studies do.

    Parameters
    ----------
    scenario
        The folder that ``year`` and ``check`` read.
    solves
        Runs of ``year``.
    starts
        Runs of ``help`` and of ``check``.
    pair, nation
        The size of each, and the seconds that the solver has.
    load
        People and seats of the year that ``load`` copies, and how many copies.
    thousand
        The scenarios of that sub-study.
    pieces
        The scenarios of that sub-study.
    """

    scenario: str
    solves: int
    starts: int
    pair: tuple[str, int]
    nation: tuple[str, int]
    load: tuple[int, int, int]
    thousand: tuple[Invented, ...]
    pieces: tuple[Invented, ...]


def _invented(
    people: int, seats: int, seeds: Iterable[int], time_limit: int
) -> tuple[Invented, ...]:
    return tuple(
        Invented(people=people, seats=seats, seed=seed, time_limit=time_limit)
        for seed in seeds
    )


FULL = Sizes(
    scenario="scenarios/nanjing-xining",
    solves=5,
    starts=10,
    pair=("M", 300),
    nation=("L", 600),
    load=(3000, 6000, 10),
    thousand=_invented(1000, 700, (1, 2, 3), 60),
    pieces=_invented(150, 100, (1, 2, 3), 120) + _invented(250, 163, (1, 2, 3), 120),
)
"""The study."""

QUICK = Sizes(
    scenario="scenarios/tiny",
    solves=2,
    starts=2,
    pair=("monolith-100", 5),
    nation=("monolith-100", 5),
    load=(30, 20, 2),
    thousand=_invented(30, 20, (1,), 5),
    pieces=_invented(30, 20, (1,), 5),
)
"""A trial that shows whether everything runs; its figures mean nothing."""


def year(sizes: Sizes) -> Year:
    """Return several runs of a whole solve, without any time limit."""
    words = ("solve", sizes.scenario)
    # The first run of a command writes bytecode and fills the system's cache.
    _solve(*words)
    return Year(
        command=_shown(*words, "-o", "OUT", "--json"),
        runs=tuple(_solve(*words) for _ in range(sizes.solves)),
    )


def help_(sizes: Sizes) -> Timing:
    """Return how long the shortest call takes."""
    return _timing(sizes, "--help")


def check(sizes: Sizes) -> Timing:
    """Return how long reading a scenario with all its checks takes."""
    return _timing(sizes, "check", sizes.scenario)


def pair(sizes: Sizes) -> Sized:
    """Return what is reached on a year between two provinces."""
    return _sized(*sizes.pair)


def nation(sizes: Sizes) -> Sized:
    """Return what is reached on a year of a nation."""
    return _sized(*sizes.nation)


def load(sizes: Sizes) -> Load:
    """Return how long reading and checking very many rows takes."""
    numbers = [str(each) for each in sizes.load]
    with TemporaryDirectory() as folder:
        made = measure(sys.executable, "-m", "benchmarks.many", folder, *numbers)
        people, needs = made.output.split()
        return Load(
            made=" ".join(("python -m benchmarks.many", "OUT", *numbers)),
            people=int(people),
            needs=int(needs),
            folder=_reading(Path(folder, "many")),
            workbook=_reading(Path(folder, "many.xlsx")),
        )


def thousand(sizes: Sizes) -> tuple[Large, ...]:
    """Return what is reached on large scenarios within their time limit."""
    return tuple(_large(each) for each in sizes.thousand)


def pieces(sizes: Sizes) -> tuple[Comparison, ...]:
    """Return what the split into pieces is worth."""
    return tuple(
        Comparison(
            **each.model_dump(),
            pieces=_climb("pieces", each),
            whole=_climb("whole", each),
        )
        for each in sizes.pieces
    )


STUDIES: dict[str, Callable[[Sizes], object]] = {
    "year": year,
    "help": help_,
    "check": check,
    "pair": pair,
    "nation": nation,
    "load": load,
    "thousand": thousand,
    "pieces": pieces,
}
"""By name, in the order in which they are run."""


def _timing(sizes: Sizes, *words: str) -> Timing:
    measure(MATCHER, *words)
    runs = [measure(MATCHER, *words).seconds for _ in range(sizes.starts)]
    return Timing(command=_shown(*words), seconds=tuple(runs))


def _reading(path: Path) -> Reading:
    runs = [measure(MATCHER, "check", str(path)) for _ in range(3)]
    return Reading(
        command=_shown("check", f"OUT/{path.name}"),
        seconds=tuple(each.seconds for each in runs),
        peak_mb=max(each.peak_mb for each in runs),
    )


def _large(asked: Invented) -> Large:
    new = [f"--{name}={getattr(asked, name)}" for name in ("people", "seats", "seed")]
    limit = f"--time-limit={asked.time_limit}"
    with TemporaryDirectory() as folder:
        scenario = str(Path(folder, "scenario"))
        measure(MATCHER, "new", scenario, "--example", *new)
        run = _solve("solve", scenario, limit)
    return Large(
        **asked.model_dump(),
        commands=(
            _shown("new", "DIR", "--example", *new),
            _shown("solve", "DIR", limit, "-o", "OUT", "--json"),
        ),
        run=run,
    )


def _sized(size: str, time_limit: int) -> Sized:
    new, limit = f"--size={size}", f"--time-limit={time_limit}"
    with TemporaryDirectory() as folder:
        scenario = str(Path(folder, "scenario"))
        measure(MATCHER, "new", scenario, "--example", new)
        run = _solve("solve", scenario, limit)
    return Sized(
        size=size,
        time_limit=time_limit,
        commands=(
            _shown("new", "DIR", "--example", new),
            _shown("solve", "DIR", limit, "-o", "OUT", "--json"),
        ),
        run=run,
    )


def _solve(*words: str) -> Process:
    """Run ``matcher solve`` into a folder that is thrown away."""
    with TemporaryDirectory() as folder:
        done = measure(MATCHER, *words, "-o", folder, "--json")
        plan = Path(folder, "plan.json").read_bytes()
    said = json.loads(done.output)
    return Process(
        seconds=done.seconds,
        peak_mb=done.peak_mb,
        assignments=said["assignments"],
        rungs=tuple(_rung(each) for each in said["rungs"]),
        digest=hashlib.sha256(plan).hexdigest(),
    )


def _rung(said: dict[str, Any]) -> Rung:
    # The gap follows from value and bound.
    kept = {name: value for name, value in said.items() if name != "gap"}
    return Rung.model_validate(kept | {"seconds": round(said["seconds"], 3)})


def _climb(way: str, asked: Invented) -> Climb:
    numbers = (asked.people, asked.seats, asked.seed, asked.time_limit)
    words = (way, *(str(each) for each in numbers))
    done = measure(sys.executable, "-m", "benchmarks.climb", *words)
    return Climb.model_validate({**json.loads(done.output), "peak_mb": done.peak_mb})


def _shown(*words: str) -> str:
    """Return a command as people would type it, with names for what is thrown away."""
    return " ".join(("matcher", *words))
