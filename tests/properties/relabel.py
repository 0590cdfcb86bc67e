"""The same scenario under other codes, and in files with other rows first."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from judges import changed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from random import Random

    from matcher.scenario import Scenario
    from matcher.scenario.base import Entity

CODES = {
    "areas": ("id",),
    "pairings": ("first", "second"),
    "specialties": ("id", "family"),
    "units": ("id", "area", "housing"),
    "departments": ("unit", "name"),
    "people": (
        "id",
        "unit",
        "department",
        "specialties",
        "consents",
        "consent_areas",
        "avoid",
        "past_hosts",
    ),
    "commitments": ("person",),
    "programmes": ("id", "release_areas", "host_areas"),
    "needs": (
        "id",
        "programme",
        "unit",
        "department",
        "specialty",
        "team",
        "phase",
        "studio",
        "successor_unit",
    ),
    "teams": ("id",),
    "housing": ("id", "area"),
    "calendar": ("areas",),
    "preferences": ("person", "target"),
    "ratings": ("person", "need"),
    "locks": ("id", "person", "target"),
    "leavers": ("need", "person"),
    "phases": ("id", "after"),
    "studios": ("id", "unit", "members"),
    "rooms": ("id", "programme"),
    "slots": ("id", "programme"),
    "sessions": ("id", "programme", "specialty", "subjects", "slots", "rooms"),
    "delegations": ("id", "programme", "subject"),
    "leaders": ("id", "areas"),
    "care": ("id", "programmes"),
    "meetings": ("id",),
    "provisions": ("id",),
    "assumptions": ("id",),
}
"""The columns of each table that hold codes."""

_OWN = {table: "name" if table == "departments" else "id" for table in CODES}
"""The column in which a table gives codes to its rows."""


def relabelled(scenario: Scenario, salt: int) -> Scenario:
    """Return the scenario with another code wherever a code stands."""
    codes = {
        getattr(row, _OWN[table])
        for table in CODES
        for row in getattr(scenario, table)
        if hasattr(row, _OWN[table])
    }
    other = {code: sha256(f"{salt}|{code}".encode()).hexdigest()[:9] for code in codes}
    return changed(
        scenario,
        **{
            table: tuple(_row(row, columns, other) for row in getattr(scenario, table))
            for table, columns in CODES.items()
        },
    )


def _row(row: Entity, columns: Iterable[str], other: dict[str, str]) -> Entity:
    update = {}
    for column in columns:
        value = getattr(row, column)
        update[column] = (
            tuple(other.get(item, item) for item in value)
            if isinstance(value, tuple)
            else other.get(value, value)
        )
    return row.model_copy(update=update)


def shuffle_rows(folder: Path, random: Random) -> None:
    """Put the rows of every table of a scenario's folder in another order."""
    for path in folder.glob("*.csv"):
        head, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        random.shuffle(rows)
        path.write_text(head + "".join(rows), encoding="utf-8")
