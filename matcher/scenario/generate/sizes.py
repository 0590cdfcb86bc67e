"""Example years by the name of their size, from the article's year to a nation's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matcher.scenario.generate.provinces.shapes import NATION, PAIR
from matcher.scenario.generate.provinces.year import generate_provinces
from matcher.scenario.reading import read_scenario

if TYPE_CHECKING:
    from matcher.scenario.model import Scenario

SHAPES = {"M": PAIR, "L": NATION}
"""The shape of each year between provinces."""

MONOLITHS = {f"monolith-{people}": people for people in (100, 1_000, 10_000)}
"""People of each scenario in one piece."""

SIZES = ("S", *SHAPES, *MONOLITHS)
"""The names of the sizes."""

_ARTICLE = "nanjing-xining"
_HERE = Path(__file__).parent


def example(size: str, seed: int | None = None) -> Scenario:
    """
    Return the example year of a size.

    Parameters
    ----------
    size
        One of :data:`SIZES`.
    seed
        Seed of the draw, 1 unless given. The article's year is not drawn: there it is
        the seed of the tie-break, and that of the year unless given.
    """
    if size == "S":
        year = read_scenario(_article())
        return year if seed is None else year.model_copy(update={"seed": seed})
    seed = 1 if seed is None else seed
    if size in SHAPES:
        return generate_provinces(SHAPES[size], seed)
    # Numbers are wanted only by those who ask for such a scenario.
    from matcher.scenario.generate.monolith import generate_monolith  # noqa: PLC0415

    return generate_monolith(MONOLITHS[size], seed)


def _article() -> Path:
    """Return the folder of the article's year, in a package or beside the sources."""
    carried = _HERE / _ARTICLE
    return carried if carried.is_dir() else _HERE.parents[2] / "scenarios" / _ARTICLE
