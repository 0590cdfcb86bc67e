"""A tiny world in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import builders as b

from matcher.scenario.base import Entity
from matcher.scenario.entities import Person

Fields = dict[str, object]


@dataclass
class Draft:
    """
    A world in the making.

    Parameters
    ----------
    random
        What draws.
    days
        Length of the horizon.
    needs
        The fields of each need, but for its code.
    people
        People besides the two or three who may be sent.
    tables
        Rows of the other tables.
    programme
        Fields of the programme to Xining.
    """

    random: Random
    days: int
    needs: list[Fields] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    tables: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    programme: Fields = field(default_factory=dict)

    def sometimes(self, share: float) -> bool:
        """Return yes in so many cases."""
        return self.random.random() < share

    def one_of(self, *values: object) -> object:
        """Return one of the values."""
        return self.random.choice(values)

    def need(self, **fields: object) -> None:
        """Add a need."""
        self.needs.append(
            {
                "unit": self.one_of("XU", "XU", "XV"),
                "specialty": self.one_of("S1", "F"),
                "min_headcount": self.one_of(0, 1, 1),
                "first_day": b.day(0),
                "last_day": b.day(self.days - 1),
                "shortest": 1,
                "longest": self.one_of(1, 2),
                "priority": self.one_of(1, 2),
                **fields,
            }
        )
