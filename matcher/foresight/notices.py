"""Where a warning stands, and how it names things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from matcher.errors import Place

if TYPE_CHECKING:
    from matcher.scenario import Scenario
    from matcher.scenario.entities import Need

Placing: TypeAlias = Callable[[str, str, str], Place]
"""Where the column of the row with a key stands in a table."""


def in_table(table: str, key: str, column: str = "") -> Place:
    """Return the table and column alone, where nothing is known of lines."""
    del key
    return Place(f"{table}.csv", column=column)


def specialty_named(scenario: Scenario, code: str) -> str:
    """Return the name and code of a specialty."""
    return f"{scenario.specialty[code].name} {code}"


def unit_named(scenario: Scenario, need: Need) -> str:
    """Return the name of a need's host."""
    return scenario.unit[need.unit].name
