"""Where a warning stands, and how it names things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from matcher.errors import Place
from matcher.language import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matcher.scenario import Scenario

Placing: TypeAlias = Callable[[str, str, str], Place]
"""Where the column of the row with a key stands in a table."""


class Named(Protocol):
    """A row with a name in Chinese and maybe one in English."""

    @property
    def name(self) -> str:
        """Name as printed."""

    @property
    def name_en(self) -> str:
        """Name in English; blank: the other."""


def in_table(table: str, key: str, column: str = "") -> Place:
    """Return the table and column alone, where nothing is known of lines."""
    del key
    return Place(f"{table}.csv", column=column)


def named(entity: Named, code: str = "") -> Names:
    """Return what people of either language call an entity, with a code behind it."""
    zh, en = entity.name, entity.name_en or entity.name
    return Names(*((f"{each} {code}".strip(),) for each in (zh, en)))


def specialties_named(scenario: Scenario, codes: Iterable[str]) -> Names:
    """Return the names and codes of specialties."""
    each = [named(scenario.specialty[code], code) for code in codes]
    zh = tuple(name for names in each for name in names.zh)
    return Names(zh, tuple(name for names in each for name in names.en))
