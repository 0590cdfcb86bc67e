"""A scenario as far as it could be read, before the tables are held together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from matcher.errors import Place, Problem
from matcher.scenario.base import Entity
from matcher.scenario.faults import problem
from matcher.scenario.model import TABLES
from matcher.scenario.rows import Found, Table, read_table
from matcher.scenario.settings import Settings, read_settings
from matcher.scenario.tables import Form, Header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

E = TypeVar("E", bound=Entity)

NEEDED = frozenset(("areas", "specialties", "units", "people", "programmes", "needs"))
"""The tables that a scenario must have."""

_NAMES = {entity: name for name, entity in TABLES.items()}


@dataclass(frozen=True)
class Draft:
    """
    The settings and all tables, each as far as it could be read.

    Parameters
    ----------
    settings
        What ``scenario.yaml`` says.
    tables
        The tables by name; one without a file has no rows.
    """

    settings: Settings
    tables: Mapping[str, Table[Any]]

    def rows(self, entity: type[E]) -> tuple[Found[E], ...]:
        """Return the rows of a table that could be read."""
        return self.tables[_NAMES[entity]].found

    def complete(self, *tables: str) -> bool:
        """Return whether every row of the tables could be read."""
        return all(self.tables[table].complete for table in tables)

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str] | None]:
        """The codes of each table, or None where not all are known."""
        return {name: table.codes for name, table in self.tables.items()}


def read_draft(folder: Path, problems: list[Problem]) -> Draft:
    """
    Return what a folder holds, as far as it could be read.

    Parameters
    ----------
    folder
        The scenario's folder.
    problems
        Every fault of every file by itself is added here.
    """
    settings = read_settings(folder, problems)
    problems += _strangers(folder)
    tables = {
        name: _table(folder / f"{name}.csv", entity, problems)
        for name, entity in TABLES.items()
    }
    return Draft(settings, tables)


def _table(path: Path, entity: type[E], problems: list[Problem]) -> Table[E]:
    if path.stem not in NEEDED and not path.exists():
        return Table(Form(Header(Place(path.name))))
    return read_table(path, entity, problems)


def _strangers(folder: Path) -> Iterator[Problem]:
    """Yield a fault for each table that would be overlooked, such as peple.csv."""
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in TABLES and not path.name.startswith((".", "~")):
            known = ", ".join(f"{name}.csv" for name in TABLES)
            near = [f"{name}.csv" for name in TABLES]
            yield problem(
                "E106", Place(path.name), near=near, value=path.name, allowed=known
            )
