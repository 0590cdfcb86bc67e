"""A vocabulary and its entries, read from the CSV file of its name."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parent / "data"
"""The folder of the CSV files."""

SEPARATOR = "；"
"""What parts the items of a list in a cell."""


@dataclass(frozen=True)
class Entry:
    """
    One entry of a vocabulary.

    Parameters
    ----------
    vocabulary
        Slug of the vocabulary it stands in.
    code
        Its code there.
    name
        Its Chinese name.
    name_en
        Its English name.
    parent
        Code of the entry it belongs to; blank at the top of the tree.
    sector
        Sector of a specialty.
    level
        Level 1 to 5 of a title; 0 for whatever has none.
    aliases
        What else it is called; one alias of several entries is ambiguous.
    old_codes
        Codes that it, or what was merged into it, had before.
    note
        Where the row comes from, if not from the source of the vocabulary.
    """

    vocabulary: str
    code: str
    name: str
    name_en: str
    parent: str
    sector: str
    level: int
    aliases: tuple[str, ...]
    old_codes: tuple[str, ...]
    note: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text that means this entry, its code first."""
        names = (self.code, self.name, self.name_en, *self.old_codes, *self.aliases)
        return tuple(filter(None, names))


@dataclass(frozen=True)
class Vocabulary:
    """
    A list of entries with its source; the entries are read when they are needed.

    Parameters
    ----------
    slug
        Its name in commands, and of its file.
    title
        Its Chinese title.
    title_en
        Its English title.
    source
        Where the entries come from, in Chinese.
    source_en
        The same in English.
    version
        Edition or year of the source.
    specialties
        Whether the entries can be specialties of a scenario.
    note
        What a reader must know, in Chinese.
    note_en
        The same in English.
    """

    slug: str
    title: str
    title_en: str
    source: str
    source_en: str
    version: str
    specialties: bool = False
    note: str = ""
    note_en: str = ""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the file."""
        with (DATA / f"{self.slug}.csv").open(encoding="utf-8-sig", newline="") as file:
            return tuple(_entry(self.slug, row) for row in csv.DictReader(file))


def _entry(slug: str, row: Mapping[str, str]) -> Entry:
    return Entry(
        vocabulary=slug,
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"],
        parent=row["parent"],
        sector=row["sector"],
        level=int(row["level"] or 0),
        aliases=_items(row["aliases"]),
        old_codes=_items(row["old_codes"]),
        note=row["note"],
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()
