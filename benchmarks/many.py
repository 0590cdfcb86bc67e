"""
Many copies of an invented year beside each other, as a folder and as a workbook.

``python -m benchmarks.many OUT 3000 6000 10`` writes ``OUT/many`` and
``OUT/many.xlsx`` with ten copies of a year of 3,000 people and 6,000 seats. Every copy
has units, people, needs and teams of its own; areas and specialties are shared.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.scenario.generate import generate
from matcher.scenario.workbook.writing import write_workbook
from matcher.scenario.writing import write_scenario

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.base import Entity

_COPIED = {
    "units": ("id",),
    "departments": ("unit",),
    "people": ("id", "unit", "avoid", "past_hosts"),
    "commitments": ("person",),
    "needs": ("id", "unit", "team"),
    "teams": ("id",),
    "preferences": ("person", "target"),
}
"""The tables that every copy has of its own, with the columns that hold codes."""


def many(year: Scenario, copies: int) -> Scenario:
    """
    Return copies of a year beside each other.

    Parameters
    ----------
    year
        The year that is copied; locks are left out.
    copies
        How many.
    """
    shared = frozenset(year.area)
    rows = {
        table: tuple(
            _copy(row, columns, number, shared)
            for number in range(copies)
            for row in getattr(year, table)
        )
        for table, columns in _COPIED.items()
    }
    return year.model_copy(update={"name": "many", "locks": (), **rows})


def _copy(
    row: Entity, columns: tuple[str, ...], number: int, shared: frozenset[str]
) -> Entity:
    """Return a row with the codes of a copy."""

    def code(text: str) -> str:
        return text if not text or text in shared else f"{text}-{number}"

    update: dict[str, object] = {}
    for column in columns:
        value = getattr(row, column)
        update[column] = (
            code(value) if isinstance(value, str) else tuple(map(code, value))
        )
    return row.model_copy(update=update)


def main(folder: str, people: str, seats: str, copies: str) -> None:
    """Write the copies and say how large they are."""
    scenario = many(generate(int(people), int(seats), 1), int(copies))
    write_scenario(scenario, Path(folder, "many"))
    write_workbook(scenario, Path(folder, "many.xlsx"), language="zh")
    print(len(scenario.people), len(scenario.needs))


if __name__ == "__main__":
    main(*sys.argv[1:])
