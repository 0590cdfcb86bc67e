"""A scenario as far as it could be read, before the tables are held together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from matcher.language import Names
from matcher.scenario.base import Entity
from matcher.scenario.decisions import Decisions
from matcher.scenario.faults import problem
from matcher.scenario.headings import column_names
from matcher.scenario.keys import keys
from matcher.scenario.model import TABLES
from matcher.scenario.overlays import stacked
from matcher.scenario.rows import Found, Table, read_table
from matcher.scenario.settings import Settings, read_settings
from matcher.scenario.tables import Form, Header, Row, read_form, required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.errors import Place, Problem
    from matcher.scenario.layers import Layer

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
        What the settings say.
    tables
        The tables by name; one that is not there has no rows.
    removed
        For each table the codes that an overlay removed, with the row that says so.
    told
        Names that mean several rows, which was told already.
    decided
        The layers that are decisions on a plan.
    """

    settings: Settings
    tables: Mapping[str, Table[Any]]
    removed: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    decided: frozenset[int] = frozenset()

    def rows(self, entity: type[E]) -> tuple[Found[E], ...]:
        """Return the rows of a table that could be read."""
        return self.tables[_NAMES[entity]].found

    def complete(self, *tables: str) -> bool:
        """Return whether every row of the tables could be read."""
        return all(self.tables[table].complete for table in tables)

    def place(self, table: str) -> Place:
        """Return the file or sheet of a table."""
        return replace(self.tables[table].form.header.place, row=0, cell=0)

    def called(self, *tables: str) -> Names:
        """Return how the planner calls tables: by their files or sheets."""
        places = [self.place(table) for table in tables]
        names = tuple(each.sheet or each.file for each in places)
        return Names(names, names)

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str] | None]:
        """The codes of each table, or None where not all are known."""
        return {name: table.codes for name, table in self.tables.items()}


def read_draft(layers: Sequence[Layer], problems: list[Problem]) -> Draft:
    """
    Return what the layers of a scenario hold, as far as it could be read.

    Parameters
    ----------
    layers
        The scenario's folders and workbooks, the lowest first.
    problems
        Every fault of every file by itself is added here.
    """
    settings = read_settings(layers)
    tables: dict[str, Table[Any]] = {}
    removed = {}
    for name, entity in TABLES.items():
        form, gone = _form(name, layers, problems)
        tables[name] = read_table(form, entity, problems)
        if gone:
            removed[name] = gone
    decided = frozenset(
        number
        for number, layer in enumerate(layers)
        if isinstance(layer.source, Decisions)
    )
    return Draft(settings, tables, removed, decided=decided)


def _form(
    name: str, layers: Sequence[Layer], problems: list[Problem]
) -> tuple[Form, Mapping[str, Row]]:
    entity, place = TABLES[name], layers[0].source.place(name)
    forms: list[Form] = []
    for number, layer in enumerate(layers):
        form = _own_form(name, layer, number, problems)
        if form is not None:
            # What lies on a table that is not there still lies on something.
            forms += [Form(Header(place)), form] if number and not forms else [form]
    if forms:
        return stacked(name, forms, problems)
    if name in NEEDED:
        columns = column_names(entity, required(entity))
        code = "E123" if place.sheet else "E102"
        problems.append(problem(code, place, needed=columns, value=place.sheet))
        return Form(Header(place), readable=False), {}
    return Form(Header(place)), {}


def _own_form(
    name: str, layer: Layer, number: int, problems: list[Problem]
) -> Form | None:
    """Return a table as one layer has it, or None if it is not there."""
    if isinstance(layer.source, Decisions):
        return layer.source.locks(number, problems) if name == "locks" else None
    grid = layer.source.grid(name, problems)
    if grid is None:
        return None
    needed = keys(name) if number else required(TABLES[name])
    return read_form(grid, TABLES[name], problems, layer=number, needed=needed)
